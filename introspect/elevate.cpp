// Makes the loader a superuser for the time of one statement.
#include "introspect/elevate.hpp"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include "introspect/access.hpp"
#include "introspect/words.hpp"

namespace plumb::introspect {

namespace {

constexpr const char* insufficient_privilege = "42501";
constexpr const char* password_required = "2F003";  ///< of subscriptions of those who are no superusers, from 16 on

struct Token {
    std::string_view text;
    std::string word;  ///< upper case where it is a keyword or an unquoted name, else empty
    std::size_t start;
};

std::vector<Token> tokens(const std::string& sql) {
    std::vector<Token> all;
    auto result = pg_query_scan(sql.c_str());
    if (!result.error) {
        auto scan = pg_query__scan_result__unpack(nullptr, result.pbuf.len, reinterpret_cast<const uint8_t*>(result.pbuf.data));
        for (std::size_t i = 0; scan && i < scan->n_tokens; ++i) {
            const auto& token = *scan->tokens[i];
            if (token.token == PG_QUERY__TOKEN__SQL_COMMENT || token.token == PG_QUERY__TOKEN__C_COMMENT) continue;
            auto start = static_cast<std::size_t>(token.start);
            std::string_view text = std::string_view(sql).substr(start, static_cast<std::size_t>(token.end) - start);
            Token next{text, "", start};
            if (token.token == PG_QUERY__TOKEN__IDENT || token.keyword_kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD)
                for (char c : text) next.word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            all.push_back(next);
        }
        if (scan) pg_query__scan_result__free_unpacked(scan, nullptr);
    }
    pg_query_free_scan_result(result);
    return all;
}

struct Head {
    std::vector<std::string_view> words;
    Elevation elevation;
};

constexpr const char* no_provider = "22023";  ///< of labels: an invalid parameter

/// The fixed list. None of these calls a function of the files as long as there is no event trigger.
const Head heads[] = {
    {{"CREATE", "PUBLICATION"}, Elevation::loader},
    {{"ALTER", "PUBLICATION"}, Elevation::loader},
    {{"CREATE", "EVENT", "TRIGGER"}, Elevation::loader},
    {{"ALTER", "EVENT", "TRIGGER"}, Elevation::loader},
    {{"CREATE", "OPERATOR", "CLASS"}, Elevation::loader},
    {{"CREATE", "OPERATOR", "FAMILY"}, Elevation::loader},
    {{"ALTER", "OPERATOR", "FAMILY"}, Elevation::loader},
    {{"CREATE", "ACCESS", "METHOD"}, Elevation::loader},
    {{"DROP", "ACCESS", "METHOD"}, Elevation::loader},
    {{"CREATE", "CAST"}, Elevation::loader},
    {{"DROP", "CAST"}, Elevation::loader},
    {{"DROP", "EXTENSION"}, Elevation::loader},
    {{"ALTER", "EXTENSION"}, Elevation::loader},
    {{"CREATE", "TRANSFORM"}, Elevation::loader},
    {{"DROP", "TRANSFORM"}, Elevation::loader},
    {{"COMMENT", "ON"}, Elevation::loader},
    {{"REVOKE"}, Elevation::loader},
    {{"GRANT"}, Elevation::loader},
    {{"CREATE", "FOREIGN", "DATA", "WRAPPER"}, Elevation::loader},
    {{"ALTER", "FOREIGN", "DATA", "WRAPPER"}, Elevation::loader},
    {{"CREATE", "SERVER"}, Elevation::loader},
    {{"CREATE", "SUBSCRIPTION"}, Elevation::loader},
    {{"ALTER", "SUBSCRIPTION"}, Elevation::loader},
    {{"SECURITY", "LABEL"}, Elevation::loader},
    {{"CREATE", "EXTENSION"}, Elevation::extension},
};

bool begins(const std::vector<Token>& all, const std::vector<std::string_view>& words) {
    return all.size() >= words.size() && std::equal(words.begin(), words.end(), all.begin(),
                                                    [](std::string_view word, const Token& token) { return token.word == word; });
}

bool any(const std::vector<Token>& all, std::initializer_list<std::string_view> words) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Token& token) { return std::find(words.begin(), words.end(), token.word) != words.end(); });
}

