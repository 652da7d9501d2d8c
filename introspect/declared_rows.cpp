// What the INSERT statements of desired files declare.
#include "introspect/declared_rows.hpp"

#include <algorithm>
#include <map>

namespace plumb::introspect {

namespace {

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

/// Where a declared row refers to another by a value that only the scratch gave that one (its serial number, say).
void refuse_references_to_chance(const std::vector<RowTable>& tables, const std::vector<Row>& rows, const Source& source,
                                 const std::vector<Inserted>& inserted) {
    const auto parents = referenced_rows(tables, rows);
    for (const auto& row : rows)
        for (const auto& reference : tables[row.table].references) {
            if (!std::ranges::all_of(reference.columns, [&](std::size_t c) { return row.compared[c]; })) continue;
            const auto& known = parents.at({reference.table, reference.referenced});
            auto found = known.find(list_of(row.values, reference.columns));
            if (found == known.end()) continue;
            const auto& named = rows[found->second].compared;
            if (std::ranges::all_of(reference.referenced, [&](std::size_t c) { return named[c]; })) continue;
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

std::vector<Row> declared_rows(Connection& connection, const Source& source, const std::vector<Inserted>& inserted,
                               const std::vector<RowTable>& tables, std::vector<RowSet>& sets) {
    std::vector<Row> rows;
    for (std::size_t n = 0; n < tables.size(); ++n) Declared(connection, source, inserted, tables, n).read(rows, sets);
    refuse_references_to_chance(tables, rows, source, inserted);
    return rows;
}

}  // namespace plumb::introspect
