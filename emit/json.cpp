// Plans and drift as JSON, and plans read back.
#include <array>
#include <nlohmann/json.hpp>

#include "emit/emit.hpp"

namespace plumb::emit {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* plan_format = "plumb plan";
constexpr const char* drift_format = "plumb drift";
constexpr int format_version = 1;

constexpr std::array phases{Phase::expand, Phase::migrate, Phase::contract};
constexpr std::array grades{Grade::exact, Grade::exact_with_archive, Grade::lossy};
constexpr std::array verbs{Verb::create, Verb::alter, Verb::drop};
constexpr std::array proofs{Proven::no, Proven::forward, Proven::both};

template <class Values>
auto named(const Values& values, const std::string& text) {
    for (auto value : values)
        if (name(value) == text) return value;
    throw Error("plan: \"" + text + "\" is no word of this version", {}, "write the plan again with this version of plumb",
                Exit::usage);
}

Json write(const Place& place) {
    if (place.file.empty()) return nullptr;
    return {{"file", place.file}, {"line", place.line}, {"column", place.column}, {"text", place.text}};
}

Place read_place(const Json& in) {
    if (in.is_null()) return {};
    return {in.at("file").get<std::string>(), in.at("line").get<int>(), in.at("column").get<int>(),
            in.at("text").get<std::string>()};
}

Json write(const Step& step) {
    Json locks = Json::array(), hazards = Json::array();
    for (const auto& lock : step.locks) locks.push_back({{"relation", lock.relation}, {"mode", name(lock.mode)}});
    for (auto hazard : step.hazards) hazards.push_back(name(hazard));
    Json out{{"id", step.id},
             {"phase", name(step.phase)},
             {"verb", name(step.verb)},
             {"kind", step.kind},
             {"identity", step.identity},
             {"parts", step.parts},
             {"sql", step.sql},
             {"inverse", step.inverse},
             {"grade", name(step.grade)},
             {"locks", locks},
             {"rewrites", step.rewrites},
             {"scans", step.scans},
             {"hazards", hazards},
             {"transactional", step.transactional},
             {"commits_after", step.commits_after},
             {"depends_on", step.depends_on},
             {"estimate", nullptr},
             {"ranges", nullptr},
             {"losing", step.losing},
             {"place", write(step.place)}};
    if (step.estimate) out["estimate"] = {{"rows", step.estimate->rows}, {"bytes", step.estimate->bytes}};
    if (step.ranges)
        out["ranges"] = {{"relation", step.ranges->relation},
                         {"key", step.ranges->key},
                         {"literal", step.ranges->literal},
                         {"empty", step.ranges->empty},
                         {"lacking", step.ranges->lacking},
                         {"must", step.ranges->must},
                         {"tail", step.ranges->tail}};
    return out;
}

Step read_step(const Json& in) {
    Step step{.id = in.at("id").get<int>(),
              .phase = named(phases, in.at("phase").get<std::string>()),
              .verb = named(verbs, in.at("verb").get<std::string>()),
              .kind = in.at("kind").get<std::string>(),
              .identity = in.at("identity").get<std::string>(),
              .parts = in.at("parts").get<std::vector<std::string>>(),
              .sql = in.at("sql").get<std::string>(),
              .inverse = in.at("inverse").get<std::string>(),
              .grade = named(grades, in.at("grade").get<std::string>()),
              .locks = {},
              .rewrites = in.at("rewrites").get<bool>(),
              .scans = in.at("scans").get<bool>(),
              .hazards = {},
              .transactional = in.at("transactional").get<bool>(),
              .commits_after = in.at("commits_after").get<bool>(),
              .depends_on = in.at("depends_on").get<std::vector<int>>(),
              .estimate = {},
              .ranges = {},
              .losing = in.at("losing").get<std::string>(),
              .place = read_place(in.at("place"))};
    for (const auto& lock : in.at("locks"))
        step.locks.push_back({lock.at("relation").get<std::string>(), named(locks(), lock.at("mode").get<std::string>())});
    for (const auto& hazard : in.at("hazards")) step.hazards.push_back(named(hazards(), hazard.get<std::string>()));
    if (const auto& estimate = in.at("estimate"); !estimate.is_null())
        step.estimate = Estimate{estimate.at("rows").get<double>(), estimate.at("bytes").get<double>()};
    if (const auto& ranges = in.at("ranges"); !ranges.is_null())
        step.ranges = Ranges{.relation = ranges.at("relation").get<std::string>(),
                             .key = ranges.at("key").get<std::string>(),
                             .literal = ranges.at("literal").get<std::string>(),
                             .empty = ranges.at("empty").get<std::string>(),
                             .lacking = ranges.at("lacking").get<std::string>(),
                             .must = ranges.at("must").get<bool>(),
                             .tail = ranges.value("tail", "")};
    return step;
}

Json write(const Difference& difference) {
    return {{"sign", std::string(1, difference.sign)}, {"kind", difference.kind},
            {"identity", difference.identity},         {"whole", difference.whole},
            {"whole_kind", difference.whole_kind},     {"changes", difference.changes}};
}

Json write(const RowSet& set) {
    return {{"table", set.table}, {"key", set.key}, {"columns", set.columns}, {"exact", set.exact}, {"keys", set.keys}};
}

Json write(const Record& record) {
    Json out{{"id", record.id},
             {"kind", record.kind},
             {"undoes", nullptr},
             {"state", record.state},
             {"started", record.started},
             {"finished", nullptr},
             {"deployer", record.deployer},
             {"plumb_version", record.plumb_version},
             {"intents", record.intents},
             {"steps", record.steps},
             {"done", record.done},
             {"seconds", record.seconds},
             {"trouble", nullptr}};
    if (record.undoes) out["undoes"] = *record.undoes;
    if (!record.finished.empty()) out["finished"] = record.finished;
    if (!record.trouble.empty()) out["trouble"] = record.trouble;
    return out;
}

Json write(const Archived& one) {
    return {{"schema", one.schema}, {"deployment", one.deployment}, {"made", one.made}, {"tables", one.tables}, {"bytes", one.bytes}};
}

Json write(const Finding& finding) {
    return {{"problem", finding.problem}, {"object", finding.object}, {"why", finding.why}, {"remedy", finding.remedy}};
}

template <class T>
Json write(const std::vector<T>& values) {
    Json out = Json::array();
    for (const auto& value : values) out.push_back(write(value));
    return out;
}

std::vector<Difference> read_differences(const Json& in) {
    std::vector<Difference> out;
    for (const auto& d : in)
        out.push_back({d.at("sign").get<std::string>().at(0), d.at("kind").get<std::string>(),
                       d.at("identity").get<std::string>(), d.at("whole").get<std::string>(),
                       d.at("whole_kind").get<std::string>(), d.at("changes").get<std::vector<std::string>>()});
    return out;
}

std::vector<Step> read_steps(const Json& in) {
    std::vector<Step> out;
    for (const auto& step : in) out.push_back(read_step(step));
    return out;
}

std::vector<RowSet> read_rows(const Json& in) {
    std::vector<RowSet> out;
    for (const auto& set : in)
        out.push_back({set.at("table").get<std::string>(), set.at("key").get<std::vector<std::string>>(),
                       set.at("columns").get<std::vector<std::string>>(), set.at("exact").get<bool>(),
                       set.at("keys").get<std::vector<std::vector<std::string>>>()});
    return out;
}

// Text of a database that is not UTF-8 must not stop the output.
std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Plan read_plan(const Json& in) {
    const auto &scope = in.at("scope"), &proof = in.at("proof");
    return {.intents = in.at("intents").get<std::vector<std::string>>(),
            .from = in.at("from").get<std::string>(),
            .to = in.at("to").get<std::string>(),
            .from_version = in.at("from_version").get<int>(),
            .to_version = in.at("to_version").get<int>(),
            .scope = {scope.at("include").get<std::vector<std::string>>(), scope.at("exclude").get<std::vector<std::string>>(),
                      scope.value("dynamic", std::map<std::string, std::vector<std::string>>{}),
                      {scope.value("roles", false), scope.value("database", false)}},
            .rows_from = read_rows(in.value("rows_from", Json::array())),
            .rows_to = read_rows(in.value("rows_to", Json::array())),
            .differences = read_differences(in.at("differences")),
            .steps = read_steps(in.at("steps")),
            .inverse = read_steps(in.at("inverse")),
            .proof = {named(proofs, proof.at("proven").get<std::string>()), proof.at("reason").get<std::string>(),
                      read_differences(proof.at("differences")), read_place(proof.value("place", Json()))},
            .warnings = in.at("warnings").get<std::vector<std::string>>()};
}

}  // namespace

