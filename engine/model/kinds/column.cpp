// Columns of tables, their defaults and identities.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

/// The words of a type without its modifier: "character varying" of "character varying(20)".
std::string base(const std::string& type) {
    auto open = type.find('('), close = type.find(')');
    return open == type.npos ? type : type.substr(0, open) + type.substr(close + 1);
}

bool is_text(const std::string& base) { return base == "text" || base == "character varying" || base == "character"; }

/// What the files say of how values convert, there or on the way back.
const Value& using_of(const Change& change) {
    const Value& there = change.new_object["using"];
    return there ? there : change.old_object["reverse_using"];
}

/// ALTER TABLE converts by assignment casts on its own; whatever else needs USING (manual, ALTER TABLE).
std::optional<std::vector<std::string>> change_type(const Change& change) {
    const Object &old_column = change.old_object, &column = change.new_object;
    std::string type = *column["type"], statement = render(column.kind->alter, column) + "TYPE " + type;
    if (column["collation"]) statement += " COLLATE " + *column["collation"];
    if (const Value& given = using_of(change)) return std::vector{statement + " USING " + *given};
    auto from = base(*old_column["type"]), to = base(type);
    if (from != to && !is_text(to) && !change.from.casts.contains({from, to, 'a'})) {
        // USING is for values that are stored for their own sake; generated ones come again.
        if (old_column["generated"]) return std::nullopt;
        bool direct = is_text(from) || change.from.casts.contains({from, to, 'e'});
        statement += " USING " + *column["column"] + (direct ? "::" : "::text::") + type;
    }
    return std::vector{statement};
}

/// TYPE restates the collation, so that changes with the type where both do.
std::optional<std::vector<std::string>> change_collation(const Change& change) {
    if (change.old_object["type"] != change.new_object["type"]) return std::vector<std::string>{};
    return change_type(change);
}

/// A type as format_type prints it, taken apart: "numeric(10,2)" is numeric with 10 and 2.
struct Type {
    std::string name;
    std::vector<int> modifiers;
    explicit Type(const std::string& text) : name(base(text)) {
        auto at = text.find('(');
        if (at == text.npos || text.find(')') < at) return;
        std::stringstream in(text.substr(at + 1, text.find(')') - at - 1));
        for (std::string one; std::getline(in, one, ',');) modifiers.push_back(std::atoi(one.c_str()));
    }
};

/// Whether the new type takes the stored values as they are (manual, ALTER TABLE, notes).
bool takes_values(const Type& from, const Type& to) {
    bool text = from.name == "text" || from.name == "character varying";
    bool no_bound = to.modifiers.empty() || (to.name == "text");
    bool wider_text = text && (to.name == "text" || to.name == "character varying") &&
                      (no_bound || (!from.modifiers.empty() && to.modifiers[0] >= from.modifiers[0]));
    bool wider_number = from.name == "numeric" && to.name == "numeric" &&
                        (no_bound || (!from.modifiers.empty() && to.modifiers[0] >= from.modifiers[0] && to.modifiers[1] == from.modifiers[1]));
    return wider_text || wider_number;
}

Effect weigh_type(const Change& change) {
    const std::string &from = *change.old_object["type"], &to = *change.new_object["type"];
    if (using_of(change)) return {.rewrites = true, .lossy = true};
    if (takes_values(Type(from), Type(to))) return {};
    return {.rewrites = true, .lossy = rounds(from, to)};
}

bool has(const Value& text, const char* words) { return text && text->find(words) != std::string::npos; }

