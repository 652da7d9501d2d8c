// Constraints of tables: check, keys (primary key, unique, exclusion) and foreign keys.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// Only validation can happen in place; the definition ends in NOT VALID before.
std::optional<std::vector<std::string>> validate(const Change& change) {
    const Object& constraint = change.new_object;
    if (*change.old_object["definition"] != *constraint["definition"] + " NOT VALID") return std::nullopt;
    return std::vector{"ALTER TABLE " + *constraint["table"] + " VALIDATE CONSTRAINT " + *constraint["constraint"]};
}

/// A new child has it valid, whatever its parent's is, and no statement takes that from a child alone; no dump tells of it either.
bool stays_valid_in_child(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    bool inherited = olds.origin != none && news.origin != none;
    return inherited && *olds["definition"] + " NOT VALID" == *news["definition"] && change.from.objects[olds.origin]["definition"]->ends_with(" NOT VALID");
}

std::optional<std::vector<std::string>> move_index(const Change& change) {
    return std::vector{"ALTER INDEX " + change.new_object.occupies + " SET TABLESPACE " + change.new_object["tablespace"].value_or("pg_default")};
}

}  // namespace

#define CONSTRAINT_COLUMNS \
    "select 'pg_constraint'::regclass::oid as class, c.oid, quote_ident(conname) || ' ON ' || conrelid::regclass as identity," \
    " n.nspname as schema, conname as name, 'pg_class'::regclass::oid as of_class, conrelid as of_oid, conrelid::regclass as \"table\"," \
    " quote_ident(conname) as \"constraint\", pg_get_constraintdef(c.oid) as definition"
#define CONSTRAINT_TABLES \
    " from (select * from pg_constraint where oid >= 16384 and conrelid <> 0) c join pg_class r on r.oid = conrelid" \
    " join pg_namespace n on n.oid = r.relnamespace "

const Kind check_constraint{
    .name = "check constraint",
    .query = CONSTRAINT_COLUMNS R"sql(, p.class as origin_class, p.oid as origin_oid,
        not convalidated and r.relispartition as apart,
        case when convalidated and (r.relispartition or conislocal) then '' end as written)sql" CONSTRAINT_TABLES
        R"sql(left join lateral (select 'pg_constraint'::regclass::oid as class, pc.oid from pg_inherits
            join pg_constraint pc on pc.conrelid = inhparent and pc.conname = c.conname and pc.contype = 'c'
            where inhrelid = c.conrelid and c.coninhcount > 0 and not c.conislocal order by inhseqno limit 1) p on true
        where contype = 'c' order by c.oid)sql",
    .create = "ALTER TABLE {table} ADD CONSTRAINT {constraint} {definition}",
    .drop = "ALTER TABLE {table} DROP CONSTRAINT {constraint}",
    .drop_only = "ALTER TABLE ONLY {table} DROP CONSTRAINT {constraint}",
    .inside = "[{written}CONSTRAINT {constraint} {definition}]",
    .columns = {{"table", Ignored{}}, {"constraint", Ignored{}}, {.name = "definition", .change = &validate, .effect = {.lock = Lock::share_update_exclusive, .scans = true}, .compare = Compare::expression, .alike = &stays_valid_in_child}, {"written", Ignored{}}},
    .creates = {.scans = true},
    .renames = {.to = "ALTER TABLE {table} RENAME CONSTRAINT {constraint} TO ", .effect = {}, .follows = true},
    .follows = Follows::one,
    .judges = true,
    .nodes = {"Constraint", "OBJECT_TABCONSTRAINT"},
};

// What is no object stands for its parent, but does not lend it what it needs of its own table.
#define CLONED(contype, itself)                                                                                                    \
    "select 'pg_constraint'::regclass::oid, oid, 0, 'pg_constraint'::regclass::oid, conparentid, 0, 'i'"                             \
    " from pg_constraint where contype = '" contype "' and conparentid <> 0"                                                        \
    " union all select classid, objid, 0, refclassid, refobjid, refobjsubid, '-'"                                                    \
    " from pg_constraint c join pg_depend on " itself                                                                                \
    " where contype = '" contype "' and conparentid <> 0 and refclassid = 'pg_class'::regclass and refobjid = conrelid"

