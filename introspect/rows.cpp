// Reads the rows that files declare.
#include "introspect/rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "introspect/read.hpp"
#include "introspect/row_objects.hpp"

namespace plumb::introspect {

namespace {

constexpr int most_rows = 100'000;

/// What begins a transaction that reads rows: a policy must not hide any, and few keys of a large table are looked up one by one.
void begin(Connection& connection, std::chrono::milliseconds lock_timeout) {
    connection.run(std::string(begin_reading()) +
                   "set local row_security = off; set local enable_nestloop = on; set local lock_timeout = " +
                   std::to_string(lock_timeout.count()));
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

std::vector<bool> all_but_generated(const RowTable& table) {
    std::vector<bool> out;
    for (const auto& column : table.columns) out.push_back(!column.generated);
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

/// `rows key (a, b) exact`.
struct Wish {
    const Directive* directive = nullptr;
    std::vector<std::string> key = {};  ///< unquoted
    bool exact = false;
};

Wish wish(const Directive& directive) {
    Wish out{.directive = &directive};
    std::vector<std::string> words{""};
    bool quoted = false;
    for (char c : directive.text) {
        if (c == '"')
            quoted = !quoted, words.back() += c;
        else if (quoted)
            words.back() += c;
        else if (c == '(' || c == ')' || c == ',')
            words.insert(words.end(), {std::string(1, c), ""});
        else if (c == ' ' || c == '\t')
            words.emplace_back();
        else
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    std::erase(words, "");
    auto fail = [&] {
        throw Error("directive `rows` reads: rows key (column, ...) exact|merge, or a part of it", directive.place, {},
                    Exit::usage);
    };
    auto word = words.begin();
    if (word != words.end() && *word == "key") {
        if (++word == words.end() || *word != "(") fail();
        do {
            if (++word == words.end() || *word == ")" || *word == ",") fail();
            out.key.push_back(word->front() == '"' ? word->substr(1, word->size() - 2) : *word);
            if (++word == words.end()) fail();
        } while (*word == ",");
        if (*word++ != ")") fail();
    }
    if (word != words.end() && (*word == "exact" || *word == "merge")) out.exact = *word++ == "exact";
    if (word != words.end()) fail();
    return out;
}

/// Reads what the INSERTs made of one table.
class Declared {
public:
    Declared(Connection& connection, const Source& source, const std::vector<Inserted>& inserted,
             const std::vector<RowTable>& tables, std::size_t number)
        : connection_(connection), source_(source), table_(tables[number]), number_(number) {
        for (const auto& one : inserted) {
            by_transaction_[one.transaction] = {&one, own_.size()};
            if (one.table == table_.identity) own_.push_back(&one);
        }
        if (table_.object == none) fail("reference rows are for tables that the files make, and " + table_.identity + " is none");
        if (!table_.seen) fail("the rows of " + table_.identity + " cannot be read: row-level security holds for its owner, too");
        for (const auto* one : own_) named_.push_back(named(source.statements[one->statement]));
        find_wish();
        if (wish_.key.empty())
            choose_key();
        else
            find_key();
        for (std::size_t i = 0; i < own_.size(); ++i)
            for (auto c : key_)
                if (!named_[i][c])
                    fail("the INSERT leaves the key column " + table_.columns[c].quoted + " of " + table_.identity + " to chance",
                         own_[i], "name it, or say which columns tell rows apart: -- plumb: rows key (...)");
    }

    void read(std::vector<Row>& rows, std::vector<RowSet>& sets) const {
        auto result = connection_.query("select xmin, " + literals_of(table_) + " from " + table_.relation + " r limit " +
                                        std::to_string(most_rows + 1));
        if (result.rows() > most_rows) fail("the files declare more than 100,000 rows of " + table_.identity);
        std::map<std::vector<bool>, std::size_t> positions;
        auto set_of = [&](const std::vector<bool>& columns) -> RowSet& {
            auto [found, is_new] = positions.emplace(columns, sets.size());
            if (is_new)
                sets.push_back(
                    {.table = table_.identity, .key = quoted(key_), .columns = quoted(columns), .exact = exact_, .keys = {}});
            return sets[found->second];
        };
        set_of(columns_of_all());
        for (int i = 0; i < result.rows(); ++i) {
            auto columns = columns_of(std::string(result.text(i, 0)));
            if (columns.empty()) continue;
            Row row{.table = number_,
                    .values = values_of(result, i, 1, table_.columns.size()),
                    .compared = columns,
                    .written = columns,
                    .key = key_,
                    .known_as = {}};
            for (auto c : key_) {
                if (row.values[c] == "NULL")
                    fail("a row of " + table_.identity + " has NULL in its key " + table_.columns[c].quoted);
                row.known_as.push_back(row.values[c]);
            }
            for (const auto& action : table_.actions)
                row.along += (row.along.empty() ? " " : ", ") +
                             (action.deletes ? "go all rows of " + action.table + " that refer to it"
                                             : "all rows of " + action.table + " that refer to it lose that");
            set_of(columns).keys.push_back(row.known_as);
            rows.push_back(std::move(row));
        }
    }

private:
    Connection& connection_;
    const Source& source_;
    std::map<std::string_view, std::pair<const Inserted*, std::size_t>> by_transaction_;  ///< with its position in own_
    const RowTable& table_;
    const std::size_t number_;
    std::vector<const Inserted*> own_;
    std::vector<std::vector<bool>> named_;  ///< columns by INSERT
    Columns key_;
    Wish wish_;
    bool exact_ = false;

    [[noreturn]] void fail(const std::string& message, const Inserted* at = nullptr, const std::string& hint = {}) const {
        throw Error(message, place(source_, source_.statements[(at ? at : own_.front())->statement]), hint, Exit::usage);
    }

    void find_wish() {
        for (const auto* one : own_)
            for (const auto& directive : source_.directives) {
                if (directive.ask != Ask::rows || directive.statement != static_cast<std::ptrdiff_t>(one->statement)) continue;
                Wish other = wish(directive);
                if (wish_.directive && (other.key != wish_.key || other.exact != wish_.exact))
                    throw Error("another directive asks for something else of the rows of " + table_.identity, directive.place,
                                {}, Exit::usage);
                wish_ = other;
            }
        exact_ = wish_.exact;
    }

    /// The primary key, or, where an INSERT leaves that to chance, the only unique key that none does.
    void choose_key() {
        std::vector<Columns> given;
        for (const auto& unique : table_.uniques)
            if (all_name(unique)) given.push_back(unique);
        if (given.size() == 1)
            key_ = given.front();
        else if (table_.primary)
            key_ = *table_.primary;
        else
            fail("nothing tells the rows of " + table_.identity + " apart: it has no primary key", nullptr,
                 "say which columns do: -- plumb: rows key (...)");
    }

    bool all_name(const Columns& columns) const {
        return std::ranges::all_of(
            named_, [&](const auto& named) { return std::ranges::all_of(columns, [&](std::size_t c) { return named[c]; }); });
    }

    void find_key() {
        auto refuse = [&](const std::string& message) { throw Error(message, wish_.directive->place, {}, Exit::usage); };
        for (const auto& name : wish_.key) {
            auto found = table_.find(name);
            if (!found) refuse(table_.identity + " has no column " + name);
            key_.push_back(*found);
        }
        bool unique = std::ranges::any_of(table_.uniques, [&](const Columns& columns) {
            return std::ranges::all_of(columns, [&](std::size_t c) { return std::ranges::find(key_, c) != key_.end(); });
        });
        if (!unique)
            refuse("no unique key of " + table_.identity + " makes sure that (" + joined(wish_.key) + ") tells its rows apart");
    }

    std::vector<bool> named(const Statement& insert) const {
        const Given& given = insert.given;
        auto count = given.columns.empty() ? table_.columns.size() : given.columns.size();
        if (given.width) count = std::min(count, *given.width);
        std::vector<bool> out(table_.columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            auto column = given.columns.empty() ? i : table_.find(given.columns[i]).value_or(out.size());
            bool given_here = std::ranges::find(given.defaults, i) == given.defaults.end();
            if (column < out.size() && given_here && !table_.columns[column].generated) out[column] = true;
        }
        return out;
    }

    std::vector<bool> columns_of_all() const {
        std::vector<bool> out(table_.columns.size());
        for (const auto& one : named_)
            for (std::size_t c = 0; c < out.size(); ++c) out[c] = out[c] || one[c];
        return out;
    }

    /// By the transaction that wrote a row; empty for what a trigger made of an INSERT into another table. A statement that
    /// writes the table anew leaves its own transaction on all rows.
    std::vector<bool> columns_of(const std::string& transaction) const {
        auto found = by_transaction_.find(transaction);
        if (found == by_transaction_.end()) return columns_of_all();
        const auto& [inserted, own] = found->second;
        if (inserted->table != table_.identity) return {};
        return source_.statements[inserted->statement].given.updates ? columns_of_all() : named_[own];
    }

    std::vector<std::string> quoted(const Columns& columns) const {
        std::vector<std::string> out;
        for (auto c : columns) out.push_back(table_.columns[c].quoted);
        return out;
    }

    std::vector<std::string> quoted(const std::vector<bool>& columns) const {
        std::vector<std::string> out;
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (columns[c]) out.push_back(table_.columns[c].quoted);
        return out;
    }
};

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

/// Where a declared row refers to another by a value that only the scratch gave that one (its serial number, say).
void refuse_references_to_chance(const std::vector<RowTable>& tables, const std::vector<Row>& rows, const Source& source,
                                 const std::vector<Inserted>& inserted) {
    std::map<std::pair<std::size_t, Columns>, std::set<std::string>> left;
    for (const auto& child : tables)
        for (const auto& reference : child.references) left[{reference.table, reference.referenced}];
    for (auto& [referenced, values] : left)
        for (const auto& row : rows)
            if (row.table == referenced.first &&
                std::ranges::any_of(referenced.second, [&](std::size_t c) { return !row.compared[c]; }))
                values.insert(list_of(row.values, referenced.second));
    for (const auto& row : rows)
        for (const auto& reference : tables[row.table].references) {
            if (!std::ranges::all_of(reference.columns, [&](std::size_t c) { return row.compared[c]; })) continue;
            if (!left.at({reference.table, reference.referenced}).contains(list_of(row.values, reference.columns))) continue;
            const auto& parent = tables[reference.table];
            std::vector<std::string> columns;
            for (auto c : reference.referenced) columns.push_back(parent.columns[c].quoted);
            auto one = std::ranges::find(inserted, tables[row.table].identity, &Inserted::table);
            throw Error("a row of " + tables[row.table].identity + " refers to " + parent.identity + " (" + joined(columns) +
                            "), which the INSERT of that leaves to chance",
                        place(source, source.statements[one->statement]), "name " + joined(columns) + " there", Exit::usage);
        }
}

}  // namespace

Catalog with_declared_rows(Connection& connection, Catalog catalog, const Source& source, const std::vector<Inserted>& inserted) {
    if (inserted.empty()) return catalog;
    begin(connection, std::chrono::seconds(5));
    auto tables = row_tables(connection, catalog, tables_of(inserted, &Inserted::table));
    std::vector<Row> rows;
    for (std::size_t n = 0; n < tables.size(); ++n)
        Declared(connection, source, inserted, tables, n).read(rows, catalog.row_sets);
    connection.run("commit");
    refuse_references_to_chance(tables, rows, source, inserted);
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
