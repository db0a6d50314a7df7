/// What an administrator of a cluster runs once, for psql: docs/manual/postgresql/roles.sql is the same text.
public enum PostgreSQLRoles {
  public static let script = #"""
    -- What a database administrator runs once in a cluster, and once for each further store, before `mdt init`:
    --
    --   psql -d postgres -v database=mdt -f roles.sql
    --
    -- Running it again changes nothing. It makes four roles and a database; it gives nobody a password, and who may connect
    -- as whom stays in pg_hba.conf and pg_ident.conf. `mdt init` and `mdt migrate`, run with mdt_owner, then set what each
    -- role may do with each table.
    --
    --   mdt_owner    owns the database and its tables; runs mdt init, mdt migrate and mdt copy. Nobody works with it.
    --   mdt_program  group: the program's rights. Each person's role, and each service's, is a member.
    --   mdt_reader   group: reads everything and changes nothing; for reports and backups.
    --   mdt_service  group: a host that knows by itself who is at the keyboard (an SSH forced command) and connects for many
    --                people. Whoever is a member may write in anybody's name.
    --
    -- A person:         CREATE ROLE jfrancis LOGIN IN ROLE mdt_program;
    -- Such a host:      CREATE ROLE mdt_host LOGIN IN ROLE mdt_program, mdt_service;
    -- Reports, backups: CREATE ROLE mdt_report LOGIN IN ROLE mdt_reader;

    \set ON_ERROR_STOP on
    \if :{?database}
    \else
      \set database mdt
    \endif

    BEGIN;
    -- Two administrators at once wait for each other.
    SELECT pg_advisory_xact_lock(7169141) \g /dev/null
    DO $roles$
    DECLARE wanted text;
    BEGIN
      FOREACH wanted IN ARRAY ARRAY['mdt_owner', 'mdt_program', 'mdt_reader', 'mdt_service'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
          EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
        END IF;
      END LOOP;
    END
    $roles$;
    ALTER ROLE mdt_owner LOGIN;
    ALTER ROLE mdt_program NOLOGIN;
    ALTER ROLE mdt_reader NOLOGIN;
    ALTER ROLE mdt_service NOLOGIN;
    COMMIT;

    -- Text is compared as bytes, and in UTF-8.
    SELECT format('CREATE DATABASE %I OWNER mdt_owner TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C''', :'database')
    WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = :'database') \gexec

    ALTER DATABASE :"database" OWNER TO mdt_owner;
    -- Neither does everybody connect, nor does anybody make temporary tables, which could stand in front of the store's.
    REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
    GRANT CONNECT ON DATABASE :"database" TO mdt_program, mdt_reader;

    \connect :"database"
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO mdt_program, mdt_reader;
    GRANT USAGE, CREATE ON SCHEMA public TO mdt_owner;

    """#
}
