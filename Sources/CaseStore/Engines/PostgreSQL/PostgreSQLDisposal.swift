/// Rows about a person go with the certificate of their record's destruction, and in no other way (decision 25). What
/// SQLite looks up in the condition of a trigger is looked up by a function here.
enum PostgreSQLDisposal {
  static let guarding = """
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
