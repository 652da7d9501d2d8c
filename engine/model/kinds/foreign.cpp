// Foreign data: wrappers, servers, user mappings and tables. Their columns, constraints and defaults are those of tables.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// Who may not see them cannot tell whether they differ.
bool unseen(const Change& change) { return change.old_object["unseen"] || change.new_object["unseen"]; }

/// The secret that goes is not written down anywhere.
Effect weigh_secrets(const Change& change) {
    return {.lock = Lock::none, .lossy = change.old_object["options"].value_or("").find("plumb_secret_") != std::string::npos};
}

}  // namespace

const Kind foreign_data_wrapper{
    .name = "foreign data wrapper",
    .query = R"sql(select 'pg_foreign_data_wrapper'::regclass::oid as class, oid, quote_ident(fdwname) as identity, fdwname as name,
        nullif(fdwhandler::oid, 0)::regproc as handler, nullif(fdwvalidator::oid, 0)::regproc as validator,
        )sql" GENERIC_OPTIONS("fdwoptions", SECRET_OPTION, "'wrapper ' || fdwname") R"sql( as options
        from pg_foreign_data_wrapper where oid >= 16384 order by oid)sql",
    .create = "CREATE FOREIGN DATA WRAPPER {@}[ HANDLER {handler}][ VALIDATOR {validator}][ OPTIONS ({options})]",
    .drop = "DROP FOREIGN DATA WRAPPER {@}",
    .alter = "ALTER FOREIGN DATA WRAPPER {@} ",
    .columns = {{"handler", "[HANDLER {handler}][!handler NO HANDLER]", {.lock = Lock::none}},
                {"validator", "[VALIDATOR {validator}][!validator NO VALIDATOR]", {.lock = Lock::none}},
                {.name = "options", .change = &change_generic_options, .weigh = &weigh_secrets}},
    .drops = {.lock = Lock::none},
    .owned = R"sql(select 'pg_foreign_data_wrapper'::regclass::oid, oid, fdwowner, null, 'FOREIGN DATA WRAPPER', quote_ident(fdwname), fdwacl, 'FOREIGN DATA WRAPPER', 'F'
        from pg_foreign_data_wrapper where oid >= 16384)sql",
    .nodes = {"CreateFdwStmt", "AlterFdwStmt", "OBJECT_FDW"},
};

const Kind server{
    .name = "foreign server",
    .query = R"sql(select 'pg_foreign_server'::regclass::oid as class, s.oid, quote_ident(srvname) as identity, srvname as name,
        quote_literal(srvtype) as type, quote_literal(srvversion) as version, quote_ident(fdwname) as wrapper,
        )sql" GENERIC_OPTIONS("srvoptions", SECRET_OPTION, "'server ' || srvname") R"sql( as options
        from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = srvfdw where s.oid >= 16384 order by s.oid)sql",
    .create = "CREATE SERVER {@}[ TYPE {type}][ VERSION {version}] FOREIGN DATA WRAPPER {wrapper}[ OPTIONS ({options})]",
    .drop = "DROP SERVER {@}",
    .alter = "ALTER SERVER {@} ",
    .columns = {{"type"}, {"version", "VERSION {version|NULL}", {.lock = Lock::none}}, {"wrapper"},
                {.name = "options", .change = &change_generic_options, .weigh = &weigh_secrets}},
    .drops = {.lock = Lock::none},
    .owned = R"sql(select 'pg_foreign_server'::regclass::oid, oid, srvowner, null, 'SERVER', quote_ident(srvname), srvacl, 'FOREIGN SERVER', 'S'
        from pg_foreign_server where oid >= 16384)sql",
    .nodes = {"CreateForeignServerStmt", "AlterForeignServerStmt", "OBJECT_FOREIGN_SERVER"},
};

