// Renames as the first stage of a plan.
#include "engine/run/renames.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "diff/plan.hpp"
#include "engine/model/pattern.hpp"
#include "engine/run/alike.hpp"
#include "engine/run/due.hpp"
#include "engine/run/rebuild.hpp"
#include "introspect/cluster.hpp"
#include "introspect/read.hpp"
#include "introspect/rows.hpp"

namespace plumb::run {

namespace {

/// What one object, or a member of it, is called before and after. All names are unquoted.
struct Target {
    Key key;
    std::string name = {}, new_name = {};      ///< of the member where there is one
    std::string schema = {}, new_schema = {};  ///< empty: it stays, or goes where its whole goes
    bool member = false;
    Place place;
};

std::vector<Target> reversed(std::vector<Target> targets) {
    for (auto& target : targets) {
        std::swap(target.name, target.new_name);
        std::swap(target.schema, target.new_schema);
    }
    return targets;
}

using Positions = std::map<Key, Index>;

Positions positions(const Catalog& catalog) {
    Positions out;
    for (Index i = 0; i < static_cast<Index>(catalog.objects.size()); ++i)
        if (catalog.objects[i].key.oid) out[catalog.objects[i].key] = i;
    return out;
}

/// Leads names to where they are to be, in rounds. What cannot have its name yet, because another object still has it, waits for
/// the next round; where all wait for one another, one takes a name that nobody wants. PostgreSQL says who can have what.
class Rounds {
public:
    Rounds(introspect::Scratch& scratch, Connection& connection, std::vector<Target> targets)
        : scratch_(scratch), connection_(connection), targets_(std::move(targets)), aside_(targets_.size()) {}

    std::vector<Step> run() {
        for (;;) {
            catalog_ = introspect::read(connection_);
            at_ = positions(catalog_);
            if (!round()) return std::move(steps_);
        }
    }

private:
    /// In order: what can have its name, what must move to another schema, what had to step aside.
    enum class Stage { name, schema, aside };

    bool round() {
        for (auto stage : {Stage::name, Stage::schema, Stage::aside}) {
            auto waiting = left(stage);
            if (waiting.empty()) continue;
            std::optional<Error> refusal;
            bool progress = false;
            for (std::size_t t : waiting) {
                auto fault = attempt(t, stage);
                progress = progress || !fault;
                if (fault && !refusal) refusal = Error(fault->what(), targets_[t].place);
            }
            if (!progress) step_aside(waiting, *refusal);
            return true;
        }
        return false;
    }

    const Object& object(std::size_t t) const { return catalog_.objects[at_.at(targets_[t].key)]; }

    /// Those that the stage has to do with; parts before their wholes, so that names stay as they were read until they are used.
    std::vector<std::size_t> left(Stage stage) const {
        std::vector<std::size_t> out;
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const Target& target = targets_[t];
            bool named = target.member ? target.name == target.new_name : object(t).name == target.new_name;
            bool placed = target.new_schema.empty() || object(t).schema == target.new_schema;
            if (stage == Stage::schema ? !placed : !named && aside_[t] == (stage == Stage::aside)) out.push_back(t);
        }
        auto rank = [&](std::size_t t) { return std::pair(std::ranges::find(kinds(), object(t).kind), !targets_[t].member); };
        std::ranges::stable_sort(out, [&](std::size_t a, std::size_t b) {
            return rank(a).first != rank(b).first ? rank(a).first > rank(b).first : rank(a).second < rank(b).second;
        });
        return out;
    }

    std::optional<Error> attempt(std::size_t t, Stage stage) {
        const auto& renames = object(t).kind->renames;
        if (stage == Stage::schema)
            return execute(t, render(renames.to_schema, object(t)) + quoted("quote_ident", targets_[t].new_schema));
        return rename(t, targets_[t].new_name);
    }

    std::optional<Error> rename(std::size_t t, const std::string& name) {
        Target& target = targets_[t];
        const Kind& kind = *object(t).kind;
        if (!target.member) return execute(t, render(kind.renames.to, object(t)) + quoted("quote_ident", name));
        auto quote = kind.members.quote;
        auto fault =
            execute(t, render(kind.members.rename, object(t)) + quoted(quote, target.name) + " TO " + quoted(quote, name));
        if (!fault) target.name = name;
        return fault;
    }

    void step_aside(const std::vector<std::size_t>& waiting, const Error& refusal) {
        for (std::size_t t : waiting) {
            if (aside_[t]) continue;
            aside_[t] = true;
            if (!rename(t, "plumb_renamed_" + std::to_string(t + 1))) return;
        }
        throw refusal;
    }

    std::string quoted(const char* function, const std::string& text) {
        return std::string(connection_.query(std::string("SELECT pg_catalog.") + function + "($1)", {text}).text(0, 0));
    }