std::string json(const Plan& plan) {
    return printed(
        {{"format", plan_format},
         {"version", format_version},
         {"summary", summary(plan.differences)},
         {"intents", plan.intents},
         {"from", plan.from},
         {"to", plan.to},
         {"from_version", plan.from_version},
         {"to_version", plan.to_version},
         {"scope", {{"include", plan.scope.include}, {"exclude", plan.scope.exclude}, {"dynamic", plan.scope.dynamic}, {"roles", plan.scope.managed.roles}, {"database", plan.scope.managed.database}}},
         {"rows_from", write(plan.rows_from)},
         {"rows_to", write(plan.rows_to)},
         {"proof",
          {{"proven", name(plan.proof.proven)},
           {"reason", plan.proof.reason},
           {"differences", write(plan.proof.differences)},
           {"place", write(plan.proof.place)}}},
         {"warnings", plan.warnings},
         {"differences", write(plan.differences)},
         {"steps", write(plan.steps)},
         {"inverse", write(plan.inverse)}});
}

Plan from_json(const std::string& text) {
    const std::string hint = "a plan is written by `plumb diff DESIRED --format json=plan.json`";
    try {
        Json in = Json::parse(text);
        if (!in.is_object() || in.value("format", "") != plan_format) throw Error("this JSON is no plan", {}, hint, Exit::usage);
        if (in.at("version") != format_version)
            throw Error("the plan was written by another version of plumb", {}, "write it again with this one", Exit::usage);
        return read_plan(in);
    } catch (const Json::exception& fault) {
        throw Error(std::string("the plan cannot be read: ") + fault.what(), {}, hint, Exit::usage);
    } catch (const std::out_of_range&) {
        throw Error("the plan cannot be read: a sign is empty", {}, hint, Exit::usage);
    }
}

std::string json(const std::vector<Difference>& drift) {
    return printed(
        {{"format", drift_format}, {"version", format_version}, {"drifted", !drift.empty()}, {"differences", write(drift)}});
}

std::string json(const std::vector<Record>& history) {
    return printed({{"format", "plumb history"}, {"version", format_version}, {"deployments", write(history)}});
}

std::string json(const std::vector<Finding>& findings) {
    return printed({{"format", "plumb doctor"}, {"version", format_version}, {"findings", write(findings)}});
}

std::string json(const std::vector<Archived>& archives) {
    return printed({{"format", "plumb archive"}, {"version", format_version}, {"archives", write(archives)}});
}

}  // namespace plumb::emit