/// From 18 on NOT NULL is a constraint with a name, which may spare children, and rows that are there already.
std::optional<std::vector<std::string>> change_not_null(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    const Value &before = olds["not_null"], &after = news["not_null"];
    bool made_inside = news["not_null_inside"] && olds["not_null_inside"] == news["not_null_inside"];
    if (made_inside) return std::vector<std::string>{};
    if (!after) return std::vector{render(news.kind->alter, news) + "DROP NOT NULL"};
    std::vector<std::string> statements;
    bool anew = !before || (has(after, "NOT VALID") && !has(before, "NOT VALID"));
    if (anew && before) statements.push_back(render(news.kind->alter, news) + "DROP NOT NULL");
    if (anew && *after == "NOT NULL" && !news["not_null_name"]) {
        statements.push_back(render(news.kind->alter, news) + "SET NOT NULL");
    } else if (anew) {
        statements.push_back(render("ALTER TABLE {table} ADD [CONSTRAINT {not_null_name} ]NOT NULL {column}", news) + after->substr(8));
    } else {
        if (has(before, "NO INHERIT") != has(after, "NO INHERIT"))
            statements.push_back(render("ALTER TABLE {table} ALTER CONSTRAINT {not_null_constraint} ", news) + (has(after, "NO INHERIT") ? "NO INHERIT" : "INHERIT"));
        if (has(before, "NOT VALID")) statements.push_back(render("ALTER TABLE {table} VALIDATE CONSTRAINT {not_null_constraint}", news));
    }
    return statements;
}

Effect weigh_not_null(const Change& change) {
    const Value &before = change.old_object["not_null"], &after = change.new_object["not_null"];
    bool validates = has(before, "NOT VALID") && after && !has(after, "NOT VALID") && has(before, "NO INHERIT") == has(after, "NO INHERIT");
    return {.lock = validates ? Lock::share_update_exclusive : Lock::access_exclusive, .scans = after && !has(after, "NOT VALID")};
}

/// Before 18 there is no more to know than that it is there.
bool same_not_null(const Change& change) {
    bool known = std::min(change.from.server_version, change.to.server_version) >= 180000;
    return !known && change.old_object["not_null"] && change.new_object["not_null"];
}

std::optional<std::vector<std::string>> rename_not_null(const Change& change) {
    return std::vector{render("ALTER TABLE {table} RENAME CONSTRAINT {not_null_constraint} TO ", change.old_object) + *change.new_object["not_null_constraint"]};
}

/// An inherited one keeps its name (manual, ALTER TABLE).
bool keeps_name_of_not_null(const Change& change) {
    const Object &olds = change.old_object, &news = change.new_object;
    return !olds["not_null"] || !news["not_null"] || (olds["not_null_inherited"] && news["not_null_inherited"]);
}

/// A stored column can become a plain one that keeps its values, and from 17 on take another expression.
std::optional<std::vector<std::string>> change_expression(const Change& change) {
    bool stored = change.old_object["generated_kind"] == "STORED";
    bool both = stored && change.new_object["generated_kind"] == "STORED" && std::min(change.from.server_version, change.to.server_version) >= 170000;
    if (both) return std::vector{render(render(change.new_object.kind->alter, change.new_object) + "SET EXPRESSION AS ({generated})", change.new_object)};
    if (!stored || change.new_object["generated"]) return std::nullopt;
    return std::vector{render(change.new_object.kind->alter, change.new_object) + "DROP EXPRESSION"};
}

Effect weigh_expression(const Change& change) { return {.rewrites = change.new_object["generated"].has_value()}; }

std::optional<std::vector<std::string>> drop_expression_once(const Change& change) {
    if (change.new_object["generated"]) return std::nullopt;
    return std::vector<std::string>{};
}

std::optional<std::vector<std::string>> change_fdw_options(const Change& change) {
    return std::vector{render(change.new_object.kind->alter, change.new_object) + generic_options(change.old_object["fdw_options"], change.new_object["fdw_options"])};
}

std::string converted(const Change& change) {
    const Object &old_column = change.old_object, &column = change.new_object;
    if (const Value& given = using_of(change)) return *given;
    const std::string &name = *old_column["column"], &type = *column["type"];
    if (const Value& through = column["through"]) return name + *through + type;
    auto from = base(*old_column["type"]), to = base(type);
    // An explicit cast would cut off what is too long; what follows refuses that.
    if (is_text(to)) return name + "::text";
    bool direct = from == to || is_text(from) || change.from.casts.contains({from, to, 'a'}) || change.from.casts.contains({from, to, 'e'});
    return name + (direct ? "::" : "::text::") + type;
}

}  // namespace

