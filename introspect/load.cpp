// Loads desired statements the way psql would, only faster, and in a second try where a name was still missing.
#include <algorithm>
#include <optional>
#include <set>

#include "introspect/access.hpp"
#include "introspect/cluster.hpp"
#include "introspect/comments.hpp"
#include "introspect/elevate.hpp"
#include "introspect/functions.hpp"
#include "introspect/packages.hpp"
#include "introspect/pipeline.hpp"
#include "introspect/scratch.hpp"
#include "introspect/session.hpp"
#include "introspect/words.hpp"

namespace plumb::introspect {

namespace {

/// Codes of a name that is missing, and of a key that a foreign key still lacks (manual, appendix A).
bool is_missing_name(const std::string& sqlstate) {
    for (const char* code : {"42P01", "42704", "42883", "42703", "3F000", "42830"})
        if (sqlstate == code) return true;
    return false;
}

/// What a DROP does not find will not be found later either.
bool can_wait(const Statement& statement) { return !statement.node.starts_with("Drop") && statement.role != Role::sets; }

/// Event triggers come last: they would watch everything after them.
bool comes_last(const Statement& statement) {
    return statement.node == "CreateEventTrigStmt" || statement.node == "AlterEventTrigStmt";
}

/// What hardly ever works without a superuser, and what others stand on.
bool wants_superuser(const Statement& statement) {
    for (const char* node :
         {"CreateAmStmt", "CreateOpClassStmt", "CreateOpFamilyStmt", "AlterOpFamilyStmt", "CreateCastStmt", "CreateTransformStmt",
          "CreateFdwStmt", "AlterFdwStmt", "CreateForeignServerStmt", "AlterForeignServerStmt", "CreateUserMappingStmt"})
        if (statement.node == node) return true;
    return false;
}

struct Failure {
    std::size_t statement;
    Error error;
    bool denied = false;  ///< it needs a superuser, and may have one
};

class Load {
public:
    Load(Scratch& scratch, const std::string& database, const Source& source)
        : scratch_(scratch), source_(source), database_(database), loader_(scratch.connect(database)), session_(source) {}

    Loaded run() {
        if (auto* cluster = scratch_.fresh_cluster()) load_shared(*cluster);
        std::vector<std::size_t> rest, last;
        for (std::size_t i = 0; i < source_.statements.size(); ++i)
            if (is_loaded(i)) (comes_last(source_.statements[i]) ? last : rest).push_back(i);
        auto done = load_extensions(rest);
        std::erase_if(rest, [&](std::size_t i) { return done.contains(i); });
        const auto since = next_transaction(loader_);
        auto left = settle(rest);
        for (const auto& failure : left) last.push_back(failure.statement);
        std::sort(last.begin(), last.end());
        if (!last.empty()) left = settle(last);
        if (!left.empty()) throw fundamental(left);
        refuse_comments(loader_, since, source_);
        auto unchecked = check_functions(loader_, session_, source_, [&](const std::string& warning) { scratch_.warn(warning); });
        return {std::move(unchecked), std::move(inserted_)};
    }

private:
    Scratch& scratch_;
    const Source& source_;
    std::string database_;
    Connection loader_;
    Session session_;
    std::vector<Inserted> inserted_;

    const Statement& statement(std::size_t i) const { return source_.statements[i]; }

    Error at(std::size_t i, const Error& error) const {
        Error out = error;
        out.place = place(source_, statement(i), error.position);
        return out;
    }

    void warn(std::size_t i, const std::string& message) { scratch_.warn(warning_at(place(source_, statement(i)), message)); }

    void load_shared(Cluster& cluster) {
        auto placed = [&](std::size_t i, const Error& error) { return at(i, error); };
        introspect::load(cluster, source_, placed, [&](std::size_t i, const std::string& message) { warn(i, message); });
    }

    /// Deals with what is not for the database.
    bool is_loaded(std::size_t i) {
        const auto& s = statement(i);
        if (s.role == Role::runs && !scratch_.trusts())
            throw at(
                i, Error("this statement runs code instead of declaring something", {}, "if you trust the files: --trust-files"));
        if (s.shared != Shared::no) {
            // Here it is but a name.
            if (s.node == "CreateRoleStmt") scratch_.add_role(s.names.at(0).object);
            return false;
        }
        // Roles are the whole server's, which may not be ours.
        bool roles_stay = !scratch_.trusts() || !scratch_.embedded();
        if (s.node == "CreateRoleStmt" && roles_stay) {
            add_role(i);
            return false;
        }
        if (s.node == "GrantRoleStmt" && roles_stay) {
            warn(i, "members of roles belong to the whole server: not compared");
            return false;
        }
        return true;
    }

