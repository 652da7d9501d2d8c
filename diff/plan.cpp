// From two catalogs to an ordered plan: what each move says in SQL, and what it does to those who use the database.
#include "diff/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "diff/fates.hpp"
#include "diff/order.hpp"
#include "engine/model/kinds/all.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// Turns moves into steps.
class Writer {
public:
    explicit Writer(const Fates& fates) : fates_(fates) {
        for (Index j = 0; j < static_cast<Index>(fates.to.objects.size()); ++j)
            if (to(j).whole == none && fates.made(j)) fresh_.insert(to(j).identity);
    }

    std::vector<Step> write(const std::vector<Move>& moves) {
        for (const Move& move : moves) {
            std::size_t first = steps_.size();
            write(move);
            std::vector<int> after;
            for (int before : move.after) {
                auto made = last_step_.find(before);
                if (made != last_step_.end()) after.push_back(made->second);
            }
            for (std::size_t i = first; i < steps_.size(); ++i) {
                steps_[i].id = static_cast<int>(i) + 1;
                steps_[i].depends_on = i == first ? after : std::vector{static_cast<int>(i)};
            }
            if (steps_.size() > first) last_step_[static_cast<int>(&move - moves.data())] = static_cast<int>(steps_.size());
        }
        return std::move(steps_);
    }

private:
    const Object& from(Index i) const { return fates_.from.objects[i]; }
    const Object& to(Index j) const { return fates_.to.objects[j]; }

    void write(const Move& move) {
        switch (move.deed) {
            case Deed::drop: return write_drop(move);
            case Deed::alter: return write_alter(move.object);
            case Deed::create: return write_create(move);
            case Deed::aside: return add(Verb::alter, from(move.object), fates_.from, render(from(move.object).kind->step_aside, from(move.object)), {});
            case Deed::hollow: return add(Verb::alter, from(move.object), fates_.from, render(from(move.object).kind->stub, from(move.object)), {});
            case Deed::stub: return add(Verb::create, to(move.object), fates_.to, render(to(move.object).kind->stub, to(move.object)), {});
            case Deed::unstub: return add(Verb::alter, to(move.object), fates_.to, render(to(move.object).kind->restub, to(move.object)), {});
        }
    }

    void write_drop(const Move& move) {
        Object object = from(move.object);
        if (!object.kind->drop) throw Error("PostgreSQL cannot drop " + std::string(object.kind->name) + " " + object.identity + " on its own");
        if (fates_.of(move.object).aside) object.identity = render(object.kind->aside, object);
        Effect effect = object.kind->drops;
        bool for_good = fates_.of(move.object).fate == Fate::dropped;
        if (!for_good) std::erase(effect.hazards, Hazard::breaks_queries);
        if (holds_data(move)) effect.hazards.push_back(Hazard::loses_data);
        effect.lossy = holds_data(move);
        const char* drop = fates_.of(move.object).leaves_heirs ? object.kind->drop_only : object.kind->drop;
        add(Verb::drop, object, fates_.from, render(drop, object), effect);
        Step& step = steps_.back();
        step.phase = for_good ? Phase::contract : Phase::expand;
        for (Index part : move.parts) step.parts.push_back(std::string(from(part).kind->name) + " " + from(part).identity);
    }

    bool holds_data(const Move& move) const {
        return from(move.object).holds_data || std::ranges::any_of(move.parts, [&](Index part) { return from(part).holds_data; });
    }

    void write_create(const Move& move) {
        Object object = recreated(move.object);
        std::map<Index, std::vector<Index>> parts_of;
        for (Index part : move.parts) parts_of[to(part).whole].push_back(part);
        if (!object.kind->create) throw Error("PostgreSQL cannot make " + std::string(object.kind->name) + " " + object.identity + " on its own");
        Effect effect = object.kind->creates;
        effect.rewrites = effect.rewrites || object.rewrites;
        if (object.rewrites) effect.lock = Lock::access_exclusive;
        add(Verb::create, object, fates_.to, render(object.kind->create, object, texts(move.object, parts_of)), effect);
        for (Index part : move.parts) steps_.back().parts.push_back(std::string(to(part).kind->name) + " " + to(part).identity);
        bool tells_rows = object.kind->then && object.kind->ties == fates_.made(object.whole) && !fresh_.contains(object.also_locks);
        if (tells_rows) add(Verb::alter, object, fates_.to, render(object.kind->then, object), {.lock = Lock::access_share});
        for (const auto& sql : kind::undo_default_privileges(fates_.from, fates_.to, object))
            add(Verb::alter, object, fates_.to, sql, {.lock = Lock::none});
        write_rest(move.object, object);
        for (Index part : move.parts) write_rest(part, to(part));
    }

