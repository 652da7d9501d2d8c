// Tables, without what other kinds say of them: columns, constraints, partition bounds, replica identity.
#include <algorithm>
#include <map>
#include <sstream>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

std::vector<std::string> parents(const Object& table) {
    std::vector<std::string> out;
    std::stringstream text(table["inherits"].value_or(""));
    // A newline separates: quote_ident leaves newlines in, but a name that holds one is refused by the query's check.
    for (std::string parent; std::getline(text, parent, '\x01');) out.push_back(parent);
    return out;
}

}  // namespace

std::optional<std::vector<std::string>> change_parents(const Change& change) {
    auto olds = parents(change.old_object), news = parents(change.new_object);
    std::vector<std::string> statements;
    const std::string alter = "ALTER TABLE " + change.new_object.identity;
    for (const auto& parent : olds)
        if (std::find(news.begin(), news.end(), parent) == news.end()) statements.push_back(alter + " NO INHERIT " + parent);
    for (const auto& parent : news)
        if (std::find(olds.begin(), olds.end(), parent) == olds.end()) statements.push_back(alter + " INHERIT " + parent);
    return statements;
}

namespace {

/// Before 15 there is no way but to make it anew, for a partitioned table before 17 (manual, ALTER TABLE).
std::optional<std::vector<std::string>> change_access_method(const Change& change) {
    int since = change.new_object["partition_key"] ? 170000 : 150000;
    if (std::min(change.from.server_version, change.to.server_version) < since) return std::nullopt;
    return std::vector{render("ALTER TABLE {@} SET ACCESS METHOD [{access_method}][!access_method {default_method}]", change.new_object)};
}

}  // namespace