/// ALTER ... OWNER TO role and nothing else: in a list of changes there would be a comma. CURRENT_USER and the like are no role's
/// name.
bool changes_owner(const std::vector<Token>& all) {
    std::size_t count = all.size();
    return count > 4 && all[0].word == "ALTER" && all[count - 3].word == "OWNER" && all[count - 2].word == "TO" &&
           !all.back().word.starts_with("CURRENT_") && all.back().word != "SESSION_USER" && !all.back().word.starts_with("PG_") &&
           (all[1].word != "TABLE" ||
            std::none_of(all.begin(), all.end(), [](const Token& token) { return token.text == "," || token.text == "("; }));
}

/// Functions decide who may reach files and other servers, parameters what the server loads, and who may create in pg_catalog
/// puts himself between PostgreSQL and its own functions; roles are not the files' to give.
bool grants_power(const std::vector<Token>& all) {
    return any(all, {"FUNCTION", "FUNCTIONS", "PROCEDURE", "PROCEDURES", "ROUTINE", "ROUTINES", "PARAMETER", "SCHEMA"}) ||
           !any(all, {"ON"});
}

bool connects(const std::vector<Token>& all) {
    constexpr std::string_view not_connected[] = {"CONNECT", "=", "FALSE"};
    if (all[0].word == "ALTER") return any(all, {"ENABLE", "FAILOVER", "TWO_PHASE"});
    return std::ranges::search(
               all, not_connected,
               [](const Token& token, std::string_view word) { return word == "=" ? token.text == word : token.word == word; })
        .empty();
}

bool makes_function(const std::vector<Token>& all) {
    return begins(all, {"CREATE", "FUNCTION"}) || begins(all, {"CREATE", "OR", "REPLACE", "FUNCTION"});
}

/// A role that is a superuser as long as this lives.
class Promotion {
public:
    Promotion(Connection& admin, std::string role) : admin_(admin), role_(std::move(role)) {
        admin_.query("ALTER ROLE " + role_ + " SUPERUSER");
    }
    ~Promotion() {
        try {
            admin_.query("ALTER ROLE " + role_ + " NOSUPERUSER");
        } catch (const Error&) {
            // Only when the server is gone.
        }
    }
    Promotion(const Promotion&) = delete;
    Promotion& operator=(const Promotion&) = delete;

private:
    Connection& admin_;
    std::string role_;
};

/// Whether a role is meant, as written: PostgreSQL unquotes and folds.
bool is_role(Connection& connection, const std::string& written, const std::string& role) {
    return connection.query("select (pg_catalog.parse_ident($1))[1] operator(pg_catalog.=) $2::pg_catalog.text", {written, role})
               .text(0, 0) == "t";
}

bool holds(Connection& connection, const char* condition) { return connection.query(condition).text(0, 0) == "t"; }

/// The function that the transaction made or replaced last.
constexpr const char* newest_function = R"(
    select i.identity from pg_catalog.pg_proc p, pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0) i
    where p.xmin::text::int8 >= pg_catalog.pg_current_xact_id()::text::int8 % 4294967296 order by p.cmin::text::int8 desc limit 1)";

/// What the loader is told when GRANT or REVOKE change nothing, and a superuser would not be.
struct Withheld {
    explicit Withheld(Connection& connection)
        : connection_(connection), previous_(PQsetNoticeReceiver(connection.handle(), note, this)) {}
    ~Withheld() { PQsetNoticeReceiver(connection_.handle(), previous_, nullptr); }
    Withheld(const Withheld&) = delete;
    Withheld& operator=(const Withheld&) = delete;