    std::optional<Error> execute(std::size_t t, const std::string& sql) {
        try {
            scratch_.execute(connection_, sql);
        } catch (const Error& fault) {
            if (!connection_.usable()) throw;
            return fault;
        }
        const Effect& effect = object(t).kind->renames.effect;
        Step step{.kind = object(t).kind->name,
                  .identity = object(t).identity,
                  .sql = sql,
                  .hazards = effect.hazards,
                  .place = targets_[t].place};
        if (in_rows(t)) step.hazards.push_back(Hazard::breaks_replication);
        bool breaks = std::ranges::find(step.hazards, Hazard::breaks_queries) != step.hazards.end();
        step.phase = breaks ? Phase::contract : Phase::expand;
        if (effect.lock != Lock::none)
            step.locks.push_back({catalog_.objects[catalog_.root(at_.at(targets_[t].key))].identity, effect.lock});
        steps_.push_back(std::move(step));
        return std::nullopt;
    }

    /// Whether subscribers receive rows under the name.
    bool in_rows(std::size_t t) const {
        const Object &renamed = object(t), &root = catalog_.objects[catalog_.root(at_.at(targets_[t].key))];
        return root.value("published") && (renamed.whole == none || renamed.is_in_rows());
    }

    introspect::Scratch& scratch_;
    Connection& connection_;
    std::vector<Target> targets_;
    std::vector<bool> aside_;  ///< those that have, or have had, a name that nobody wants
    Catalog catalog_;          ///< as of the beginning of the round
    Positions at_;
    std::vector<Step> steps_;
};

/// Live on the scratch, with what is done to it.
class Trial {
public:
    Trial(introspect::Scratch& scratch, const State& live, const State& desired)
        : scratch_(scratch), live_(live), desired_(desired.catalog), database_(copy()), connection_(scratch.connect(database_)) {
        for (auto setting : session_settings()) connection_->query(std::string(setting));
        before_ = introspect::read(*connection_);
    }
    ~Trial() {
        try {
            connection_.reset();
            scratch_.drop(database_);
        } catch (const Error&) {
            // The scratch goes anyway.
        }
    }
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    Renamed run(const std::vector<Rename>& due, const Reach& reach, const std::vector<std::string>& ignore) {
        Renamed out;
        for (const auto& rename : due) note(rename, out);
        auto make = missing_schemas(due);
        out.steps = steps(before_, make);
        auto first = Rounds(scratch_, *connection_, targets_).run();
        auto after = introspect::read(*connection_);
        std::size_t asked = targets_.size();
        for (const auto& rename : implied(after, due)) note(rename, after, out);
        std::vector<Target> more(targets_.begin() + static_cast<std::ptrdiff_t>(asked), targets_.end());
        auto second = Rounds(scratch_, *connection_, more).run();
        if (!more.empty()) after = introspect::read(*connection_);
        after = introspect::with_rows(*connection_, std::move(after), desired_.row_sets);
        out.steps = joined(joined(std::move(out.steps), std::move(first)), std::move(second));
        out.inverse = Rounds(scratch_, *connection_, reversed(targets_)).run();
        out.inverse =
            joined(std::move(out.inverse), make.empty() ? std::vector<Step>{} : diff::plan(with_schemas(before_, make), before_));
        speak_as_live(after);
        introspect::add(after, introspect::shared_part(live_.catalog));
        out.after = state(std::move(after), reach, ignore);
        return out;
    }

private:
    std::string copy() {
        if (!live_.database.empty()) return scratch_.clone(live_.database);
        auto database = scratch_.create_database();
        if (auto fault = run_steps(scratch_, database, diff::plan(scratch_catalog(scratch_, database), whole_of(live_)),
                                   "rebuilding the live state"))
            throw *fault;
        return database;
    }

    void note(const Rename& rename, Renamed& out) {
        const Object& old = live_.catalog.objects[rename.old_object];
        Index there = before_.find(old.kind, old.identity);
        if (there == none)
            throw Error("the scratch cannot rebuild " + std::string(old.kind->name) + " " + old.identity, rename.place);
        note({there, rename.new_object, rename.old_member, rename.new_member, rename.place}, before_, out);
    }

    /// The old object is one of the given catalog.
    void note(const Rename& rename, const Catalog& catalog, Renamed& out) {
        const Object &old = catalog.objects[rename.old_object], &object = desired_.objects[rename.new_object],
                     &whole = desired_.objects[desired_.root(rename.new_object)];
        Difference difference{.sign = '~',
                              .kind = object.kind->name,
                              .identity = object.identity,
                              .whole = whole.identity,
                              .whole_kind = whole.kind->name};
        Target target{.key = old.key,
                      .name = old.name,
                      .new_name = object.name,
                      .member = !rename.new_member.empty(),
                      .place = rename.place};
        if (target.member) {
            target.name = rename.old_member;
            target.new_name = rename.new_member;
            difference.changes = {std::string(object.kind->members.word) + ": " + target.name + " -> " + target.new_name};
        } else {
            if (object.kind->renames.to_schema && old.schema != object.schema)
                target.schema = old.schema, target.new_schema = object.schema;
            difference.changes = {"renamed from " + (object.whole == none ? old.identity : old.name)};
        }
        targets_.push_back(std::move(target));
        out.renames.push_back(std::move(difference));
    }