    void add_role(std::size_t i) {
        try {
            scratch_.add_role(statement(i).names.at(0).object);
        } catch (const Error& error) {
            throw at(i, error);
        }
        warn(i, "roles belong to the whole server: used here, but not made there");
    }

    /// While nothing of the files is there that an extension's script could call. Schemas come along, for the extensions to go
    /// into, and so does what drops either.
    std::set<std::size_t> load_extensions(const std::vector<std::size_t>& all) {
        std::set<std::size_t> done;
        auto is_extension = [&](std::size_t i) { return statement(i).node == "CreateExtensionStmt"; };
        if (std::none_of(all.begin(), all.end(), is_extension)) return done;
        std::optional<Connection> superuser;
        if (!scratch_.trusts()) superuser.emplace(scratch_.connect_as_superuser(database_));
        Connection& able = superuser ? *superuser : loader_;
        std::vector<std::size_t> wait;
        for (auto i : all) {
            const auto& s = statement(i);
            auto contents = [&](const Name& name) { return name.node != s.node && name.node != "AlterOwnerStmt"; };
            bool schema = (s.node == "CreateSchemaStmt" && std::none_of(s.names.begin(), s.names.end(), contents)) ||
                          begins(s.sql, {"DROP", "SCHEMA"});
            if ((schema && succeeds(loader_, i)) || (begins(s.sql, {"DROP", "EXTENSION"}) && succeeds(able, i))) done.insert(i);
            if (!is_extension(i)) continue;
            done.insert(i);
            if (!create_extension(able, i, true)) wait.push_back(i);
        }
        for (auto i : wait) create_extension(able, i, false);
        return done;
    }

    bool succeeds(Connection& connection, std::size_t i) {
        try {
            enter(i);
            connection.query(statement(i).sql);
            return true;
        } catch (const Error&) {
            return false;  // its turn comes again
        }
    }

    bool create_extension(Connection& connection, std::size_t i, bool may_wait) {
        try {
            enter(i);
            auto path = loader_.query("select pg_catalog.current_setting('search_path')");
            connection.query("select pg_catalog.set_config('search_path', $1, false)", {path.value(0, 0)});
            connection.query(statement(i).sql);
            if (scratch_.reaches_out() && !scratch_.trusts()) warn_of_network(i);
            return true;
        } catch (const Error& error) {
            if (may_wait && (error.sqlstate == "3F000" || error.sqlstate == "42704")) return false;
            throw extension_error(i, error);
        }
    }

    /// A trusted extension gives no way out of its database (manual, section on CREATE EXTENSION).
    void warn_of_network(std::size_t i) {
        const auto& name = statement(i).names.at(0).object;
        auto safe = loader_.query(
            "select from pg_catalog.pg_available_extension_versions where installed and trusted and name operator(pg_catalog.=) "
            "$1",
            {name});
        if (safe.rows() == 0)
            warn(i, "extension " + name + " may reach the network, which cannot be cut off from the scratch here");
    }

    Error extension_error(std::size_t i, const Error& error) const {
        Error out = at(i, error);
        bool missing = error.sqlstate == "0A000" || error.sqlstate == "58P01" || error.sqlstate == "22023";
        if (!missing) return out;
        const auto& extension = statement(i).names.at(0).object;
        int major = scratch_.server_version() / 10000;
        auto package = debian_package(extension, major);
        out.hint = "install " + (package.empty() ? "the package that brings extension \"" + extension + "\"" : package) +
                   " for PostgreSQL " + std::to_string(major) +
                   (scratch_.embedded() ? " on this machine" : " where the scratch is") +
                   ", or give a server that has it: --scratch URL, or --scratch target where the target has it";
        return out;
    }

    /// Makes the settings of a statement those of the session.
    void enter(std::size_t i) {
        std::vector<Group> groups;
        session_.enter(groups, i);
        run_pipelined(loader_, groups, [](const Outcome&) { return true; });
    }

