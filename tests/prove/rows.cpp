// Generated rows: what fills a database, and what of it a plan may change.
#include "tests/prove/rows.hpp"

#include <algorithm>
#include <sstream>

#include "engine/model/error.hpp"

namespace plumb::tests {

namespace {

std::vector<std::string> lines(const Server& server, const std::string& database, const std::string& query) {
    auto output = server.sql(database, query);
    if (output.exit != 0) throw Error(output.err);
    std::vector<std::string> out;
    std::istringstream text(output.out);
    for (std::string line; std::getline(text, line);) out.push_back(line);
    std::ranges::sort(out);
    return out;
}

std::string literal(const std::string& text) {
    std::string out = "'";
    for (char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out += "'";
}

}  // namespace

void fill(const Server& server, const std::string& database, int seed) {
    auto output = run({server.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "seed=" + std::to_string(seed), "-d", server.conninfo(database), "-o", "/dev/null", "-f",
                       PLUMB_ROOT "/tests/prove/rows.sql"});
    if (output.exit != 0) throw Error("rows.sql fails: " + output.err);
}

std::vector<std::string> refusing_tables(const Server& server, const std::string& database) {
    return lines(server, database,
                 "select distinct lock ->> 'relation' from plumb.deployment d, jsonb_array_elements(plan::jsonb -> 'steps') step,"
                 " jsonb_array_elements(step -> 'locks') lock where id = (select max(id) from plumb.deployment)"
                 " and exists (select from plumb.step s where s.deployment = d.id and s.id = (step ->> 'id')::int and state = 'failed')");
}

void empty(const Server& server, const std::string& database, const std::vector<std::string>& tables) {
    std::string list;
    for (const auto& table : tables) list += (list.empty() ? "" : ", ") + table;
    auto output = server.sql(database, "set session_replication_role = replica; truncate " + list + " cascade");
    if (output.exit != 0) throw Error(output.err);
}

std::vector<std::string> lossy_columns(const Server& server, const std::string& database, const std::string& old) {
    if (lines(server, database, "select to_regclass('plumb.deployment')") == std::vector<std::string>{""}) return {};
    // The values that are put back wake triggers, which may change others of the table.
    auto said = lines(server, database,
                      "select array_to_string(parse_ident(step ->> 'identity', false), '.') from plumb.deployment,"
                      " jsonb_array_elements(plan::jsonb -> 'steps') step where step ->> 'grade' = 'lossy'"
                      " union select array_to_string((parse_ident(step ->> 'identity', false))[1:2], '.') from plumb.deployment,"
                      " jsonb_array_elements(plan::jsonb -> 'inverse') step where step ->> 'grade' = 'lossy' and step -> 'hazards' ? 'fires_triggers'");
    std::string list = "null";
    for (const auto& name : said) list += ", " + literal(name);
    return lines(server, old,
                 "with recursive named as (select attrelid, attnum, relkind, n.nspname || '.' || c.relname as rel, attname from pg_attribute"
                 " join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace where not attisdropped and attnum > 0),"
                 " lossy as (select * from named where rel in (" + list + ") or rel || '.' || attname in (" + list + ")"
                 " union select heir.* from lossy l join pg_inherits on inhparent = attrelid join named heir on heir.attrelid = inhrelid and heir.attname = l.attname)"
                 " select rel || '.' || attname from lossy union"
                 // The numbers that a column of new values takes are those of its sequence.
                 " select s.rel || '.' || s.attname from lossy l join pg_depend on refobjid = l.attrelid and refobjsubid = l.attnum"
                 " and refclassid = 'pg_class'::regclass and classid = refclassid join named s on s.attrelid = objid and s.relkind = 'S'");
}

std::vector<std::string> converted_columns(const Server& server, const std::string& first, const std::string& second) {
    constexpr const char* query =
        "select n.nspname || '.' || c.relname || '.' || attname || e'\\t' || format_type(atttypid, atttypmod) || attcollation::regcollation"
        " || case when attgenerated <> '' then pg_get_expr(adbin, adrelid) else '' end"
        " from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace"
        " left join pg_attrdef on adrelid = attrelid and adnum = attnum where relkind in ('r', 'p') and attnum > 0 and not attisdropped";
    auto one = lines(server, first, query), other = lines(server, second, query);
    std::vector<std::string> out;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(out));
    for (auto& line : out) line.resize(line.find('\t'));
    return out;
}

std::string lacking(const std::string& message) {
    static constexpr std::pair<const char*, const char*> words[] = {
        {"contains null values", "a value for NOT NULL"},
        {"found no value for", "a value for NOT NULL"},
        {"could not create unique index", "a unique key"},
        {"could not create exclusion constraint", "a key that excludes"},
        {"violates foreign key constraint", "a referenced row"},
        {"is violated by some row", "what a check demands"},
        {"would be violated by some row", "what a check demands"},
        {"no partition of relation", "a partition"},
        {"out of range", "a value that fits the type"},
        {"value too long for type", "a value that fits the type"},
        {"numeric field overflow", "a value that fits the type"},
        {"invalid input syntax for type", "a value that fits the type"},
        {"malformed array literal", "a value that fits the type"},
        {"invalid input value for enum", "a label"},
    };
    for (const auto& [part, word] : words)
        if (message.find(part) != std::string::npos) return word;
    return "";
}

}  // namespace plumb::tests
