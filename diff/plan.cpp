// From two catalogs to an ordered plan: what each move says in SQL, and what it does to those who use the database.
#include "diff/plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "diff/fates.hpp"
#include "diff/keep.hpp"
#include "diff/order.hpp"
#include "diff/script.hpp"
#include "engine/model/kinds/all.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// Turns moves into steps.
class Writer {
public:
    Writer(const Fates& fates, const Rows& rows) : fates_(fates), rows_(rows), script_(fates), keeper_(fates, rows, script_) {
        for (Index i = 0; i < static_cast<Index>(fates.from.objects.size()); ++i)
            if (auto schema = from(i).value("carries"); schema && !fates.gone(i)) carried_.insert(*schema);
    }

    Leg write(const std::vector<Move>& moves) {
        for (const Move& move : moves) {
            std::size_t first = script_.steps.size();
            write(move);
            std::vector<int> after;
            for (int before : move.after) {
                auto made = last_step_.find(before);
                if (made != last_step_.end()) after.push_back(made->second);
            }
            for (std::size_t i = first; i < script_.steps.size(); ++i) {
                script_.steps[i].id = static_cast<int>(i) + 1;
                script_.steps[i].depends_on = i == first ? after : std::vector{static_cast<int>(i)};
            }
            if (script_.steps.size() > first) last_step_[static_cast<int>(&move - moves.data())] = static_cast<int>(script_.steps.size());
        }
        for (const auto& [row, sql] : at_the_end_) {
            script_.add(Verb::alter, fates_.to.objects[row.whole], fates_.to, sql, {.lock = Lock::access_share});
            script_.steps.back().id = static_cast<int>(script_.steps.size());
            script_.steps.back().phase = Phase::migrate;
        }
        keeper_.put_back_the_rest();
        return {std::move(script_.steps), std::move(keeper_.archived), std::move(keeper_.keyless), std::move(warnings_)};
    }

private:
    const Object& from(Index i) const { return fates_.from.objects[i]; }
    const Object& to(Index j) const { return fates_.to.objects[j]; }

    void write(const Move& move) {
        switch (move.deed) {
            case Deed::drop: return write_drop(move);
            case Deed::alter: return write_alter(move.object);
            case Deed::create: return write_create(move);
            case Deed::carry: return keeper_.carry(move.object);
            case Deed::aside: {
                const Object& object = from(move.object);
                return script_.add(Verb::alter, object, fates_.from, render(object.kind->step_aside, object), {});
            }
            case Deed::hollow: {
                const Object& object = from(move.object);
                if (fates_.altered(move.object) && fates_.of(move.object).implied) return;
                return script_.add(Verb::alter, object, fates_.from, render(object.kind->hollow, object), weighed(object, Verb::alter, {.rewrites = object.holds_data}));
            }
            case Deed::stub: {
                const Object& object = to(move.object);
                script_.add(Verb::create, object, fates_.to, render(object.kind->stub, object), weighed(object, Verb::create, {}));
                return undo_default_privileges(object);
            }
            case Deed::unstub: {
                const Object& object = to(move.object);
                script_.add(Verb::alter, object, fates_.to, render(object.kind->restub, object), weighed(object, Verb::alter, {}));
                return write_rest(move.object, object);
            }
        }
    }

    static Effect weighed(const Object& object, Verb verb, const Effect& otherwise) {
        return object.kind->weigh ? object.kind->weigh(object, verb) : otherwise;
    }

    /// Whether subscribers receive the rows that it is in.
    bool is_sent(Index j) const {
        Index old_root = fates_.old_of(fates_.to.root(j));
        return old_root != none && from(old_root).value("published");
    }

    /// Whether they will receive rows of what is new.
    bool is_carried(const Object& object) const {
        return object.value("published") && (carried_.contains("*") || carried_.contains(object.schema));
    }

