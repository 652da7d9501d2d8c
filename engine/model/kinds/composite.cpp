// Composite types. Attributes change in place as long as the order of those that stay is kept.
#include <algorithm>
#include <map>

#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

namespace {

struct Attribute {
    std::string name, type;
};

std::vector<Attribute> attributes(const Object& type) {
    std::vector<Attribute> out;
    std::string text = type["attributes"].value_or("");
    for (std::size_t at = 0; at < text.size();) {
        auto middle = text.find('\x02', at), end = text.find('\x01', at);
        if (end == text.npos) end = text.size();
        out.push_back({text.substr(at, middle - at), text.substr(middle + 1, end - middle - 1)});
        at = end + 1;
    }
    return out;
}

std::vector<std::string> attribute_names(const Object& type) {
    std::vector<std::string> out;
    for (const auto& attribute : attributes(type)) out.push_back(unquoted(attribute.name));
    return out;
}

/// Whether a column holds values of the type, or of one made of it: PostgreSQL then lets attributes come and go, but not change (manual, ALTER TYPE).
bool is_stored(const Change& change) {
    std::vector<Index> types{change.from.find(change.old_object.kind, change.old_object.identity)};
    for (std::size_t i = 0; i < types.size(); ++i)
        for (const auto& edge : change.from.dependencies) {
            if (edge.referenced != types[i]) continue;
            const Kind& kind = *change.from.objects[edge.dependent].kind;
            if (kind.retype) return true;
            if (kind.step_aside && std::ranges::find(types, edge.dependent) == types.end()) types.push_back(edge.dependent);
        }
    return false;
}

std::optional<std::vector<std::string>> change_attributes(const Change& change) {
    auto olds = attributes(change.old_object), news = attributes(change.new_object);
    bool same_names = std::ranges::equal(olds, news, {}, &Attribute::name, &Attribute::name);
    if (same_names && is_stored(change)) return std::nullopt;
    std::map<std::string, std::string> wanted;
    for (const auto& attribute : news) wanted[attribute.name] = attribute.type;
    std::vector<std::string> statements;
    std::size_t at = 0;
    const std::string alter = "ALTER TYPE " + change.new_object.identity;
    for (const auto& old : olds) {
        auto found = wanted.find(old.name);
        if (found == wanted.end()) {
            statements.push_back(alter + " DROP ATTRIBUTE " + old.name);
            continue;
        }
        if (at >= news.size() || news[at++].name != old.name) {
            if (!is_stored(change)) return std::nullopt;
            // A value finds its way from type to type by the places of its attributes.
            throw Error("the attributes of type " + change.new_object.identity + " cannot change places, because columns use the type",
                        change.new_object.place, "keep the order of those that stay, and add new ones at the end");
        }
        if (found->second != old.type && is_stored(change))
            throw Error("attribute " + old.name + " of type " + change.new_object.identity +
                            " cannot change while others come or go, because columns use the type",
                        change.new_object.place, "make the two changes one after the other");
        if (found->second != old.type) statements.push_back(alter + " ALTER ATTRIBUTE " + old.name + " TYPE " + found->second);
    }
    for (; at < news.size(); ++at) statements.push_back(alter + " ADD ATTRIBUTE " + news[at].name + " " + news[at].type);
    return statements;
}

/// Values lose what is dropped of their type, and what its attributes no longer hold.
Effect weigh_attributes(const Change& change) {
    bool drops = false, narrows = false;
    auto news = attributes(change.new_object);
    for (const auto& old : attributes(change.old_object)) {
        auto found = std::ranges::find(news, old.name, &Attribute::name);
        drops = drops || found == news.end();
        narrows = narrows || (found != news.end() && rounds(old.type, found->type));
    }
    return {.hazards = drops ? std::vector{Hazard::breaks_queries} : std::vector<Hazard>{}, .lossy = (drops || narrows) && is_stored(change)};
}

}  // namespace

const Kind composite{
    .name = "composite type",
    .query =
        R"sql(select 'pg_type'::regclass::oid as class, t.oid, t.oid::regtype::text as identity, n.nspname as schema, t.typname as name,
        a.attributes, a.list, quote_ident(left(t.typname, 55) || '_old') as aside, quote_ident(n.nspname) as in_schema
        from pg_class c join pg_type t on t.oid = c.reltype join pg_namespace n on n.oid = relnamespace
        left join lateral (select string_agg(name || E'\x02' || type, E'\x01' order by attnum) as attributes,
                string_agg(E'\n    ' || name || ' ' || type, ',' order by attnum) as list
            from (select attnum, quote_ident(attname) as name, format_type(atttypid, atttypmod)
                    || case when attcollation <> (select typcollation from pg_type where oid = atttypid) and attcollation <> 0
                       then ' COLLATE ' || attcollation::regcollation else '' end as type
                from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) x) a on true
        where c.relkind = 'c' and c.oid >= 16384 order by c.oid)sql",
    .create = "CREATE TYPE {@} AS ([{list}\n])",
    .drop = "DROP TYPE {@}",
    .step_aside = "ALTER TYPE {@} RENAME TO {aside}",
    .aside = "{in_schema}.{aside}",
    .converts = "::text::",
    .columns = {{.name = "attributes", .change = &change_attributes, .weigh = &weigh_attributes, .in_create = true},
                {"list", Ignored{}},
                {"aside", Ignored{}},
                {"in_schema", Ignored{}}},
    .drops = {.lock = Lock::none},
    .renames = {.to = "ALTER TYPE {@} RENAME TO ", .to_schema = "ALTER TYPE {@} SET SCHEMA "},
    .members = {.of = &attribute_names, .word = "attribute", .rename = "ALTER TYPE {@} RENAME ATTRIBUTE ", .quote = "quote_ident"},
    .privileges = "TYPE {@}",
    .privileges_of = "TYPES",
    .owned = OWNED_TYPE("(select relkind from pg_class where oid = typrelid) = 'c'", "TYPE"),
    .nodes = {"CompositeTypeStmt", "OBJECT_TYPE"},
};

}  // namespace plumb::kind