const Kind table{
    .name = "table",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, c.oid::regclass::text as identity, n.nspname as schema, c.relname as name,
        c.relkind = 'r' as holds_data, case when c.relpersistence = 'u' then 'UNLOGGED' end as persistence,
        )sql" INHERITS R"sql(, case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key,
        case when am.amname <> current_setting('default_table_access_method') then quote_ident(am.amname) end as access_method,
        case when c.relkind = 'p' then 'DEFAULT' else quote_ident(current_setting('default_table_access_method')) end as default_method,
        case when set then (select string_agg(o, ', ' order by o) from (select quote_ident(split_part(o, '=', 1)) || ' = '
                || quote_literal(substr(o, strpos(o, '=') + 1)) as o from unnest(c.reloptions) o
            union all select 'toast.' || quote_ident(split_part(o, '=', 1)) || ' = '
                || quote_literal(substr(o, strpos(o, '=') + 1)) from unnest(toast.reloptions) o) x) end as options,
        case when set then (select string_agg(o, ', ') from (select quote_ident(split_part(o, '=', 1)) || ' = '
                || quote_literal(substr(o, strpos(o, '=') + 1)) as o from unnest(c.reloptions) o
            union all select 'toast.' || quote_ident(split_part(o, '=', 1)) || ' = '
                || quote_literal(substr(o, strpos(o, '=') + 1)) from unnest(toast.reloptions) o) x) end as options_list,
        quote_ident(ts.spcname) as tablespace,
        case when c.relrowsecurity then 'ENABLE' end as row_security, case when c.relforcerowsecurity then 'FORCE' end as force_row_security,
        row_key, row_match, row_literal, null::text as fill, sent.published, case when sent.refuses like 'UPDATE%' then 'true' end as update_fails, sent.refuses
        from (select * from pg_class where relkind in ('r', 'p') and oid >= 16384 and relpersistence <> 't') c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_am am on am.oid = c.relam left join pg_class toast on toast.oid = c.reltoastrelid
        left join pg_tablespace ts on ts.oid = c.reltablespace
        cross join lateral (select coalesce(c.reloptions, toast.reloptions) is not null as set) o
        -- Who publishes whole rows of it, and what it refuses because nothing tells subscribers which row that was.
        cross join lateral (select string_agg(distinct quote_ident(pubname), ', ') filter (where whole) as published,
                case when bool_or(pubupdate or pubdelete) and c.relkind = 'r' and c.relreplident <> 'f' and not exists (select from pg_index
                    where indrelid = c.oid and case c.relreplident when 'd' then indisprimary else indisreplident end)
                    then concat_ws(' and ', case when bool_or(pubupdate) then 'UPDATE' end, case when bool_or(pubdelete) then 'DELETE' end) end as refuses
            from pg_publication p left join pg_publication_rel on prpubid = p.oid and (prrelid = c.oid
                or c.relispartition and prrelid in (select a from pg_partition_ancestors(c.oid) a))
            cross join lateral (select puballtables or prrelid is not null/*150000:*/ and prattrs is null or exists (select from pg_publication_namespace
                where pnpubid = p.oid and pnnspid = c.relnamespace)/*else:*//*end*/ as whole) w
            where c.relpersistence = 'p' and (whole or prrelid is not null)) sent
        -- The key that tells its rows apart, of several the primary one; not with children whose rows it does not see.
        left join (select distinct on (indrelid) indrelid, row_key, row_match, row_literal from (select indexrelid, indrelid, indisprimary,
                    string_agg(quote_ident(attname), ', ' order by n) as row_key,
                    string_agg('a.' || quote_ident(attname) || ' = ' || indrelid::regclass || '.' || quote_ident(attname), ' and ' order by n) as row_match,
                    string_agg('quote_literal(' || quote_ident(attname) || '::text)', ' || '', '' || ' order by n) as row_literal
                -- In one join, and not in one for each index; all columns of the key are there, or it may hold NULL.
                from (select indexrelid, indrelid, indisprimary, indnkeyatts, k.* from pg_index cross join lateral unnest(indkey[0:indnkeyatts - 1]) with ordinality k (attnum, n)
                    where indrelid >= 16384 and indisunique and indimmediate and indisvalid and indpred is null and indexprs is null offset 0) i
                    join pg_attribute a on attrelid = indrelid and a.attnum = i.attnum and attnotnull and a.attnum > 0
                group by indexrelid, indrelid, indisprimary, indnkeyatts having count(*) = indnkeyatts) x
            order by indrelid, indisprimary desc, indexrelid) k on k.indrelid = c.oid and not (c.relkind = 'r' and c.relhassubclass)
        order by c.oid)sql",
    .create = "CREATE [{persistence} ]TABLE {@} ([\n    {+}\n])[\nINHERITS ({inherits_list})][\nPARTITION BY {partition_key}]"
              "[\nUSING {access_method}][\nWITH ({options_list})][\nTABLESPACE {tablespace}]",
    .drop = "DROP TABLE {@}",
    .alter = "ALTER TABLE {@} ",
    .separator = ",\n    ",
    .columns = {{"persistence", "SET {persistence|LOGGED}", {.rewrites = true}},
                {.name = "inherits", .change = &change_parents, .in_create = true},
                {"inherits_list", Ignored{}},
                {"partition_key", Replace{}, {}, Compare::expression},
                {"access_method", &change_access_method, {.rewrites = true}},
                {"default_method", Ignored{}},
                {.name = "options", .change = &change_options, .effect = {.lock = Lock::share_update_exclusive}, .in_create = true},
                {"options_list", Ignored{}},
                {"tablespace", "SET TABLESPACE {tablespace|pg_default}", {.rewrites = true}},
                {"row_security", "{row_security|DISABLE} ROW LEVEL SECURITY", {.hazards = {Hazard::changes_access}}},
                {"force_row_security", "{force_row_security|NO FORCE} ROW LEVEL SECURITY", {.hazards = {Hazard::changes_access}}},
                {"row_key", Ignored{}},
                {"row_match", Ignored{}},
                {"row_literal", Ignored{}},
                {"fill", Ignored{}}, {"published", Ignored{}}, {"update_fails", Ignored{}}, {"refuses", Ignored{}}},
    .drops = {.hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TABLE {@} RENAME TO ", .to_schema = "ALTER TABLE {@} SET SCHEMA ", .effect = {.hazards = {Hazard::breaks_queries}}},
    .privileges = "TABLE {@}",
    .privileges_of = "TABLES",
    .owned = OWNED_RELATION("'r', 'p'", "TABLE", "TABLE", "r"),
    .nodes = {"CreateStmt", "CreateTableAsStmt", "OBJECT_TABLE"},
    .data = Data{.fill = "INSERT INTO {@} {fill}",
                 .archive = {"LOCK TABLE ONLY {@} IN ACCESS EXCLUSIVE MODE",
                             "CREATE TABLE {archive} AS SELECT[ {kept}] FROM ONLY {@}",
                             "[ALTER TABLE {archive} ADD PRIMARY KEY ({key})]"},
                 .restore = "[({names}) ]OVERRIDING SYSTEM VALUE SELECT[ {back}] FROM {archive}",
                 .held = "SELECT count(*) FROM ONLY {@}"},
};

