// Collations. PostgreSQL can only rename them, move them and refresh their version.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind collation{
    .name = "collation",
    .query = R"sql(select 'pg_collation'::regclass::oid as class, c.oid, c.oid::regcollation::text as identity, n.nspname as schema, collname as name,
        quote_ident(left(collname, 55) || '_old') as aside, quote_ident(n.nspname) as in_schema,
        concat_ws(', ', 'provider = ' || case collprovider when 'c' then 'libc' when 'i' then 'icu' when 'b' then 'builtin' end,
            'locale = ' || quote_literal(coalesce(locale, case when collcollate = collctype then collcollate end)),
            case when collcollate <> collctype then 'lc_collate = ' || quote_literal(collcollate) end,
            case when collcollate <> collctype then 'lc_ctype = ' || quote_literal(collctype) end,
            'rules = ' || quote_literal(rules), case when not collisdeterministic then 'deterministic = false' end) as definition
        from (select oid, collname, collnamespace, collprovider, collisdeterministic,
            /*150000:*/collcollate/*else:*/case when collprovider = 'c' then collcollate::text end as collcollate/*end*/,
            /*150000:*/collctype/*else:*/case when collprovider = 'c' then collctype::text end as collctype/*end*/,
            /*150000:*/to_jsonb(pg_collation) ->> case when current_setting('server_version_num')::int >= 170000 then 'colllocale' else 'colliculocale' end
                /*else:*/case when collprovider = 'i' then collcollate::text end/*end*/ as locale,
            /*160000:*/collicurules/*else:*/null::text/*end*/ as rules from pg_collation where oid >= 16384) c
        join pg_namespace n on n.oid = collnamespace order by c.oid)sql",
    .create = "CREATE COLLATION {@} ({definition})",
    .drop = "DROP COLLATION {@}",
    .step_aside = "ALTER COLLATION {@} RENAME TO {aside}",
    .aside = "{in_schema}.{aside}",
    .converts = "::",
    .columns = {{"definition"}, {"aside", Ignored{}}, {"in_schema", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER COLLATION {@} RENAME TO ", .to_schema = "ALTER COLLATION {@} SET SCHEMA "},
    .owned = "select 'pg_collation'::regclass::oid, oid, collowner, collnamespace, 'COLLATION', oid::regcollation::text, null, null, null from pg_collation where oid >= 16384",
    .nodes = {"DefineStmt", "OBJECT_COLLATION"},
};

}  // namespace plumb::kind