    std::string message;  ///< empty: nothing was withheld

private:
    static void note(void* self, const PGresult* notice) {
        if (is_withheld(notice)) static_cast<Withheld*>(self)->message = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
    }

    Connection& connection_;
    PQnoticeReceiver previous_;
};

/// One transaction, unless the connection is in one.
class Transaction {
public:
    explicit Transaction(Connection& connection)
        : connection_(connection), ours_(PQtransactionStatus(connection.handle()) == PQTRANS_IDLE) {
        if (ours_) connection_.query("BEGIN");
    }
    ~Transaction() {
        try {
            if (ours_) connection_.query("ROLLBACK");
        } catch (const Error&) {
            // Only when the server is gone.
        }
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit() {
        if (ours_) connection_.query("COMMIT");
        ours_ = false;
    }

private:
    Connection& connection_;
    bool ours_;
};

/// The lock of a catalog makes the session see what another has just changed: who is a superuser.
void look(Connection& connection) { connection.query("select pg_catalog.pg_get_constraintdef('0'::pg_catalog.oid)"); }

// The files may have put operators of their own before PostgreSQL's, so these are named in full.

/// Names of functions that are no extension's; NULL for an operator or a cast, which has none that a script would mention.
constexpr const char* callable = R"(
    select distinct o.name from (
        select 1255::pg_catalog.oid as class, p.oid, p.proname as name from pg_catalog.pg_proc p
        union all select 2617, o.oid, null from pg_catalog.pg_operator o
        union all select 2605, c.oid, null from pg_catalog.pg_cast c) o
    where o.oid operator(pg_catalog.>=) 16384 and not exists(select from pg_catalog.pg_depend d
        where d.classid operator(pg_catalog.=) o.class and d.objid operator(pg_catalog.=) o.oid and d.deptype operator(pg_catalog.=) 'e'))";

/// All versions of an extension's script.
constexpr const char* scripts = R"(
    select string_agg(pg_read_file(folder || '/' || file), ' ') from (select setting || '/extension' from pg_config where name = 'SHAREDIR') f(folder),
        pg_ls_dir(folder) file where starts_with(file, $1 || '--'))";

/// Whether the script of an extension, which a superuser runs, could call something that the files have made.
bool could_call(Connection& admin, Connection& loader, const std::vector<Token>& create) {
    auto made = loader.query(callable);
    if (made.rows() == 0) return false;
    auto name = std::find_if(create.begin() + 2, create.end(), [](const Token& token) {
        return token.word != "IF" && token.word != "NOT" && token.word != "EXISTS";
    });
    if (name == create.end() || any(create, {"CASCADE"})) return true;
    auto plain = std::string(admin.query("select (parse_ident($1))[1]", {std::string(name->text)}).text(0, 0));
    auto mentioned = words(admin.query(scripts, {plain}).text(0, 0));
    for (int i = 0; i < made.rows(); ++i)
        if (made.null(i, 0) || mentioned.contains(std::string(made.text(i, 0)))) return true;
    return false;
}

constexpr const char* enabled_event_triggers = R"(
    select pg_catalog.quote_ident(evtname), case evtenabled when 'O' then ' ENABLE' when 'R' then ' ENABLE REPLICA' else ' ENABLE ALWAYS' end
    from pg_catalog.pg_event_trigger where evtenabled operator(pg_catalog.<>) 'D')";

std::string alter_event_trigger(const Result& triggers, int row, std::string_view how) {
    return "ALTER EVENT TRIGGER " + std::string(triggers.text(row, 0)) + std::string(how);
}

bool has_event_trigger(Connection& connection) {
    return holds(connection, "select exists(select from pg_catalog.pg_event_trigger)");
}

}  // namespace

bool is_withheld(const PGresult* notice) {
    const char* state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
    return state && (std::string_view(state) == "01006" || std::string_view(state) == "01007");
}

