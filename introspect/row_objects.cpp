// Rows as objects of a catalog.
#include "introspect/row_objects.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumb::introspect {

namespace {

constexpr const char* null = "NULL";

Value unless_empty(std::string text) { return text.empty() ? std::nullopt : Value(std::move(text)); }

const Kind& kind_of_rows() {
    return **std::ranges::find_if(kinds(), [](const Kind* kind) { return kind->is_row; });
}

class Builder {
public:
    Builder(Catalog catalog, const std::vector<RowTable>& tables, const std::vector<Row>& rows)
        : catalog_(std::move(catalog)), tables_(tables), rows_(rows), parents_(referenced_rows(tables, rows)) {}

    Catalog run() {
        first_ = static_cast<Index>(catalog_.objects.size());
        for (const auto& row : rows_) catalog_.objects.push_back(object(row));
        for (std::size_t i = 0; i < rows_.size(); ++i) link(i);
        catalog_.index();
        return std::move(catalog_);
    }

private:
    const RowTable& table(const Row& row) const { return tables_[row.table]; }
    static bool refers(const Row& row, const RowReference& reference) {
        return std::ranges::all_of(reference.columns, [&](std::size_t c) { return row.written[c] && row.values[c] != null; });
    }

    Object object(const Row& row) const {
        const RowTable& of = table(row);
        Object out;
        out.kind = &kind_of_rows();
        std::string key;
        for (auto c : row.key) key += (key.empty() ? "" : ", ") + of.columns[c].quoted;
        out.identity = of.identity + " (" + key + ") = (" + joined(row.known_as) + ")";
        out.whole = of.object;
        out.schema = catalog_.objects[of.object].schema;
        out.managed = catalog_.objects[of.object].managed;
        out.slot = slot(row);
        auto values = fields(row);
        for (const auto& column : out.kind->columns) out.values.push_back(std::move(values[column.name]));
        return out;
    }

    std::map<std::string_view, Value> fields(const Row& row) const {
        const RowTable& of = table(row);
        std::vector<std::string> names, list, loose, links, unlinked, always, values, match;
        bool overrides = false;
        auto loosened = columns_to_loosen(row);
        std::string sequence;
        for (std::size_t c = 0; c < of.columns.size(); ++c) {
            const auto& column = of.columns[c];
            auto is = column.quoted + " = " + row.values[c];
            if (row.compared[c]) (column.always ? always : values).push_back(is);
            if (!row.written[c]) continue;
            names.push_back(column.quoted);
            list.push_back(row.values[c]);
            loose.push_back(loosened[c] ? null : row.values[c]);
            if (loosened[c]) links.push_back(is), unlinked.push_back(column.quoted + " = " + null);
            overrides = overrides || column.always;
            if (sequence.empty() && row.values[c] != null) sequence = column.sequence;
        }
        for (auto c : row.key) match.push_back(of.columns[c].quoted + (row.values[c] == null ? " IS " : " = ") + row.values[c]);
        return {{"table", of.identity},
                {"relation", of.relation},
                {"match", joined(match, " AND ")},
                {"names", joined(names)},
                {"list", joined(list)},
                {"overriding", overrides ? Value("SYSTEM") : std::nullopt},
                {"loose", links.empty() ? std::nullopt : Value(joined(loose))},
                {"links", unless_empty(joined(links))},
                {"unlinked", unless_empty(joined(unlinked))},
                {"always", unless_empty(joined(always))},
                {"values", joined(values)},
                {"on_insert", of.fires[0]},
                {"on_update", of.fires[1]},
                {"on_delete", of.fires[2]},
                {"along", unless_empty(row.along)},
                {"sequence", unless_empty(sequence)}};
    }

    /// Of a foreign key that other declared rows may have to come for, what can be NULL.
    std::vector<bool> columns_to_loosen(const Row& row) const {
        std::vector<bool> out(row.values.size());
        for (const auto& reference : table(row).references)
            if (refers(row, reference))
                for (auto c : reference.columns) out[c] = table(row).columns[c].nullable;
        return out;
    }

    /// The values of another unique key, which only one row at a time can have.
    std::string slot(const Row& row) const {
        const RowTable& of = table(row);
        std::string out;
        for (const auto& unique : of.uniques) {
            if (std::ranges::is_permutation(unique, row.key)) continue;
            bool known = std::ranges::all_of(unique, [&](std::size_t c) { return row.compared[c] && row.values[c] != null; });
            if (!known) continue;
            std::string taken = of.identity;
            for (auto c : unique) taken += " " + of.columns[c].quoted;
            taken += ": " + list_of(row.values, unique);
            if (out.empty() || taken < out) out = taken;
        }
        return out;
    }

    void link(std::size_t i) {
        const Row& row = rows_[i];
        const RowTable& of = table(row);
        Index self = first_ + static_cast<Index>(i);
        auto needs = [&](Index other, char type) {
            if (other != none && other != self) catalog_.dependencies.push_back({self, other, type});
        };
        needs(of.object, 'a');
        for (Index tie : of.ties) needs(tie, 'b');
        for (std::size_t c = 0; c < of.columns.size(); ++c)
            if (row.written[c]) needs(of.columns[c].object, 'b');
        for (const auto& reference : of.references) {
            if (!refers(row, reference)) continue;
            const auto& parents = parents_.at({reference.table, reference.referenced});
            if (auto found = parents.find(list_of(row.values, reference.columns)); found != parents.end())
                needs(first_ + static_cast<Index>(found->second), 'b');
        }
    }

    Catalog catalog_;
    const std::vector<RowTable>& tables_;
    const std::vector<Row>& rows_;
    const Referenced parents_;
    Index first_ = none;
};

}  // namespace

std::string list_of(const std::vector<std::string>& values, const Columns& columns) {
    std::string out;
    for (auto c : columns) out += (out.empty() ? "" : ", ") + values[c];
    return out;
}

Referenced referenced_rows(const std::vector<RowTable>& tables, const std::vector<Row>& rows) {
    Referenced out;
    for (const auto& child : tables)
        for (const auto& reference : child.references) out[{reference.table, reference.referenced}];
    for (auto& [where, found] : out)
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].table == where.first) found.emplace(list_of(rows[i].values, where.second), i);
    return out;
}

Catalog with_row_objects(Catalog catalog, const std::vector<RowTable>& tables, const std::vector<Row>& rows) {
    return Builder(std::move(catalog), tables, rows).run();
}

}  // namespace plumb::introspect