    /// What is made anew keeps what never compares.
    Object recreated(Index j) const {
        Object object = to(j);
        Index old = fates_.old_of(j);
        if (old == none) return object;
        for (std::size_t c = 0; c < object.values.size(); ++c)
            if (std::holds_alternative<Kept>(object.kind->columns[c].change)) object.values[c] = from(old).values[c];
        return object;
    }

    std::vector<std::string> texts(Index whole, const std::map<Index, std::vector<Index>>& parts_of) const {
        std::vector<std::string> out;
        auto parts = parts_of.find(whole);
        if (parts == parts_of.end()) return out;
        for (Index part : parts->second) out.push_back(render(to(part).kind->inside, to(part), texts(part, parts_of)));
        return out;
    }

    /// Compared values that the statement could not name are set right after.
    void write_rest(Index j, const Object& object) {
        const Kind& kind = *object.kind;
        bool inherited = written_by_origin(j);
        Object before = inherited ? to(object.origin) : absent(object);
        for (std::size_t c = 0; c < kind.columns.size(); ++c) {
            const Column& column = kind.columns[c];
            bool plain = std::holds_alternative<Clause>(column.change) || std::holds_alternative<Rule>(column.change);
            if (!plain || object.values[c] == before.values[c]) continue;
            if (!inherited && (column.in_create || names(kind.create, kind, column.name))) continue;
            change(before, object, c, fates_.to);
        }
    }

    /// Whether the object's own text is empty because its origin makes it.
    bool written_by_origin(Index j) const { return to(j).origin != none && to(j).kind->inside && render(to(j).kind->inside, to(j)).empty(); }

    static Object absent(const Object& object) {
        Object out = object;
        for (std::size_t c = 0; c < out.values.size(); ++c) {
            const Column& column = out.kind->columns[c];
            bool set_after = !column.in_create && !std::holds_alternative<Ignored>(column.change) && !names(out.kind->create, *out.kind, column.name);
            if (set_after) out.values[c].reset();
        }
        return out;
    }

    void write_alter(Index i) {
        const Outcome& outcome = fates_.of(i);
        if (outcome.implied) return;
        const Object &before = from(i), &after = to(outcome.counterpart);
        const Kind& kind = *before.kind;
        std::vector<std::size_t> changed = outcome.changed;
        if (outcome.retyped) {
            Object through = after;
            for (std::size_t c = 0; c < kind.columns.size(); ++c) {
                if (kind.columns[c].name == std::string_view("through")) through.values[c] = outcome.through;
                if (kind.columns[c].moves_dependents) std::erase(changed, c);
            }
            add(Verb::alter, after, fates_.to, render(kind.retype, through), {.rewrites = true, .lossy = true});
        }
        if (kind.joins) return change_at_once(before, after, changed);
        for (std::size_t c : changed) change(before, after, c, fates_.to);
    }

    void change_at_once(const Object& before, const Object& after, const std::vector<std::size_t>& changed) {
        const Kind& kind = *after.kind;
        std::string clauses;
        Effect effect;
        for (std::size_t c : changed) {
            auto clause = std::get_if<Clause>(&kind.columns[c].change);
            if (!clause) {
                change(before, after, c, fates_.to);
                continue;
            }
            clauses += (clauses.empty() ? "" : kind.joins) + render(*clause, after);
            effect = kind.columns[c].effect;
        }
        if (!clauses.empty()) add(Verb::alter, after, fates_.to, render(kind.alter, after) + clauses, effect);
    }

    void change(const Object& before, const Object& after, std::size_t c, const Catalog& catalog) {
        const Column& column = after.kind->columns[c];
        Effect effect = column.weigh ? column.weigh({fates_.from, fates_.to, before, after}) : column.effect;
        if (auto rule = std::get_if<Rule>(&column.change)) {
            auto statements = (*rule)({fates_.from, fates_.to, before, after});
            for (const auto& sql : statements.value_or(std::vector<std::string>{})) add(Verb::alter, after, catalog, sql, effect);
        } else if (auto clause = std::get_if<Clause>(&column.change)) {
            std::string start = after.kind->alter ? render(after.kind->alter, after) : "";
            add(Verb::alter, after, catalog, start + render(*clause, after), effect);
        }
    }

