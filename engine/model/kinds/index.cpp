// Indexes that back no constraint, and the partitions of partitioned indexes.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// No statement makes one that failed.
bool fails_no_more(const Change& change) { return !change.old_object["invalid"]; }

}  // namespace

const Kind index{
    .name = "index",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, c.oid::regclass::text as identity, n.nspname as schema, relname as name,
        'pg_class'::regclass::oid as of_class, indrelid as of_oid, pg_get_indexdef(c.oid) as definition,
        case relkind when 'I' then overlay(pg_get_indexdef(c.oid) placing ' ON '
            from position(quote_ident(relname) || ' ON ONLY ' in pg_get_indexdef(c.oid)) + length(quote_ident(relname)) for 9) end as definition_everywhere,
        null as dynamic, case when indisreplident then 'true' end as identifies,
        case when not indisvalid and relkind = 'i' then 'invalid' end as invalid, quote_ident(spcname) as tablespace,
        case when st.set then st.clauses end as statistics, st.reset
        from pg_index join pg_class c on c.oid = indexrelid join pg_namespace n on n.oid = relnamespace
        left join pg_tablespace ts on ts.oid = reltablespace
        cross join lateral (select bool_or(attstattarget >= 0) as set,
                string_agg('ALTER COLUMN ' || attnum || ' SET STATISTICS ' || coalesce(attstattarget, -1), ', ' order by attnum) as clauses,
                string_agg('ALTER COLUMN ' || attnum || ' SET STATISTICS -1', ', ' order by attnum) as reset
            from pg_attribute where attrelid = c.oid and indexprs is not null and attnum <= indnkeyatts and indkey[attnum - 1] = 0) st
        where c.oid >= 16384 and relpersistence <> 't' and nspname not like 'pg\_%'
            and not exists (select from pg_constraint where conindid = c.oid and contype in ('p', 'u', 'x'))
        order by c.oid)sql",
    .create = "[!dynamic {definition}][{dynamic}{definition_everywhere}]",
    .drop = "DROP INDEX {@}",
    .alter = "ALTER INDEX {@} ",
    .columns = {{"definition", Replace{}, {}, Compare::expression}, {"definition_everywhere", Ignored{}}, {"dynamic", Ignored{}}, {"identifies", Ignored{}}, {.name = "invalid", .alike = &fails_no_more},
                {"tablespace", "SET TABLESPACE {tablespace|pg_default}", {.rewrites = true}},
                {"statistics", "{statistics}[!statistics {reset}]", {.lock = Lock::share_update_exclusive}}, {"reset", Ignored{}}},
    .creates = {.lock = Lock::share, .scans = true},
    .renames = {.to = "ALTER INDEX {@} RENAME TO ", .effect = {.lock = Lock::share_update_exclusive}, .follows = true},
    .follows = Follows::one,
    .chosen = true,
    .judges = true,
    .nodes = {"IndexStmt", "OBJECT_INDEX"},
};

/// Which index of the parent an index of a partition belongs to. ATTACH PARTITION of the table makes it by itself; nothing undoes it
/// but the drop of the parent's index. It passes over one that is not valid.
const Kind index_partition{
    .name = "index partition",
    .query = R"sql(select inhrelid::regclass::text as identity, n.nspname as schema, 'pg_class'::regclass::oid as class, inhrelid as oid, -4 as sub,
        'pg_class'::regclass::oid as of_class, indrelid as of_oid, -1 as of_sub,
        inhparent::regclass::text as parent, has_twin or not indisvalid as apart,
        case when not indisvalid then 'true' end as passed_over
        from pg_inherits join (select indexrelid, indrelid, indisvalid, )sql" INDEX_HAS_TWIN R"sql( as has_twin from pg_index where indrelid in (select inhrelid from pg_inherits)) i on indexrelid = inhrelid join pg_class c on c.oid = inhrelid
        join pg_namespace n on n.oid = relnamespace
        where inhrelid >= 16384 and not exists (select from pg_constraint where conindid = inhrelid and contype = 'x') order by inhrelid)sql",
    .create = "ALTER INDEX {parent} ATTACH PARTITION {@}",
    .drop = nullptr,
    .inside = "",
    .columns = {{"parent"}, {"passed_over", Ignored{}}},
    .creates = {.lock = Lock::share_update_exclusive},
    .follows = Follows::all,
    .dependencies = R"sql(select 1259, inhrelid, -4, 1259, r, 0, 'a' from pg_inherits join pg_index on indexrelid = inhrelid
        cross join unnest(array[inhrelid, inhparent]) r where inhrelid >= 16384)sql",
};

}  // namespace plumb::kind