    void write_drop(const Move& move) {
        Object object = from(move.object);
        if (!object.kind->drop) throw Error("PostgreSQL cannot drop " + std::string(object.kind->name) + " " + object.identity + " on its own");
        if (fates_.of(move.object).aside) object.identity = render(object.kind->aside, object);
        Effect effect = weighed(object, Verb::drop, object.kind->drops);
        bool for_good = fates_.of(move.object).fate == Fate::dropped;
        if (!for_good) std::erase(effect.hazards, Hazard::breaks_queries);
        if (object.is_in_rows() && from(fates_.from.root(move.object)).value("published")) effect.hazards.push_back(Hazard::breaks_replication);
        std::size_t archived = keeper_.archived.size();
        for (Index i : with_parts(move)) keeper_.forget(i);
        bool unkept = keeper_.archive(move) && holds_data(move);
        const bool goes_over = keeper_.goes_over(move.object);
        // Columns elsewhere that hold whole rows lose theirs.
        auto others = goes_over ? fates_.left_behind(move.object) : object.is_in_rows() ? keeper_.holders(object.whole) : std::vector<Index>{};
        bool loses = unkept || !others.empty();
        std::string losing = unkept ? keeper_.held(move) : keeper_.count(others);
        // What takes its place begins without rows.
        bool empties = !for_good && object.holds_data && !object.is_in_rows() && !goes_over;
        if (empties && object.kind->data && object.kind->data->fill)
            warnings_.push_back({"@ will begin without rows, as its columns change while it is made anew: rows go over where the columns change in a plan of their own", object.identity});
        if (loses || empties) effect.hazards.push_back(Hazard::loses_data);
        effect.lossy = effect.lossy || loses;
        for (const char* before : object.kind->before_drop) {
            script_.add(Verb::alter, object, fates_.from, render(before, object), {.lock = Lock::none});
            if (for_good) script_.steps.back().phase = Phase::contract;
        }
        const char* drop = fates_.of(move.object).leaves_heirs ? object.kind->drop_only : object.kind->drop;
        script_.add(Verb::drop, object, fates_.from, render(drop, object), effect);
        Step& step = script_.steps.back();
        if (!object.kind->is_row) step.phase = for_good ? Phase::contract : keeper_.archived.size() > archived || goes_over ? Phase::migrate : Phase::expand;
        step.losing = losing;
        if (keeper_.archived.size() > archived && !loses) step.grade = Grade::exact_with_archive;
        for (Index part : move.parts) step.parts.push_back(std::string(from(part).kind->name) + " " + from(part).identity);
        const Phase phase = step.phase;
        for (const char* after : object.kind->after_drop) {
            auto sql = render(after, object);
            if (sql.empty()) continue;
            script_.add(Verb::drop, object, fates_.from, std::move(sql), effect);
            script_.steps.back().phase = phase;
        }
    }

    bool holds_data(const Move& move) const {
        return fates_.holds_data(move.object) || std::ranges::any_of(move.parts, [&](Index part) { return fates_.holds_data(part); });
    }

    void write_create(const Move& move) {
        Object object = recreated(move.object);
        std::map<Index, std::vector<Index>> parts_of;
        for (Index part : move.parts) parts_of[to(part).whole].push_back(part);
        if (!object.kind->create) throw Error("PostgreSQL cannot make " + std::string(object.kind->name) + " " + object.identity + " on its own");
        Effect effect = weighed(object, Verb::create, object.kind->creates);
        effect.rewrites = effect.rewrites || object.rewrites;
        if (object.rewrites) effect.lock = Lock::access_exclusive;
        if (object.is_in_rows() ? is_sent(move.object) : is_carried(object)) effect.hazards.push_back(Hazard::breaks_replication);
        script_.add(Verb::create, object, fates_.to, render(object.kind->create, object, texts(move.object, parts_of)), effect);
        for (Index part : move.parts) script_.steps.back().parts.push_back(std::string(to(part).kind->name) + " " + to(part).identity);
        for (Index made : with_parts(move)) {
            keeper_.restore(made);
            keeper_.note(made);
        }
        bool tells_rows = object.kind->then && object.kind->ties == fates_.made(object.whole) && !script_.makes(object.also_locks);
        if (object.kind->then && object.kind->is_row) remember(object);
        else if (tells_rows) script_.add(Verb::alter, object, fates_.to, render(object.kind->then, object), {.lock = Lock::access_share});
        for (Index made : with_parts(move)) undo_default_privileges(to(made));
        write_rest(move.object, object);
        for (Index part : move.parts) write_rest(part, to(part));
    }

