// The journal in a file.
#include "engine/run/journal_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ranges>
#include <sstream>

#include "emit/emit.hpp"
#include "engine/run/state.hpp"

namespace plumb::run {

namespace {

constexpr const char* format = "plumb journal 1";

std::string now() {
    char text[32];
    auto seconds = std::time(nullptr);
    std::tm parts{};
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&seconds, &parts));
    return text;
}

/// "2026-01-31 12:00" in the time zone of this machine.
std::string for_people(const std::string& utc) {
    std::tm parts{};
    if (!strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts)) return utc;
    auto seconds = timegm(&parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", localtime_r(&seconds, &parts));
    return text;
}

/// Beside the plan, or in the current folder, by the name of the database.
std::string usual_path(const Settings& settings, std::string database) {
    std::ranges::replace_if(database, [](unsigned char c) { return !std::isalnum(c) && c != '-' && c != '_'; }, '_');
    auto folder = std::filesystem::path(settings.options.plan.value_or("")).parent_path();
    return (folder / ("plumb_" + database + ".journal")).string();
}

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream out;
    out << file.rdbuf();
    if (!file && std::filesystem::exists(path)) throw Error("cannot read the journal " + path);
    return out.str();
}

Error cannot(const std::string& what, const std::string& path) {
    return Error("cannot " + what + " the journal " + path + ": " + std::generic_category().message(errno), {}, "what is not recorded is not done");
}

/// A file descriptor that is closed at the end.
struct Open {
    int file;
    ~Open() { if (file >= 0) close(file); }
};

