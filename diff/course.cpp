// The whole way from one catalog to another and back, rows included.
#include "diff/course.hpp"

#include <algorithm>
#include <cstdlib>
#include <list>
#include <optional>
#include <set>

#include "diff/fates.hpp"
#include "diff/follow.hpp"
#include "diff/keep.hpp"
#include "diff/passage.hpp"
#include "diff/plan.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// The catalog without what guarded the fills of a deployment that was given up; nothing where there is none.
std::optional<Catalog> unguarded(const Catalog& from, const Catalog& to) {
    std::set<Index> left;
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Object& object = from.objects[i];
        if (object.kind->judges && object.name == Data::guard_name && to.find(object.kind, object.identity) == none) left.insert(i);
    }
    return left.empty() ? std::nullopt : std::optional(reduced(from, left));
}

class Planner {
public:
    Planner(const Catalog& from, const Catalog& to, std::string archive, bool by_phase, bool follows, std::vector<Step> left)
        : live_(from), start_(unguarded(from, to)), from_(start_ ? *start_ : from), to_(to), archive_(std::move(archive)), by_phase_(by_phase), follows_(follows), left_(std::move(left)) {}

    Course plan() {
        forward();
        try {
            backward();
        } catch (const Error& fault) {
            throw Error("there would be no way back: " + std::string(fault.what()), fault.place, fault.hint, fault.exit);
        }
        tell_left_empty();
        tell_own(live_, to_, "");
        tell_own(to_, live_, "on the way back ");
        return {steps_.take(), inverse_.take(), told()};
    }

private:
    void tell(Warning warning) {
        auto same = [&](const Warning& known) { return known.words == warning.words; };
        auto known = std::ranges::find_if(warnings_, same);
        if (known == warnings_.end()) warnings_.push_back(std::move(warning));
        else if (!lists(known->about, warning.about)) known->about += ", " + warning.about;
    }

    std::vector<std::string> told() const {
        std::vector<std::string> out;
        for (const auto& [words, about] : warnings_) {
            auto at = words.find('@');
            out.push_back(words.substr(0, at) + about + words.substr(at + 1));
        }
        return out;
    }

    void tell_woken(Index filled) {
        std::string names;
        for (Index i : woken(stages_.early, filled)) {
            const Object& one = stages_.early.objects[i];
            names += (names.empty() ? "" : ", ") + std::string(one.kind->name) + " " + one.identity;
        }
        if (!names.empty()) tell({"rows of @ are updated, which fires " + names + ": undo does not take back what these do", stages_.early.objects[stages_.early.root(filled)].identity});
    }

    void tell_left_empty() {
        for (const auto& passage : passages_)
            for (const auto& [i, table] : passage.archived)
                if (const Object& object = passage.from->objects[i]; !passage.exchange && is_left_empty(*passage.from, i) && in(*passage.to, object) == none)
                    tell({"rows that are written after this deployment have no value for @, which a rollback stops at; "
                          "`-- plumb: reverse backfill (COLUMN) EXPRESSION` at the table says what they get", object.identity});
    }