bool rounds(const std::string& from, const std::string& to) {
    static const std::vector<std::string> integers{"smallint", "integer", "bigint", "numeric"};
    auto rank = [](const std::string& name) { return std::ranges::find(integers, name) - integers.begin(); };
    const Type before(from), after(to);
    // A narrower integer refuses what it cannot hold.
    bool keeps_integers = rank(before.name) < 3 && rank(after.name) < 4 && after.modifiers.empty();
    // As text a value is whole, but for the blanks that pad a char(n).
    bool as_text = (after.name == "text" || (after.name == "character varying" && after.modifiers.empty())) && before.name != "character";
    return from != to && !takes_values(before, after) && !keeps_integers && !as_text;
}

/// A value as text, whatever the session's TimeZone.
#define IN_WORDS(value) "[{zoned}(" value " AT TIME ZONE 'UTC')::text][!zoned " value "::text]"
/// A row of a table as the archive would have it, and what the archive has of the value that it had, where it still is what that became.
#define ARCHIVED_ROW "ROW({row}, NULL, " IN_WORDS("{column}") ")::{archive}"
#define OLD_VALUE_OF(row) " FROM {archive} AS a JOIN (SELECT (" row ").*) AS now [USING ({rest})][!rest ON true][!place  WHERE a.plumb_new [{own}=][!own IS NOT DISTINCT FROM] now.plumb_new]"
/// What a column that goes would be computed as, in the same words in every session.
#define COMPUTED "(SELECT CASE WHEN pg_typeof(v) = 'timestamptz'::regtype THEN (v::text::timestamptz AT TIME ZONE 'UTC')::text ELSE v::text END FROM (SELECT ({reverse_fill}) AS v) AS x)"
/// A row without a key, as it is and as the archive has it.
#define ROW_THERE "ROW([{place}" IN_WORDS("{column}") "[, {others}]][!place {others}])::text"
#define ROW_NOTED "ROW([{place}plumb_new[, {others}]][!place {others}])::text"
#define RECALLED "{archive}_was(" ARCHIVED_ROW ")"
/// A row as the archive knows it: by its key, or by where it is and all else that is in it.
#define KNOWN_ROW "[{place}{row}][!place {key}]"
/// Rows of a table, numbered among those whose `row` has the same image, which every type has: among equal ones any order will do.
#define IN_TURN(names, list, row, table) "(SELECT " names ", r, row_number() OVER w - rank() OVER w AS n FROM (SELECT " list ", ROW(" row ") AS r FROM " table ") AS t" \
                                         " WINDOW w AS (ORDER BY r USING OPERATOR(pg_catalog.*<)))"
/// The condition that two of these are the same.
#define IN_STEP(one, other) one ".n = " other ".n AND " one ".r OPERATOR(pg_catalog.*=) " other ".r"