/// A partition is a table that is attached: made with its own columns and indexes first, so that ATTACH adopts them under their names.
const Kind partition{
    .name = "partition",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, -1 as sub, c.oid::regclass::text as identity, n.nspname as schema,
        'pg_class'::regclass::oid as of_class, c.oid as of_oid, inhparent::regclass::text as parent,
        pg_get_expr(c.relpartbound, c.oid) as bound, inhparent::regclass::text as also_locks,
        -- Clones of the parent's constraints that are no objects become ones when it leaves.
        (select string_agg('DROP CONSTRAINT IF EXISTS ' || quote_ident(k.conname), ', ' order by k.oid) from pg_constraint k
            join pg_constraint of_parent on of_parent.oid = k.conparentid where k.conrelid = c.oid and k.contype in ('f', 'x')
            and of_parent.conrelid = inhparent) as clones
        from pg_class c join pg_inherits on inhrelid = c.oid join pg_namespace n on n.oid = relnamespace
        where c.relispartition and c.relkind in ('r', 'p', 'f') and c.oid >= 16384 order by c.oid)sql",
    .create = "ALTER TABLE {parent} ATTACH PARTITION {@} {bound}",
    .drop = "ALTER TABLE {parent} DETACH PARTITION {@}",
    .after_drop = {"[ALTER TABLE {@} {clones}]"},
    .columns = {{"parent"}, {"bound"}, {"clones", Ignored{}}},
    .creates = {.lock = Lock::share_update_exclusive, .scans = true},
    .excludes = true,
    .ties = true,
    // On its parent, and on what it adopts: the columns, constraints and indexes of both.
    .dependencies = R"sql(with p as (select c.oid, inhparent from pg_class c join pg_inherits on inhrelid = c.oid
                where relispartition and relkind in ('r', 'p', 'f') and c.oid >= 16384),
            both_sides as (select oid, oid as rel from p union all select oid, inhparent from p),
            -- ATTACH takes the older one of two indexes alike: one that belongs to none of the parent's comes after.
            own as (select p.oid, indexrelid as index, inhrelid is null and bool_or(inhrelid is not null) over (partition by indrelid, indisunique, indnkeyatts,
                    indkey::text, indclass::text, indcollation::text, pg_get_expr(indexprs, indrelid), pg_get_expr(indpred, indrelid)) as rival
                from p join pg_index on indrelid = p.oid left join pg_inherits on inhrelid = indexrelid)
        select 1259, oid, -1, 1259, inhparent, 0, 'a' from p
        union all select 1259, oid, 0, 1259, inhparent, 0, '-' from p
        union all select 1259, b.oid, -1, 1259, attrelid, attnum, 'o' from both_sides b join pg_attribute on attrelid = rel
            where attnum > 0 and not attisdropped
        union all select 1259, case when rival then index else oid end, case when rival then 0 else -1 end,
            1259, case when rival then oid else index end, case when rival then -1 else 0 end, 'o' from own
        -- Its own indexes are valid, and so adopted, once those of all its partitions are theirs.
        union all select 1259, own.oid, -1, 1259, inhrelid, -4, 'o' from own join pg_inherits on inhparent = index where not rival
        -- An index of the parent that this partition lacks was made ON ONLY: it comes after, or ATTACH would add what is lacking.
        -- So does one that ATTACH could take for another, as it looks at neither names nor directions, and one whose partition's is invalid,
        -- which ATTACH passes over.
        union all select 1259, case when late then indexrelid else oid end, case when late then 0 else -1 end,
            1259, case when late then oid else indexrelid end, case when late then -1 else 0 end, 'o'
            from (select p.oid, indexrelid, has_twin or not exists (select from pg_inherits h join pg_index c on c.indexrelid = h.inhrelid
                where h.inhparent = i.indexrelid and c.indrelid = p.oid and c.indisvalid) as late
                from p join (select *, )sql" INDEX_HAS_TWIN R"sql( as has_twin from pg_index where indrelid in (select inhparent from pg_inherits)) i on indrelid = inhparent offset 0) x
        union all select 1259, b.oid, -1, 'pg_constraint'::regclass, c.oid, 0, 'o' from both_sides b join pg_constraint c on conrelid = rel
            where contype = 'c')sql",
    .nodes = {"PartitionCmd"},
};

