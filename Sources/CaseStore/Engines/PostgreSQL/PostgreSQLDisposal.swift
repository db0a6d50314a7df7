/// Rows about a person go with the certificate of their record's destruction, and in no other way (decision 25). What
/// SQLite looks up in the condition of a trigger is looked up by a function here.
enum PostgreSQLDisposal {
  static let statements = [guarding, destroying(of: Migration0008.ofPeople, "CREATE FUNCTION")]

  /// The same for the tables of people that later steps have added, to the one that has just been made.
  static func extended(to step: any Migration.Type) -> String {
    let later = Migrations.all.filter { $0.version <= step.version }.flatMap { $0.tablesOfPeople }
    return destroying(of: Migration0008.ofPeople + later, "CREATE OR REPLACE FUNCTION")
  }

  /// The one thing that the program's role does with its owner's rights, because it has none to delete anything itself:
  /// rows of somebody whose certificate is there, in the tables that are named.
  private static func destroying(of people: [String], _ create: String) -> String {
    """
    \(create) mdt_destroy(of_table text, person text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $body$
    DECLARE gone bigint;
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = person) THEN
        RAISE EXCEPTION 'there is no certificate of destruction' USING ERRCODE = 'MDT01';
      ELSIF of_table = 'patient' THEN
        DELETE FROM patient WHERE id = person;
      ELSIF of_table IN (\(list(Migration0008.ofPlans))) THEN
        EXECUTE format('DELETE FROM %I WHERE plan_id IN (SELECT id FROM care_plan WHERE patient_id = $1)', of_table)
          USING person;
      ELSIF of_table IN (\(list(people + ["care_plan"]))) THEN
        EXECUTE format('DELETE FROM %I WHERE patient_id = $1', of_table) USING person;
      ELSE
        RAISE EXCEPTION 'nothing of that table is destroyed' USING ERRCODE = 'MDT01';
      END IF;
      GET DIAGNOSTICS gone = ROW_COUNT;
      RETURN gone;
    END
    $body$
    """
  }

  private static func list(_ tables: [String]) -> String { tables.map { "'\($0)'" }.joined(separator: ", ") }

  private static let guarding = """
    CREATE FUNCTION mdt_refuse_without_certificate() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $body$
    DECLARE
      going jsonb := to_jsonb(OLD);
      person text;
    BEGIN
      IF TG_TABLE_NAME = 'patient' THEN
        person := going ->> 'id';
      ELSIF going ? 'patient_id' THEN
        person := going ->> 'patient_id';
      ELSE
        SELECT p.patient_id INTO person FROM care_plan p WHERE p.id = going ->> 'plan_id';
      END IF;
      IF EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = person) THEN RETURN OLD; END IF;
      RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'MDT01';
    END
    $body$
    """
}