    void forward() {
        if (start_) pass(live_, *start_, {}, Phase::expand);
        exchanges_ = exchanges(from_, to_);
        for (const auto& exchange : exchanges_)
            for (auto& warning : warnings(exchange.old_column, exchange.new_column)) tell(std::move(warning));
        auto asked = fills(from_, to_);
        for (const auto& exchange : exchanges_) asked.erase(in(to_, exchange.new_column));
        if (asked.empty() && exchanges_.empty() && !by_phase_ && returning(from_, to_).empty()) {
            steps_.add_each(left_, {});
            return pass(from_, to_, {}, std::nullopt);
        }
        stages_ = stages(from_, to_, asked);
        for (const auto& exchange : exchanges_) {
            stages_.early = with(stages_.early, exchange, exchange.successor, false);
            stages_.filled = with(stages_.filled, exchange, exchange.successor, false);
            stages_.strict = with(stages_.strict, exchange, exchange.successor, true);
        }
        pass(from_, stages_.early, {}, Phase::expand);
        following_ = follow(asked);
        steps_.add_each(following_.begin, {});
        steps_.add_each(left_, {});
        const auto marks = mark(asked);
        // A part is filled row by row, a whole at once.
        for (bool parts : {false, true})
            for (const auto& [j, expression] : asked)
                if (to_.objects[j].is_in_rows() == parts)
                    if (Index early = in(stages_.early, to_.objects[j]); early != none) {
                        const auto marked = marks.find(early);
                        Step step = filling(stages_.early, early, expression, to_.objects[j], marked == marks.end() ? Marks{} : marked->second);
                        if (parts && !is_new_part(j) && marked == marks.end()) step.grade = Grade::lossy;
                        steps_.add(std::move(step), Phase::migrate);
                        tell_woken(early);
                    }
        for (const auto& exchange : exchanges_) {
            steps_.add(succession(stages_.early, exchange), Phase::migrate);
            tell_woken(in(stages_.early, exchange.successor));
        }
        // Now an application that knows the new shape may come.
        steps_.add_each(following_.back, {});
        relaxed_ = relaxing(from_, to_, stages_.early, following_.parts);
        steps_.add_each(relaxed_.begin, {});
        pass(stages_.early, stages_.filled, {}, Phase::contract);
        auto musts = in(stages_.strict, to_, asked);
        for (const auto& exchange : exchanges_) musts[in(stages_.strict, exchange.successor)] = *exchange.successor.value("fill");
        pass(stages_.filled, stages_.strict, musts, Phase::contract, in(stages_.strict, stages_.early, marks));
        for (const auto& [j, expression] : asked)
            if (lags(j)) steps_.add(filling(stages_.strict, in(stages_.strict, to_.objects[j]), expression, to_.objects[j]), Phase::contract);
        // Its fill may have failed for rows that an application wrote meanwhile: that must not pass for a NULL.
        for (const auto& exchange : exchanges_)
            if (!has_late_value(exchange.successor)) steps_.add(succession(stages_.strict, exchange), Phase::contract);
        steps_.add_each(following_.end, {});
        if (exchanges_.empty()) return pass(stages_.strict, to_, {}, Phase::contract);
        between_.push_back(without_dependents(stages_.strict, exchanges_));
        pass(stages_.strict, between_.back(), {}, Phase::contract);
        for (const auto& exchange : exchanges_) take_over(exchange);
        pass(between_.back(), to_, {}, Phase::contract);
    }

