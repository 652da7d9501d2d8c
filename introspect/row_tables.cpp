// What has to be known of tables to read their rows.
#include "introspect/row_tables.hpp"

#include <algorithm>

#include "introspect/access.hpp"

namespace plumb::introspect {

namespace {

constexpr const char* columns = R"sql(
select n, c.relkind, case when c.relkind = 'r' and c.relhassubclass then 'ONLY ' else '' end || c.oid::regclass,
    has_schema_privilege(relnamespace, 'USAGE') and has_table_privilege(c.oid, 'SELECT') and not row_security_active(c.oid),
    a.attname, quote_ident(a.attname), format_type(atttypid, -1), typtype in ('d', 'e'), attgenerated <> '', attidentity = 'a', not attnotnull,
    (select format('SELECT pg_catalog.setval(%L, %s(%I)) FROM %s HAVING %2$s(%3$I) %5$s (SELECT last_value FROM %s)', seqrelid::regclass,
            case when seqincrement > 0 then 'max' else 'min' end, a.attname, c.oid::regclass, case when seqincrement > 0 then '>=' else '<=' end,
            seqrelid::regclass)
        from pg_depend d join pg_sequence on seqrelid = objid where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
            and refobjid = c.oid and refobjsubid = a.attnum and deptype in ('a', 'i') order by objid limit 1)
from wanted join pg_class c on c.oid = wanted.oid join pg_attribute a on attrelid = c.oid and attnum > 0 and not attisdropped
join pg_type t on t.oid = atttypid order by n, attnum;
)sql";

constexpr const char* uniques = R"sql(
select n, indexrelid, indisprimary, attname
from wanted join pg_index on indrelid = wanted.oid cross join lateral unnest(indkey) with ordinality k (key, position)
join pg_attribute on attrelid = indrelid and attnum = key
where indisunique and indpred is null and indexprs is null and position <= indnkeyatts
order by n, indexrelid, position;
)sql";

constexpr const char* references = R"sql(
select child.n, c.oid, parent.n, a.attname, r.attname
from wanted child join pg_constraint c on conrelid = child.oid and contype = 'f' and conparentid = 0 join wanted parent on parent.oid = confrelid
cross join lateral unnest(conkey, confkey) with ordinality k (one, other, position)
join pg_attribute a on a.attrelid = conrelid and a.attnum = one join pg_attribute r on r.attrelid = confrelid and r.attnum = other
order by child.n, c.oid, position;
)sql";

constexpr const char* actions = R"sql(
select n, c.oid, conrelid::regclass, confdeltype = 'c', has_schema_privilege(relnamespace, 'USAGE') and has_table_privilege(conrelid, 'SELECT')
        and not row_security_active(conrelid), quote_ident(a.attname), r.attname
from wanted join pg_constraint c on confrelid = wanted.oid and contype = 'f' and conparentid = 0 and confdeltype in ('c', 'n', 'd')
join pg_class t on t.oid = conrelid cross join lateral unnest(conkey, confkey) with ordinality k (one, other, position)
join pg_attribute a on a.attrelid = conrelid and a.attnum = one join pg_attribute r on r.attrelid = confrelid and r.attnum = other
order by n, c.oid, position;
)sql";

constexpr const char* fired = R"sql(
select n, event, string_agg(distinct what, ', ' order by what) from (
    select n, oid as relation from wanted union select n, relid from wanted cross join lateral pg_partition_tree(wanted.oid)) w
cross join lateral (
    select event, 'trigger ' || quote_ident(tgname) as what from pg_trigger cross join (values (0, 4), (1, 16), (2, 8)) e (event, bit)
        where tgrelid = relation and not tgisinternal and tgparentid = 0 and tgenabled in ('O', 'A') and tgtype & bit > 0
    union all select event, 'rule ' || quote_ident(rulename) from pg_rewrite join (values (0, '3'), (1, '2'), (2, '4')) e (event, type) on ev_type::text = type
        where ev_class = relation and ev_enabled in ('O', 'A')) x
group by n, event;
)sql";

/// Calls with the rows of a result that have the same first two values.
template <typename Visit>
void each_group(const Result& result, Visit visit) {
    for (int begin = 0, end = 0; begin < result.rows(); begin = end) {
        while (end < result.rows() && result.text(end, 0) == result.text(begin, 0) &&
               result.text(end, 1) == result.text(begin, 1))
            ++end;
        visit(begin, end);
    }
}

class Reader {
public:
    Reader(Connection& connection, const Catalog& catalog, const std::vector<std::string>& identities)
        : connection_(connection), catalog_(catalog) {
        for (const auto& identity : identities) tables_.emplace_back().identity = identity;
    }