    /// Schemas of the desired state that must be there before something moves into them.
    std::vector<Index> missing_schemas(const std::vector<Rename>& due) const {
        std::vector<Index> out;
        for (Index j = 0; j < static_cast<Index>(desired_.objects.size()); ++j) {
            const Object& schema = desired_.objects[j];
            if (!is_schema(schema) || before_.find(schema.kind, schema.identity) != none) continue;
            bool made_by_rename = std::ranges::any_of(due, [&](const Rename& rename) { return rename.new_object == j; });
            bool moved_into = std::ranges::any_of(due, [&](const Rename& rename) {
                const Object& object = desired_.objects[rename.new_object];
                return object.kind->renames.to_schema && object.schema == schema.name;
            });
            if (moved_into && !made_by_rename) out.push_back(j);
        }
        return out;
    }

    Catalog with_schemas(Catalog catalog, const std::vector<Index>& schemas) const {
        for (Index j : schemas) catalog.objects.push_back(desired_.objects[j]);
        catalog.index();
        return catalog;
    }

    std::vector<Step> steps(const Catalog& from, const std::vector<Index>& schemas) {
        if (schemas.empty()) return {};
        auto out = diff::plan(from, with_schemas(from, schemas));
        for (const auto& step : out) scratch_.execute(*connection_, step.sql);
        return out;
    }

    /// What PostgreSQL named after a table or its columns follows, where the files have the very same under another name.
    std::vector<Rename> implied(const Catalog& after, const std::vector<Rename>& due) const {
        std::map<std::string, bool> renamed;
        for (const auto& rename : due) renamed[desired_.objects[desired_.root(rename.new_object)].identity] = true;
        std::vector<Rename> out;
        std::map<Index, int> uses;
        for (Index j = 0; j < static_cast<Index>(desired_.objects.size()); ++j) {
            const Object& object = desired_.objects[j];
            if (!object.kind->renames.follows || !object.managed || after.find(object.kind, object.identity) != none) continue;
            auto home = home_of(desired_, j);
            if (!renamed.contains(home)) continue;
            std::vector<Index> found;
            for (Index i = 0; i < static_cast<Index>(after.objects.size()); ++i)
                if (alike(after.objects[i], object) && desired_.find(object.kind, after.objects[i].identity) == none &&
                    home_of(after, i) == home)
                    found.push_back(i);
            for (Index i : found) ++uses[i];
            if (found.size() == 1) out.push_back({found.front(), j, {}, {}, object.place});
        }
        std::erase_if(out, [&](const Rename& rename) { return uses[rename.old_object] > 1; });
        return out;
    }

    /// The relation that an object is named after: its whole, or the other end of a tie.
    static std::string home_of(const Catalog& catalog, Index object) {
        if (catalog.objects[object].whole != none) return catalog.objects[catalog.root(object)].identity;
        for (const auto& part : catalog.objects)
            if (part.whole == object && part.kind->ties) return part.also_locks;
        return "";
    }

    /// Rebuilt expressions may read differently: what the renames left alone is in live's own words.
    void speak_as_live(Catalog& after) const {
        auto at = positions(before_);
        for (auto& object : after.objects) {
            auto found = at.find(object.key);
            Index earlier = found != at.end() ? found->second : before_.find(object.kind, object.identity);
            if (earlier == none || before_.objects[earlier].values != object.values) continue;
            Index original = live_.catalog.find(object.kind, before_.objects[earlier].identity);
            if (original != none) object.values = live_.catalog.objects[original].values;
        }
        after.server_version = live_.catalog.server_version;
        after.user = live_.catalog.user;
        after.casts = live_.catalog.casts;
    }

    introspect::Scratch& scratch_;
    const State& live_;
    const Catalog& desired_;
    std::string database_;
    std::optional<Connection> connection_;
    Catalog before_;
    std::vector<Target> targets_;
};

}  // namespace

std::optional<Renamed> renamed(const std::function<introspect::Scratch&()>& scratch, const Binding& binding, const State& live,
                               const State& desired, const Reach& reach, const std::vector<std::string>& ignore) {
    auto wanted = due(live.catalog, desired.catalog, binding.renames);
    if (wanted.empty()) return std::nullopt;
    return Trial(scratch(), live, desired).run(wanted, reach, ignore);
}

std::vector<Step> joined(std::vector<Step> first, std::vector<Step> second) {
    int behind = static_cast<int>(first.size());
    for (auto& step : second) {
        for (int& before : step.depends_on) before += behind;
        if (step.depends_on.empty() && behind > 0) step.depends_on = {behind};
        first.push_back(std::move(step));
    }
    for (std::size_t i = 0; i < first.size(); ++i) first[i].id = static_cast<int>(i) + 1;
    return first;
}

std::vector<Difference> with(std::vector<Difference> renames, std::vector<Difference> differences) {
    for (auto& rename : renames) {
        auto same = std::ranges::find_if(
            differences, [&](const Difference& one) { return one.kind == rename.kind && one.identity == rename.identity; });
        if (same == differences.end()) {
            differences.push_back(std::move(rename));
        } else {
            same->sign = '~';
            same->changes.insert(same->changes.begin(), rename.changes.front());
        }
    }
    return differences;
}

}  // namespace plumb::run