    void tell_own(const Catalog& from, const Catalog& to, const std::string& when) {
        bool may_join = std::ranges::any_of(to.objects, [&](const Object& object) {
            Index before = object.origin == none ? none : in(from, to.objects[object.whole]);
            return before != none && from.objects[before].values != to.objects[object.whole].values;
        });
        if (!may_join) return;
        Fates fates(from, to);
        std::map<Index, std::string> parts;  // by whole
        for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j)
            if (const Object& object = to.objects[j]; object.managed && fates.stays_own(j))
                parts[object.whole] += (parts[object.whole].empty() ? "" : ", ") + object.name;
        for (const auto& [whole, names] : parts)
            tell({when + "own definitions stay in @, beside inherited ones: " + names + "; PostgreSQL has no statement that ends that, and a dump tells", to.objects[whole].identity});
    }

    static Step succession(const Catalog& catalog, const Exchange& exchange) {
        return filling(catalog, in(catalog, exchange.successor), *exchange.successor.value("fill"), exchange.successor);
    }

    /// The new column gets the name of the old one, whose values are only kept where they do not follow from the new ones.
    void take_over(const Exchange& exchange) {
        const Catalog& before = between_.back();
        const Catalog& after = between_.emplace_back(without(before, exchange));
        Leg leg = diff::leg(before, after, {.archive = exchange.lossy ? archive_ : "", .archived = archived_});
        // The new values are looked up by key, at the very start of the way back: there is no row that is all else that it was.
        if (!leg.keyless.empty() || changes_key(exchange)) leg = diff::leg(before, after, {});
        for (Step& step : leg.steps) {
            std::erase(step.hazards, Hazard::breaks_queries);
            if (exchange.lossy) continue;
            std::erase(step.hazards, Hazard::loses_data);
            step.grade = Grade::exact;
            step.losing.clear();
        }
        if (!leg.archived.empty()) open_archive(Phase::contract);
        archived_ += leg.archived.size();
        steps_.add(std::move(leg.steps), Phase::contract);
        steps_.add(renaming(exchange, exchange.successor, exchange.new_column), Phase::contract);
        passages_.push_back({&before, &after, Phase::contract, std::move(leg.archived), {}, &exchange});
        between_.push_back(exchanged(between_.back(), exchange));
    }

    static Step renaming(const Exchange& exchange, const Object& column, const Object& as) {
        return {.kind = column.kind->name,
                .identity = column.identity,
                .sql = render(column.kind->renames.to, column) + *as.value("column"),
                .locks = {{exchange.relation, Lock::access_exclusive}},
                .place = exchange.new_column.place};
    }

    /// Whether what tells the rows apart becomes another type.
    bool changes_key(const Exchange& exchange) const {
        const Index table = to_.root(in(to_, exchange.new_column));
        const Value key = to_.objects[table].value("row_key");
        return key && std::ranges::any_of(to_.objects, [&](const Object& part) {
                   Index before = part.whole == table && is_in(*key, part) ? in(from_, part) : none;
                   return before != none && changes_type(from_.objects[before], part);
               });
    }

    /// A column that is there has values that are nobody's but the application's, unless it follows already.
    bool is_new_part(Index j) const {
        Index there = in(from_, to_.objects[j]);
        return to_.objects[j].is_in_rows() && (there == none || is_followed(from_, there));
    }

    /// The schema of what follows, of the number of the archive.
    std::string sync() const {
        auto number = archive_.empty() ? next_archive(from_) : archive_;
        return std::string(sync_prefix) + number.substr(archive_prefix.size());
    }

    /// A column that is there already does not know what the files say of it.
    static void inform(Object& part, const Object& wanted) {
        for (auto name : {"fill", "sources"})
            if (Value* there = part.find(name)) *there = wanted.value(name);
    }

    Following follow(const Fills& asked) {
        std::vector<Index> parts;
        for (const auto& [j, expression] : asked)
            if (Index early = in(stages_.early, to_.objects[j]); early != none && is_new_part(j)) {
                inform(stages_.early.objects[early], to_.objects[j]);
                parts.push_back(early);
            }
        for (const auto& exchange : exchanges_) parts.push_back(in(stages_.early, exchange.successor));
        std::vector<Index> going;
        for (Index i : returning(from_, to_)) going.push_back(in(stages_.early, from_.objects[i]));
        auto out = follows_ ? following(stages_.early, parts, going, from_, sync()) : Following{};
        for (const auto& exchange : exchanges_)
            if (std::ranges::find(out.parts, in(stages_.early, exchange.successor)) == out.parts.end())
                throw Error(exchange.new_column.identity + " cannot be filled by `backfill` into another type: what an application writes meanwhile would be lost",
                            exchange.new_column.place,
                            follows_ ? "let the expression read nothing but columns of its own row that are not computed; or `using` instead of `backfill`, which changes it in place while others wait"
                                     : "a trigger has to follow it, which --journal local leaves out: `using` instead of `backfill` changes it in place while others wait",
                            Exit::usage);
        for (const auto& [j, expression] : asked)
            if (const Object& object = to_.objects[j]; is_new_part(j) && follows_ && !object.value("sources"))
                tell({"@ cannot follow what an application changes while the deployment is under way, as more than its own row tells its value: rows that lack one get it in the end, the others keep theirs", object.identity});
        return out;
    }

    /// Makes room for which rows of parts that are there have no value, by part of stages_.early: the way back takes from them what the fill gave them.
    std::map<Index, Marks> mark(const Fills& asked) {
        std::map<Index, Index> parts;  // with those of `to_`
        std::map<Index, int> changing;  // by whole of `to_`
        for (const auto& [j, expression] : asked)
            if (Index early = in(stages_.early, to_.objects[j]); !archive_.empty() && early != none && to_.objects[j].is_in_rows() && !is_new_part(j)) {
                parts[early] = j;
                ++changing[to_.objects[j].whole];
            }
        std::map<Index, Marks> out;
        if (parts.empty()) return out;
        for (const auto& exchange : exchanges_) ++changing[to_.root(in(to_, exchange.new_column))];
        const Fates fates(from_, to_, {}, true);
        Passage passage{&stages_.early, &stages_.early, Phase::migrate};
        for (auto [early, j] : parts) {
            const Object& part = stages_.early.objects[early];
            const Value key = stages_.early.objects[part.whole].value("row_key");
            // Without a key nothing else that is in a row may change meanwhile.
            Marks marks{.all_else = !key && changing[to_.objects[j].whole] == 1 ? all_else(fates, fates.old_of(j)) : std::nullopt};
            if (!(key || marks.all_else) || is_hindered(fates, fates.old_of(to_.objects[j].whole), key)) continue;
            open_archive(Phase::migrate);
            marks.table = passage.archived[early] = name_of_ours(archive_, part, ++archived_);
            if (marks.all_else) passage.keyless.emplace_back(early, *marks.all_else);
            steps_.add_each(room(stages_.early, early, marks), {});
            out[early] = std::move(marks);
        }
        if (!out.empty()) passages_.push_back(std::move(passage));
        return out;
    }

    /// Whether a fill cannot note what it does: the archive would hinder what is made anew, and no WITH takes an UPDATE that a rule makes
    /// others of (manual, CREATE RULE).
    static bool is_hindered(const Fates& fates, Index whole, const Value& key) {
        return std::ranges::any_of(fates.from_links.dependents(whole), [&](const Links::Link& link) {
            const Object& other = fates.from.objects[link.other];
            return other.value("rewrites_update") || (key && fates.of(link.other).retyped && is_in(*key, other));
        });
    }

    /// Whether rows may have come since the fill that lack the value, and nothing asks whether they do.
    bool lags(Index j) const {
        const Object& object = to_.objects[j];
        return is_new_part(j) && !has_late_value(object) && std::ranges::none_of(following_.parts, [&](Index part) {
            return stages_.early.objects[part].identity == object.identity;
        });
    }

    void pass(const Catalog& from, const Catalog& to, const Fills& fills, std::optional<Phase> phase, const std::map<Index, Marks>& marks = {}) {
        Leg leg = diff::leg(from, to, {.fills = fills, .marks = marks, .archive = archive_, .archived = archived_});
        if (!leg.archived.empty()) open_archive(phase);
        archived_ += leg.archived.size();
        for (auto& warning : leg.warnings) tell(std::move(warning));
        steps_.add(std::move(leg.steps), phase);
        passages_.push_back({&from, &to, phase, std::move(leg.archived), std::move(leg.keyless)});
    }

    /// Before the first of its tables.
    void open_archive(std::optional<Phase> phase) {
        if (archived_ == 0)
            steps_.add(Step{.verb = Verb::create, .kind = "archive", .identity = archive_, .sql = "CREATE SCHEMA " + archive_}, phase.value_or(Phase::contract));
    }

    /// The way back of a new column is that of the old one: it comes anew, is filled while everybody goes on, and takes over.
    void predecessors() {
        if (exchanges_.empty()) return;
        Catalog early = to_, strict = to_;
        Fills musts;
        std::vector<Index> parts;
        for (const auto& exchange : exchanges_) {
            early = with(early, exchange, exchange.predecessor, false);
            parts.push_back(in(early, exchange.predecessor));
        }
        for (const auto& exchange : exchanges_) {
            strict = with(strict, exchange, exchange.predecessor, true);
            musts[in(strict, exchange.predecessor)] = *exchange.predecessor.value("fill");
        }
        inverse_.add(leg(to_, early, {}).steps, Phase::contract);
        auto followed = following(early, parts, {}, from_, sync());
        inverse_.add_each(followed.begin, Phase::contract);
        for (const auto& exchange : exchanges_) inverse_.add(filling(early, in(early, exchange.predecessor), past(exchange), exchange.predecessor), Phase::contract);
        inverse_.add(leg(early, strict, {.fills = musts}).steps, Phase::contract);
        inverse_.add_each(followed.end, Phase::contract);
    }

    /// The value that a row had, where it still is what that became; else what follows from the one that it has. The archive has no row without a
    /// value: what none becomes was none.
    std::string past(const Exchange& exchange) const {
        const std::string follows = *exchange.predecessor.value("fill");
        for (const auto& passage : passages_)
            for (const auto& [i, table] : passage.archived)
                if (passage.exchange == &exchange) {
                    Words words{{"archive", table}, {"match", to_.objects[to_.root(in(to_, exchange.new_column))].value("row_match")},
                                {"forth", exchange.successor.value("fill")}, {"back", follows},
                                {"before", has_late_value(exchange.old_column) ? std::nullopt : exchange.old_column.value("type")}};
                    return render("coalesce((SELECT a.{column} FROM {archive} AS a WHERE {match} AND ({forth})::{type}::text = {table}.{column}::text), "
                                  "[CASE (SELECT ({forth})::{type}::text FROM (SELECT NULL::{before} AS {column}) AS a) WHEN {table}.{column}::text THEN NULL ELSE {back} END]"
                                  "[!before {back}])", exchange.new_column, {}, words);
                }
        return follows;
    }

    void backward() {
        predecessors();
        std::set<std::string> told;
        for (auto passage = passages_.rbegin(); passage != passages_.rend(); ++passage) {
            if (passage->from == &from_) {
                inverse_.add_each(relaxed_.end, Phase::expand);
                inverse_.add_each(following_.end, Phase::expand);
            }
            if (const Exchange* exchange = passage->exchange) {
                inverse_.add(renaming(*exchange, exchange->new_column, exchange->successor), Phase::contract);
                inverse_.add(renaming(*exchange, exchange->predecessor, exchange->old_column), Phase::contract);
                inverse_.add(leg(returned(*passage->from, *exchange), *passage->from, {}).steps, Phase::contract);
            } else {
                undo(*passage, inverse_);
            }
            auto losing = strayed(*passage, told);
            for (const auto& [i, table] : passage->archived) {
                Step step{.verb = Verb::drop, .kind = "archive", .identity = table, .sql = "DROP TABLE " + table, .losing = losing[i]};
                if (!step.losing.empty()) step.hazards = {Hazard::loses_data};
                inverse_.add(std::move(step), passage->phase.value_or(Phase::contract));
            }
            archived_ -= passage->archived.size();
            if (!passage->archived.empty() && archived_ == 0)
                inverse_.add(Step{.verb = Verb::drop, .kind = "archive", .identity = archive_, .sql = "DROP SCHEMA " + archive_}, passage->phase.value_or(Phase::contract));
            if (passage->from == &stages_.strict)
                for (const auto* steps : {&following_.begin, &following_.back}) inverse_.add_each(*steps, Phase::contract);
        }
    }

    const Catalog& live_;
    const std::optional<Catalog> start_;
    const Catalog& from_;
    const Catalog& to_;
    const std::string archive_;
    const bool by_phase_, follows_;
    const std::vector<Step> left_;
    Stages stages_;
    std::vector<Exchange> exchanges_;
    std::list<Catalog> between_;  ///< states on the way of exchanges
    Following following_;
    Following relaxed_;
    std::vector<Warning> warnings_;  ///< those of the same words are one
    std::vector<Passage> passages_;
    std::size_t archived_ = 0;  ///< tables in the archive
    Steps steps_, inverse_;
};

}  // namespace

Course course(const Catalog& from, const Catalog& to, const std::string& archive, bool by_phase, bool follows, std::vector<Step> left) {
    return Planner(from, to, archive, by_phase, follows, std::move(left)).plan();
}

std::string next_archive(const Catalog& live) {
    int last = 0;
    for (const auto& object : live.objects)
        for (const auto& name : {object.schema, object.identity})
            for (auto prefix : {archive_prefix, sync_prefix})
                if (name.starts_with(prefix)) last = std::max(last, std::atoi(name.c_str() + prefix.size()));
    return std::string(archive_prefix) + std::to_string(last + 1);
}

}  // namespace plumb::diff