const Kind column{
    .name = "column",
    .query = R"sql(with c as materialized (select oid, relname, relnamespace, relkind, relispartition, relhassubclass, oid::regclass::text as words from pg_class where relkind in ('r', 'p', 'f') and oid >= 16384 and relpersistence <> 't')
        select 'pg_class'::regclass::oid as class, a.attrelid as oid, a.attnum as sub,
        words || '.' || quote_ident(a.attname) as identity, n.nspname as schema, a.attname as name,
        'pg_class'::regclass::oid as of_class, a.attrelid as of_oid,
        case when p.oid is not null then 'pg_class'::regclass::oid end as origin_class, p.oid as origin_oid, p.attnum as origin_sub,
        /*180000:*/quote_ident(conname) || ' ON ' || words as slot,/*else:*//*end*/
        attislocal and attgenerated = '' and c.relkind in ('r', 'p') as holds_data,
        attgenerated = 's' or attidentity <> '' or d.oid in (select objid from pg_depend join pg_proc p on p.oid = refobjid and provolatile = 'v'
            where classid = 'pg_attrdef'::regclass and refclassid = 'pg_proc'::regclass) or case when attgenerated = '' and d.adbin::text like '%:funcid%' then pg_get_expr(d.adbin, 0)
            ~ '\m(nextval|random|gen_random_uuid|clock_timestamp|timeofday)\(' end as rewrites,
        words as "table", quote_ident(c.relname) as relation, quote_ident(a.attname) as "column",
        case when c.relispartition or attislocal then '' end as written,
        case when attnotnull and d.oid is null and attidentity = '' and attislocal/*180000:*/ and convalidated and not connoinherit/*else:*//*end*/ then '' end as bare, format_type(atttypid, atttypmod) as type,
        case when attcollation <> t.typcollation then attcollation::regcollation end as collation,
        /*180000:*/case when attnotnull then concat('NOT NULL', case when connoinherit then ' NO INHERIT' end, case when not convalidated then ' NOT VALID' end) end as not_null,
        case when conname <> c.relname || '_' || a.attname || '_not_null' then quote_ident(conname) end as not_null_name,
        quote_ident(conname) as not_null_constraint,
        case when coninhcount > 0 then 'inherited' end as not_null_inherited,
        -- With its name where children may keep one of the same name while the table is made anew.
        case when convalidated then case when conname <> c.relname || '_' || a.attname || '_not_null' or c.relkind = 'p' or c.relhassubclass then 'CONSTRAINT ' || quote_ident(conname) || ' ' else '' end
            || 'NOT NULL' || case when connoinherit then ' NO INHERIT' else '' end end as not_null_inside,
        /*else:*/case when attnotnull then 'NOT NULL' end as not_null, null as not_null_name, null as not_null_constraint,
        null as not_null_inherited, case when attnotnull then 'NOT NULL' end as not_null_inside,/*end*/
        case when attgenerated <> '' then pg_get_expr(d.adbin, a.attrelid) end as generated,
        case attgenerated when 's' then 'STORED' when 'v' then 'VIRTUAL' end as generated_kind,
        -- Before 16 a child cannot say again what it inherits.
        case when attgenerated <> ''/*160000:*//*else:*/ and (relispartition or not exists (select from pg_inherits join pg_attribute pa
                on pa.attrelid = inhparent and pa.attname = a.attname and pa.attgenerated <> '' where inhrelid = a.attrelid))/*end*/
            then '' end as generated_inside,
)sql" COLUMN_SETTINGS R"sql(,
        )sql" GENERIC_OPTIONS("attfdwoptions", SECRET_OPTION, "'column ' || words || '.' || a.attname") R"sql( as fdw_options, null::text as "using", case when attgenerated = '' and d.adbin::text not like '{CONST%' then '' end as given, null::text as through, null::text as fill, null::text as sources, null::text as "cast", null::text as reverse_using, null::text as reverse_fill, case when atttypid = 'timestamptz'::regtype then '' end as zoned
        from (select * from pg_attribute where attrelid >= 16384 and attnum > 0 and not attisdropped) a join c on c.oid = a.attrelid
        join pg_namespace n on n.oid = relnamespace join pg_type t on t.oid = atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        /*180000:*/left join (select conrelid, conkey[1] as key, conname, convalidated, connoinherit, coninhcount from pg_constraint
            where contype = 'n' and conrelid >= 16384) nn on nn.conrelid = a.attrelid and nn.key = a.attnum/*else:*//*end*/
        left join (select distinct on (h.attrelid, h.attnum) h.attrelid as heir, h.attnum as heir_attnum, inhparent as oid, p.attnum
            from pg_attribute h join pg_inherits on inhrelid = h.attrelid join pg_attribute p on p.attrelid = inhparent and p.attname = h.attname
            where h.attinhcount > 0 and not h.attislocal and not p.attisdropped order by h.attrelid, h.attnum, inhseqno) p
            on heir = a.attrelid and heir_attnum = a.attnum
        order by a.attrelid, a.attnum)sql",
    .create = "ALTER TABLE {table} ADD COLUMN {=}",
    .drop = "ALTER TABLE {table} DROP COLUMN {column}",
    .drop_only = "ALTER TABLE ONLY {table} DROP COLUMN {column}",
    .alter = "ALTER TABLE {table} ALTER COLUMN {column} ",
    .alter_only = "ALTER TABLE ONLY {table} ALTER COLUMN {column} ",
    .inside = "[{written}{column} {type}[ OPTIONS ({fdw_options})][ COLLATE {collation}][ {+}][{generated_inside} GENERATED ALWAYS AS ({generated}) {generated_kind}][ {not_null_inside}]]",
    .separator = " ",
    // Where rows get their values from the same plan.
    .stub = "[{bare}ALTER TABLE {table} ADD COLUMN {column} {type}[ COLLATE {collation}]]",
    .restub = "[ALTER TABLE {table} ADD CONSTRAINT {not_null_name} NOT NULL {column}][!not_null_name ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL]",
    // As text its values outlive their type.
    .hollow = "[!generated ALTER TABLE {table} ALTER COLUMN {column} TYPE text USING {column}::text]",
    .columns = {{"table", Ignored{}},
                {"relation", Ignored{}},
                {"column", Ignored{}},
                {"written", Ignored{}},
                {"bare", Ignored{}},
                {.name = "type", .change = &change_type, .weigh = &weigh_type, .moves_dependents = true},
                {.name = "collation", .change = &change_collation, .moves_dependents = true},
                {.name = "not_null_name", .change = &rename_not_null, .in_create = true, .since = 180000, .alike = &keeps_name_of_not_null, .late = true},
                {.name = "not_null", .change = &change_not_null, .weigh = &weigh_not_null, .alike = &same_not_null, .late = true},
                {.name = "not_null_constraint", .change = Ignored{}, .late = true},
                {.name = "not_null_inherited", .change = Ignored{}, .late = true},
                {.name = "not_null_inside", .change = Ignored{}, .late = true},
                {.name = "generated", .change = &change_expression, .compare = Compare::expression, .weigh = &weigh_expression, .in_create = true},
                {"generated_inside", Ignored{}},
                {"generated_kind", &drop_expression_once},
                {.name = "storage", .change = "SET STORAGE [{storage}][!storage {type_storage}]", .alone = true, .with_type = true},
                {"type_storage", Ignored{}},
                {.name = "compression", .change = "SET COMPRESSION {compression|default}", .alone = true, .with_type = true},
                {.name = "statistics", .change = "SET STATISTICS {statistics|-1}", .effect = {.lock = Lock::share_update_exclusive}, .alone = true},
                {.name = "options", .change = &change_options, .effect = {.lock = Lock::share_update_exclusive}, .alone = true},
                {.name = "fdw_options", .change = &change_fdw_options, .alone = true},
                {"using", Ignored{}},
                {"given", Ignored{}},
                {"through", Ignored{}},
                {"fill", Ignored{}},
                {"sources", Ignored{}},
                {"cast", Ignored{}},
                {"reverse_using", Ignored{}},
                {"reverse_fill", Ignored{}},
                {"zoned", Ignored{}}},
    .creates = {},
    .drops = {.hazards = {Hazard::breaks_queries}},
    .renames = {.to = "ALTER TABLE {table} RENAME COLUMN {column} TO ", .effect = {.hazards = {Hazard::breaks_queries}}},
    .retype = "[!generated ALTER TABLE {table} ALTER COLUMN {column} TYPE {type}[ COLLATE {collation}] USING {using}]",
    // A generated column stands for its expression, and any for its NOT NULL; ALTER of the type of a column that it uses is refused.
    .dependencies = R"sql(select 'pg_attrdef'::regclass::oid, d.oid, 0, 1259, adrelid, adnum::int, 'i' from pg_attrdef d
        join pg_attribute on attrelid = adrelid and attnum = adnum where attgenerated <> '' and adrelid >= 16384
        /*180000:*/union all select 'pg_constraint'::regclass::oid, oid, 0, 1259, conrelid, conkey[1]::int, 'i' from pg_constraint
            where contype = 'n' and conrelid >= 16384/*else:*//*end*/)sql",
    .nodes = {"ColumnDef", "AlterTableCmd", "OBJECT_COLUMN"},
    // A CHECK that is valid spares SET NOT NULL its look at all rows (manual, ALTER TABLE). Its name need not be free for long.
    .data = Data{.fill = "UPDATE {table} SET {column} = ({fill}) WHERE {column} IS NULL AND ({fill}) IS NOT NULL",
                 .empty = "{column} IS NULL",
                 .lacking = "({fill}) IS NULL",
                 .mark = {"CREATE TABLE {archive} AS SELECT [{key}][!key NULL::oid AS plumb_part, NULL::tid AS plumb_place[, {others}]],"
                          " NULL::text AS plumb_old, NULL::text AS plumb_new FROM {table} WITH NO DATA",
                          "[ALTER TABLE {archive} ADD PRIMARY KEY ({key})]"},
                 .marked = " RETURNING [{key}][!key NULL::oid, NULL::tid[, {others}]], NULL, " IN_WORDS("{column}") ") INSERT INTO {archive} SELECT * FROM filled"
                           "[ ON CONFLICT ({key}) DO UPDATE SET plumb_new = excluded.plumb_new]",
                 .guard = "ALTER TABLE {table} ADD CONSTRAINT plumb_not_null CHECK ({column} IS NOT NULL) NOT VALID",
                 .validate = "ALTER TABLE {table} VALIDATE CONSTRAINT plumb_not_null",
                 .release = "ALTER TABLE {table} DROP CONSTRAINT plumb_not_null",
                 .archive = {"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE",
                             "[CREATE TABLE {archive} AS SELECT {key}, {kept}[, " COMPUTED " AS plumb_new] FROM {table}[!reverse_fill  WHERE {column} IS NOT NULL]]"
                             "[CREATE TABLE {archive} AS SELECT row_number() OVER () AS plumb_number, {others}, {kept} FROM {table}]",
                             "ALTER TABLE {archive} ADD PRIMARY KEY ([{key}][!key plumb_number])"},
                 .restore = "[!reverse_fill [SELECT a.{column}::{type} FROM {archive} AS a WHERE {match}]]"
                            "[SELECT CASE WHEN (SELECT a.plumb_new FROM {archive} AS a WHERE {match}) IS NOT DISTINCT FROM " COMPUTED
                            " THEN (SELECT a.{column}::{type} FROM {archive} AS a WHERE {match}) ELSE ({reverse_fill}) END]"
                            "[UPDATE {table} SET {column} = o.value::{type} FROM " IN_TURN("value", "{column} AS value", "{others}", "{archive}") " AS o"
                            " JOIN " IN_TURN("place, part", "ctid AS place, tableoid AS part", "{others}", "{table}") " AS l ON " IN_STEP("o", "l")
                            " WHERE {table}.ctid = l.place AND {table}.tableoid = l.part AND o.value IS NOT NULL]",
                 .held = "SELECT count({column}) FROM {table}",
                 .rounded = "SELECT count(*) FROM {table}[{place} LEFT JOIN (SELECT DISTINCT " ROW_NOTED " AS plumb_row FROM {archive}) AS a ON a.plumb_row = " ROW_THERE "]"
                            " WHERE CASE WHEN [{place}a.plumb_row IS NOT NULL][!place [EXISTS (SELECT" OLD_VALUE_OF(ARCHIVED_ROW) ")][!archive false]] THEN false"
                            " ELSE (SELECT ({returned})::text FROM (SELECT ({converted}) AS {column}) AS a) IS DISTINCT FROM {column}::text END",
                 .strayed = "SELECT least((SELECT count(*) FROM (SELECT " ROW_NOTED " FROM {archive} EXCEPT ALL SELECT " ROW_THERE " FROM {table}) AS a),"
                            " (SELECT count(*) FROM (SELECT " ROW_THERE " FROM {table} EXCEPT ALL SELECT " ROW_NOTED " FROM {archive}) AS a))",
                 // A value that tells rows apart is known before and after: what it becomes is looked up there, as an expression may say each time another.
                 // It becomes that as in ALTER, which refuses what an explicit cast would cut off.
                 .keep = {"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE",
                          "CREATE TABLE {archive} AS SELECT [{place}tableoid AS plumb_part, ctid AS plumb_place[, {others}]][!place {key}], {column}::text AS plumb_old, NULL::[{own}{type}][!own text] AS plumb_new FROM {table}[{own} WITH NO DATA]",
                          "[{own}INSERT INTO {archive} SELECT " KNOWN_ROW ", {column}::text, {converted} FROM {table}]",
                          "[{own}ALTER TABLE {archive} ALTER COLUMN plumb_new TYPE text USING " IN_WORDS("plumb_new") "]",
                          "[!place ALTER TABLE {archive} ADD PRIMARY KEY ({key})]",
                          "[{own}CREATE INDEX ON {archive} ([{place}{key}][!place plumb_new])]",
                          "[{own}CREATE FUNCTION {archive}_is({archive}) RETURNS {archive} LANGUAGE sql STABLE AS $plumb$\n"
                          "SELECT a.* FROM {archive} AS a JOIN (SELECT ($1).*) AS now USING ({key}) $plumb$]"},
                 .became = "({archive}_is(ROW(" KNOWN_ROW ", NULL, NULL)::{archive})).plumb_new::[{zoned}timestamp AT TIME ZONE 'UTC'][!zoned {type}]",
                 .note = "[!own UPDATE {archive} AS a SET plumb_new = " IN_WORDS("{table}.{column}") " FROM {table} WHERE {match}][{own}DROP FUNCTION {archive}_is({archive})]",
                 .forget = "[DELETE FROM {archive} AS a USING {table} WHERE {match} AND " IN_WORDS("{table}.{column}") " IS DISTINCT FROM a.plumb_new]",
                 .find = {"[{place}LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE]",
                          "[{place}UPDATE {archive} AS a SET plumb_part = o.part, plumb_place = o.place FROM (SELECT was.at, now.part, now.place FROM "
                          IN_TURN("at", "ctid AS at", "plumb_new[, {others}]", "{archive}") " AS was LEFT JOIN "
                          IN_TURN("part, place", "tableoid AS part, ctid AS place", IN_WORDS("{column}") "[, {others}]", "{table}") " AS now ON " IN_STEP("was", "now")
                          ") AS o WHERE a.ctid = o.at]"},
                 .put_back = "UPDATE {table} SET {column} = a.plumb_old::{type} FROM {archive} AS a"
                             " WHERE [{match}][{place}a.plumb_part = {table}.tableoid AND a.plumb_place = {table}.ctid]"
                             " AND {table}.{column}::text IS DISTINCT FROM a.plumb_old",
                 .recall = "CREATE FUNCTION {archive}_was({archive}) RETURNS {archive} LANGUAGE sql STABLE AS $plumb$\n"
                           "SELECT a.*" OLD_VALUE_OF("$1") " $plumb$",
                 .recalled = "CASE WHEN " RECALLED " IS DISTINCT FROM NULL THEN (" RECALLED ").plumb_old::{type} ELSE {converted} END",
                 .unrecall = "DROP FUNCTION {archive}_was({archive})",
                 .name = "[!generated {column}]",
                 .kept = "[!generated {column}::text AS {column}]",
                 .back = "[!generated {column}::{type}]",
                 // A value that cannot be computed must not hinder the application: the last fill, before a value becomes a must, tells of it.
                 // The fill itself touches every row: what it must not call is held off by a condition, which costs next to nothing.
                 // It calls by name what *<> does, as pg_get_triggerdef prints that so that nobody can read it back.
                 .follow = {"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT\n"
                            "SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT AS $plumb$\n"
                            "#variable_conflict use_column\n"
                            "BEGIN\n"
                            "[!back     NEW.{column} := NULL;\n]"
                            "    NEW.{column} := [{back}coalesce(](SELECT ({fill}) FROM (SELECT {news}) AS {relation})[{back}, NEW.{column})];\n"
                            "    RETURN NEW;\n"
                            "EXCEPTION WHEN OTHERS THEN\n"
                            "    RETURN NEW;\n"
                            "END $plumb$",
                            "CREATE TRIGGER {inserts} BEFORE INSERT ON {table} FOR EACH ROW\n"
                            "WHEN ([{back}pg_catalog.num_nonnulls({fresh}) > 0][!given [{back} AND ][pg_catalog.record_image_eq(ROW(NEW.{column}), ROW({constant}))][!constant NEW.{column} IS NULL]])"
                            " EXECUTE FUNCTION {function}()",
                            "CREATE TRIGGER {updates} BEFORE UPDATE ON {table} FOR EACH ROW\n"
                            "WHEN (pg_catalog.record_image_ne(ROW({news}), ROW({olds}))\n"
                            "AND pg_catalog.record_image_eq(ROW(NEW.{column}), ROW(OLD.{column}))) EXECUTE FUNCTION {function}()"},
                 .unfollow = {"DROP TRIGGER {inserts} ON {table}", "DROP TRIGGER {updates} ON {table}", "DROP FUNCTION {function}()"},
                 .relax = "[{bare}[!not_null_name ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL]]",
                 .tighten = "[{bare}[!not_null_name ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL]]",
                 .converted = &converted},
};

