// The command line. The only file that includes CLI11.
#include "engine/run/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "emit/emit.hpp"
#include "engine/model/nearest.hpp"
#include "engine/run/help.hpp"

namespace plumb::run {

namespace {

/// Options as CLI11 fills them: words that still need a meaning.
struct Words {
    std::vector<std::string> formats, allow;
    std::string phase = "all";
    std::optional<std::string> journal, lock_timeout, lock_budget, statement_timeout, scratch_timeout, pause, replica_lag, older_than;
};

Error usage(const std::string& message, const std::string& hint = "plumb --help") {
    return Error(message, {}, hint, Exit::usage);
}

Error not_yet(const std::string& what) { return usage(what + " is not supported yet"); }

const std::map<std::string, Colour> colours{{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};

constexpr std::array<std::string_view, 5> later_formats{"sarif", "junit", "prometheus", "github", "graph"};

/// What a command can print.
std::vector<std::string_view> formats(Command command) {
    if (command == Command::history || command == Command::doctor || command == Command::archive) return {"text", "json"};
    if (command == Command::drift) return {"text", "json", "markdown"};
    std::vector<std::string_view> out{"text", "sql", "json", "markdown", "html"};
    if (command == Command::diff)
        for (const auto& tool : emit::tools()) out.push_back(tool.name);
    return out;
}

/// What every command takes.
void add_target(CLI::App& command, Options& options) {
    command.add_option("--config", options.config);
    command.add_option("--db", options.db);
    command.add_option("--env", options.environment);
    command.add_option("--color", options.colour)->transform(CLI::CheckedTransformer(colours));
    command.add_flag("-q,--quiet", options.quiet);
    command.add_flag("-v,--verbose", options.verbose);
}

/// Of commands that load or rehearse.
void add_scratch(CLI::App& command, Options& options, Words& words) {
    command.add_option("--scratch", options.scratch);
    command.add_option("--scratch-timeout", words.scratch_timeout);
    command.add_option("--ignore", options.ignore)->allow_extra_args(false);
    command.add_option("--proof", options.proof)->transform(CLI::CheckedTransformer(rehearsals()));
    command.add_flag("--trust-files", options.trust_files);
}

void add_scope(CLI::App& command, Options& options) {
    command.add_option("--schema", options.scope.include)->allow_extra_args(false);
    command.add_option("--exclude", options.scope.exclude)->allow_extra_args(false);
}

void add_common(CLI::App& command, Options& options, Words& words) {
    add_target(command, options);
    add_scratch(command, options, words);
    add_scope(command, options);
    command.add_option("--format", words.formats)->allow_extra_args(false);
    command.add_option("--allow", words.allow)->allow_extra_args(false)->delimiter(',');
    command.add_option("--phase", words.phase);
    command.add_option("--journal", words.journal);
    command.add_option("--lock-timeout", words.lock_timeout);
    command.add_option("--lock-budget", words.lock_budget);
    command.add_option("--statement-timeout", words.statement_timeout);
    command.add_flag("--inverse", options.inverse);
    command.add_flag("--yes", options.yes);
    command.add_flag("--dry-run", options.dry_run);
}

/// The command of a finished parse, with what is particular to it.
struct Commands {
    CLI::App *diff, *apply, *rollback, *drift, *export_files, *snapshot, *history, *doctor, *archive;
};

Commands add_commands(CLI::App& app, Options& options, Words& words) {
    Commands c{app.add_subcommand("diff"),    app.add_subcommand("apply"),  app.add_subcommand("rollback"),
               app.add_subcommand("drift"),   app.add_subcommand("export"), app.add_subcommand("snapshot"),
               app.add_subcommand("history"), app.add_subcommand("doctor"), app.add_subcommand("archive")};
    for (auto* command : {c.diff, c.apply, c.rollback, c.drift}) add_common(*command, options, words);
    for (auto* command : {c.diff, c.apply, c.drift}) command->add_option("desired", options.desired);
    c.diff->add_option("--from", options.from);
    for (auto* command : {c.diff, c.apply}) command->add_flag("--no-archive", options.no_archive);
    c.apply->add_option("--plan", options.plan);
    c.rollback->add_option("deployment", options.deployment);
    for (auto* command : {c.apply, c.rollback}) {
        command->add_option("--batch", options.batch)->check(CLI::PositiveNumber);
        command->add_option("--pause", words.pause);
        command->add_option("--replica-lag", words.replica_lag);
    }
    for (auto* command : {c.export_files, c.snapshot}) {
        add_target(*command, options);
        add_scratch(*command, options, words);
        command->add_option("-o,--output", options.output)->required();
    }
    c.archive->add_option("action", options.action)->required()->check(CLI::IsMember({"list", "purge"}));
    c.archive->add_option("--older-than", words.older_than);
    c.archive->add_flag("--yes", options.yes);
    for (auto* command : {c.history, c.doctor, c.archive}) {
        add_target(*command, options);
        command->add_option("--format", words.formats)->allow_extra_args(false);
    }
    for (auto* command : {c.history, c.doctor}) command->add_option("--journal", words.journal);
    for (auto* command : {c.export_files, c.doctor}) add_scope(*command, options);
    c.snapshot->add_option("source", options.desired)->expected(0, 1);
    app.require_subcommand(1);
    return c;
}

Format format(const std::string& word, Command command) {
    auto equals = word.find('=');
    Format out{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
    if (equals != std::string::npos && out.path.empty()) throw usage("--format " + word + ": the path is empty");
    auto known = formats(command);
    if (std::ranges::find(known, out.name) != known.end()) return out;
    if (std::ranges::find(later_formats, out.name) != later_formats.end()) throw not_yet("format " + out.name);
    throw usage("no such format: " + out.name, did_you_mean(out.name, {known.begin(), known.end()}));
}

Duration timeout(const char* option, const std::string& text) {
    try {
        return duration(text);
    } catch (const Error& error) {
        throw usage(std::string(option) + ": " + error.what(), error.hint);
    }
}

/// Days, or what other durations are.
std::chrono::hours age(const std::string& text) {
    int days = 0;
    auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (fault == std::errc{} && std::string_view(end, text.data() + text.size()) == "d" && days >= 0) return std::chrono::hours(24) * days;
    return std::chrono::duration_cast<std::chrono::hours>(timeout("--older-than", text));
}

void check(const Options& options) {
    bool takes_desired =
        options.command == Command::diff || options.command == Command::apply || options.command == Command::drift;
    if (takes_desired && options.desired.empty() && !options.plan) {
        throw usage("which files say how the database should be?", "plumb diff schema.sql --db URL");
    }
    if (options.plan && !options.desired.empty()) throw usage("--plan and desired files exclude each other");
    if (options.db && options.environment) throw usage("--db and --env exclude each other");
    if (options.command == Command::snapshot && !options.desired.empty() && (options.db || options.environment))
        throw usage("a source takes the place of --db and --env");
    if (options.from && (options.db || options.environment)) throw usage("--from takes the place of --db and --env");
    if (std::count_if(options.formats.begin(), options.formats.end(), [](const Format& f) { return f.path.empty() && !emit::tool(f.name); }) > 1)
        throw usage("two formats cannot share stdout", "give all but one a path: --format json=plan.json");
}

Options finished(Options options, const Words& words) {
    for (const auto& word : words.formats) options.formats.push_back(format(word, options.command));
    options.allow = consent(words.allow);
    if (words.phase != "all") {
        if (words.phase != "expand" && words.phase != "migrate" && words.phase != "contract")
            throw usage("no such phase: " + words.phase, "expand, migrate, contract or all");
        options.phase = words.phase == "expand" ? Phase::expand : words.phase == "migrate" ? Phase::migrate : Phase::contract;
    }
    if (words.journal) options.journal = journal_home(*words.journal);
    if (words.lock_timeout) options.lock_timeout = timeout("--lock-timeout", *words.lock_timeout);
    if (words.lock_budget) options.lock_budget = timeout("--lock-budget", *words.lock_budget);
    if (words.statement_timeout) options.statement_timeout = timeout("--statement-timeout", *words.statement_timeout);
    if (words.scratch_timeout) options.scratch_timeout = timeout("--scratch-timeout", *words.scratch_timeout);
    if (words.older_than) options.older_than = age(*words.older_than);
    if (words.pause) options.pause = timeout("--pause", *words.pause);
    if (words.replica_lag) options.replica_lag = timeout("--replica-lag", *words.replica_lag);
    check(options);
    return options;
}

}  // namespace

Parsed parse(int argc, const char* const* argv) {
    Options options;
    Words words;
    CLI::App app;
    app.set_version_flag("--version", PLUMB_VERSION);
    auto commands = add_commands(app, options, words);
    auto command = [&]() -> std::string {
        return app.get_subcommands().empty() ? "" : app.get_subcommands().front()->get_name();
    };
    if (argc == 1) return {{}, help("")};
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {{}, help(command())};
    } catch (const CLI::CallForVersion&) {
        return {{}, std::string("plumb ") + PLUMB_VERSION + "\n"};
    } catch (const CLI::ParseError& error) {
        throw usage(error.what(), "plumb " + command() + (command().empty() ? "" : " ") + "--help");
    }
    if (*commands.apply) options.command = Command::apply;
    if (*commands.rollback) options.command = Command::rollback;
    if (*commands.drift) options.command = Command::drift;
    if (*commands.export_files) options.command = Command::export_files;
    if (*commands.snapshot) options.command = Command::snapshot;
    if (*commands.history) options.command = Command::history;
    if (*commands.doctor) options.command = Command::doctor;
    if (*commands.archive) options.command = Command::archive;
    return {finished(std::move(options), words), {}};
}

const std::map<std::string, Rehearsal>& rehearsals() {
    static const std::map<std::string, Rehearsal> words{
        {"full", Rehearsal::full}, {"forward", Rehearsal::forward}, {"none", Rehearsal::none}};
    return words;
}

std::string journal_home(const std::string& word) {
    if (word == "target" || word == "local" || (word.starts_with("local=") && word.size() > 6)) return word;
    throw usage("no such journal: " + word, "target, local or local=FILE");
}

Duration duration(const std::string& text) {
    long number = 0;
    auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string unit(end, text.data() + text.size());
    constexpr std::array<std::pair<std::string_view, long>, 5> units{
        {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"m", 60000}, {"h", 3600000}}};
    if (fault == std::errc{} && number == 0 && unit.empty()) return Duration(0);
    for (auto [name, factor] : units)
        // PostgreSQL keeps its timeouts in 31 bits of milliseconds.
        if (fault == std::errc{} && unit == name && number >= 0 && number <= 2147483647 / factor)
            return Duration(number * factor);
    throw usage("not a duration: \"" + text + "\"", "500ms, 5s, 2min, 1h, or 0 for none");
}

std::vector<Hazard> consent(const std::vector<std::string>& words) {
    std::vector<Hazard> out;
    for (const auto& word : words) {
        if (word == "all") return {hazards().begin(), hazards().end()};
        auto found = hazard(word);
        if (!found) {
            std::vector<std::string> known{"all"};
            for (auto one : hazards()) known.emplace_back(name(one));
            throw usage("no such hazard: \"" + word + "\"", did_you_mean(word, known));
        }
        out.push_back(*found);
    }
    return out;
}

bool is_connection_string(const std::string& text) {
    if (text.starts_with("git:")) return false;
    return text.starts_with("postgres://") || text.starts_with("postgresql://") || text.find('=') != std::string::npos;
}

}  // namespace plumb::run