bool begins(const std::string& sql, const std::vector<std::string_view>& words) { return begins(tokens(sql), words); }

bool is_label(const std::string& sql) { return begins(sql, {"SECURITY", "LABEL", "FOR"}); }

void label(Connection& superuser, const std::string& sql) {
    auto all = tokens(sql);
    auto find = [&](auto from, auto to, std::string_view word) {
        return std::find_if(from, to, [&](const Token& token) { return token.word == word; });
    };
    auto on = find(all.begin() + 3, all.end(), "ON");
    auto is = find(all.rbegin(), all.rend(), "IS");
    if (on == all.end() || is == all.rend()) return superuser.query(sql), void();
    Transaction transaction(superuser);
    // PostgreSQL knows what the words mean, and tells by what it writes down.
    constexpr const char* mark = "of a label that plumb is about to set";
    superuser.query("SAVEPOINT plumb_label");
    superuser.query("COMMENT " + sql.substr(on->start, is->start - on->start) + "IS '" + mark + "'");
    auto object =
        superuser.query("select classoid, objoid, objsubid from pg_catalog.pg_description where description = $1", {mark});
    bool shared = object.rows() == 0;
    if (shared) object = superuser.query("select classoid, objoid, 0 from pg_catalog.pg_shdescription where description = $1", {mark});
    superuser.query("ROLLBACK TO SAVEPOINT plumb_label");
    std::string written(all[3].text);
    std::string provider(written.front() == '\'' ? "pg_catalog.text " + written
                                                 : "(pg_catalog.parse_ident(" + literal(superuser, written) + "))[1]");
    std::string catalog = shared ? "pg_catalog.pg_shseclabel" : "pg_catalog.pg_seclabel", sub = shared ? "" : ", objsubid";
    std::vector<std::optional<std::string>> key;
    for (int column = 0; column < (shared ? 2 : 3); ++column) key.emplace_back(object.text(0, column));
    superuser.query("delete from " + catalog + " where (classoid, objoid" + sub + ") = ($1, $2" + (shared ? "" : ", $3") + ") and provider = " + provider, key);
    if (all.back().word != "NULL")
        superuser.query("insert into " + catalog + " (classoid, objoid" + sub + ", provider, label) values ($1, $2" + (shared ? "" : ", $3") + ", " + provider +
                            ", " + std::string(all.back().text) + ")",
                        key);
    transaction.commit();
}

Elevation elevation(const std::string& sql) {
    auto all = tokens(sql);
    if (changes_owner(all)) return Elevation::new_owner;
    if (makes_function(all)) return any(all, {"LEAKPROOF"}) ? Elevation::leakproof : Elevation::none;
    // This alone: SECURITY DEFINER would lend the superuser's rights to whoever calls a function of his.
    if (begins(all, {"ALTER", "FUNCTION"}) && all.back().word == "LEAKPROOF" && all[all.size() - 2].text == ")")
        return Elevation::loader;
    auto head = std::find_if(std::begin(heads), std::end(heads), [&](const Head& h) { return begins(all, h.words); });
    if (head == std::end(heads)) return Elevation::none;
    // Two types taken for one another without a function can crash the server or read its memory.
    if (begins(all, {"CREATE", "CAST"}) && any(all, {"WITHOUT"})) return Elevation::none;
    if (begins(all, {"GRANT"}) && grants_power(all)) return Elevation::none;
    // An update would run a script.
    if (begins(all, {"ALTER", "EXTENSION"}) && (all.size() != 6 || all[3].word != "SET" || all[4].word != "SCHEMA"))
        return Elevation::none;
    // One that connects would do so with a superuser's rights.
    if (all.size() > 1 && all[1].word == "SUBSCRIPTION" && connects(all)) return Elevation::none;
    // A validator would be called here; a known handler without its validator takes options that are a superuser's to give.
    if (all.size() > 1 && all[1].word == "FOREIGN" && any(all, {"HANDLER", "VALIDATOR"})) return Elevation::none;
    return head->elevation;
}

