PRAGMA application_id = 1651930226;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'bvtrack','1','2026-11-22 19:50:18.340363+00:00');
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER NOT NULL REFERENCES recommendation (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  start TEXT,
  start_earliest TEXT,
  start_latest TEXT,
  finish TEXT,
  finish_earliest TEXT,
  finish_latest TEXT,
  owner TEXT,
  owner_people TEXT CHECK (owner_people GLOB '[[{]*'),
  wordings TEXT CHECK (wordings GLOB '[[{]*'),
  readings TEXT
) STRICT;
INSERT INTO "action" VALUES(1,1,1,0,1,'1a','Open ten libraries on Sundays','2003-09-01','2003-09-01','2003-09-01','Dec. 2003','2003-12-01','2003-12-31','Ann & Head of Personnel','["Ann Field", "Head of Personnel"]','[{"place":"Appendix 2","text":"Open ten libraries at weekends"}]','[["start",{"Due":["2003-09-01","2003-09-01","2003-09-01","day",false,null,null,null,null]}],["finish",{"Due":["Dec. 2003","2003-12-01","2003-12-31","month",false,null,null,null,null]}],["owner",{"Owners":["Ann & Head of Personnel",[{"Owner":["Ann","person",false,null]},{"Owner":["Head of Personnel","role",false,null]}],false,null]}]]');
CREATE TABLE amount (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  profile INTEGER NOT NULL REFERENCES profile (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  label TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('year', 'total')),
  year TEXT,
  value TEXT NOT NULL,
  value_pence INTEGER,
  value_kind TEXT,
  readings TEXT,
  UNIQUE (profile, role, label)
) STRICT;
INSERT INTO "amount" VALUES(1,1,1,0,1,'total','total',NULL,'104',10400000,'amount','[["value",{"Money":["104","amount",10400000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(2,1,1,1,1,'03-04','year','2003-04','14',1400000,'amount','[["value",{"Money":["14","amount",1400000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(3,1,1,2,1,'04-05','year','2004-05','30',3000000,'amount','[["value",{"Money":["30","amount",3000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(4,1,2,0,1,'total','total',NULL,'40',4000000,'amount','[["value",{"Money":["40","amount",4000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(5,1,4,0,1,'03-04','year','2003-04','14',1400000,'amount','[["value",{"Money":["14","amount",1400000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(6,1,4,1,1,'04-05','year','2004-05','30',3000000,'amount','[["value",{"Money":["30","amount",3000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(7,1,4,2,1,'05-06','year','2005-06','30',3000000,'amount','[["value",{"Money":["30","amount",3000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(8,1,4,3,1,'06-07','year','2006-07','30',3000000,'amount','[["value",{"Money":["30","amount",3000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(9,1,4,4,1,'total','total',NULL,'104',10400000,'amount','[["value",{"Money":["104","amount",10400000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(10,1,5,0,1,'05-06','year','2005-06','20',2000000,'amount','[["value",{"Money":["20","amount",2000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(11,1,5,1,1,'06-07','year','2006-07','20',2000000,'amount','[["value",{"Money":["20","amount",2000000,null,null,100000,"",false,null,[]]}]]');
INSERT INTO "amount" VALUES(12,1,5,2,1,'total','total',NULL,'40',4000000,'amount','[["value",{"Money":["40","amount",4000000,null,null,100000,"",false,null,[]]}]]');
CREATE TABLE change (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  review TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  verb TEXT NOT NULL,
  what TEXT NOT NULL,
  address TEXT NOT NULL,
  reason TEXT,
  undoes INTEGER UNIQUE REFERENCES change (number),
  edits TEXT NOT NULL CHECK (edits GLOB '[[{]*'),
  state TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO "change" VALUES(1,'library-services-2003','2003-05-19T00:00:00+00:00','ordeal','import','An ordeal.','',NULL,NULL,'{"review":1,"person":1,"quoted":1,"profile":6,"amount":12,"recommendation":1,"cost_line":3,"measure":1,"target":2,"event":4,"action":1,"step":3,"waiver":1}','24685887326f970a0fe0a64a62d5bce1304fc4343220e7b56880f08591c4d74e','','aa7e73c80c1910bea211462171be6a1363840eb342a7f19dd0795b9906b93952');
INSERT INTO "change" VALUES(2,'library-services-2003','2003-05-19T00:00:00+00:00','ordeal','set','An ordeal.','',NULL,NULL,'[["review",1,{"title":"Best value review of library services"},{"title":"1"}],["event",5,null,{"review":1,"action":1,"position":1,"date":"2003-11-03","kind":"forecast","value":"Feb. 2004","reason":"1","minute":"Cabinet 17 November 2003, item 7","by":"Ann Field","recorded":"2003-11-18"}]]','fa64af8cf5f31b6dfcb9bf6279f2f7bea7c9ab97715c1c679c5b7b1decea8434','aa7e73c80c1910bea211462171be6a1363840eb342a7f19dd0795b9906b93952','735fd3b171774a2f8fd0a63cdd6bbec542f9615920674a0e02cacd4dee910279');
INSERT INTO "change" VALUES(3,'library-services-2003','2003-05-19T00:00:00+00:00','ordeal','undo','An ordeal.','',NULL,2,'[["event",5,{"review":1,"action":1,"position":1,"date":"2003-11-03","kind":"forecast","value":"Feb. 2004","reason":"1","minute":"Cabinet 17 November 2003, item 7","by":"Ann Field","recorded":"2003-11-18"},null],["review",1,{"title":"1"},{"title":"Best value review of library services"}]]','24685887326f970a0fe0a64a62d5bce1304fc4343220e7b56880f08591c4d74e','735fd3b171774a2f8fd0a63cdd6bbec542f9615920674a0e02cacd4dee910279','b7de244f3f529ab0bec008b4a6e02c95dbd6312d5cae9b2fb25c7430a915a521');
CREATE TABLE cost_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER NOT NULL REFERENCES recommendation (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  "column" TEXT NOT NULL
    CHECK ("column" IN ('one-off', 'annual', 'net potential savings', 'net potential income')),
  value TEXT NOT NULL,
  value_pence INTEGER,
  value_kind TEXT,
  part TEXT,
  funding TEXT CHECK (funding IN ('existing', 'new', 'grant')),
  year TEXT,
  year_first TEXT,
  year_last TEXT,
  start TEXT,
  start_first TEXT,
  start_last TEXT,
  "end" TEXT,
  end_first TEXT,
  end_last TEXT,
  first TEXT,
  first_pence INTEGER,
  first_kind TEXT,
  depends_on TEXT CHECK (depends_on GLOB '[[{]*'),
  place TEXT,
  readings TEXT
) STRICT;
INSERT INTO "cost_line" VALUES(1,1,1,0,1,'one-off','£14k',1400000,'amount','1a','new','2003-04','2003-04','2003-04',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[["value",{"Money":["\u00a314k","amount",1400000,null,null,100000,"k",false,null,[]]}],["year",{"YearReading":["2003-04","2003-04","2003-04-01","2004-03-31",false,[{"FinancialYear":[2003]}],null]}]]');
INSERT INTO "cost_line" VALUES(2,1,1,1,1,'annual','30',3000000,'amount',NULL,NULL,NULL,NULL,NULL,'04-05','2004-05','2004-05','06-07','2006-07','2006-07','£10k',1000000,'amount',NULL,NULL,'[["value",{"Money":["30","amount",3000000,null,null,100000,"",false,null,[]]}],["start",{"YearReading":["04-05","2004-05","2004-04-01","2005-03-31",false,[{"FinancialYear":[2004]}],null]}],["end",{"YearReading":["06-07","2006-07","2006-04-01","2007-03-31",false,[{"FinancialYear":[2006]}],null]}],["first",{"Money":["\u00a310k","amount",1000000,null,null,100000,"k",false,null,[]]}]]');
INSERT INTO "cost_line" VALUES(3,1,1,2,1,'net potential savings','£20k',2000000,'amount',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'["1a"]','section 6','[["value",{"Money":["\u00a320k","amount",2000000,null,null,100000,"k",false,null,[]]}]]');
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER REFERENCES recommendation (id),
  measure INTEGER REFERENCES measure (id),
  action INTEGER REFERENCES action (id),
  step INTEGER REFERENCES step (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  stream TEXT CHECK (stream IN ('budget', 'savings', 'income')),
  year TEXT,
  period TEXT,
  period_earliest TEXT,
  period_latest TEXT,
  line INTEGER CHECK (line >= 1),
  value TEXT,
  value_earliest TEXT,
  value_latest TEXT,
  value_pence INTEGER,
  value_kind TEXT,
  reason TEXT,
  minute TEXT,
  "by" TEXT,
  recorded TEXT,
  readings TEXT,
  CHECK ((recommendation IS NOT NULL) + (measure IS NOT NULL) + (action IS NOT NULL) + (step IS NOT NULL) = 1)
) STRICT;
INSERT INTO "event" VALUES(1,1,NULL,1,NULL,NULL,0,1,'2003-10-06','actual',NULL,NULL,'2002-03','2002-04-01','2003-03-31',1,'63%',NULL,NULL,NULL,'absolute','the survey reached fewer readers than planned','Cabinet 3 November 2003, item 5','Ann Field','2003-11-04','[["period",{"Due":["2002-03","2002-04-01","2003-03-31","financial year",false,null,null,null,null]}],["value",{"Target":["63%",null,[{"Point":["63",null,""]}],"achieve","%","absolute",false,null,null]}]]');
INSERT INTO "event" VALUES(2,1,NULL,NULL,NULL,3,0,1,'2003-08-29','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(3,1,NULL,NULL,1,NULL,0,1,'2003-11-03','forecast',NULL,NULL,NULL,NULL,NULL,NULL,'Feb. 2004','2004-02-01','2004-02-29',NULL,NULL,'two posts are vacant','Cabinet 17 November 2003, item 7','Ann Field','2003-11-18','[["value",{"Due":["Feb. 2004","2004-02-01","2004-02-29","month",false,null,null,null,null]}]]');
INSERT INTO "event" VALUES(4,1,1,NULL,NULL,NULL,0,1,'2004-04-30','actual','budget','2003-04',NULL,NULL,NULL,NULL,'13',NULL,NULL,1300000,'amount','one post was filled late','Cabinet 10 May 2004, item 6','Ann Field','2004-05-11','[["value",{"Money":["13","amount",1300000,null,null,100000,"",false,null,[]]}]]');
CREATE TABLE measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER NOT NULL REFERENCES recommendation (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  unit TEXT,
  of TEXT,
  plan TEXT CHECK (plan GLOB '[[{]*'),
  direction TEXT CHECK (direction IN ('rise', 'fall')),
  shows TEXT CHECK (shows GLOB '[[{]*')
) STRICT;
INSERT INTO "measure" VALUES(1,1,1,0,1,'1.1','Readers content with opening hours','%','readers','["4.2.1"]','rise','["1a"]');
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  post TEXT,
  aliases TEXT CHECK (aliases GLOB '[[{]*'),
  role TEXT,
  contact TEXT
) STRICT;
INSERT INTO "person" VALUES(1,1,0,1,'Ann Field','Head of Libraries','["Ann","AF"]','author','01234 567890');
CREATE TABLE profile (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER REFERENCES recommendation (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  stream TEXT NOT NULL CHECK (stream IN ('budget', 'savings', 'income')),
  heading TEXT,
  label TEXT
) STRICT;
INSERT INTO "profile" VALUES(1,1,NULL,0,1,'budget','Budget (£''000)','Total');
INSERT INTO "profile" VALUES(2,1,NULL,1,1,'savings',NULL,NULL);
INSERT INTO "profile" VALUES(3,1,NULL,2,1,'income',NULL,NULL);
INSERT INTO "profile" VALUES(4,1,1,0,1,'budget',NULL,NULL);
INSERT INTO "profile" VALUES(5,1,1,1,1,'savings',NULL,NULL);
INSERT INTO "profile" VALUES(6,1,1,2,1,'income',NULL,NULL);
CREATE TABLE quoted (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  place TEXT NOT NULL,
  total TEXT NOT NULL CHECK (total IN ('budget', 'savings', 'income', 'net')),
  value TEXT NOT NULL,
  value_pence INTEGER,
  value_kind TEXT,
  recommendation TEXT,
  readings TEXT
) STRICT;
INSERT INTO "quoted" VALUES(1,1,0,1,'section 6, line 2','budget','£104,000',10400000,'amount','1','[["value",{"Money":["\u00a3104,000","amount",10400000,null,null,100,"",false,null,[]]}]]');
CREATE TABLE recommendation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  wordings TEXT CHECK (wordings GLOB '[[{]*')
) STRICT;
INSERT INTO "recommendation" VALUES(1,1,0,1,'1','Open libraries when people can come','[{"place":"Appendix 2","text":"Open libraries at better hours"}]');
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  format INTEGER NOT NULL,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  title TEXT NOT NULL,
  authority TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  period TEXT NOT NULL,
  period_first TEXT,
  period_last TEXT,
  unit TEXT NOT NULL,
  unit_pence INTEGER,
  rounding TEXT NOT NULL CHECK (rounding IN ('exact', 'nearest', 'truncated')),
  funding TEXT CHECK (funding IN ('existing', 'new', 'grant')),
  net TEXT,
  net_pence INTEGER,
  net_kind TEXT,
  meeting TEXT CHECK (meeting GLOB '[[{]*'),
  abbreviations TEXT CHECK (abbreviations GLOB '[[{]*'),
  summary TEXT CHECK (summary GLOB '[[{]*'),
  processes TEXT CHECK (processes GLOB '[[{]*'),
  areas TEXT CHECK (areas GLOB '[[{]*'),
  promises TEXT CHECK (promises GLOB '[[{]*'),
  readings TEXT
) STRICT;
INSERT INTO "review" VALUES(1,0,3,1,'library-services-2003','Best value review of library services','Example County Council','2003-05-19','2003 – 2007','2003-04','2006-07','£''000',100000,'nearest','existing','£64k',6400000,'amount','{"body":"Cabinet","item":"7","time":"10.00 A.M.","report_of":"Director of Community Services"}','{"OPAC":"online public access catalogue"}','[{"text":"Open libraries when people can come","recommendation":"1"}]','[{"id":"a","text":"Asking readers and those who do not read"}]','[{"text":"Opening hours do not suit people at work","addressed_by":["1a"]}]','[{"text":"outcome measures and targets","place":"section 5","appendix":"Appendix 1","covers":["1"]}]','[["period",{"YearReading":["2003 \u2013 2007","2003-04 to 2006-07","2003-04-01","2007-03-31",false,[{"FinancialYear":[2003]},{"FinancialYear":[2004]},{"FinancialYear":[2005]},{"FinancialYear":[2006]}],null]}],["unit",{"Unit":["\u00a3''000",100000,"\u00a3k"]}],["net",{"Money":["\u00a364k","amount",6400000,null,null,100000,"k",false,null,[]]}]]');
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  review INTEGER NOT NULL UNIQUE REFERENCES review (id),
  text TEXT NOT NULL
) STRICT;
INSERT INTO "source" VALUES(1,1,1,'format    = 1
id        = "library-services-2003"
title     = "Best value review of library services"
authority = "Example County Council"
date      = 2003-05-19
period    = "2003 – 2007"
unit      = "£''000"
rounding  = "nearest"
funding   = "existing"
net       = "£64k"

[meeting]
body      = "Cabinet"
item      = "7"
time      = "10.00 A.M."
report_of = "Director of Community Services"

[abbreviations]
OPAC = "online public access catalogue"

[[person]]
name    = "Ann Field"
post    = "Head of Libraries"
aliases = ["Ann", "AF"]
role    = "author"
contact = "01234 567890"

[[summary]]
text           = "Open libraries when people can come"
recommendation = "1"

[[process]]
id   = "a"
text = "Asking readers and those who do not read"

[[area]]
text         = "Opening hours do not suit people at work"
addressed_by = ["1a"]

[[promise]]
text     = "outcome measures and targets"
place    = "section 5"
appendix = "Appendix 1"
covers   = ["1"]

[[quoted]]
place          = "section 6, line 2"
total          = "budget"
value          = "£104,000"
recommendation = "1"

[totals]
budget  = { total = 104, years = { "03-04" = 14, "04-05" = 30 }, heading = "Budget (£''000)", label = "Total" }
savings = { total = 40 }
income  = {}

[[recommendation]]
id       = "1"
text     = "Open libraries when people can come"
wordings = [{ place = "Appendix 2", text = "Open libraries at better hours" }]
costs    = [
  { column = "one-off", value = "£14k", part = "1a", funding = "new", year = "2003-04" },
  { column = "annual", value = 30, start = "04-05", end = "06-07", first = "£10k" },
  { column = "net potential savings", value = "£20k", depends_on = ["1a"], place = "section 6" },
]

[recommendation.profile]
budget  = { "03-04" = 14, "04-05" = 30, "05-06" = 30, "06-07" = 30, total = 104 }
savings = { "05-06" = 20, "06-07" = 20, total = 40 }
income  = {}

[[recommendation.measure]]
id        = "1.1"
text      = "Readers content with opening hours"
unit      = "%"
of        = "readers"
plan      = ["4.2.1"]
direction = "rise"
shows     = ["1a"]
targets   = [
  "From 61% in 2002 to 65% in 2003 and 70% in 2004",
  { value = "40 schools by July 2004", unit = "number", of = "schools" },
]

[[recommendation.measure.event]]
date     = 2003-10-06
kind     = "actual"
period   = "2002-03"
value    = "63%"
line     = 1
reason   = "the survey reached fewer readers than planned"
minute   = "Cabinet 3 November 2003, item 5"
by       = "Ann Field"
recorded = 2003-11-04

[[recommendation.part]]
id       = "1a"
text     = "Open ten libraries on Sundays"
start    = 2003-09-01
finish   = "Dec. 2003"
owner    = "Ann & Head of Personnel"
wordings = [{ place = "Appendix 2", text = "Open ten libraries at weekends" }]
steps    = [
  "Ask staff which Sundays they can work",
  { text = "Agree rotas", start = "June 2003", finish = "Aug. 2003", owner = "Ann" },
  { text = "Tell readers", event = [{ date = 2003-08-29, kind = "complete" }] },
]

[[recommendation.part.event]]
date     = 2003-11-03
kind     = "forecast"
value    = "Feb. 2004"
reason   = "two posts are vacant"
minute   = "Cabinet 17 November 2003, item 7"
by       = "Ann Field"
recorded = 2003-11-18

[[recommendation.event]]
date     = 2004-04-30
kind     = "actual"
stream   = "budget"
year     = "2003-04"
value    = 13
reason   = "one post was filled late"
minute   = "Cabinet 10 May 2004, item 6"
by       = "Ann Field"
recorded = 2004-05-11

[[waiver]]
code    = "FIN106"
address = "1/budget"
reason  = "the annual cost starts part way through the year"
by      = "Ann Field"
until   = 2004-03-31
');
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  action INTEGER NOT NULL REFERENCES action (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  text TEXT NOT NULL,
  start TEXT,
  start_earliest TEXT,
  start_latest TEXT,
  finish TEXT,
  finish_earliest TEXT,
  finish_latest TEXT,
  owner TEXT,
  owner_people TEXT CHECK (owner_people GLOB '[[{]*'),
  readings TEXT
) STRICT;
INSERT INTO "step" VALUES(1,1,1,0,1,'Ask staff which Sundays they can work',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "step" VALUES(2,1,1,1,1,'Agree rotas','June 2003','2003-06-01','2003-06-30','Aug. 2003','2003-08-01','2003-08-31','Ann','["Ann Field"]','[["start",{"Due":["June 2003","2003-06-01","2003-06-30","month",false,null,null,null,null]}],["finish",{"Due":["Aug. 2003","2003-08-01","2003-08-31","month",false,null,null,null,null]}],["owner",{"Owners":["Ann",[{"Owner":["Ann","person",false,null]}],false,null]}]]');
INSERT INTO "step" VALUES(3,1,1,2,1,'Tell readers',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  measure INTEGER NOT NULL REFERENCES measure (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  value TEXT NOT NULL,
  value_kind TEXT,
  unit TEXT,
  of TEXT,
  readings TEXT
) STRICT;
INSERT INTO "target" VALUES(1,1,1,0,1,'From 61% in 2002 to 65% in 2003 and 70% in 2004','absolute',NULL,NULL,'[["value",{"Target":["From 61% in 2002 to 65% in 2003 and 70% in 2004",{"Point":["61",{"Period":["2002","2002-01-01","2002-12-31",false]},""]},[{"Point":["65",{"Period":["2003","2003-01-01","2003-12-31",false]},""]},{"Point":["70",{"Period":["2004","2004-01-01","2004-12-31",false]},""]}],"increase","%","absolute",false,null,null]}]]');
INSERT INTO "target" VALUES(2,1,1,1,1,'40 schools by July 2004','absolute','number','schools','[["value",{"Target":["40 schools by July 2004",null,[{"Point":["40",{"Period":["Jul 2004","2004-07-01","2004-07-31",false]},""]}],"achieve","schools","absolute",false,null,null]}]]');
CREATE TABLE waiver (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL,
  address TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  until TEXT
) STRICT;
INSERT INTO "waiver" VALUES(1,1,0,1,'FIN106','1/budget','the annual cost starts part way through the year','Ann Field','2004-03-31');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE TRIGGER change_remains BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE UNIQUE INDEX profile_stream ON profile (review, ifnull(recommendation, 0), stream);
CREATE INDEX change_review ON change (review, number);
CREATE INDEX person_review ON person (review);
CREATE INDEX quoted_review ON quoted (review);
CREATE INDEX recommendation_review ON recommendation (review);
CREATE INDEX profile_recommendation ON profile (recommendation);
CREATE INDEX amount_review ON amount (review);
CREATE INDEX cost_line_review ON cost_line (review);
CREATE INDEX cost_line_recommendation ON cost_line (recommendation);
CREATE INDEX measure_review ON measure (review);
CREATE INDEX measure_recommendation ON measure (recommendation);
CREATE INDEX target_review ON target (review);
CREATE INDEX target_measure ON target (measure);
CREATE INDEX action_review ON action (review);
CREATE INDEX action_recommendation ON action (recommendation);
CREATE INDEX step_review ON step (review);
CREATE INDEX step_action ON step (action);
CREATE INDEX event_review ON event (review);
CREATE INDEX event_recommendation ON event (recommendation);
CREATE INDEX event_measure ON event (measure);
CREATE INDEX event_action ON event (action);
CREATE INDEX event_step ON event (step);
CREATE INDEX waiver_review ON waiver (review);
CREATE VIEW finance AS
SELECT review.ref AS review, recommendation.ref AS recommendation, profile.stream, amount.role, amount.label, amount.year,
  amount.value AS printed, amount.value_kind AS kind, amount.value_pence AS pence,
  CASE WHEN amount.value_pence < 0 THEN '-' ELSE '' END || (abs(amount.value_pence) / 100)
    || CASE WHEN amount.value_pence % 100 THEN printf('.%02d', abs(amount.value_pence) % 100) ELSE '' END AS pounds
FROM amount
JOIN profile ON profile.id = amount.profile
JOIN review ON review.id = amount.review
LEFT JOIN recommendation ON recommendation.id = profile.recommendation
ORDER BY review.ref, recommendation.position IS NULL, recommendation.position, profile.position, amount.position;
CREATE VIEW costs AS
SELECT review.ref AS review, recommendation.ref AS recommendation, cost_line.part, cost_line."column",
  coalesce(cost_line.funding, review.funding) AS funding, cost_line.value AS printed, cost_line.value_kind AS kind,
  cost_line.value_pence AS pence,
  CASE WHEN cost_line.value_pence < 0 THEN '-' ELSE '' END || (abs(cost_line.value_pence) / 100)
    || CASE WHEN cost_line.value_pence % 100 THEN printf('.%02d', abs(cost_line.value_pence) % 100) ELSE '' END AS pounds,
  cost_line.year_first AS year, cost_line.start_first AS from_year, cost_line.end_last AS to_year
FROM cost_line
JOIN recommendation ON recommendation.id = cost_line.recommendation
JOIN review ON review.id = cost_line.review
ORDER BY review.ref, recommendation.position, cost_line.position;
CREATE VIEW steps AS
SELECT review.ref AS review, action.ref AS action,
  action.ref || '/' || row_number() OVER (PARTITION BY step.action ORDER BY step.position) AS address, step.text,
  coalesce(step.owner, action.owner) AS owner, coalesce(step.finish_latest, action.finish_latest) AS planned_due,
  (SELECT CASE WHEN kind IN ('complete', 'mainstream') THEN date END FROM event
   WHERE event.step = step.id AND kind NOT IN ('start', 'resume', 'forecast', 're-baseline', 'note')
   ORDER BY date DESC, position DESC LIMIT 1) AS done_on,
  step.id AS step_id, step.action AS action_id
FROM step
JOIN action ON action.id = step.action
JOIN review ON review.id = step.review;
CREATE VIEW actions AS
SELECT review.ref AS review, recommendation.ref AS recommendation, action.ref AS action, action.text, action.owner,
  action.owner_people AS people, action.finish AS printed_due, action.finish_latest AS planned_due,
  coalesce((SELECT value_latest FROM event WHERE event.action = action.id AND kind = 're-baseline'
   ORDER BY date DESC, position DESC LIMIT 1), action.finish_latest) AS baseline_due,
  (SELECT CASE kind WHEN 'forecast' THEN value_latest END FROM event
   WHERE event.action = action.id AND kind IN ('forecast', 're-baseline')
   ORDER BY date DESC, position DESC LIMIT 1) AS forecast_due,
  (SELECT CASE WHEN kind IN ('complete', 'mainstream') THEN date END FROM event
   WHERE event.action = action.id AND kind NOT IN ('start', 'resume', 'forecast', 're-baseline', 'note')
   ORDER BY date DESC, position DESC LIMIT 1) AS done_on,
  (SELECT CASE WHEN kind IN ('complete', 'mainstream', 'delete', 'supersede') THEN kind END FROM event
   WHERE event.action = action.id AND kind NOT IN ('start', 'resume', 'forecast', 're-baseline', 'note')
   ORDER BY date DESC, position DESC LIMIT 1) AS ended,
  (SELECT count(*) FROM step WHERE step.action = action.id) AS steps,
  (SELECT count(done_on) FROM steps WHERE steps.action_id = action.id) AS steps_done
FROM action
JOIN recommendation ON recommendation.id = action.recommendation
JOIN review ON review.id = action.review
ORDER BY review.ref, recommendation.position, action.position;
CREATE VIEW outcomes AS
SELECT review.ref AS review, recommendation.ref AS recommendation, measure.ref AS measure, measure.text,
  coalesce(target.unit, measure.unit) AS unit, coalesce(target.of, measure.of) AS of, measure.direction,
  row_number() OVER (PARTITION BY measure.id ORDER BY target.position) AS line, target.value AS target,
  target.value_kind AS kind,
  (SELECT period || ': ' || value FROM event
   WHERE event.measure = measure.id AND event.kind = 'actual' AND (event.line IS NULL OR event.line =
     (SELECT count(*) FROM target AS above WHERE above.measure = measure.id AND above.position <= target.position))
   ORDER BY period_latest DESC, date DESC, position DESC LIMIT 1) AS latest_actual
FROM measure
JOIN recommendation ON recommendation.id = measure.recommendation
JOIN review ON review.id = measure.review
LEFT JOIN target ON target.measure = measure.id
ORDER BY review.ref, recommendation.position, measure.position, target.position;
CREATE VIEW progress AS
SELECT review.ref AS review, coalesce(action.ref, steps.address, measure.ref, recommendation.ref) AS address, event.date,
  event.kind, event.stream, coalesce(event.year, event.period) AS period, event.line, event.value,
  event.value_latest AS due, event.value_pence AS pence, event.reason, event.minute, event."by", event.recorded
FROM event
JOIN review ON review.id = event.review
LEFT JOIN action ON action.id = event.action
LEFT JOIN steps ON steps.step_id = event.step
LEFT JOIN measure ON measure.id = event.measure
LEFT JOIN recommendation ON recommendation.id = event.recommendation
ORDER BY review.ref, event.date, event.id;
CREATE VIEW changes AS
SELECT change.number, change.review, change.at, change."by", change.verb, change.what, change.address, change.reason,
  change.undoes, later.number AS undone_by
FROM change
LEFT JOIN change AS later ON later.undoes = change.number
ORDER BY change.number;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('review',1);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('quoted',1);
INSERT INTO "sqlite_sequence" VALUES('profile',6);
INSERT INTO "sqlite_sequence" VALUES('amount',12);
INSERT INTO "sqlite_sequence" VALUES('recommendation',1);
INSERT INTO "sqlite_sequence" VALUES('cost_line',3);
INSERT INTO "sqlite_sequence" VALUES('measure',1);
INSERT INTO "sqlite_sequence" VALUES('target',2);
INSERT INTO "sqlite_sequence" VALUES('event',5);
INSERT INTO "sqlite_sequence" VALUES('action',1);
INSERT INTO "sqlite_sequence" VALUES('step',3);
INSERT INTO "sqlite_sequence" VALUES('waiver',1);
INSERT INTO "sqlite_sequence" VALUES('source',1);
INSERT INTO "sqlite_sequence" VALUES('change',3);
COMMIT;
