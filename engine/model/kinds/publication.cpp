// Publications, and what they publish: each table and each schema comes and goes on its own.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind publication{
    .name = "publication",
    .query = R"sql(select 'pg_publication'::regclass::oid as class, p.oid, quote_ident(pubname) as identity, pubname as name,
        case when puballtables then 'ALL TABLES' end as all_tables, case when puballtables then '*' end as carries,
        case when publish <> 'insert, update, delete, truncate' then quote_literal(publish) end as publish,
        case when pubviaroot then 'true' end as via_root, generated,
        nullif(concat_ws(', ', case when publish <> 'insert, update, delete, truncate' then 'publish = ' || quote_literal(publish) end,
            case when pubviaroot then 'publish_via_partition_root = true' end, 'publish_generated_columns = ' || generated), '') as options
        from pg_publication p cross join lateral (select concat_ws(', ', case when pubinsert then 'insert' end, case when pubupdate then 'update' end,
                case when pubdelete then 'delete' end, case when pubtruncate then 'truncate' end) as publish,
            /*180000:*/case pubgencols when 's' then 'stored' end/*else:*/null/*end*/ as generated) o
        where p.oid >= 16384 order by p.oid)sql",
    .create = "CREATE PUBLICATION {@}[ FOR {all_tables}][ WITH ({options})]",
    .drop = "DROP PUBLICATION {@}",
    .alter = "ALTER PUBLICATION {@} SET ",
    .columns = {{"all_tables"},
                {.name = "publish", .change = "(publish = {publish|'insert, update, delete, truncate'})", .effect = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}}, .in_create = true},
                {.name = "via_root", .change = "(publish_via_partition_root = {via_root|false})", .effect = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}}, .in_create = true},
                {.name = "generated", .change = "(publish_generated_columns = {generated|none})", .effect = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}}, .in_create = true, .since = 180000},
                {"options", Ignored{}}, {"carries", Ignored{}}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}},
    .owned = R"sql(select 'pg_publication'::regclass::oid, oid, pubowner, null, 'PUBLICATION', quote_ident(pubname), null, null, null
        from pg_publication where oid >= 16384)sql",
    .nodes = {"CreatePublicationStmt", "AlterPublicationStmt", "OBJECT_PUBLICATION"},
};

/// PostgreSQL can replace the whole list of tables, but change none of them.
const Kind published_table{
    .name = "published table",
    .query = R"sql(select 'pg_publication_rel'::regclass::oid as class, r.oid, quote_ident(pubname) || ' TABLE ' || prrelid::regclass as identity,
        'pg_publication'::regclass::oid as of_class, prpubid as of_oid, quote_ident(pubname) as publication, prrelid::regclass as "table",
        /*150000:*/(select string_agg(quote_ident(attname), ', ' order by attname) from pg_attribute where attrelid = prrelid and attnum = any (prattrs))
            /*else:*/null::text/*end*/ as "columns",
        /*150000:*/pg_get_expr(prqual, prrelid)/*else:*/null::text/*end*/ as filter
        from pg_publication_rel r join pg_publication p on p.oid = prpubid where r.oid >= 16384 order by r.oid)sql",
    .create = "ALTER PUBLICATION {publication} ADD TABLE ONLY {table}[ ({columns})][ WHERE ({filter})]",
    .drop = "ALTER PUBLICATION {publication} DROP TABLE ONLY {table}",
    .columns = {{"publication", Ignored{}}, {"table", Ignored{}}, {.name = "columns", .since = 150000}, {.name = "filter", .compare = Compare::expression, .since = 150000}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}},
};

const Kind published_schema{
    .name = "published schema",
    .query = R"sql(/*150000:*/select 'pg_publication_namespace'::regclass::oid as class, r.oid, quote_ident(pubname) || ' SCHEMA ' || quote_ident(nspname) as identity,
        'pg_publication'::regclass::oid as of_class, pnpubid as of_oid, quote_ident(pubname) as publication, quote_ident(nspname) as in_schema, nspname as carries
        from pg_publication_namespace r join pg_publication p on p.oid = pnpubid join pg_namespace n on n.oid = pnnspid where r.oid >= 16384 order by r.oid
        /*else:*/select null::oid as class, null::oid as oid, null as identity, null::text as publication, null::text as in_schema, null::text as carries where false/*end*/)sql",
    .create = "ALTER PUBLICATION {publication} ADD TABLES IN SCHEMA {in_schema}",
    .drop = "ALTER PUBLICATION {publication} DROP TABLES IN SCHEMA {in_schema}",
    .columns = {{"publication", Ignored{}}, {"in_schema", Ignored{}}, {"carries", Ignored{}}},
    .drops = {.lock = Lock::none, .hazards = {Hazard::breaks_replication}},
};

}  // namespace plumb::kind
