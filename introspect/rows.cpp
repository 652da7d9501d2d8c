// Reads rows of databases.
#include "introspect/rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "introspect/declared_rows.hpp"
#include "introspect/read.hpp"
#include "introspect/row_objects.hpp"

namespace plumb::introspect {

namespace {

/// What begins a transaction that reads rows: a policy must not hide any, and few keys of a large table are looked up one by one.
void begin(Connection& connection, std::chrono::milliseconds lock_timeout) {
    connection.run(std::string(begin_reading()) +
                   "set local row_security = off; set local enable_nestloop = on; set local lock_timeout = " +
                   std::to_string(lock_timeout.count()));
}

std::vector<bool> all_but_generated(const RowTable& table) {
    std::vector<bool> out;
    for (const auto& column : table.columns) out.push_back(!column.generated);
    return out;
}

/// Reads the rows of one table that sets are about.
class Asked {
public:
    Asked(Connection& connection, const RowTable& table, std::size_t number, std::vector<const RowSet*> sets)
        : connection_(connection), table_(table), number_(number), sets_(std::move(sets)), exact_(sets_.front()->exact) {
        for (const auto& quoted : sets_.front()->key)
            if (auto found = table.find_quoted(quoted)) key_.push_back(*found);
    }

    bool lacks_key() const { return key_.size() < sets_.front()->key.size(); }

    /// Rows without the column that shall tell them apart.
    void refuse_rows() const {
        if (!lacks_key() || connection_.query("select from " + table_.relation + " limit 1").rows() == 0) return;
        throw Error("the rows of " + table_.identity + " cannot be told apart by (" + joined(sets_.front()->key) +
                        "): the database lacks that",
                    {}, "deploy the column first, or choose another key: -- plumb: rows key (...)", Exit::usage);
    }

    void read(std::vector<Row>& rows) const {
        if (lacks_key()) return;
        auto result = connection_.query("select k.n, " + literals_of(table_) + " from " + table_.relation + " r " +
                                        (exact_ ? "left " : "") + "join " + keys() + " on " + same_key() +
                                        " order by k.n limit " + std::to_string(2 * most_rows + 1));
        if (result.rows() > 2 * most_rows)
            throw Error(table_.identity + " has more than 100,000 rows that the files do not declare", {},
                        "reference rows are few; let them stay: -- plumb: rows merge");
        std::vector<Row> read;
        std::vector<Row*> extra;
        for (int i = 0; i < result.rows(); ++i) read.push_back(row(result, i));
        for (int i = 0; i < result.rows(); ++i)
            if (result.null(i, 0)) extra.push_back(&read[static_cast<std::size_t>(i)]);
        refuse_twins(read);
        if (!extra.empty()) count_what_goes_along(extra);
        std::ranges::move(read, std::back_inserter(rows));
    }

private:
    Connection& connection_;
    const RowTable& table_;
    const std::size_t number_;
    std::vector<const RowSet*> sets_;
    const bool exact_;
    Columns key_;

    /// The keys of all sets, one after the other.
    std::string keys() const {
        std::string arrays, names;
        for (std::size_t k = 0; k < key_.size(); ++k) {
            std::vector<std::string> literals;
            for (const auto* set : sets_)
                for (const auto& key : set->keys) literals.push_back(key[k]);
            const auto& column = table_.columns[key_[k]];
            arrays += "array[" + joined(literals) + "]::" + (column.spelled ? "text" : column.type) + "[], ";
            names += "k" + std::to_string(k) + ", ";
        }
        arrays.resize(arrays.size() - 2);
        return "unnest(" + arrays + ") with ordinality k (" + names + "n)";
    }

    std::string same_key() const {
        std::string out;
        for (std::size_t k = 0; k < key_.size(); ++k) {
            const auto& column = table_.columns[key_[k]];
            auto value = "r." + column.quoted;
            out += (k ? " and " : "") + (column.spelled ? "format('%s', " + value + ")" : value) + " = k.k" + std::to_string(k);
        }
        return out;
    }

    Row row(const Result& result, int i) const {
        Row out{.table = number_,
                .values = values_of(result, i, 1, table_.columns.size()),
                .compared = all_but_generated(table_),
                .written = {},
                .key = key_,
                .known_as = {}};
        if (result.null(i, 0)) {
            for (auto c : key_) out.known_as.push_back(out.values[c]);
        } else {
            auto n = std::stoul(std::string(result.text(i, 0))) - 1;
            auto set = sets_.begin();
            for (; n >= (*set)->keys.size(); ++set) n -= (*set)->keys.size();
            out.known_as = (*set)->keys[n];
            for (std::size_t c = 0; c < out.compared.size(); ++c)
                out.compared[c] =
                    out.compared[c] && std::ranges::find((*set)->columns, table_.columns[c].quoted) != (*set)->columns.end();
        }
        out.written = out.compared;
        for (std::size_t c = 0; c < out.written.size(); ++c)
            out.written[c] = out.written[c] || (!table_.columns[c].nullable && !table_.columns[c].generated);
        return out;
    }