    void undo_default_privileges(const Object& made) {
        for (const auto& sql : kind::undo_default_privileges(fates_.from, fates_.to, made))
            script_.add(Verb::alter, made, fates_.to, sql, {.lock = Lock::none});
    }

    /// What is made anew keeps what never compares.
    Object recreated(Index j) const {
        Object object = fates_.before_joining(j);
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
        const bool by_origin = written_by_origin(j);
        if (!by_origin && !has_more(object)) return;
        const Object none_set = absent(object), &origin = by_origin ? to(object.origin) : none_set;
        for (std::size_t c = 0; c < kind.columns.size(); ++c) {
            const Column& column = kind.columns[c];
            const Object& before = column.alone ? none_set : origin;
            bool plain = std::holds_alternative<Clause>(column.change) || std::holds_alternative<Rule>(column.change);
            bool copied = column.with_type && origin.values[c];
            if (!plain || (object.values[c] == before.values[c] && !copied)) continue;
            if (!by_origin && !set_after(kind)[c]) continue;
            change(before, object, c, fates_.to, effect(before, object, c));
        }
    }

    /// Whether the object's own text is empty because its origin makes it.
    bool written_by_origin(Index j) const { return to(j).origin != none && !fates_.joins(j) && to(j).kind->inside && render(to(j).kind->inside, to(j)).empty(); }

    /// By column: whether a statement of its own sets it once the object is made.
    const std::vector<bool>& set_after(const Kind& kind) const {
        auto [known, is_new] = set_after_.try_emplace(&kind);
        for (const Column& column : kind.columns)
            if (is_new) known->second.push_back(!column.in_create && !std::holds_alternative<Ignored>(column.change) && !names(kind.create, kind, column.name));
        return known->second;
    }

    bool has_more(const Object& object) const {
        const auto& after = set_after(*object.kind);
        for (std::size_t c = 0; c < after.size(); ++c)
            if (after[c] && object.values[c]) return true;
        return false;
    }

    Object absent(const Object& object) const {
        Object out = object;
        for (std::size_t c = 0; c < out.values.size(); ++c)
            if (set_after(*out.kind)[c]) out.values[c].reset();
        return out;
    }

    void write_alter(Index i) {
        const Outcome& outcome = fates_.of(i);
        std::vector<std::size_t> changed = fates_.own_changes(i);
        if (outcome.implied && changed.empty()) return;
        const Object &before = from(i), &after = to(outcome.counterpart);
        // A label that the new type lacks is refused, unless the files say what becomes of it.
        bool mapped = outcome.retyped && (after.value("using") || before.value("reverse_using"));
        bool converts = mapped || (outcome.retyped && type_is_lossy(i));
        bool lossy = converts || std::ranges::any_of(changed, [&](std::size_t c) { return effect(before, after, c).lossy; });
        for (auto& warning : warnings(before, after)) warnings_.push_back(std::move(warning));
        keeper_.change_values(i, [&] { write_changes(i, std::move(changed), converts); }, lossy);
    }

    /// Whether values may come back other than they were out of what becomes of the types that an object uses and that are made anew.
    bool type_is_lossy(Index i) const {
        return std::ranges::any_of(fates_.from_links.references(i), [&](const Links::Link& link) {
            const Outcome& outcome = fates_.of(link.other);
            if (outcome.fate != Fate::replaced || !from(link.other).kind->step_aside) return false;
            return type_is_lossy(link.other) || std::ranges::any_of(outcome.changed, [&](std::size_t c) {
                       return effect(from(link.other), to(outcome.counterpart), c).lossy;
                   });
        });
    }

    Effect effect(const Object& before, const Object& after, std::size_t c) const {
        const Column& column = after.kind->columns[c];
        return column.weigh ? column.weigh({fates_.from, fates_.to, before, after}) : column.effect;
    }

