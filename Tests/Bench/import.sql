-- The limit of an import: the sqlite3 shell alone takes ./limit.csv into tables, the indexes and full text that lists and
-- finding need. Nothing is checked, and nothing survives a crash before the end.
.bail on
.mode csv
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -262144;
PRAGMA temp_store = MEMORY;
ATTACH ':memory:' AS m;
.import --schema m limit.csv flat
BEGIN;
CREATE TABLE patient AS SELECT rowid AS row_key, * FROM m.flat;
CREATE UNIQUE INDEX patient_number ON patient (nhs_number) WHERE nhs_number <> '';
CREATE INDEX patient_name ON patient (family_name, given_names);
CREATE TABLE risk_score AS SELECT rowid AS row_key, risk_model, risk_score, risk_unit, risk_run_on FROM m.flat;
CREATE INDEX risk_of ON risk_score (row_key);
CREATE TABLE enrolment AS SELECT rowid AS row_key, enrolment_status, enrolled_on, route, consent_basis, consent_on FROM m.flat;
CREATE INDEX enrolment_of ON enrolment (row_key);
CREATE TABLE caseload_entry (
  row_key INTEGER PRIMARY KEY, name_key TEXT, born_key TEXT, nhs_key TEXT, review_key TEXT, risk_key REAL,
  practice_key TEXT, enrolled_key TEXT, family_name TEXT, given_names TEXT, enrolment TEXT, search_text TEXT);
INSERT INTO caseload_entry SELECT rowid, lower(family_name || ' ' || given_names), born, nhs_number, '~',
  CAST(risk_score AS REAL), practice_code, enrolled_on, family_name, given_names, enrolment_status,
  lower(family_name || ' ' || given_names) FROM m.flat;
CREATE INDEX entry_name ON caseload_entry (
  name_key, row_key, family_name, given_names, born_key, nhs_key, practice_key, enrolment);
CREATE INDEX entry_review ON caseload_entry (review_key);
CREATE INDEX entry_risk ON caseload_entry (risk_key);
CREATE INDEX entry_born ON caseload_entry (born_key);
CREATE INDEX entry_nhs ON caseload_entry (nhs_key);
CREATE INDEX entry_practice_name ON caseload_entry (practice_key, name_key);
CREATE INDEX entry_practice_risk ON caseload_entry (practice_key, risk_key);
CREATE INDEX entry_practice_review ON caseload_entry (practice_key, review_key);
CREATE INDEX entry_enrolled ON caseload_entry (enrolled_key);
CREATE VIRTUAL TABLE name_search USING fts5 (
  words, content = '', detail = none, prefix = '1 2 3 4 5', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO name_search (rowid, words) SELECT row_key, search_text FROM caseload_entry;
COMMIT;
PRAGMA journal_mode = WAL;