const Kind column_default{
    .name = "default",
    // Materialized: PostgreSQL prints the expression of a generated column for no relation only with an error.
    .query = R"sql(with d as materialized (select d.oid, adrelid, adnum, attname, attinhcount > 0 and not attislocal as inherited,
            adrelid::regclass::text as words, pg_get_expr(adbin, 0) as expression
            from pg_attrdef d join pg_attribute on attrelid = adrelid and attnum = adnum and atthasdef where attgenerated = '' and adrelid >= 16384)
        select 'pg_attrdef'::regclass::oid as class, d.oid, words || '.' || quote_ident(attname) as identity,
        n.nspname as schema, attname as name, 'pg_class'::regclass::oid as of_class, adrelid as of_oid,
        case when relkind in ('r', 'p', 'f') then adnum::int else 0 end as of_sub,
        case when p.oid is not null then 'pg_attrdef'::regclass::oid end as origin_class, p.oid as origin_oid,
        words as "table", quote_ident(attname) as "column", expression
        from d join pg_class c on c.oid = adrelid join pg_namespace n on n.oid = relnamespace
        left join (select distinct on (h.oid) h.oid as heir, pd.oid from d h join pg_inherits on inhrelid = h.adrelid
            join d pd on pd.adrelid = inhparent and pd.attname = h.attname and pd.expression = h.expression
            where h.inherited order by h.oid, inhseqno) p on heir = d.oid and not relispartition
        order by adrelid, adnum)sql",
    .create = "ALTER TABLE ONLY {table} ALTER COLUMN {column} SET DEFAULT {expression}",
    .drop = "ALTER TABLE ONLY {table} ALTER COLUMN {column} DROP DEFAULT",
    .alter = "ALTER TABLE ONLY {table} ALTER COLUMN {column} ",
    .inside = "DEFAULT {expression}",
    .columns = {{"table", Ignored{}}, {"column", Ignored{}}, {"expression", "SET DEFAULT {expression}", {}, Compare::expression}},
    .creates = {},
    .nodes = {"AlterTableCmd"},
};

}  // namespace plumb::kind