    /// Loads statements, those that failed for a missing name again and again as long as that gets some of them in. Returns those
    /// left.
    std::vector<Failure> settle(std::vector<std::size_t> statements) {
        for (;;) {
            auto failures = round(statements);
            std::vector<std::size_t> failed;
            for (const auto& failure : failures) failed.push_back(failure.statement);
            bool progress = failed.size() < statements.size();
            for (const auto& failure : failures) progress = add_collation(failure.error) || add_role(failure.error) || progress;
            if (failures.empty() || !progress) return failures;
            statements = std::move(failed);
        }
    }

    /// The target may have been given locales that this machine lacks.
    bool add_collation(const Error& error) {
        std::string_view words = error.what();
        if (error.sqlstate != "42704" || !words.starts_with("collation \"")) return false;
        words.remove_prefix(words.find('"') + 1);
        if (words.starts_with("pg_catalog.")) words.remove_prefix(words.find('.') + 1);
        return scratch_.add_collation(database_, std::string(words.substr(0, words.find('"'))));
    }

    /// Without a target there is none that could lack a role.
    bool add_role(const Error& error) {
        constexpr std::string_view start = "role \"", end = "\" does not exist";
        std::string_view words = error.what();
        if (scratch_.has_target() || error.sqlstate != "42704" || !words.starts_with(start) || !words.ends_with(end))
            return false;
        words.remove_prefix(start.size());
        words.remove_suffix(end.size());
        scratch_.add_role(std::string(words));
        return true;
    }

    std::vector<Failure> round(const std::vector<std::size_t>& statements) {
        std::vector<Failure> failures;
        // No scratch has loaded the provider of a label, whoever runs the statement.
        auto wants = [&](std::size_t i) {
            return statement(i).node == "SecLabelStmt" || (!scratch_.trusts() && wants_superuser(statement(i)));
        };
        for (auto begin = statements.begin(); begin != statements.end();) {
            auto end = std::find_if(begin, statements.end(), wants);
            run({begin, end}, failures);
            begin = end;
            if (begin != statements.end()) run_alone(*begin++, failures);
        }
        elevate(failures);
        return failures;
    }

    void run(std::span<const std::size_t> statements, std::vector<Failure>& failures) {
        std::vector<Group> groups;
        for (auto i : statements) add(groups, i);
        std::optional<Error> fatal;
        std::size_t taken = 0;
        try {
            run_pipelined(loader_, groups, [&](const Outcome& outcome) {
                ++taken;
                if (!fatal && outcome.subject != housekeeping) fatal = judge(outcome, failures);
                return !fatal;
            });
        } catch (const Error& error) {
            throw lost(groups, taken, error);
        }
        if (fatal) throw *fatal;
    }

    void run_alone(std::size_t i, std::vector<Failure>& failures) {
        try {
            enter(i);
            scratch_.execute(loader_, statement(i).sql);
        } catch (const Error& error) {
            if (auto fatal = judge(i, error, failures)) throw *fatal;
        }
    }

    void add(std::vector<Group>& groups, std::size_t i) {
        session_.enter(groups, i);
        groups.push_back({{statement(i).sql}, i});
        // Bodies may name what comes later; they are checked at the end.
        if (statement(i).node == "CreateFunctionStmt")
            groups.back().statements.insert(groups.back().statements.begin(), "SET LOCAL check_function_bodies = off");
        if (statement(i).role == Role::row) groups.back().statements.push_back(whereabouts(statement(i)));
        session_.passed(i);
    }

    /// In the transaction of an INSERT: what tells its rows later.
    std::string whereabouts(const Statement& insert) const {
        const Name& name = insert.names.at(0);
        auto table = identifier(loader_, name.object);
        if (!name.schema.empty()) table = identifier(loader_, name.schema) + "." + table;
        return "select pg_catalog.mod(pg_catalog.txid_current(), 4294967296), (select pg_catalog.format('%I.%I', nspname, relname)"
               " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) relnamespace"
               " where c.oid operator(pg_catalog.=) pg_catalog.to_regclass(" + literal(loader_, table) + "))";
    }

    std::optional<Error> judge(const Outcome& outcome, std::vector<Failure>& failures) {
        if (outcome.failure) return judge(outcome.subject, server_error(outcome.failure, loader_.handle()), failures);
        if (statement(outcome.subject).role == Role::row) {
            const Result& told = outcome.results.back();
            inserted_.push_back({outcome.subject, std::string(told.text(0, 0)), std::string(told.text(0, 1))});
        }
        if (!outcome.withheld) return std::nullopt;
        Error error("not all of this could be granted or revoked");
        error.sqlstate = "42501";
        return judge(outcome.subject, error, failures);
    }