// Who may not read the catalog must not even name it: what query_to_xml is told is looked up when it is reached. The view shows such
// a role the options that it may see (manual, pg_user_mappings).
const Kind user_mapping{
    .name = "user mapping",
    .query = R"sql(with readable as (select has_table_privilege('pg_user_mapping', 'select') as all),
        mapping as (select m.umid, m.srvid, m.srvname, m.umuser, m.usename, case when r.all then array(select jsonb_array_elements_text(j))
            else m.umoptions end as umoptions, not r.all and not (case when umuser = 0 then pg_has_role(srvowner, 'USAGE') else usename = current_user
                and (pg_has_role(srvowner, 'USAGE') or has_server_privilege(srvid, 'USAGE')) end) as unseen
            from readable r cross join pg_user_mappings m join (select oid, srvowner from pg_foreign_server) s on s.oid = srvid
            left join lateral xmltable('/table/row' passing query_to_xml(case when r.all
                then 'select to_jsonb(umoptions) as j from pg_user_mapping where oid = ' || umid else 'select null as j' end, false, false, '') columns j jsonb) x on r.all)
        select 'pg_user_mapping'::regclass::oid as class, umid as oid,
        case when umuser = 0 then 'PUBLIC' else quote_ident(usename) end || ' SERVER ' || quote_ident(srvname) as identity, usename || ' ' || srvname as name,
        )sql" GENERIC_OPTIONS("umoptions", "option_name not in ('user', 'username', 'password_required', 'sslcert', 'sslkey')",
                              "'mapping ' || usename || ' ' || srvname") R"sql( as options, case when unseen then 'options' end as unseen,
            -- A secret that is dropped is nowhere else.
            unseen or exists (select from pg_options_to_table(umoptions) where option_name not in ('user', 'username', 'password_required', 'sslcert', 'sslkey')) as holds_data
        from mapping where umid >= 16384 order by umid)sql",
    .create = "CREATE USER MAPPING FOR {@}[ OPTIONS ({options})]",
    .drop = "DROP USER MAPPING FOR {@}",
    .alter = "ALTER USER MAPPING FOR {@} ",
    .columns = {{.name = "options", .change = &change_generic_options, .weigh = &weigh_secrets, .alike = &unseen}, {"unseen", Ignored{}}},
    .drops = {.lock = Lock::none},
    .nodes = {"CreateUserMappingStmt", "AlterUserMappingStmt"},
};

const Kind foreign_table{
    .name = "foreign table",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, c.oid::regclass::text as identity, n.nspname as schema, c.relname as name,
        )sql" INHERITS R"sql(, quote_ident(srvname) as server,
        )sql" GENERIC_OPTIONS("ftoptions", SECRET_OPTION, "'table ' || c.oid::regclass") R"sql( as options
        from pg_foreign_table join pg_class c on c.oid = ftrelid join pg_namespace n on n.oid = relnamespace
        join pg_foreign_server s on s.oid = ftserver where c.oid >= 16384 order by c.oid)sql",
    .create = "CREATE FOREIGN TABLE {@} ([\n    {+}\n])[\nINHERITS ({inherits_list})]\nSERVER {server}[\nOPTIONS ({options})]",
    .drop = "DROP FOREIGN TABLE {@}",
    .alter = "ALTER FOREIGN TABLE {@} ",
    .separator = ",\n    ",
    .columns = {{.name = "inherits", .change = &change_parents, .in_create = true}, {"inherits_list", Ignored{}}, {"server"},
                {.name = "options", .change = &change_generic_options, .weigh = &weigh_secrets}},
    .drops = {.hazards = {Hazard::breaks_queries}},
    .privileges = "TABLE {@}",
    .privileges_of = "TABLES",
    .owned = OWNED_RELATION("'f'", "FOREIGN TABLE", "TABLE", "r"),
    .nodes = {"CreateForeignTableStmt", "OBJECT_FOREIGN_TABLE", "OBJECT_TABLE"},
};

}  // namespace plumb::kind