    void add(Verb verb, const Object& object, const Catalog& catalog, std::string sql, const Effect& effect) {
        Step step{.verb = verb, .kind = object.kind->name, .identity = object.identity, .sql = std::move(sql), .place = object.place};
        step.commits_after = effect.commits_after;
        step.grade = effect.lossy ? Grade::lossy : Grade::exact;
        Index root = catalog.find(object.kind, object.identity);
        if (root != none) root = catalog.root(root);
        bool of_others = object.whole == none && object.kind->governed_by != Governs::nothing;  // what is on schema public, default privileges
        bool fresh = &catalog == &fates_.to && root != none && !of_others && fates_.made(root);
        if (effect.lock != Lock::none && root != none && !fresh) step.locks.push_back({catalog.objects[root].identity, effect.lock});
        if (effect.lock != Lock::none && !object.also_locks.empty() && verb != Verb::alter && !fresh_.contains(object.also_locks) &&
            (step.locks.empty() || step.locks[0].relation != object.also_locks))
            step.locks.push_back({object.also_locks, effect.lock});
        step.hazards = effect.hazards;
        if (!fresh) {
            step.rewrites = effect.rewrites;
            step.scans = effect.scans || effect.rewrites;
            add_lock_hazards(step, effect);
        } else {
            std::erase(step.hazards, Hazard::changes_access);
        }
        if (verb == Verb::alter && (step.rewrites || effect.commits_after)) step.phase = Phase::migrate;
        steps_.push_back(std::move(step));
    }

    static void add_lock_hazards(Step& step, const Effect& effect) {
        if (effect.rewrites) step.hazards.push_back(Hazard::rewrites_table);
        if (effect.scans) step.hazards.push_back(Hazard::scans_table);
        bool long_lock = effect.rewrites || effect.scans;
        if (long_lock && effect.lock >= Lock::share) step.hazards.push_back(Hazard::blocks_writes);
        if (long_lock && effect.lock == Lock::access_exclusive) step.hazards.push_back(Hazard::blocks_reads);
    }

    const Fates& fates_;
    std::set<std::string> fresh_;     ///< wholes that the plan makes: nobody waits for a lock on them
    std::vector<Step> steps_;
    std::map<int, int> last_step_;  ///< by position of a move
};

Difference difference(char sign, const Catalog& catalog, Index object) {
    const Object &row = catalog.objects[object], &whole = catalog.objects[catalog.root(object)];
    return {.sign = sign, .kind = row.kind->name, .identity = row.identity, .whole = whole.identity, .whole_kind = whole.kind->name};
}

std::vector<std::size_t> unclear_columns(const Object& one, const Object& other) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < one.values.size(); ++c)
        if (one.kind->columns[c].compare == Compare::expression && one.values[c] != other.values[c]) out.push_back(c);
    return out;
}

}  // namespace

std::vector<Step> plan(const Catalog& from, const Catalog& to) {
    Forced forced;
    for (;;) {
        Fates fates(from, to, forced);
        Order ordered = order(fates);
        if (ordered.to_force.empty()) return Writer(fates).write(ordered.moves);
        forced.replaced.merge(ordered.to_force.replaced);
        forced.aside.merge(ordered.to_force.aside);
    }
}

std::vector<Difference> compare(const Catalog& from, const Catalog& to) {
    Fates fates(from, to, {});
    std::vector<Difference> out;
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        const Outcome& outcome = fates.of(i);
        if (outcome.counterpart == none) {
            if (from.objects[i].managed) out.push_back(difference('-', from, i));
        } else if (!outcome.changed.empty() || from.objects[i].unclear || to.objects[outcome.counterpart].unclear) {
            Difference changed = difference(outcome.changed.empty() ? '?' : '~', to, outcome.counterpart);
            for (std::size_t c : outcome.changed.empty() ? unclear_columns(from.objects[i], to.objects[outcome.counterpart]) : outcome.changed) {
                const Value &before = from.objects[i].values[c], &after = to.objects[outcome.counterpart].values[c];
                changed.changes.push_back(std::string(from.objects[i].kind->columns[c].name) + ": " + before.value_or("none") + " -> " + after.value_or("none"));
            }
            out.push_back(std::move(changed));
        } else if (fates.gone(i)) {
            out.push_back(difference('!', to, outcome.counterpart));
        }
    }
    for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j)
        if (fates.old_of(j) == none && to.objects[j].managed) out.push_back(difference('+', to, j));
    return out;
}

}  // namespace plumb::diff