/// Of several keys on the same columns CREATE TABLE makes but one, so the others are made apart. The index of an exclusion constraint cannot
/// be attached to that of a parent, so a partition's comes and goes with its parent's and is no object.
const Kind key_constraint{
    .name = "key constraint",
    .query = CONSTRAINT_COLUMNS R"sql(, conindid::regclass::text as occupies,
        case when contype = 'p' then 'primary key of ' || conrelid::regclass end as slot,
        row_number() over (partition by conrelid, conkey order by contype <> 'p', conname) > 1 as apart,
        case when r.relkind = 'p' and contype <> 'x' then 'ONLY ' else '' end as only, null as dynamic, quote_ident(spcname) as tablespace, conindid::regclass as index,
        case when r.relreplident = 'd' and contype = 'p' or r.relreplident = 'i' and (select indisreplident from pg_index where indexrelid = conindid)
            then 'true' end as identifies,
        -- They are the index's, and no definition of a constraint tells them.
        (select string_agg(quote_ident(split_part(o, '=', 1)) || ' = ' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' order by o)
            from unnest(i.reloptions) o where i.relkind = 'i') as options)sql" CONSTRAINT_TABLES
        R"sql(join pg_class i on i.oid = conindid left join pg_tablespace ts on ts.oid = i.reltablespace
        where contype in ('p', 'u') or contype = 'x' and conparentid = 0 order by c.oid)sql",
    .create = "ALTER TABLE [!dynamic {only}]{table} ADD CONSTRAINT {constraint} {definition}",
    .drop = "ALTER TABLE {table} DROP CONSTRAINT {constraint}",
    .alter = "ALTER INDEX {index} ",
    .inside = "CONSTRAINT {constraint} {definition}",
    .columns = {{"table", Ignored{}}, {"constraint", Ignored{}}, {"definition", Replace{}, {}, Compare::expression}, {"only", Ignored{}}, {"dynamic", Ignored{}},
                {"tablespace", &move_index, {.rewrites = true}}, {"index", Ignored{}}, {"identifies", Ignored{}},
                {"options", &change_options, {.lock = Lock::share_update_exclusive}}},
    .creates = {.scans = true},
    .renames = {.to = "ALTER TABLE {table} RENAME CONSTRAINT {constraint} TO ", .effect = {}, .follows = true},
    .follows = Follows::all,
    .chosen = true,
    // The drop of a column that its condition or an expression names does not take an exclusion constraint along, whatever is said of its index.
    .dependencies = CLONED("x", "classid = 'pg_constraint'::regclass and objid = c.oid or classid = 1259 and objid = conindid") R"sql(
        union all select s.* from pg_constraint c join pg_depend d on classid = 1259 and objid = conindid and refclassid = 1259 and refobjid = conrelid,
            lateral (values (1259::oid, conindid, 0, 1259::oid, conrelid, refobjsubid, '-'), ('pg_constraint'::regclass, c.oid, 0, 1259, conrelid, refobjsubid, 'n')) s
        where contype = 'x' and conparentid = 0)sql",
    .judges = true,
    .nodes = {"Constraint", "OBJECT_TABCONSTRAINT"},
};

/// A partition's clone of its parent's foreign key comes and goes with that and is no object.
const Kind foreign_key{
    .name = "foreign key",
    .query = CONSTRAINT_COLUMNS R"sql(, confrelid::regclass::text as also_locks, case when convalidated then '' end as written)sql" CONSTRAINT_TABLES
        R"sql(where contype = 'f' and conparentid = 0 order by c.oid)sql",
    .create = "ALTER TABLE {table} ADD CONSTRAINT {constraint} {definition}",
    .drop = "ALTER TABLE {table} DROP CONSTRAINT {constraint}",
    .inside = "[{written}CONSTRAINT {constraint} {definition}]",
    .columns = {{"table", Ignored{}}, {"constraint", Ignored{}}, {"definition", &validate, {.lock = Lock::share_update_exclusive, .scans = true}}, {"written", Ignored{}}},
    .creates = {.lock = Lock::share_row_exclusive, .scans = true},
    .renames = {.to = "ALTER TABLE {table} RENAME CONSTRAINT {constraint} TO ", .effect = {}, .follows = true},
    .follows = Follows::one,
    // The key of a partitioned table is one only when all its partitions have joined.
    .dependencies = CLONED("f", "classid = 'pg_constraint'::regclass and objid = c.oid") R"sql( union all (with recursive joined as (select c.oid, inhrelid from pg_constraint c join pg_inherits on inhparent = conindid
                where contype = 'f' and conparentid = 0 and c.oid >= 16384
            union all select oid, i.inhrelid from joined j join pg_inherits i on i.inhparent = j.inhrelid)
        select 'pg_constraint'::regclass, oid, 0, 1259, inhrelid, -4, 'o' from joined)
        -- None that is logged may refer to one that is not, so that becomes so last.
        union all select 1259, confrelid, 0, 1259, conrelid, 0, 'w' from pg_constraint join pg_class r on r.oid = conrelid
            where contype = 'f' and relpersistence = 'u' and confrelid <> conrelid)sql",
    .judges = true,
    .nodes = {"Constraint", "OBJECT_TABCONSTRAINT"},
};

}  // namespace plumb::kind
