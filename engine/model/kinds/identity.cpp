// Identity columns with the sequence behind them.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

std::optional<std::vector<std::string>> set_persistence(const Change& change) {
    return std::vector{render("ALTER SEQUENCE {sequence_name} SET [{persistence}][!persistence {of_table}]", change.new_object)};
}

/// The name of the sequence is none of its settings.
bool same_settings(const Change& change) { return change.old_object["settings"] == change.new_object["settings"]; }

std::optional<std::vector<std::string>> rename_sequence(const Change& change) {
    return std::vector{render("ALTER SEQUENCE {sequence_name} RENAME TO ", change.old_object) + *change.new_object["sequence_alone"]};
}

}  // namespace

const Kind identity{
    .name = "identity",
    .query = R"sql(select 'pg_class'::regclass::oid as class, s.oid, d.refobjid::regclass || '.' || quote_ident(attname) as identity,
        n.nspname as schema, s.relname as name, 'pg_class'::regclass::oid as of_class, d.refobjid as of_oid, d.refobjsubid as of_sub,
        d.refobjid::regclass as "table", quote_ident(attname) as "column", s.oid::regclass::text as occupies,
        case attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end as generated, nullif(concat_ws(' ',
            case when s.relnamespace <> t.relnamespace or s.relname <> left(t.relname || '_' || a.attname || '_seq', 63)
                then 'SEQUENCE NAME ' || s.oid::regclass end,
            case when seqstart <> case when seqincrement > 0 then seqmin else seqmax end then 'START WITH ' || seqstart end,
            case when seqincrement <> 1 then 'INCREMENT BY ' || seqincrement end,
            case when seqmin <> low then 'MINVALUE ' || seqmin end, case when seqmax <> high then 'MAXVALUE ' || seqmax end,
            case when seqcache <> 1 then 'CACHE ' || seqcache end, case when seqcycle then 'CYCLE' end), '') as options,
        concat_ws(' ', 'SET INCREMENT BY', seqincrement, 'SET MINVALUE', seqmin, 'SET MAXVALUE', seqmax, 'SET START WITH', seqstart,
            'SET CACHE', seqcache, case when seqcycle then 'SET CYCLE' else 'SET NO CYCLE' end) as settings,
        quote_literal(s.oid::regclass::text) as sequence, case when seqincrement > 0 then 'max' else 'min' end as farthest,
        case when seqincrement > 0 then '>=' else '<=' end as beyond,
        /*150000:*/case when s.relpersistence <> t.relpersistence then case s.relpersistence when 'u' then 'UNLOGGED' else 'LOGGED' end end/*else:*/null/*end*/ as persistence,
        case t.relpersistence when 'u' then 'UNLOGGED' else 'LOGGED' end as of_table,
        s.oid::regclass as sequence_name, quote_ident(s.relname) as sequence_alone, d.refobjid::regclass::text as also_locks
        from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_sequence q on q.seqrelid = s.oid
        join pg_class t on t.oid = d.refobjid join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on attrelid = refobjid and attnum = refobjsubid and attidentity <> ''
        cross join lateral (select case seqtypid::regtype::text when 'smallint' then 32767 when 'integer' then 2147483647
            else 9223372036854775807 end as top) x
        cross join lateral (select case when seqincrement > 0 then 1 else -top - 1 end as low,
            case when seqincrement > 0 then top else -1 end as high) y
        where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and d.objid >= 16384
        order by d.refobjid, d.refobjsubid)sql",
    .create = "ALTER TABLE {table} ALTER COLUMN {column} ADD {=}",
    .drop = "ALTER TABLE {table} ALTER COLUMN {column} DROP IDENTITY",
    .alter = "ALTER TABLE {table} ALTER COLUMN {column} ",
    .inside = "GENERATED {generated} AS IDENTITY[ ({options})]",
    .joins = " ",
    .columns = {{"table", Ignored{}}, {"column", Ignored{}}, {"generated", "SET GENERATED {generated}"},
                {.name = "persistence", .change = &set_persistence, .since = 150000}, {"of_table", Ignored{}},
                {.name = "sequence_alone", .change = &rename_sequence, .in_create = true},
                {.name = "options", .change = "{settings}", .alike = &same_settings}, {"settings", Ignored{}},
                {"sequence", Ignored{}}, {"farthest", Ignored{}}, {"beyond", Ignored{}}, {"sequence_name", Ignored{}}},
    .creates = {},
    .follows = Follows::all,
    // A new sequence must not give what the rows have already.
    .then = "SELECT pg_catalog.setval({sequence}, {farthest}({column})) FROM {table} HAVING {farthest}({column}) {beyond}"
            " (SELECT last_value FROM {sequence_name})",
    .privileges = "SEQUENCE {sequence_name}",
    .privileges_of = "SEQUENCES",
    .nodes = {"AlterSeqStmt", "OBJECT_SEQUENCE", "OBJECT_TABLE"},
    .data = Data{.archive = {"CREATE TABLE {archive} AS SELECT last_value, is_called FROM {sequence_name}"},
                 .restore = "SELECT pg_catalog.setval({sequence}, last_value, is_called) FROM {archive}"},
};

}  // namespace plumb::kind
