-- Schema 1. Printed text stands as printed; columns named after it (finish, finish_latest) hold how it is read.
-- Statements end with two semicolons, because those of a trigger end with one.

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
) STRICT;;

CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  review INTEGER NOT NULL UNIQUE REFERENCES review (id),
  text TEXT NOT NULL
) STRICT;;

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
) STRICT;;

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
) STRICT;;

CREATE TABLE recommendation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  ref TEXT NOT NULL,
  text TEXT NOT NULL,
  wordings TEXT CHECK (wordings GLOB '[[{]*')
) STRICT;;

CREATE TABLE profile (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL REFERENCES review (id),
  recommendation INTEGER REFERENCES recommendation (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  stream TEXT NOT NULL CHECK (stream IN ('budget', 'savings', 'income')),
  heading TEXT,
  label TEXT
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

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
) STRICT;;

CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END;;

CREATE TRIGGER change_remains BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'the log is only added to');
END;;

CREATE UNIQUE INDEX profile_stream ON profile (review, ifnull(recommendation, 0), stream);;
CREATE INDEX change_review ON change (review, number);;
CREATE INDEX person_review ON person (review);;
CREATE INDEX quoted_review ON quoted (review);;
CREATE INDEX recommendation_review ON recommendation (review);;
CREATE INDEX profile_recommendation ON profile (recommendation);;
CREATE INDEX amount_review ON amount (review);;
CREATE INDEX cost_line_review ON cost_line (review);;
CREATE INDEX cost_line_recommendation ON cost_line (recommendation);;
CREATE INDEX measure_review ON measure (review);;
CREATE INDEX measure_recommendation ON measure (recommendation);;
CREATE INDEX target_review ON target (review);;
CREATE INDEX target_measure ON target (measure);;
CREATE INDEX action_review ON action (review);;
CREATE INDEX action_recommendation ON action (recommendation);;
CREATE INDEX step_review ON step (review);;
CREATE INDEX step_action ON step (action);;
CREATE INDEX event_review ON event (review);;
CREATE INDEX event_recommendation ON event (recommendation);;
CREATE INDEX event_measure ON event (measure);;
CREATE INDEX event_action ON event (action);;
CREATE INDEX event_step ON event (step);;
CREATE INDEX waiver_review ON waiver (review);;

-- The views are for people who query the database themselves; bvtrack reads the tables.

CREATE VIEW finance AS
SELECT review.ref AS review, recommendation.ref AS recommendation, profile.stream, amount.role, amount.label, amount.year,
  amount.value AS printed, amount.value_kind AS kind, amount.value_pence AS pence,
  CASE WHEN amount.value_pence < 0 THEN '-' ELSE '' END || (abs(amount.value_pence) / 100)
    || CASE WHEN amount.value_pence % 100 THEN printf('.%02d', abs(amount.value_pence) % 100) ELSE '' END AS pounds
FROM amount
JOIN profile ON profile.id = amount.profile
JOIN review ON review.id = amount.review
LEFT JOIN recommendation ON recommendation.id = profile.recommendation
ORDER BY review.ref, recommendation.position IS NULL, recommendation.position, profile.position, amount.position;;

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
ORDER BY review.ref, recommendation.position, cost_line.position;;

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
JOIN review ON review.id = step.review;;

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
ORDER BY review.ref, recommendation.position, action.position;;

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
ORDER BY review.ref, recommendation.position, measure.position, target.position;;

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
ORDER BY review.ref, event.date, event.id;;

CREATE VIEW changes AS
SELECT change.number, change.review, change.at, change."by", change.verb, change.what, change.address, change.reason,
  change.undoes, later.number AS undone_by
FROM change
LEFT JOIN change AS later ON later.undoes = change.number
ORDER BY change.number;;