/// OF a composite type is an object of its own: the table leaves it while the type changes, as its columns then change on their own.
const Kind table_type{
    .name = "type of table",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, -5 as sub, c.oid::regclass::text as identity, n.nspname as schema,
        'pg_class'::regclass::oid as of_class, c.oid as of_oid, reloftype::regtype as type
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where reloftype <> 0 and c.oid >= 16384 and relpersistence <> 't' order by c.oid)sql",
    .create = "ALTER TABLE {@} OF {type}",
    .drop = "ALTER TABLE {@} NOT OF",
    .columns = {{"type"}},
    .creates = {},
    .ties = true,
    .gives_way = true,
    .dependencies = R"sql(with typed as (select oid, reloftype from pg_class where reloftype <> 0 and oid >= 16384)
        select 1259, oid, -5, 1247, reloftype, 0, 'n' from typed
        union all select 1259, oid, 0, 1247, reloftype, 0, '-' from typed
        union all select 1259, oid, -5, 1259, oid, attnum, 'a' from typed join pg_attribute on attrelid = oid where attnum > 0 and not attisdropped)sql",
};

/// REPLICA IDENTITY is an object of its own, because it may name an index that is made after the table.
const Kind replica_identity{
    .name = "replica identity",
    .query = R"sql(select c.oid::regclass::text as identity, n.nspname as schema, 'pg_class'::regclass::oid as class, c.oid, -2 as sub,
        'pg_class'::regclass::oid as of_class, c.oid as of_oid,
        -- Without the index, as after its drop, there is none.
        case when c.relreplident = 'f' then 'FULL' else coalesce('USING INDEX ' || quote_ident(i.relname), 'NOTHING') end as setting, 'true' as identifies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join (pg_index join pg_class i on i.oid = indexrelid) on indrelid = c.oid and indisreplident
        where c.relkind in ('r', 'p', 'm') and c.oid >= 16384 and c.relreplident in ('f', 'n', 'i')
        order by c.oid)sql",
    .create = "ALTER TABLE ONLY {@} REPLICA IDENTITY {setting}",
    .drop = "ALTER TABLE ONLY {@} REPLICA IDENTITY DEFAULT",
    .alter = "ALTER TABLE ONLY {@} ",
    .columns = {{"setting", "REPLICA IDENTITY {setting}"}, {"identifies", Ignored{}}},
    .creates = {.hazards = {}},
    .follows = Follows::all,
    .dependencies = R"sql(select 1259, indrelid, -2, 1259, indexrelid, 0, 'n' from pg_index where indisreplident and indrelid >= 16384)sql",
};

/// The index that CLUSTER uses next time.
const Kind cluster_index{
    .name = "cluster index",
    .query = R"sql(select indrelid::regclass::text as identity, n.nspname as schema, 'pg_class'::regclass::oid as class, indrelid as oid, -3 as sub,
        'pg_class'::regclass::oid as of_class, indrelid as of_oid, quote_ident(i.relname) as index
        from pg_index join pg_class i on i.oid = indexrelid join pg_class c on c.oid = indrelid join pg_namespace n on n.oid = c.relnamespace
        where indisclustered and c.relkind in ('r', 'm') and indrelid >= 16384 order by indrelid)sql",
    .create = "ALTER TABLE {@} CLUSTER ON {index}",
    .drop = "ALTER TABLE {@} SET WITHOUT CLUSTER",
    .alter = "ALTER TABLE {@} ",
    .columns = {{"index", "CLUSTER ON {index}", {.lock = Lock::share_update_exclusive}}},
    .creates = {.lock = Lock::share_update_exclusive},
    .drops = {.lock = Lock::share_update_exclusive},
    .follows = Follows::all,
    .dependencies = R"sql(select 1259, indrelid, -3, 1259, indexrelid, 0, 'a' from pg_index where indisclustered and indrelid >= 16384)sql",
};

}  // namespace plumb::kind
