/// The settings with their units and what each rests on (spec 0.4), the calendar, and what the store is.
extension Migration0001 {
  static let settings = """
    CREATE TABLE store (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      installation TEXT NOT NULL,
      demo_mode INTEGER NOT NULL CHECK (demo_mode IN (0, 1)),
      generation INTEGER NOT NULL DEFAULT 1,
      listed_on TEXT NOT NULL CHECK (length(listed_on) = 10),
      clock_offset INTEGER NOT NULL DEFAULT 0 CHECK (clock_offset = 0 OR demo_mode = 1),
      created_at TEXT NOT NULL CHECK (length(created_at) = 20)
    ) STRICT;

    CREATE TABLE bank_holiday (
      date TEXT NOT NULL CHECK (length(date) = 10),
      nation TEXT NOT NULL CHECK (nation IN ('england-and-wales', 'scotland', 'northern-ireland')),
      name TEXT NOT NULL,
      PRIMARY KEY (nation, date)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      unit TEXT NOT NULL,
      basis TEXT NOT NULL,
      row_version INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE setting_history (
      key TEXT NOT NULL REFERENCES setting (key),
      row_version INTEGER NOT NULL,
      value TEXT NOT NULL,
      changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
      changed_by TEXT NOT NULL REFERENCES staff (id),
      reason TEXT NOT NULL,
      PRIMARY KEY (key, row_version)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO setting (key, value, unit, basis) VALUES
      ('mdt.cutoff_hours', '48', 'hours', 'cases fed in up to two days before (S29)'),
      ('mdt.list_circulate_hours', '24', 'hours', 'the list is out at least 24 hours before (S30)'),
      ('mdt.max_cases', '10', 'cases', 'our own default; NW London saw 5.75 a meeting (S17)'),
      ('mdt.case_minutes', '8', 'minutes', 'our own default; no published figure was found'),
      ('mdt.length_minutes', '90', 'minutes', 'our own default'),
      ('mdt.interval_days', '28', 'days', 'monthly: Newham, Looe, West Malling (S25, S29, S26)'),
      ('mdt.minutes_issue_workdays', '2', 'working days', 'our own default'),
      ('huddle.length_minutes', '15', 'minutes', 'about 10 minutes standing round the board (S32, S33)'),
      ('action.default_due_days', '14', 'days', 'our own default; before the next meeting'),
      ('action.accept_workdays', '2', 'working days', 'our own default; an absent owner must accept'),
      ('action.escalate_owner_days', '1', 'days', 'our own default'),
      ('action.escalate_coordinator_days', '7', 'days', 'our own default'),
      ('action.escalate_chair_days', '14', 'days', 'our own default'),
      ('plan.review_max_days', '365', 'days', 'at least every 12 months (S36)'),
      ('plan.first_review_min_days', '42', 'days', '6 weeks after a new or changed social care plan (S36)'),
      ('plan.first_review_max_days', '56', 'days', '8 weeks after a new or changed social care plan (S36)'),
      ('crisis.interim_days', '28', 'days', 'our own default'),
      ('crisis.confirmed_review_days', '182', 'days', 'our own default; earlier on a change or on request (S12c)'),
      ('enrol.notify_days', '21', 'days', 'named accountable GP told within 21 days of joining (S35)'),
      ('discharge.contact_days', '3', 'days', 'follow-up after discharge: 2014/15 enhanced service, to be confirmed'),
      ('sw.response_minutes', '60', 'minutes', 'AAU and ED response within the hour (S1, S50)'),
      ('sw.service_from', '09:00', 'time', 'daily 09:00 to 20:00 (S1)'),
      ('sw.service_to', '20:00', 'time', 'daily 09:00 to 20:00 (S1)'),
      ('rapid.response_minutes', '120', 'minutes', 'Tower Hamlets rapid response within two hours (S51)'),
      ('risk.target_percentile', '80', 'percentile', 'the top 20% (S1)'),
      ('caseload.band_red', '1.10', 'of capacity', 'traffic lights as in probation (S39b)'),
      ('caseload.band_amber', '1.00', 'of capacity', 'traffic lights as in probation (S39b)'),
      ('audit.retention_years', '8', 'years', 'at least 8 and never shorter than the record (S54, S55)');

    INSERT INTO bank_holiday (nation, date, name) VALUES
      ('england-and-wales', '2015-12-25', 'Christmas Day'),
      ('england-and-wales', '2015-12-28', 'Boxing Day (substitute day)'),
      ('england-and-wales', '2016-01-01', 'New Year''s Day'),
      ('england-and-wales', '2016-03-25', 'Good Friday'),
      ('england-and-wales', '2016-03-28', 'Easter Monday'),
      ('england-and-wales', '2016-05-02', 'Early May bank holiday'),
      ('england-and-wales', '2016-05-30', 'Spring bank holiday'),
      ('england-and-wales', '2016-08-29', 'Summer bank holiday'),
      ('england-and-wales', '2016-12-26', 'Boxing Day'),
      ('england-and-wales', '2016-12-27', 'Christmas Day (substitute day)');
    """
}
