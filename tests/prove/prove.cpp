// Proves one case as a user would see it.
#include "tests/prove/prove.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

#include "engine/model/error.hpp"
#include "engine/model/stand_in.hpp"
#include "tests/observer.hpp"
#include "tests/prove/rows.hpp"

namespace plumb::tests {

namespace {

/// A database of psql's making, dropped at the end.
class Database {
public:
    Database(Server& server, const Case& one) : Database(server, one, one.like) {}
    Database(Server& server, const Case& one, const std::string& like) : server_(server), name(server.create(like, one.user)) {}
    ~Database() { server_.drop(name); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

private:
    Server& server_;

public:
    const std::string name;
};

struct DoesNotLoad : Error {
    using Error::Error;
};

/// Rows that cannot become what is desired.
struct Refused : Error {
    using Error::Error;
};

/// The plan said so.
struct Told : Error {
    using Error::Error;
};

std::string read_file(const std::string& name) {
    std::ifstream file(name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

void load(Server& server, const Database& database, const Case& one, const std::vector<std::string>& files) {
    for (const auto& file : files) {
        auto output = server.psql(database.name, file[0] == '/' ? file : one.folder + "/" + file, one.user);
        if (output.exit != 0) throw DoesNotLoad("psql cannot load it: " + output.err);
    }
}

class Proof {
public:
    Proof(Server& server, const Case& one) : server_(server), case_(one), live_(server, one) {}

    const std::string& deeds() const { return deeds_; }

    void run(bool update) {
        prepare();
        if (!case_.golden.empty() && server_.version() / 10000 == case_.golden_version()) compare_golden(update);
        if (case_.exit != 0) return refused();
        auto before = storage();
        auto plan = case_.own ? plumb("diff", with_options({"--format", "json"})).out : "";
        plumb_must("apply", case_.options, 0);
        expect_structure("after apply", new_structure_);
        expect_rows("after apply", wanted_ ? wanted_ : renamed_ ? renamed_ : old_, case_.not_compared);
        if (case_.own) expect_storage(before, plan);
        plumb_must("diff", case_.options, 0);
        plumb_must("rollback", {}, 0);
        expect_structure("after rollback", old_structure_);
        expect_rows("after rollback", old_, case_.lossy);
    }

    /// Returns whether values go for good, as the plan says. What rows lack to be what is desired goes to `lacked`, in words; then the tables
    /// that it is about are tried without any.
    bool run_with_rows(int seed, std::vector<std::string>& lacked) {
        load(server_, live_, case_, case_.from);
        old_structure_ = structure(server_, live_.name);
        learn_secrets(live_.name);
        if (!takes_journal(live_)) keep_journal_outside();
        fill(server_, live_.name, seed);
        auto options = case_.options;
        options.insert(options.end(), {"--proof", "none"});  // shapes are proven without rows
        for (;;) {
            old_.emplace(server_, case_, live_.name);
            auto output = plumb_knowing("apply", desired_, options);
            if (output.exit == 0) break;
            lacked.push_back(lacking(output.err));
            if (lacked.back().empty()) throw Error("plumb apply ended with " + std::to_string(output.exit) + " instead of 0\n" + output.err);
            auto tables = refusing_tables(server_, live_.name);
            expect_nothing_done();
            if (tables.empty() || lacked.size() > 9) throw Refused(output.err);
            empty(server_, live_.name, tables);
        }
        auto lossy = lossy_columns(server_, live_.name, old_->name), changed = converted_columns(server_, old_->name, live_.name);
        changed.insert(changed.end(), case_.not_compared.begin(), case_.not_compared.end());
        changed.insert(changed.end(), lossy.begin(), lossy.end());
        if (!declares_rows()) expect_rows("after apply", old_, changed);
        plumb_must("rollback", {"--proof", "none"}, 0);
        expect_structure("after rollback", old_structure_);
        lossy.insert(lossy.end(), case_.lossy.begin(), case_.lossy.end());
        expect_rows("after rollback", old_, lossy);
        auto all = rows(server_, old_->name, live_.name);
        return all.first != all.second;
    }

private:
    /// After an apply that failed.
    void expect_nothing_done() {
        // Batches that were committed before are undone by the old files.
        if (!difference(server_, old_structure_, structure(server_, live_.name)).empty()) plumb_must("apply", case_.from, case_.options, 0);
        expect_structure("after a refused apply", old_structure_);
        expect_rows("after a refused apply", old_, {});
    }

    void prepare() {
        load(server_, live_, case_, case_.from);
        if (case_.seed != 0) walk();
        if (!case_.rows.empty()) load(server_, live_, case_, {case_.rows});
        old_structure_ = structure(server_, live_.name);
        learn_secrets(live_.name);
        if (case_.exit != 0) return;
        wanted_.emplace(server_, case_);
        if (case_.seed == 0) load(server_, *wanted_, case_, case_.expected.empty() ? case_.to : std::vector{case_.expected});
        new_structure_ = structure(server_, wanted_->name);
        learn_secrets(wanted_->name);
        if (!takes_journal(live_) || !takes_journal(*wanted_)) keep_journal_outside();
        if (case_.exported) export_from(*wanted_);
        if (!declares_rows()) wanted_.reset();
        if (!wanted_ && case_.rows.empty()) return;
        old_.emplace(server_, case_);
        load(server_, *old_, case_, case_.from);
        if (!case_.rows.empty()) load(server_, *old_, case_, {case_.rows});
        if (case_.renamed.empty()) return;
        renamed_.emplace(server_, case_);
        load(server_, *renamed_, case_, case_.from);
        load(server_, *renamed_, case_, {case_.rows, case_.renamed});
    }

    /// Not where an event trigger keeps its schema out, or subscribers would receive it.
    bool takes_journal(const Database& database) const {
        return server_.sql(database.name, "create schema plumb_tries; drop schema plumb_tries").exit == 0 &&
               server_.sql(database.name, "select count(*) from pg_publication where puballtables").out == "0\n";
    }

    void keep_journal_outside() { journal_ = {"--journal", "local=" + server_.folder() + "/" + live_.name + ".journal"}; }

    void walk() {
        auto output =
            tests::run({server_.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "seed=" + std::to_string(case_.seed),
                        "-d", server_.conninfo(live_.name), "-o", "/dev/null", "-f", PLUMB_ROOT "/tests/prove/walk.sql"});
        if (output.exit != 0) throw Error("walk.sql fails: " + output.err);
        deeds_ = output.err;
    }

    /// What is desired is from now on what plumb writes down of a database that is what is desired.
    void export_from(const Database& database) {
        auto file = server_.folder() + "/" + database.name + "_export.sql";
        std::vector<std::string> words{PLUMB_BINARY, "export", "--db", server_.conninfo(database.name, case_.user), "-o", file};
        words.insert(words.end(), case_.options.begin(), case_.options.end());
        auto output = tests::run(words);
        if (output.exit != 0)
            throw Error("plumb export ended with " + std::to_string(output.exit) + "\n" + output.err + output.out);
        desired_ = {file};
    }

    /// Whether the plan is to change rows: then those of all tables are expected to be what psql makes.
    bool declares_rows() const {
        static const std::regex insert("(^|\n)insert into ", std::regex::icase);
        return case_.own && std::ranges::any_of(case_.to, [&](const std::string& file) {
                   return std::regex_search(read_file(file[0] == '/' ? file : case_.folder + "/" + file), insert);
               });
    }

    std::string config() const {
        if (!case_.config.empty()) return case_.config;
        return server_.folder() + "/corpus.toml";
    }

    Output plumb(const std::string& command, const std::vector<std::string>& options) const { return plumb(command, desired_, options); }

    Output plumb(const std::string& command, const std::vector<std::string>& desired, const std::vector<std::string>& options) const {
        std::vector<std::string> words{"env"};
        for (const auto& [name, secret] : given_) words.push_back(name + "=" + secret);
        words.insert(words.end(), {PLUMB_BINARY, command});
        auto nothing = server_.folder() + "/nothing.sql";
        if (command != "rollback") words.insert(words.end(), desired.begin(), desired.end());
        if (command != "rollback" && desired.empty()) words.push_back(nothing);
        for (const auto& word :
             {std::string("--db"), server_.conninfo(live_.name, case_.user), std::string("--config"), config()})
            words.push_back(word);
        if (command != "diff") words.push_back("--yes");
        if (command != "diff" && case_.exit == 0) words.insert(words.end(), {"--allow", "all"});
        words.insert(words.end(), journal_.begin(), journal_.end());
        words.insert(words.end(), options.begin(), options.end());
        return tests::run(words, {.folder = case_.folder});
    }

    std::vector<std::string> with_options(std::vector<std::string> more) const {
        more.insert(more.begin(), case_.options.begin(), case_.options.end());
        return more;
    }

    /// Who runs plumb knows the secrets, and gives those that it asks for.
    void give_secrets(const std::string& asked) {
        static const std::regex stand_in("environment variable (plumb_secret_([0-9a-f]{8})_([0-9a-f]{8}))");
        std::smatch found;
        if (secrets_.empty() || !std::regex_search(asked, found, stand_in)) return;
        auto secret = server_.sql(live_.name, "select v from (values " + secrets_ + ") x (v) where " + STAND_IN_HASH("'" + found.str(2) + "'", "v") +
                                                  " = '" + found.str(3) + "' limit 1").out;
        if (!secret.empty()) given_[found.str(1)] = secret.substr(0, secret.find('\n'));
    }

    /// The options of user mappings, as rows of literals.
    void learn_secrets(const std::string& database) {
        auto found = server_.sql(database, "select string_agg(format('(%L)', option_value), ', ') from pg_user_mapping"
                                           " cross join pg_options_to_table(umoptions)").out;
        found.erase(found.find_last_not_of('\n') + 1);
        if (!found.empty()) secrets_ += (secrets_.empty() ? "" : ", ") + found;
    }

    void plumb_must(const std::string& command, const std::vector<std::string>& options, int exit) {
        plumb_must(command, desired_, options, exit);
    }

    /// With the secrets that it asks for.
    Output plumb_knowing(const std::string& command, const std::vector<std::string>& desired, const std::vector<std::string>& options) {
        auto output = plumb(command, desired, options);
        for (std::size_t known = given_.size(); output.exit == 1; known = given_.size()) {
            give_secrets(output.err);
            if (given_.size() == known) break;
            output = plumb(command, desired, options);
        }
        return output;
    }

    void plumb_must(const std::string& command, const std::vector<std::string>& desired, const std::vector<std::string>& options, int exit) {
        auto output = plumb_knowing(command, desired, options);
        is_told_ = is_told_ || (output.out + output.err).find("PostgreSQL has no statement that ends that, and a dump tells") != std::string::npos;
        if (output.exit == exit) return;
        throw Error("plumb " + command + " ended with " + std::to_string(output.exit) + " instead of " + std::to_string(exit) +
                    "\n" + output.err + output.out);
    }

    void compare_golden(bool update) {
        auto output = plumb("diff", with_options({"--format", "sql"}));
        if (output.exit != 0 && output.exit != 2) {
            if (case_.exit != 0) return;
            plumb_must("diff", case_.options, 2);
        }
        if (update) std::ofstream(case_.golden) << output.out;
        auto text = unified_diff(server_, read_file(case_.golden), output.out);
        if (!text.empty()) throw Error("the plan differs from plan.sql\n" + text);
    }

    /// The expected failure, which leaves the database as it was.
    void refused() const {
        auto output = plumb("apply", case_.options);
        if (output.exit != case_.exit)
            throw Error("plumb apply ended with " + std::to_string(output.exit) + " instead of " + std::to_string(case_.exit) +
                        "\n" + output.err);
        if (output.err.find(case_.message) == std::string::npos && output.out.find(case_.message) == std::string::npos)
            throw Error("plumb apply does not say \"" + case_.message + "\" but\n" + output.err);
        expect_structure("after a refused apply", old_structure_);
    }

    void expect_structure(const std::string& when, const std::string& expected) const {
        auto text = difference(server_, expected, structure(server_, live_.name));
        if (!text.empty() && is_told_ && case_.seed != 0) throw Told(text);
        if (!text.empty()) throw Error(when + " the schema differs\n" + text);
    }

    void expect_rows(const std::string& when, const std::optional<Database>& expected,
                     const std::vector<std::string>& without) const {
        if (!expected) return;
        auto found = rows(server_, expected->name, live_.name, without);
        auto text = unified_diff(server_, found.first, found.second);
        if (!text.empty()) throw Error(when + " the rows differ\n" + text);
    }

    /// Every table with the file that holds its rows.
    std::string storage() const {
        return server_
            .sql(live_.name,
                 "select oid || ' ' || relfilenode from pg_class where relkind = 'r' and oid >= 16384"
                 " and relnamespace not in (select oid from pg_namespace where nspname ~ '^(plumb|pg_)') order by oid")
            .out;
    }

    /// A table that PostgreSQL wrote anew although no step says so.
    void expect_storage(const std::string& before, const std::string& plan) const {
        if (plan.find("\"rewrites\": true") != std::string::npos || plan.find("\"rewrites\":true") != std::string::npos) return;
        auto text = storage();
        std::istringstream lines(before);
        for (std::string line; std::getline(lines, line);) {
            auto oid = "\n" + line.substr(0, line.find(' ') + 1);
            if (("\n" + text).find(oid) != std::string::npos && ("\n" + text).find("\n" + line + "\n") == std::string::npos)
                throw Error("a table was written anew, and no step says so: " + line);
        }
    }

    Server& server_;
    const Case& case_;
    std::vector<std::string> desired_ = case_.to;
    Database live_;
    std::optional<Database> old_;      ///< what live was, where there are rows to compare
    std::optional<Database> renamed_;  ///< the same under the new names
    std::vector<std::string> journal_; ///< options that say where it is; none: in the database
    std::string deeds_;                ///< what walk.sql did, as notices
    std::optional<Database> wanted_;   ///< what live is to be, where the files declare rows
    std::string secrets_;                       ///< what may be one, of both states
    std::map<std::string, std::string> given_;  ///< those that plumb asked for
    bool is_told_ = false;                      ///< that a dump tells what no statement ends
    std::string old_structure_;
    std::string new_structure_;
};

}  // namespace

namespace {

template <class Act>
Outcome proven(Server& server, const Case& one, Act act) {
    auto start = std::chrono::steady_clock::now();
    Outcome outcome;
    std::optional<Proof> proof;
    try {
        outcome.lossy = act(proof.emplace(server, one));
    } catch (const DoesNotLoad& error) {
        outcome = {one.own ? Verdict::failed : Verdict::does_not_load, error.what()};
    } catch (const Refused& error) {
        outcome = {Verdict::refused, error.what()};
    } catch (const Told& error) {
        outcome = {Verdict::told, error.what()};
    } catch (const Error& error) {
        outcome = {Verdict::failed, error.what() + (proof ? proof->deeds() : "")};
    }
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

}  // namespace

Outcome prove(Server& server, const Case& one, bool update) {
    return proven(server, one, [&](Proof& proof) { return proof.run(update), false; });
}

Outcome prove_with_rows(Server& server, const Case& one, int seed) {
    std::vector<std::string> lacked;
    auto outcome = proven(server, one, [&](Proof& proof) { return proof.run_with_rows(seed, lacked); });
    outcome.lacked = lacked;
    return outcome;
}

}  // namespace plumb::tests