    std::vector<RowTable> run() {
        std::string names, sql;
        for (const auto& table : tables_) names += (names.empty() ? "" : ", ") + literal(connection_, table.identity);
        auto with = "with wanted as materialized (select n - 1 as n, c.oid from unnest(array[" + names +
                    "]) with ordinality w (name, n) join pg_class c on c.oid = to_regclass(name) and relkind in ('r', 'p')) ";
        for (const char* query : {columns, uniques, references, actions, fired}) sql += with + query;
        auto results = connection_.run(sql);
        take_columns(results[0]);
        take_uniques(results[1]);
        take_references(results[2]);
        take_actions(results[3]);
        for (int i = 0; i < results[4].rows(); ++i)
            table(results[4], i).fires.at(static_cast<std::size_t>(results[4].text(i, 1)[0] - '0')) = results[4].value(i, 2);
        return std::move(tables_);
    }

private:
    static std::size_t number(const Result& result, int row, int column) {
        return std::stoul(std::string(result.text(row, column)));
    }
    static bool yes(const Result& result, int row, int column) { return result.text(row, column) == "t"; }
    RowTable& table(const Result& result, int row) { return tables_.at(number(result, row, 0)); }

    void take_columns(const Result& all) {
        for (int i = 0; i < all.rows(); ++i) {
            RowTable& of = table(all, i);
            if (of.columns.empty()) {
                of.object = object_of(of.identity);
                of.relation = all.text(i, 2);
                of.seen = yes(all, i, 3);
                if (of.object != none && all.text(i, 1) == "p") add_ties(of, of.object);
            }
            of.columns.push_back({.name = std::string(all.text(i, 4)),
                                  .quoted = std::string(all.text(i, 5)),
                                  .type = std::string(all.text(i, 6)),
                                  .spelled = yes(all, i, 7),
                                  .generated = yes(all, i, 8),
                                  .always = yes(all, i, 9),
                                  .nullable = yes(all, i, 10),
                                  .sequence = std::string(all.text(i, 11))});
        }
        for (Index i = 0; i < static_cast<Index>(catalog_.objects.size()); ++i) {
            const Object& object = catalog_.objects[i];
            if (std::ranges::find(object.kind->nodes, "ColumnDef") == object.kind->nodes.end()) continue;
            for (auto& of : tables_)
                if (auto found = of.object != none && object.whole == of.object ? of.find(object.name) : std::nullopt)
                    of.columns[*found].object = i;
        }
    }

    Index object_of(const std::string& identity) const {
        for (const Kind* kind : kinds())
            if (std::ranges::find(kind->nodes, "CreateStmt") != kind->nodes.end())
                if (Index found = catalog_.find(kind, identity); found != none) return found;
        return none;
    }

    void add_ties(RowTable& of, Index parent) const {
        for (const auto& edge : catalog_.dependencies) {
            const Object& tie = catalog_.objects[edge.dependent];
            if (edge.referenced != parent || edge.type != 'a' || !tie.kind->ties || tie.whole == none || tie.whole == parent)
                continue;
            of.ties.push_back(edge.dependent);
            add_ties(of, tie.whole);
        }
    }

    void take_uniques(const Result& all) {
        each_group(all, [&](int begin, int end) {
            RowTable& of = table(all, begin);
            of.uniques.push_back(positions(of, all, begin, end, 3));
            if (yes(all, begin, 2)) of.primary = of.uniques.back();
        });
    }

    static Columns positions(const RowTable& of, const Result& all, int begin, int end, int column) {
        Columns out;
        for (int i = begin; i < end; ++i) out.push_back(of.find(std::string(all.text(i, column))).value());
        return out;
    }

    void take_references(const Result& all) {
        each_group(all, [&](int begin, int end) {
            RowTable& of = table(all, begin);
            auto parent = number(all, begin, 2);
            of.references.push_back({parent, positions(of, all, begin, end, 3), positions(tables_[parent], all, begin, end, 4)});
        });
    }

    void take_actions(const Result& all) {
        each_group(all, [&](int begin, int end) {
            RowTable& of = table(all, begin);
            RowAction action{.table = std::string(all.text(begin, 2)),
                             .deletes = yes(all, begin, 3),
                             .readable = yes(all, begin, 4),
                             .columns = {},
                             .referenced = positions(of, all, begin, end, 6)};
            for (int i = begin; i < end; ++i) action.columns.emplace_back(all.text(i, 5));
            of.actions.push_back(std::move(action));
        });
    }

    Connection& connection_;
    const Catalog& catalog_;
    std::vector<RowTable> tables_;
};

}  // namespace

std::optional<std::size_t> RowTable::find(const std::string& name) const {
    auto found = std::ranges::find(columns, name, &RowColumn::name);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::size_t> RowTable::find_quoted(const std::string& quoted) const {
    auto found = std::ranges::find(columns, quoted, &RowColumn::quoted);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::vector<RowTable> row_tables(Connection& connection, const Catalog& catalog, const std::vector<std::string>& identities) {
    return Reader(connection, catalog, identities).run();
}

std::string literals_of(const RowTable& table) {
    std::string out;
    for (const auto& column : table.columns) out += (out.empty() ? "" : ", ") + ("format('%L', r." + column.quoted + ")");
    return out;
}

std::vector<std::string> values_of(const Result& result, int row, std::size_t first, std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t c = first; c < first + count; ++c) out.emplace_back(result.text(row, static_cast<int>(c)));
    return out;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : between) + text;
    return out;
}

}  // namespace plumb::introspect
