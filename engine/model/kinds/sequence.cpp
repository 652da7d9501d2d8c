// Sequences that are no column's identity, and what ties them to the column that owns them.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

std::optional<std::vector<std::string>> set_persistence(const Change& change) {
    const Value& wanted = change.new_object["persistence"];
    return std::vector{"ALTER SEQUENCE " + change.new_object.identity + " SET " + wanted.value_or("LOGGED")};
}

bool has_narrower_bounds(const Change& change) {
    const Object &before = change.old_object, &after = change.new_object;
    return std::stoll(*after["low"]) > std::stoll(*before["low"]) || std::stoll(*after["high"]) < std::stoll(*before["high"]);
}

#define BEYOND " WHERE last_value NOT BETWEEN {low} AND {high}"
#define WITHIN "greatest({low}, least({high}, last_value))"

/// New bounds must hold the current value, or ALTER SEQUENCE is refused.
std::optional<std::vector<std::string>> move_into_bounds(const Change& change) {
    if (!has_narrower_bounds(change)) return std::vector<std::string>{};
    return std::vector{render("SELECT pg_catalog.setval({literal}, " WITHIN ", is_called) FROM {@}" BEYOND, change.new_object)};
}

std::optional<std::vector<std::string>> move_into_bounds_after_low(const Change& change) {
    if (change.old_object["low"] != change.new_object["low"]) return std::vector<std::string>{};
    return move_into_bounds(change);
}

Effect weigh_bounds(const Change& change) { return {.lossy = has_narrower_bounds(change)}; }

}  // namespace

const Kind sequence{
    .name = "sequence",
    .query = R"sql(select 'pg_class'::regclass::oid as class, c.oid, c.oid::regclass::text as identity, n.nspname as schema, relname as name,
        true as holds_data, case when relpersistence = 'u' then 'UNLOGGED' end as persistence,
        nullif(format_type(seqtypid, null), 'bigint') as type, nullif(seqincrement, 1) as increment,
        case when seqmin <> d.low then seqmin end as min, case when seqmax <> d.high then seqmax end as max,
        case when seqstart <> case when seqincrement > 0 then seqmin else seqmax end then seqstart end as start_given, seqstart as start,
        seqmin as low, seqmax as high, quote_literal(c.oid::regclass::text) as literal,
        nullif(seqcache, 1) as cache, case when seqcycle then 'CYCLE' end as cycle
        from pg_sequence s join pg_class c on c.oid = seqrelid join pg_namespace n on n.oid = relnamespace
        cross join lateral (select case seqtypid::regtype::text when 'smallint' then 32767 when 'integer' then 2147483647
            else 9223372036854775807 end as top) t
        cross join lateral (select case when seqincrement > 0 then 1 else -top - 1 end as low,
            case when seqincrement > 0 then top else -1 end as high) d
        where c.oid >= 16384 and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid
            and refclassid = 'pg_class'::regclass and deptype = 'i') order by c.oid)sql",
    .create = "CREATE [{persistence} ]SEQUENCE {@}[ AS {type}][ INCREMENT BY {increment}][ MINVALUE {min}][ MAXVALUE {max}]"
              "[ START WITH {start_given}][ CACHE {cache}][ {cycle}]",
    .drop = "DROP SEQUENCE {@}",
    .alter = "ALTER SEQUENCE {@} ",
    .joins = " ",
    .columns = {{"persistence", &set_persistence},
                {"type", "AS {type|bigint}"},
                {"increment", "INCREMENT BY {increment|1}"},
                {.name = "low", .change = &move_into_bounds, .weigh = &weigh_bounds, .in_create = true},
                {.name = "high", .change = &move_into_bounds_after_low, .weigh = &weigh_bounds, .in_create = true},
                {"min", "[MINVALUE {min}][!min NO MINVALUE]"},
                {"max", "[MAXVALUE {max}][!max NO MAXVALUE]"},
                {.name = "start", .change = "START WITH {start}", .in_create = true},
                {"start_given", Ignored{}},
                {"literal", Ignored{}},
                {"cache", "CACHE {cache|1}"},
                {"cycle", "{cycle|NO CYCLE}"}},
    .renames = {.to = "ALTER SEQUENCE {@} RENAME TO ", .to_schema = "ALTER SEQUENCE {@} SET SCHEMA ", .effect = {.hazards = {Hazard::breaks_queries}}, .follows = true},
    .follows = Follows::all,
    .privileges = "SEQUENCE {@}",
    .privileges_of = "SEQUENCES",
    .owned = OWNED_RELATION("'S'", "SEQUENCE", "SEQUENCE", "s"),
    .nodes = {"CreateSeqStmt", "AlterSeqStmt", "OBJECT_SEQUENCE", "OBJECT_TABLE"},
    .data = Data{.archive = {"CREATE TABLE {archive} AS SELECT last_value, is_called FROM {@}"},
                 .restore = "SELECT pg_catalog.setval({literal}, last_value, is_called) FROM {archive}",
                 .rounded = "SELECT count(*) FROM {@}" BEYOND,
                 .keep = {"CREATE TABLE {archive} AS SELECT last_value, is_called, " WITHIN " AS plumb_new FROM {@}" BEYOND},
                 // A position that moved on since stays, where the old one is behind it: its numbers would come again.
                 .put_back = "SELECT pg_catalog.setval({literal}, a.last_value, a.is_called) FROM {archive} AS a JOIN {@} AS s"
                             " ON s.last_value = a.plumb_new OR (a.last_value > s.last_value) = ({increment|1} > 0)"},
};