void Elevator::run(const std::string& sql) {
    bool inside = PQtransactionStatus(loader_.handle()) == PQTRANS_INTRANS && elevation(sql) != Elevation::none;
    Withheld withheld(loader_);
    try {
        if (inside) loader_.query("SAVEPOINT plumb_elevation");
        loader_.query(sql);
        if (inside) loader_.query("RELEASE SAVEPOINT plumb_elevation");
    } catch (const Error& refusal) {
        bool unlabelled = refusal.sqlstate == no_provider && is_label(sql);
        if (refusal.sqlstate != insufficient_privilege && refusal.sqlstate != password_required && !unlabelled) throw;
        if (inside) loader_.query("ROLLBACK TO SAVEPOINT plumb_elevation");
        return run_elevated(sql, refusal);
    }
    if (!withheld.message.empty()) run_elevated(sql, Error(withheld.message));
}

void Elevator::run_elevated(const std::string& sql, const Error& refusal) {
    auto how = elevation(sql);
    auto all = tokens(sql);
    if (how == Elevation::none) throw refusal;
    // An event trigger would run its function as a superuser; it does not see its own kind.
    if (!begins(all, {"CREATE", "EVENT"}) && has_event_trigger(loader_)) {
        if (how != Elevation::loader && how != Elevation::new_owner) throw refusal;
        Transaction transaction(loader_);
        auto sleeping = loader_.query(enabled_event_triggers);
        for (int i = 0; i < sleeping.rows(); ++i) loader_.query(alter_event_trigger(sleeping, i, " DISABLE"));
        promote_and_run(sql, how, refusal);
        for (int i = 0; i < sleeping.rows(); ++i) loader_.query(alter_event_trigger(sleeping, i, sleeping.text(i, 1)));
        return transaction.commit();
    }
    if (how == Elevation::extension) return create_extension(sql, refusal);
    if (how == Elevation::leakproof) return create_leakproof(sql);
    promote_and_run(sql, how, refusal);
}

void Elevator::promote_and_run(const std::string& sql, Elevation how, const Error& refusal) {
    auto all = tokens(sql);
    std::string owner = how == Elevation::new_owner ? std::string(all.back().text) : "";
    if (!owner.empty() && (is_role(admin_, owner, loader_name_) || is_role(admin_, owner, superuser_name_))) throw refusal;
    Promotion promotion(admin_, owner.empty() ? identifier(admin_, loader_name_) : owner);
    look(loader_);
    if (is_label(sql) && refusal.sqlstate == no_provider)
        label(loader_, sql);
    else
        loader_.query(sql);
}

void Elevator::create_extension(const std::string& sql, const Error& refusal) {
    if (could_call(admin_, loader_, tokens(sql))) throw refusal;
    Promotion promotion(admin_, identifier(admin_, loader_name_));
    Transaction transaction(loader_);
    look(loader_);
    loader_.query("SET LOCAL ROLE " + identifier(loader_, superuser_name_));
    loader_.query(sql);
    loader_.query("SET LOCAL ROLE NONE");
    transaction.commit();
}

void Elevator::create_leakproof(const std::string& sql) {
    auto all = tokens(sql);
    auto word = std::find_if(all.begin(), all.end(), [](const Token& token) { return token.word == "LEAKPROOF"; });
    std::string without = sql;
    without.replace(word->start, word->text.size(), word->text.size(), ' ');
    Transaction transaction(loader_);
    loader_.query("SET LOCAL check_function_bodies = off");
    loader_.query(without);
    std::string function(loader_.query(newest_function).text(0, 0));
    Promotion promotion(admin_, identifier(admin_, loader_name_));
    look(loader_);
    loader_.query("ALTER FUNCTION " + function + " LEAKPROOF");
    transaction.commit();
}

}  // namespace plumb::introspect