void write_down(const std::string& path, std::size_t length, const std::string& text) {
    bool is_new = !std::filesystem::exists(path);
    Open out{::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
    // What a run that was killed left of a line is no line.
    if (out.file < 0 || ftruncate(out.file, static_cast<off_t>(length)) != 0) throw cannot("write", path);
    auto written = pwrite(out.file, text.data(), text.size(), static_cast<off_t>(length));
    if (written != static_cast<ssize_t>(text.size()) || fsync(out.file) != 0) throw cannot("write", path);
    if (!is_new) return;
    auto folder = std::filesystem::absolute(path).parent_path().string();
    Open in{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (in.file < 0 || fsync(in.file) != 0) throw cannot("write", path);
}

const std::string& value(const std::map<std::string, std::string>& line, const std::string& key) {
    static const std::string nothing;
    auto found = line.find(key);
    return found == line.end() ? nothing : found->second;
}

/// Whether another plan supersedes it.
bool is_open(const Deployment& deployment) {
    return deployment.state == "running" || deployment.state == "paused" || deployment.state == "failed";
}

/// "1:0.25 2:0.5"
std::string words(const std::vector<Took>& took) {
    std::ostringstream out;
    for (const auto& one : took) out << (out.tellp() > 0 ? " " : "") << one.step << ':' << one.seconds;
    return out.str();
}

}  // namespace

FileJournal::FileJournal(const Settings& settings) : conninfo_(settings.conninfo) {
    auto connection = connect(conninfo_);
    auto row = connection.query("select system_identifier, current_database(), session_user, " + at_work() + " from pg_control_system()");
    system_ = row.text(0, 0);
    database_ = row.text(0, 1);
    user_ = row.text(0, 2);
    at_work_ = row.text(0, 3) == "t";
    path_ = settings.journal->empty() ? usual_path(settings, database_) : *settings.journal;
    read(text_of(path_));
    settle();
}

void FileJournal::read(const std::string& text) {
    std::size_t number = 0;
    for (std::size_t end; (end = text.find('\n', length_)) != std::string::npos; length_ = end + 1) {
        ++number;
        Line line;
        try {
            line = nlohmann::json::parse(text.substr(length_, end - length_)).get<Line>();
        } catch (const nlohmann::json::exception&) {
            throw Error("this is no line of a journal", {path_, static_cast<int>(number), 1, ""}, "", Exit::usage);
        }
        if (number == 1 && (value(line, "format") != format || value(line, "system") != system_ || value(line, "database") != database_))
            throw Error(path_ + (value(line, "format") == format ? " is the journal of another database, " + value(line, "database") : " is no journal"), {},
                        "--journal local=FILE names another file", Exit::usage);
        take(line);
    }
}

void FileJournal::take(const Line& line) {
    const auto& event = value(line, "event");
    if (line.contains("transaction")) {
        pending_ = line;
    } else if (event == "committed" && pending_) {
        auto settled = *std::exchange(pending_, std::nullopt);
        settled.erase("transaction");
        take(settled);
    } else if (event == "undone") {
        pending_.reset();
    } else if (event == "open") {
        Deployment one{.id = static_cast<long>(told_.size()) + 1, .kind = value(line, "kind"), .state = "running", .at = value(line, "from"), .to = value(line, "to"), .plan = value(line, "plan")};
        Record record{.id = one.id, .kind = one.kind, .started = value(line, "time"), .when = for_people(value(line, "time")), .deployer = value(line, "deployer"), .plumb_version = value(line, "plumb_version")};
        if (line.contains("undoes")) record.undoes = one.undoes = std::stol(value(line, "undoes"));
        auto plan = emit::from_json(one.plan);
        record.intents = plan.intents;
        auto& told = told_.emplace_back(Told{std::move(one), std::move(record), {}});
        for (const auto& step : plan.steps) told.steps[step.id] = {};
    } else if (event == "superseded") {
        for (auto& told : told_)
            if (is_open(told.deployment) && std::to_string(told.deployment.id) != value(line, "but")) {
                told.deployment.state = "superseded";
                told.record.finished = value(line, "time");
            }
    } else if (line.contains("deployment")) {
        take_of(told_.at(std::stoul(value(line, "deployment")) - 1), event, line);
    }
}

void FileJournal::take_of(Told& told, const std::string& event, const Line& line) {
    auto& one = told.deployment;
    int id = line.contains("step") ? std::stoi(value(line, "step")) : 0;
    if (event == "resumed") {
        one.state = "running";
        for (auto& [number, step] : told.steps)
            if (step.state == "failed") step = {.reached = step.reached};
    } else if (event == "started") {
        told.steps[id].state = "running";
    } else if (event == "advanced") {
        std::istringstream done(value(line, "done"));
        if (!done.str().empty()) one.at.clear();
        char colon = 0;
        for (int step = 0; done >> step >> colon >> told.steps[step].seconds;) told.steps[step].state = "done";
        if (line.contains("reached")) told.steps[id].reached = value(line, "reached");
        if (line.contains("state")) one.state = value(line, "state");
        if (one.state == "done") {
            one.to = value(line, "to");
            told.record.finished = value(line, "time");
            if (told.record.undoes) told_.at(static_cast<std::size_t>(*told.record.undoes) - 1).deployment.state = "rolled back";
        }
    } else if (event == "failed") {
        // What runs outside of a transaction may have left something behind.
        auto& step = told.steps[id];
        if (step.state != "done") step = {step.state == "running" ? "in doubt" : "failed", step.reached, value(line, "why")};
        one.state = "failed";
        told.record.finished = value(line, "time");
    } else if (event == "at") {
        one.at = value(line, "fingerprint");
    } else if (event == "left behind") {
        for (auto& other : told_)
            if (one.kind == "rollback" && other.deployment.state == "done" && other.deployment.to == value(line, "planned"))
                other.deployment.to = value(line, "fingerprint");
        one.to = one.at = value(line, "fingerprint");
    }
    one.done = static_cast<std::size_t>(std::ranges::count_if(told.steps, [](const auto& step) { return step.second.state == "done"; }));
    one.in_doubt = std::ranges::any_of(told.steps, [](const auto& step) { return step.second.state == "running" || step.second.state == "in doubt"; });
}

void FileJournal::settle() {
    if (!pending_) return;
    auto status = connect(conninfo_).query("select case when x < pg_snapshot_xmax(pg_current_snapshot()) then pg_xact_status(x) end from (select '" +
                                           value(*pending_, "transaction") + "'::xid8 as x) t");
    if (status.text(0, 0) != "in progress") settled(status.text(0, 0) == "committed");
}

void FileJournal::settled(bool committed) {
    Line line{{"event", committed ? "committed" : "undone"}};
    owed_ += nlohmann::json(line).dump() + "\n";
    take(line);
}

void FileJournal::write(Line line) {
    settle();
    if (pending_) throw Error("whether a transaction of the journal " + path_ + " was committed is not known yet");
    if (length_ == 0 && owed_.empty()) owed_ = nlohmann::json(Line{{"format", format}, {"system", system_}, {"database", database_}}).dump() + "\n";
    line["time"] = now();
    owed_ += nlohmann::json(line).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    write_owed();
    take(line);
}

void FileJournal::write_owed() {
    write_down(path_, length_, owed_);
    length_ += owed_.size();
    owed_.clear();
}

void FileJournal::prepare(const Plan& plan) {
    for (const auto& step : plan.steps)
        if (step.kind == "archive" && step.verb == Verb::create)
            throw Error("refused: the plan sets rows aside in schema " + step.identity + " of the database, where --journal local keeps nothing", {},
                        "make the plan with --journal local too: it then says what it loses", Exit::refused);
}

std::optional<Deployment> FileJournal::newest(bool (*is_it)(const Told&)) const {
    auto found = std::find_if(told_.rbegin(), told_.rend(), is_it);
    return found == told_.rend() ? std::nullopt : std::optional(found->deployment);
}

std::optional<Deployment> FileJournal::last_done() {
    return newest([](const Told& told) { return told.deployment.kind == "apply" && (told.deployment.state == "done" || told.deployment.state == "paused"); });
}

std::optional<Deployment> FileJournal::find(long id) {
    if (id < 1 || static_cast<std::size_t>(id) > told_.size()) return std::nullopt;
    return told_[static_cast<std::size_t>(id) - 1].deployment;
}

std::optional<Deployment> FileJournal::unfinished() {
    // One that failed before any step was done left nothing behind.
    auto last = newest([](const Told& told) { return told.deployment.state != "failed" || told.deployment.done > 0; });
    return last && is_open(*last) ? last : std::nullopt;
}

std::string FileJournal::reached(long id, int step) { return told_.at(static_cast<std::size_t>(id) - 1).steps[step].reached; }

long FileJournal::open(const std::string& kind, const Plan& plan, const std::string& json, std::optional<long> undoes) {
    Line line{{"event", "open"}, {"kind", kind}, {"deployer", user_}, {"plumb_version", PLUMB_VERSION}, {"from", plan.from}, {"to", plan.to}, {"plan", json}};
    if (undoes) line["undoes"] = std::to_string(*undoes);
    write(line);
    return static_cast<long>(told_.size());
}

void FileJournal::supersede(std::optional<long> undone) {
    if (newest([](const Told& told) { return is_open(told.deployment); })) write({{"event", "superseded"}, {"but", std::to_string(undone.value_or(0))}});
}

void FileJournal::resume(long id) { write({{"event", "resumed"}, {"deployment", std::to_string(id)}}); }

void FileJournal::start(long id, const Step& step) {
    write({{"event", "started"}, {"deployment", std::to_string(id)}, {"step", std::to_string(step.id)}});
}

void FileJournal::commit(pqxx::transaction_base& transaction, long id, const Advance& advance) {
    // What the file says is done must not be lost with the server.
    transaction.exec("SELECT pg_catalog.set_config('synchronous_commit', 'local', true) WHERE pg_catalog.current_setting('synchronous_commit') = 'off'");
    Line line{{"event", "advanced"}, {"deployment", std::to_string(id)}, {"done", words(advance.done)}};
    line["transaction"] = transaction.exec("SELECT pg_catalog.pg_current_xact_id()::text")[0][0].as<std::string>();
    if (!advance.reached.empty()) line.insert({{"step", std::to_string(advance.step)}, {"reached", advance.reached}});
    if (!advance.state.empty()) line.insert({{"state", advance.state}, {"to", advance.to}});
    write(line);
    transaction.commit();
    settled(true);
    write_owed();
}

void FileJournal::fail(long id, int step, const std::string& why) {
    write({{"event", "failed"}, {"deployment", std::to_string(id)}, {"step", std::to_string(step)}, {"why", why}});
}

void FileJournal::at(long id, const std::string& fingerprint) {
    write({{"event", "at"}, {"deployment", std::to_string(id)}, {"fingerprint", fingerprint}});
}

void FileJournal::left_behind(long id, const std::string& planned, const std::string& fingerprint) {
    write({{"event", "left behind"}, {"deployment", std::to_string(id)}, {"planned", planned}, {"fingerprint", fingerprint}});
}

std::vector<Record> FileJournal::told() const {
    std::vector<Record> out;
    for (const auto& told : std::ranges::reverse_view(told_)) {
        Record one = told.record;
        one.state = told.deployment.state == "running" && !at_work_ ? "interrupted" : told.deployment.state;
        one.steps = told.steps.size();
        one.done = told.deployment.done;
        for (const auto& [id, step] : told.steps) {
            one.seconds += step.seconds;
            if (one.trouble.empty() && (step.state == "failed" || step.state == "in doubt"))
                one.trouble = "step " + std::to_string(id) + (step.message.empty() ? std::string(" may be done or not") : ": " + step.message);
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<Record> told_by_file(const Settings& settings) { return FileJournal(settings).told(); }

}  // namespace plumb::run