/// OWNED BY is an object of its own, so that a table can be made with a default that calls the sequence it then owns.
const Kind sequence_ownership{
    .name = "sequence ownership",
    .query = R"sql(select c.oid::regclass::text as identity, n.nspname as schema,
        'pg_class'::regclass::oid as class, c.oid, -1 as sub, 'pg_class'::regclass::oid as of_class, c.oid as of_oid,
        refobjid::regclass || '.' || word as owner, refobjid::regclass::text as also_locks,
        refobjid::regclass as "table", word as "column", quote_literal(c.oid::regclass::text) as literal,
        case when seqincrement > 0 then 'max' else 'min' end as farthest, case when seqincrement > 0 then '>=' else '<=' end as beyond
        from pg_depend join pg_class c on c.oid = objid join pg_sequence on seqrelid = c.oid join pg_namespace n on n.oid = relnamespace
        cross join lateral (select quote_ident(attname) as word from pg_attribute where attrelid = refobjid and attnum = refobjsubid offset 0) a
        where classid = 'pg_class'::regclass and deptype = 'a' and refclassid = 'pg_class'::regclass
            and relkind = 'S' and c.oid >= 16384 order by c.oid)sql",
    .create = "ALTER SEQUENCE {@} OWNED BY {owner}",
    .drop = "ALTER SEQUENCE {@} OWNED BY NONE",
    .alter = "ALTER SEQUENCE {@} ",
    .columns = {{"owner", "OWNED BY {owner}", {.lock = Lock::none}},
                {"table", Ignored{}},
                {"column", Ignored{}},
                {"literal", Ignored{}},
                {"farthest", Ignored{}},
                {"beyond", Ignored{}}},
    .creates = {.lock = Lock::none},
    .drops = {.lock = Lock::none},
    .follows = Follows::all,
    .ties = true,
    // A sequence must not give what the rows have already.
    .then = "SELECT pg_catalog.setval({literal}, {farthest}({column})) FROM {table} HAVING {farthest}({column}) {beyond}"
            " (SELECT last_value FROM {@})",
    .dependencies = R"sql(select d.classid, d.objid, case t when 'a' then -1 else 0 end, d.refclassid, d.refobjid, d.refobjsubid, t
        from pg_depend d join pg_class c on c.oid = objid cross join unnest(array['-', 'd', 'a']) t
        where d.classid = 'pg_class'::regclass and d.deptype = 'a' and d.refclassid = 'pg_class'::regclass
            and relkind = 'S' and c.oid >= 16384)sql",
    .nodes = {"AlterSeqStmt"},
};

}  // namespace plumb::kind