    void refuse_twins(const std::vector<Row>& rows) const {
        std::set<std::vector<std::string>> seen;
        for (const auto& row : rows)
            if (!seen.insert(row.known_as).second)
                throw Error("several rows of " + table_.identity + " have the key (" + joined(row.known_as) + ")", {},
                            "only where (" + joined(sets_.front()->key) + ") tells its rows apart can they be compared");
    }

    /// Of rows that are not declared: how many others their DELETE would change.
    void count_what_goes_along(const std::vector<Row*>& extra) const {
        for (const auto& action : table_.actions) {
            auto counts = count(action, extra);
            for (Row* row : extra) {
                auto number = action.readable ? counts[list_of(row->values, action.referenced)] : "an unknown number of";
                if (number.empty()) continue;
                row->along += (row->along.empty() ? " " : ", ") +
                              (action.deletes ? "go " + number + " rows of " + action.table
                                              : number + " rows of " + action.table + " lose their reference");
            }
        }
    }

    std::map<std::string, std::string> count(const RowAction& action, const std::vector<Row*>& extra) const {
        std::map<std::string, std::string> out;
        if (!action.readable) return out;
        std::string columns, literals, wanted;
        for (const auto& column : action.columns) {
            columns += (columns.empty() ? "" : ", ") + column;
            literals += "format('%L', " + column + "), ";
        }
        for (const Row* row : extra) wanted += (wanted.empty() ? "(" : ", (") + list_of(row->values, action.referenced) + ")";
        auto result = connection_.query("select " + literals + "count(*) from " + action.table + " where (" + columns + ") in (" +
                                        wanted + ") group by " + columns);
        auto width = action.columns.size();
        for (int i = 0; i < result.rows(); ++i)
            out[joined(values_of(result, i, 0, width))] = result.text(i, static_cast<int>(width));
        return out;
    }
};

template <typename Key, typename List>
std::vector<std::string> tables_of(const List& list, Key key) {
    std::vector<std::string> out;
    for (const auto& one : list)
        if (std::ranges::find(out, one.*key) == out.end()) out.push_back(one.*key);
    return out;
}

std::vector<const RowSet*> sets_of(const RowTable& table, const std::vector<RowSet>& sets) {
    std::vector<const RowSet*> out;
    for (const auto& set : sets)
        if (set.table == table.identity) out.push_back(&set);
    return out;
}

}  // namespace

Catalog with_declared_rows(Connection& connection, Catalog catalog, const Source& source, const std::vector<Inserted>& inserted) {
    if (inserted.empty()) return catalog;
    begin(connection, std::chrono::seconds(5));
    auto tables = row_tables(connection, catalog, tables_of(inserted, &Inserted::table));
    auto rows = declared_rows(connection, source, inserted, tables, catalog.row_sets);
    connection.run("commit");
    return with_row_objects(std::move(catalog), tables, rows);
}

Catalog with_rows(Connection& connection, Catalog catalog, const std::vector<RowSet>& sets,
                  std::chrono::milliseconds lock_timeout) try {
    if (sets.empty()) return catalog;
    begin(connection, lock_timeout);
    auto tables = row_tables(connection, catalog, tables_of(sets, &RowSet::table));
    std::vector<Row> rows;
    for (std::size_t n = 0; n < tables.size(); ++n) {
        auto own = sets_of(tables[n], sets);
        bool there = tables[n].object != none;
        if (there && !tables[n].seen) continue;
        for (const auto* set : own) catalog.row_sets.push_back(*set);
        if (there) Asked(connection, tables[n], n, own).read(rows);
    }
    connection.run("commit");
    return with_row_objects(std::move(catalog), tables, rows);
} catch (Error& error) {
    if (error.sqlstate == "55P03") error.exit = Exit::lock_budget;
    throw;
}

void check_keys(Connection& connection, const Catalog& catalog, const std::vector<RowSet>& sets) {
    if (sets.empty()) return;
    begin(connection, std::chrono::seconds(5));
    auto tables = row_tables(connection, catalog, tables_of(sets, &RowSet::table));
    for (std::size_t n = 0; n < tables.size(); ++n)
        if (tables[n].object != none && tables[n].seen) Asked(connection, tables[n], n, sets_of(tables[n], sets)).refuse_rows();
    connection.run("commit");
}

}  // namespace plumb::introspect