    /// Puts a failure on the list, or returns it where it ends the load.
    std::optional<Error> judge(std::size_t i, const Error& error, std::vector<Failure>& failures) {
        if (!loader_.usable()) return at(i, error);
        if (error.sqlstate == "42501" && !scratch_.trusts() && elevation(statement(i).sql) != Elevation::none) {
            failures.push_back({i, error, true});
            return std::nullopt;
        }
        // psql warns and goes on as well: files may come from a newer version.
        if (statement(i).role == Role::sets && error.sqlstate == "42704") {
            warn(i, error.what());
            return std::nullopt;
        }
        // Behind a statement that waits, anything may fail for want of it.
        bool missing = is_missing_name(error.sqlstate) || (statement(i).role == Role::row && error.sqlstate == "23503");
        if (can_wait(statement(i)) && (missing || !failures.empty())) {
            failures.push_back({i, error});
            return std::nullopt;
        }
        return explained(i, error);
    }

    Error explained(std::size_t i, const Error& error) const {
        Error out = at(i, error);
        if (error.sqlstate == "42501" && out.hint.empty() && !scratch_.trusts())
            out.hint = "the files are loaded without a superuser's rights; if you trust them: --trust-files";
        if (error.sqlstate == "42704" && out.hint.empty() && std::string_view(error.what()).starts_with("role \""))
            out.hint = "the target has no such role: roles belong to the whole server and are made there by hand";
        return out;
    }

    /// Second try of what needs a superuser.
    void elevate(std::vector<Failure>& failures) {
        std::erase_if(failures, [&](Failure& failure) {
            if (!failure.denied) return false;
            try {
                enter(failure.statement);
                scratch_.execute(loader_, statement(failure.statement).sql);
                return true;
            } catch (const Error& error) {
                if (!loader_.usable()) throw at(failure.statement, error);
                failure.error = error;
                return false;
            }
        });
        auto waits = [](const Failure& failure) { return !failure.denied || is_missing_name(failure.error.sqlstate); };
        if (!failures.empty() && std::none_of(failures.begin(), failures.end(), waits))
            throw explained(failures.front().statement, failures.front().error);
    }

    Error lost(const std::vector<Group>& groups, std::size_t taken, const Error& error) const {
        while (taken < groups.size() && groups[taken].subject == housekeeping) ++taken;
        Error out = taken < groups.size() ? at(groups[taken].subject, error) : error;
        if (PQstatus(loader_.handle()) == CONNECTION_BAD)
            out.hint = scratch_.why_ended().empty() ? "the server may have run out of memory" : scratch_.why_ended();
        return out;
    }

    /// Of the statements that are left, the first that waits for none of the others.
    Error fundamental(const std::vector<Failure>& left) const {
        auto waits = [&](const Failure& failure) {
            std::string message = failure.error.what();
            std::replace(message.begin(), message.end(), '"', ' ');  // "s.t" is two words
            auto mentioned = words(message);
            return std::any_of(left.begin(), left.end(), [&](const Failure& other) {
                return other.statement != failure.statement && makes_one_of(statement(other.statement), mentioned);
            });
        };
        auto first = std::find_if_not(left.begin(), left.end(), waits);
        const auto& failure = first == left.end() ? left.front() : *first;
        Error out = explained(failure.statement, failure.error);
        if (left.size() > 1 && out.hint.empty())
            out.hint = (left.size() == 2 ? "one more statement" : std::to_string(left.size() - 1) + " more statements") +
                       " could not be loaded, perhaps for want of this one";
        return out;
    }

    static bool makes_one_of(const Statement& statement, const std::set<std::string>& mentioned) {
        bool makes = statement.node.starts_with("Create") || statement.node.starts_with("Define") ||
                     statement.node == "ViewStmt" || statement.node == "CompositeTypeStmt";
        return std::any_of(statement.names.begin(), statement.names.end(), [&](const Name& name) {
            return (makes && mentioned.contains(name.object)) || (name.node == "ColumnDef" && mentioned.contains(name.element));
        });
    }
};

}  // namespace

Loaded load(Scratch& scratch, const std::string& database, const Source& source) {
    return Load(scratch, database, source).run();
}

}  // namespace plumb::introspect