    /// `converts`: values may come back other than they were out of its new type, where that is made anew.
    void write_changes(Index i, std::vector<std::size_t> changed, bool converts) {
        const Outcome& outcome = fates_.of(i);
        const Object &before = from(i), &after = to(outcome.counterpart);
        const Kind& kind = *before.kind;
        Object said = after;
        if (auto conversion = keeper_.conversion(i)) *said.find("using") = conversion;
        if (outcome.retyped && !outcome.implied) {
            std::erase_if(changed, [&](std::size_t c) { return kind.columns[c].moves_dependents; });
            script_.add(Verb::alter, after, fates_.to, render(kind.retype, said),
                {.rewrites = true, .lossy = converts});
        }
        if (kind.joins) return change_at_once(before, after, changed);
        bool waits = rows_.fills.contains(outcome.counterpart) && std::ranges::any_of(changed, [&](std::size_t c) { return kind.columns[c].late; });
        if (waits) keeper_.guard(outcome.counterpart);
        guarded_ = waits;
        for (std::size_t c : changed) change(before, said, c, fates_.to, effect(before, after, c));
        if (!waits) return;
        script_.add(Verb::alter, after, fates_.to, render(kind.data->release, after), {});
        guarded_ = false;
    }

    void change_at_once(const Object& before, const Object& after, const std::vector<std::size_t>& changed) {
        const Kind& kind = *after.kind;
        std::string clauses;
        Effect effect;
        for (std::size_t c : changed) {
            auto clause = std::get_if<Clause>(&kind.columns[c].change);
            if (!clause) {
                change(before, after, c, fates_.to, this->effect(before, after, c));
                continue;
            }
            clauses += (clauses.empty() ? "" : kind.joins) + render(*clause, after);
            effect = kind.columns[c].effect;
        }
        if (!clauses.empty()) script_.add(Verb::alter, after, fates_.to, render(kind.alter, after) + clauses, effect);
    }

    void change(const Object& before, const Object& after, std::size_t c, const Catalog& catalog, Effect effect) {
        const Column& column = after.kind->columns[c];
        effect.scans = effect.scans && !(guarded_ && column.late);
        if (column.moves_dependents && after.is_in_rows() && is_sent(fates_.to.find(after.kind, after.identity)))
            effect.hazards.push_back(Hazard::breaks_replication);
        if (auto rule = std::get_if<Rule>(&column.change)) {
            auto statements = (*rule)({fates_.from, fates_.to, before, after});
            for (const auto& sql : statements.value_or(std::vector<std::string>{})) script_.add(Verb::alter, after, catalog, sql, effect);
        } else if (auto clause = std::get_if<Clause>(&column.change)) {
            const char* alter = column.alone ? after.kind->alter_only : after.kind->alter;
            std::string start = alter ? render(alter, after) : "";
            script_.add(Verb::alter, after, catalog, start + render(*clause, after), effect);
        }
    }

    /// What takes account of rows comes once, when all are there.
    void remember(const Object& row) {
        auto sql = render(row.kind->then, row);
        bool known = std::ranges::any_of(at_the_end_, [&](const auto& last) { return last.second == sql; });
        if (!sql.empty() && !known) at_the_end_.emplace_back(row, sql);
    }

    const Fates& fates_;
    const Rows& rows_;
    Script script_;
    mutable std::map<const Kind*, std::vector<bool>> set_after_;  ///< what `set_after` has found
    Keeper keeper_;
    std::vector<std::pair<Object, std::string>> at_the_end_;
    std::vector<Warning> warnings_;
    std::set<std::string> carried_;  ///< schemas whose new tables are published, "*" for all
    bool guarded_ = false;          ///< rows were looked at already
    std::map<int, int> last_step_;  ///< by position of a move
};

}  // namespace

Leg leg(const Catalog& from, const Catalog& to, const Rows& rows) {
    Forced forced;
    for (;;) {
        Fates fates(from, to, forced, !rows.archive.empty());
        Order ordered = order(fates);
        if (ordered.to_force.empty()) return Writer(fates, rows).write(ordered.moves);
        forced.replaced.merge(ordered.to_force.replaced);
        forced.aside.merge(ordered.to_force.aside);
    }
}

}  // namespace plumb::diff
