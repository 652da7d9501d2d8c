-- Prints what the server keeps beside its databases, without OIDs and passwords, and what it keeps of this database.
\set ON_ERROR_STOP 1
set search_path = '';
set timezone = 'UTC';
select 'role ' || (to_jsonb(r) - 'oid' - 'rolconfig' - 'rolvaliduntil' || jsonb_build_object('until', nullif(rolvaliduntil, 'infinity')))
    from pg_catalog.pg_roles r where rolname !~ '^pg_' order by rolname;
select 'member ' || (to_jsonb(a) - 'oid' - 'roleid' - 'member' - 'grantor') || ' ' || roleid::regrole || ' ' || member::regrole || ' ' || grantor::regrole as line
    from pg_catalog.pg_auth_members a where roleid >= 16384 or member >= 16384 order by 1;
select 'setting ' || coalesce(datname, '') || ' ' || coalesce(setrole::regrole::text, '') || ' ' || c as line
    from pg_catalog.pg_db_role_setting left join pg_catalog.pg_database d on d.oid = setdatabase, unnest(setconfig) c order by 1;
select 'comment ' || i.identity || ' ' || description as line
    from pg_catalog.pg_shdescription, pg_catalog.pg_identify_object(classoid, objoid, 0) i order by 1;
select 'label ' || i.identity || ' ' || provider || ' ' || label as line
    from pg_catalog.pg_shseclabel, pg_catalog.pg_identify_object(classoid, objoid, 0) i order by 1;
select 'database ' || datname || ' ' || datdba::regrole || ' ' || datconnlimit || datistemplate || ' ' || a::text as line
    from pg_catalog.pg_database, unnest(coalesce(datacl, acldefault('d', datdba))) a where datname = current_database() order by 1;
select count(*) > 0 as parameters from pg_catalog.pg_class where relname = 'pg_parameter_acl' \gset
\if :parameters
select 'parameter ' || parname || ' ' || a as line from pg_catalog.pg_parameter_acl, unnest(paracl) a order by 1;
\endif
