"""The words owners are told by: nouns of posts, teams and bodies, words of services, first names, titles, no-names.

All are in lower case without full stops. They are what plans of English, Welsh and Scottish councils and Hansard print
since about 1980; a word that is missing makes a reading less sure, never wrong in silence.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(";"))


# Posts: the noun that heads the title of one person.
ROLE_NOUNS: Final = _words(
    "director head manager officer member holder leader treasurer secretary solicitor accountant auditor surveyor"
    " engineer architect planner adviser advisor co-ordinator coordinator consultant analyst administrator lead chair"
    " chairman chairwoman chairperson vice-chair vice-chairman mayor clerk registrar librarian inspector commissioner"
    " partner champion sponsor headteacher head-teacher teacher principal governor bursar warden supervisor assistant"
    " controller comptroller deputy specialist technician owner minister actuary curator archivist conservator ranger"
    " trainer tutor mentor facilitator buyer economist statistician psychologist therapist worker bailiff lawyer"
    " barrister constable ombudsman president convener convenor provost lieutenant archdeacon bishop"
    " caretaker foreman chancellor under-secretary"
    " practitioner strategist developer scientist ad hos hof ceo cfo coo cio sro dass dcs dph dmo s151 s151o cex"
    " director-general sub-editor editor receptionist custodian guardian executor trustee chamberlain"
    " recorder coroner attorney postmaster advocate senco sendco lado"
    " executive expert delegate contractor supplier provider programmer designer technologist apo"
)
# Posts whose subject may follow at once or after a comma: `Director Children's Services`, `AD, Finance`.
SUBJECT_ROLES: Final = _words("director head manager ad officer member holder lead adviser advisor executive minister")
# Posts that serve a collective: `Chair of Finance and Resources Committee`.
COLLECTIVE_ROLES: Final = _words(
    "chair chairman chairwoman chairperson vice-chair vice-chairman secretary clerk member"
)

# What an `and` does not divide: titles of one post, double-barrelled places, and names of one body.
UNDIVIDED: Final = _phrases(
    "secretary and solicitor; solicitor and secretary; town clerk and chief executive;"
    " chief executive and town clerk; comptroller and auditor; bed and breakfast; police and crime; fire and rescue;"
    " revenue and customs; customs and excise; deloitte and touche; ernst and young;"
    " argyll and bute; barking and dagenham; basingstoke and deane; bath and north; brighton and hove;"
    " chester and cheshire; derry and strabane; dumfries and galloway; epsom and ewell; hammersmith and fulham;"
    " hinckley and bosworth; kensington and chelsea; lynn and west; newark and sherwood; nuneaton and bedworth;"
    " oadby and wigston; orkney and shetland; perth and kinross; redcar and cleveland; reigate and banstead;"
    " telford and wrekin; tonbridge and malling; tyne and wear; west and chester; windsor and maidenhead;"
    " blackburn with darwen; jobcentre plus; job centre plus; i and dea"
)

# Words of titles cut short.
SHORT: Final = {
    "exec": "executive",
    "dir": "director",
    "mgr": "manager",
    "asst": "assistant",
    "hd": "head",
    "dep": "deputy",
    "ch": "chief",
    "co-ord": "co-ordinator",
    "cttee": "committee",
    "comm": "committee",
    "snr": "senior",
}

# Collectives. A strong noun settles the kind; `service(s)` may also end the subject of a post.
TEAM_NOUNS: Final = _words(
    "team unit section department dept division directorate office branch centre hub squad cell bureau desk workforce"
    " crew dmt smt cmt slt clt emt"
)
SERVICE_NOUNS: Final = _words("service services svcs")
BODY_NOUNS: Final = _words(
    "council committee cabinet board forum panel partnership authority ccg trust pct commission executive government"
    " ministry agency police constabulary university college academy school ltd limited plc llp inc association"
    " federation society parliament assembly consortium consortia network body corporation company charity"
    " inspectorate sub-committee subcommittee alliance institute foundation treasury borough diocese church union"
    " tribunal ombudsmen chamber guild cic icb jcc cc mbc associates & conference"
    " union's hospital court senate quango museum"
)
GROUP_NOUNS: Final = _words(
    "group sub-group subgroup party taskforce task-force force staff personnel heads schools everyone everybody all"
    " people cohort"
)
# Bodies that no noun tells: whole names, offices that are no branch (`Home Office`), countries (`Sport England`).
BODY_NAMES: Final = _phrases(
    "hm revenue and customs; inland revenue; customs and excise; hm customs and excise; jobcentre plus;"
    " job centre plus; job centre; business link; sure start; grant thornton; ernst and young; deloitte and touche;"
    " price waterhouse; mott macdonald; baker tilly; citizens advice; transport for london; companies house;"
    " ordnance survey; land registry; hm land registry; hm courts and tribunals service; crown prosecution service;"
    " blackburn with darwen; brighton and hove; tyne and wear"
)
OFFICES: Final = _words(
    "home foreign commonwealth cabinet scottish welsh scotland wales ireland audit war met post stationery fraud"
)
COUNTRIES: Final = _words("england scotland wales cymru uk britain ireland")
# Collectives whose noun is never the subject of a post in front of it: `Lead Officer Group`.
GATHERINGS: Final = _words("team group board forum panel committee network party sub-group subgroup taskforce")
# `Ministry of …`, `Department for …`: as a head before `of` these are bodies of government.
GOVERNMENT_NOUNS: Final = _words("department dept ministry office")

# Plural posts and people are groups; `heads` and the like stand above.
PLURAL_GROUPS: Final = _words(
    "headteachers teachers governors parents members councillors colleagues partners stakeholders unions consultants"
    " contractors agencies departments directorates teams units services-heads trustees volunteers residents users"
    " tenants pupils employees practitioners cllrs others reps representatives champions authorities councils"
    " committees boards panels groups districts parishes trusts colleges universities academies secretaries"
    " carers customers clients citizens patients providers leaders"
    " deputies assistants offices centres bodies associations landlords leads sponsors ministers"
)

# Abbreviations: posts, teams and bodies that would otherwise be read as initials or as a team.
ROLE_WORDS: Final = _words("ceo cfo coo cio sro dass dcs dph s151 cex hos hof s151o dmo siro dpo head-teacher")
TEAM_WORDS: Final = _words(
    "hr it ict pr fm od dmt smt cmt slt clt emt csf sias pmo miu ams hrod mis eit csmt clg cdt tmt esd asc cyp cypd"
    " des ssd scs r&d l&d h&s t&l legal exchequer payroll reprographics helpdesk o&s p&r"
)
BODY_WORDS: Final = _words(
    "ofsted defra dclg cipfa acas hmrc nhs lga lea hmic dfes dfee odpm detr dwp hse pct ccg lsp lep gla solace unison"
    " gmb unite kpmg pwc deloitte capita serco ey bdo dft dfe doh dcms mhclg dluhc hmi csci cqc idea i&dea dh moj"
    " bsi bbc lsc tec nao niao wlga cosla sepa ea sha fe he capital-trust icb esfa efa sfa yot mod doe dti dtlr"
    " cabinet council executive hmt ukri ukhsa phe asda ofgem ofcom cbi tuc nut nasuwt ukip mencap relate mind"
    " barnardo's nspcc cdrp lscb lsab tfl cqc eha sepa nice acpo ehrc qca hefce becta ncsl nctl nfer"
)
BODY_TAILS: Final = _words("lea cc dc bc mbc ccg pct lbc mdc tc pc ua ltd plc llp cic icb")

# Words of the services councils run: alone they name a team, after a post they are its subject.
SERVICE_WORDS: Final = _words(
    "finance finances financial resources human hr it ict schools families family children children's childrens"
    " education educational learning skills training adult adults social care community communities community's"
    " housing homes homelessness planning transport transportation highways highway roads traffic parking environment"
    " environmental waste recycling refuse cleansing streetscene street leisure culture cultural arts sport sports"
    " libraries library museums heritage archives tourism economic economy regeneration development growth business"
    " enterprise employment investment property estates assets asset facilities building buildings construction"
    " engineering technical legal law democratic governance electoral elections licensing registration policy"
    " performance strategy strategic improvement transformation change programme programmes project projects"
    " procurement purchasing commissioning contracts contract commercial audit internal external risk insurance fraud"
    " counter-fraud revenues revenue benefits benefit treasury pensions payroll exchequer accounting accountancy"
    " budget budgets capital corporate central support customer customers contact communications comms"
    " marketing media"
    " press public relations digital data information intelligence research statistics systems technology web website"
    " health healthcare wellbeing well-being safety emergency resilience protection safeguarding inclusion equalities"
    " equality diversity access accessibility admissions governor governors early years youth young people people's"
    " persons primary secondary special needs sen send disability disabilities older mental physical nursing home"
    " residential day domiciliary fostering adoption looked after leaving probation offending justice crime disorder"
    " community-safety trading standards consumer regulatory regulation enforcement control pest food bereavement"
    " cemeteries parks open spaces green grounds countryside rural coastal water flood drainage energy climate carbon"
    " sustainability sustainable fleet catering cleaning cleansing school meals music quality assurance standards"
    " monitoring review reviews inspection effectiveness efficiency value best operations operational delivery"
    " partnerships neighbourhood neighbourhoods localities locality area north south east west northern southern"
    " eastern western mid city town county district borough rural region regional europe european international"
    " organisational organisation workforce personnel staff staffing recruitment payroll pay employee employees"
    " management administration administrative admin secretarial office reception switchboard print printing post"
    " records document web land charges conservation design tax council rates ndr nndr housing-benefit collection"
    " advice advisory welfare rights money debt income charging pricing fees grants grant external-funding funding"
    " bids works direct depot maintenance repairs lettings tenancy tenants sheltered supported private sector"
    " executive members member committee scrutiny overview cabinet constitutional schools' pupil pupils student"
    " students curriculum teaching assessment attainment attendance behaviour psychology intervention inset cpd"
    " quadrant core general applied local government national new joint integrated shared senior chief deputy"
    " acting interim assistant temporary departmental directorate divisional sectional section team group"
    " unit service"
    " services task finish working steering project focus consultative liaison user advisory further higher"
    " pre-school"
    " nursery childcare play playwork lifelong vocational travel passenger fire rescue ambulance major infrastructure"
    " affairs matters issues relationships engagement participation consultation involvement voluntary third"
    " civic ceremonial mayoral twinning events conferences venues theatre arena stadium pools swimming fitness"
    " management-information e-government egovernment online cyber security network networks applications software"
    " hardware desktop telephony telecommunications gis mapping surveying valuation valuations architecture"
    " architects"
    " landscape urban rights way definitive map minerals forward development-control spatial transport-planning"
    " accounts payable receivable debtors creditors cash cashiers banking taxation vat closedown final statutory"
    " reporting returns costing modelling analysis analytics insight evaluation prevention reablement rehabilitation"
    " brokerage assessment-and-care occupational therapy hospital discharge provider providers market contracts"
    " adults' women's men's veterans refugee asylum migration cohesion faith religious standing advisory council's"
    " chief-executive's executive's leader's director's reform modernisation devolution merger reorganisation"
    " regional-development rail bus buses cycling walking road school-improvement place places regulated trade"
    " industrial relations unions skills-and-employment apprenticeships apprenticeship careers connexions"
    " safe secure stronger prosperous cleaner greener communities-and-local food affairs sea fisheries agriculture"
    " leadership existing natural historic savings extended customs literacy numeracy maths english scene"
    " od l&d r&d h&s t&l hrod pr defence trade industry home foreign commonwealth works treasury science"
    " innovation universities"
)
# Functions that are usually a department of their own, so that two of them side by side may be two teams.
FUNCTIONS: Final = _words(
    "finance hr it ict legal procurement payroll audit property estates communications comms housing planning"
    " education"
    " highways libraries personnel marketing policy licensing transport"
)
ABBREVIATED_FUNCTIONS: Final = _words("hr it ict")

# Small words inside titles and names.
CONNECTORS: Final = _words("of for to in at within on")
SMALL_WORDS: Final = _words("of for to in at within the and & with responsibility on by")
PARTICLES: Final = _words("van der den de la le du di da von ap ab bin al el ten ter del dos st o' d' y")
TITLES: Final = _words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev revd reverend cllr councillor"
    " councilor"
    " ald alderman hon canon fr mr/mrs rt capt captain col colonel major"
)
PLURAL_TITLES: Final = _words("cllrs councillors messrs drs mesdames")
SUFFIXES: Final = _words("mbe obe cbe mp jp qc kc cpfa jr snr jnr phd ba bsc ma msp ms am aca fca acca dl bem kbe dbe")
QUANTIFIERS: Final = _words(
    "all each every various relevant both individual respective other nominated appropriate any"
)

# First names, to tell a person in upper or lower case, and a person from the subject of a post.
FIRST_NAMES: Final = _words(
    "aaron abdul abigail adam adrian ahmed aidan aisha alan alana alastair albert alec alex alexander alexandra alf"
    " alfred ali alice alison alistair allan allison alun alwyn amanda amber amir amit amy andrea andrew andy angela"
    " angus anil anita ann anna anne annette annie anthony anton antonia antony anwen april archie arthur asha ashley"
    " audrey austin ayesha barbara barry beatrice becky belinda ben benjamin bernadette bernard beryl beth"
    " bethan betty"
    " beverley bill billy bob brenda brendan brian bridget bronwen bruce bryan bryn callum cameron carl carla carol"
    " carole caroline carolyn caron catherine cathy catriona cecilia celia ceri charles charlie charlotte"
    " cheryl chloe"
    " chris christian christina christine christopher cindy claire clare clifford clive colette colin connor craig"
    " cynthia dafydd daisy damian dan daniel danny darren dave david dawn dean debbie deborah debra declan deirdre"
    " delyth denis denise dennis derek desmond diana diane dilys dominic don donald donna doreen dorothy doug douglas"
    " duncan dylan eamonn ed eddie edith edna edward edwin eileen elaine eleanor elizabeth ella ellen ellie elsie"
    " emily emma eric erica esther ethel euan eunice eva evan evelyn ewan faisal faith fatima fay felicity"
    " fiona frances"
    " francis frank fraser fred freda frederick gareth gary gavin gaynor gemma geoff geoffrey george georgia georgina"
    " gerald geraldine gerard gerry giles gill gillian gina glen glenda glenn gloria glyn gordon grace graeme"
    " graham grant"
    " greg gregory greta guy gwen gwyneth hamish hannah harbhajan hari harold harriet harry hassan hazel"
    " heather helen"
    " helena henry hilary hilda holly howard hugh huw iain ian ibrahim ieuan imran ingrid irene iris isabel"
    " isla isobel"
    " ivan ivor ivy jack jackie jacob jacqueline jacqui jade jagdish jake james jamie jan jane janet janice"
    " janine jas"
    " jasmine jason jayne jean jeanette jeff jeffrey jen jennifer jenny jeremy jerry jess jessica jill jillian jim jo"
    " joan joanna joanne joe john johnny jon jonathan jordan joseph josephine josh joshua joy joyce juan jude judith"
    " judy julia julian julie juliet june justin justine kamal karen karl kate katharine katherine kathleen kathryn"
    " kathy katie katy kay keith kelly ken kenneth kenny kerry kevin kiran kirsten kirsty krishna kulwinder kurt kyle"
    " lara laura lauren laurence lawrence leah leanne lee lena leo leon leonard les lesley leslie lewis liam lily"
    " linda lindsay lindsey lisa liz lorna lorraine louis louise lucy luke lyn lynda lynn lynne lynsey mabel"
    " madeleine"
    " maggie mahmood mairi malcolm mandy manjit marc marcus margaret maria marian marianne marie marilyn"
    " marion marjorie"
    " mark marlene martha martin martyn mary mathew matilda matt matthew maureen maurice mavis max maxine meena meera"
    " megan mel melanie melissa melvyn merlin michael michelle mick miguel mike mildred miles miranda miriam mohamed"
    " mohammad mohammed moira mollie molly mona monica morag moses muhammad muriel myra nadia nadine nancy naomi"
    " nasreen natalie natasha nathan neil nelson nerys nesta nicholas nick nicky nicola nicole nigel nina noel nora"
    " norah norma norman odette olga olive oliver olivia olwen oscar owen pam pamela parveen pat patricia"
    " patrick paul"
    " paula pauline penelope penny pete peter petra phil philip philippa phillip phyllis pippa polly priya queenie"
    " rachael rachel raj rajesh ralph ray raymond rebecca reg reginald rehana rhian rhiannon rhodri rhona"
    " rhys ricardo"
    " richard rick rita rob robert roberta robin rod roderick rodney roger roland ron ronald rory rosalind rose"
    " rosemary rosie ross rowena roy rupert ruth ryan sadie sajid sally sam samantha samuel sandra sandy sara sarah"
    " satish scott sean selina seonaid shabana shamim shane sharon shaun sheila shelagh shirley sian siân sid"
    " sidney simon siobhan sonia sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart"
    " stuart sue sunil surinder susan susanna suzanne sybil sylvia tamsin tania tanya tara ted terence teresa terry"
    " tessa thelma theo theresa thomas tim timothy tina toby tom tommy toni tony tracey tracy trevor tricia"
    " trudy ursula"
    " valerie vanessa vera verity vernon veronica vicki vicky victor victoria vijay vikram vince vincent viola violet"
    " virginia vivien vivienne wanda warren wayne wendy wilf wilfred will william winifred yasmin yvonne"
    " zahid zara zoe"
    " val viv cath kath steph mo nik pip ros tess bev di flo gwyn kim gail dee lou bea"
)
# Words that are a first name and something else: a person only when nothing says otherwise.
MONTH_NAMES_OF_PEOPLE: Final = _words("april may june august")

# Cells that name nobody.
NOBODY: Final = _phrases(
    "tbc; tba; tbd; tbn; to be confirmed; to be agreed; to be advised; to be decided; to be determined;"
    " to be nominated; to be identified; to be allocated; to be announced; to be appointed; to be recruited;"
    " to be assigned; to be named; to be arranged; to be filled; to be established; not yet appointed;"
    " not yet identified; not yet agreed; not yet known; not yet allocated; not yet assigned; not allocated;"
    " not assigned; unassigned; unallocated; vacant; vacancy; vacant post; post vacant; currently vacant;"
    " post unfilled;"
    " unfilled; not filled; none; nil; n/a; n / a; #n/a; null; nan; n/ a; na; n.a; not applicable; nobody;"
    " no one; no-one; no owner;"
    " no lead; unknown;"
    " not known; not stated; not specified; n/k; nk; awaiting appointment; appointment pending; pending; recruiting;"
    " to follow; awaited; none identified; none assigned; none allocated; none yet;"
    " awaiting recruitment; new post; x; xx; xxx; name; insert name; name tbc; owner tbc; lead tbc; officer tbc;"
    " owner to be confirmed; lead to be confirmed; lead officer tbc; lead officer to be confirmed;"
    " officer to be confirmed; name to be confirmed; blank; under recruitment; post deleted; vacant/tbc; tbc/vacant"
)
VACANT: Final = _phrases(
    "vacant; vacancy; vacant post; post vacant; currently vacant; unfilled; post unfilled; to be appointed;"
    " to be recruited; new post; not yet appointed; under recruitment; recruiting; to be filled"
)
ELSEWHERE: Final = _phrases(
    "#ref; #name; #value; multiple; numerous; as required; as appropriate;"
    ' ditto; do; "; as above; see above; above; as before; same; as 1a; see below; as below; various; several; many;'
    " see note;"
    " see text; as per plan; as previous; see notes"
)
SOMEBODY_ELSE: Final = _phrases(
    "others; other; et al; etc; colleagues; nominee; nominees; deputy; representative; representatives; rep; reps;"
    " delegate; designate; nominated officer; nominated deputy; his nominee; her nominee; their nominee;"
    " other officers;"
    " others as required; others as appropriate; designated officer; nominated representative; substitute"
)
NOT_OWNERS: Final = _phrases(
    "ongoing; on-going; on going; complete; completed; done; yes; no; y; high; medium; low; red; amber;"
    " green; termly;"
    " annually; annual; monthly; quarterly; weekly; daily; immediate; immediately; asap; started; in progress;"
    " not started; spring; summer; autumn; winter; easter; christmas; total; existing; deadline; continuous;"
    " closed; open"
)
WHO_CALLS: Final = _phrases(
    "owner; owners; action owner; risk owner; resp; responsible; responsibility; responsible officer;"
    " responsible officers; responsible person; officer responsible; person responsible; officer; officers; contact;"
    " contact officer; author; authors; by; action; action by; actioned by; who; who by; name; names; report of;"
    " report by; reporting officer; report author; responsible for action; accountable; accountable officer;"
    " agreed owner;"
    " executive members; executive member; joint; jointly; post; person; persons"
)
LEADS: Final = _phrases(
    "lead; leads; lead officer; lead officers; lead person; led by; leading; to lead; joint lead;"
    " joint leads; co-lead; co-leads; lead responsibility; lead authority; lead agency; lead manager; lead director;"
    " overall lead; project lead; action lead; l; leader of project; the lead; in the lead; lead role; jointly lead;"
    " lead organisation; lead partner; lead body; lead service; lead department; lead team; lead contact; lead owner"
)
JOINT_LEADS: Final = _phrases("leads; joint leads; co-leads; lead officers")
SUPPORTS: Final = _phrases(
    "support; supporting; supports; supported by; supporting officer; supporting officers; support officer;"
    " support officers; assisted by; assisting; assist; to support; to assist; also; with; contributor; contributors;"
    " contributing; consulted; consult; involved; involve; s; in support; supporting role; support role; others;"
    " key partners; other officers; support from; advised by; backup; back-up"
)
TENURES: Final = _words(
    "until till from since to up before after wef w.e.f formerly previously was ex now left retired"
)
STATUSES: Final = _phrases(
    "acting; interim; temporary; temp; maternity cover; maternity leave; secondment; on secondment; seconded;"
    " part-time;"
    " part time; p/t; f/t; full-time; job share; job-share; agency; designate; now left; retired; left; locum; cover"
)
