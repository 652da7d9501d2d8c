// From two catalogs to an ordered plan: what each move says in SQL, and what it does to those who use the database.
#include "diff/plan.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "diff/fates.hpp"
#include "diff/order.hpp"
#include "engine/model/kinds/all.hpp"
#include "engine/model/pattern.hpp"

namespace plumb::diff {

namespace {

/// What the patterns of Data name beside the object's own values; `kept` is a part in the list of that name.
template <class Kept>
Words words_of(const Catalog& catalog, const Links& links, Index object, Kept kept) {
    Words out;
    const Object& root = catalog.objects[catalog.root(object)];
    out["key"] = root.value("row_key");
    out["match"] = root.value("row_match");
    auto add = [&](const char* list, const std::string& text) {
        if (!text.empty()) out[list] = (out[list] ? *out[list] + ", " : "") + text;
    };
    out["names"] = out["kept"] = out["back"] = out["others"] = std::nullopt;
    auto take = [&](Index i) {
        const Object& part = catalog.objects[i];
        if (!part.kind->data || !part.kind->data->name) return;
        add("names", render(part.kind->data->name, part));
        add("kept", kept(i));
        add("back", render(part.kind->data->back, part));
    };
    take(object);
    for (const auto& link : links.dependents(object))
        if (link.type == 'a' && catalog.objects[link.other].whole == object) take(link.other);
    return out;
}

/// Turns moves into steps.
class Writer {
public:
    Writer(const Fates& fates, const Rows& rows) : fates_(fates), rows_(rows) {
        for (Index j = 0; j < static_cast<Index>(fates.to.objects.size()); ++j)
            if (to(j).whole == none && fates.made(j)) fresh_.insert(to(j).identity);
        for (Index i = 0; i < static_cast<Index>(fates.from.objects.size()); ++i) {
            if (fates.gone(i)) continue;
            if (from(i).kind->fires_on) watchers_.push_back(i);
            if (auto schema = from(i).value("carries")) carried_.insert(*schema);
        }
    }

    Leg write(const std::vector<Move>& moves) {
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
        for (const auto& [row, sql] : at_the_end_) {
            add(Verb::alter, fates_.to.objects[row.whole], fates_.to, sql, {.lock = Lock::access_share});
            steps_.back().id = static_cast<int>(steps_.size());
            steps_.back().phase = Phase::migrate;
        }
        put_back_the_rest();
        return {std::move(steps_), std::move(archived_), std::move(keyless_)};
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
            case Deed::hollow:
                if (fates_.altered(move.object) && fates_.of(move.object).implied) return;
                return add(Verb::alter, from(move.object), fates_.from, render(from(move.object).kind->hollow, from(move.object)), weighed(from(move.object), Verb::alter, {.rewrites = from(move.object).holds_data}));
            case Deed::stub:
                add(Verb::create, to(move.object), fates_.to, render(to(move.object).kind->stub, to(move.object)), weighed(to(move.object), Verb::create, {}));
                return undo_default_privileges(to(move.object));
            case Deed::unstub:
                add(Verb::alter, to(move.object), fates_.to, render(to(move.object).kind->restub, to(move.object)), weighed(to(move.object), Verb::alter, {}));
                return write_rest(move.object, to(move.object));
        }
    }

    static Effect weighed(const Object& object, Verb verb, const Effect& otherwise) {
        return object.kind->weigh ? object.kind->weigh(object, verb) : otherwise;
    }

    static bool is_in_rows(const Object& object) { return object.kind->data && object.kind->data->name; }

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
        if (is_in_rows(object) && from(fates_.from.root(move.object)).value("published")) effect.hazards.push_back(Hazard::breaks_replication);
        std::size_t archived = archived_.size();
        for (Index i : with_parts(move))
            if (auto known = rows_.values.find(fates_.of(i).counterpart); known != rows_.values.end())
                about_values(fates_.from, from(i), known->second, {from(i).kind->data->forget});
        bool loses = archive(move) && holds_data(move);
        std::string losing = loses ? held(move) : "";
        // What takes its place begins without rows.
        bool empties = !for_good && object.holds_data && !is_in_rows(object);
        if (loses || empties) effect.hazards.push_back(Hazard::loses_data);
        effect.lossy = effect.lossy || loses;
        for (const char* before : object.kind->before_drop) {
            add(Verb::alter, object, fates_.from, render(before, object), {.lock = Lock::none});
            if (for_good) steps_.back().phase = Phase::contract;
        }
        for (Index part : with_parts(move)) dropped_.insert(part);
        const char* drop = fates_.of(move.object).leaves_heirs ? object.kind->drop_only : object.kind->drop;
        const std::string sql = render(drop, object);
        const auto end = std::min(sql.find(";\n"), sql.size());  // of the first of two statements
        add(Verb::drop, object, fates_.from, sql.substr(0, end), effect);
        Step& step = steps_.back();
        if (!object.kind->is_row) step.phase = for_good ? Phase::contract : archived_.size() > archived ? Phase::migrate : Phase::expand;
        step.losing = losing;
        if (archived_.size() > archived && !loses) step.grade = Grade::exact_with_archive;
        for (Index part : move.parts) step.parts.push_back(std::string(from(part).kind->name) + " " + from(part).identity);
        if (end == sql.size()) return;
        const Phase phase = step.phase;
        add(Verb::drop, object, fates_.from, sql.substr(end + 2), effect);
        steps_.back().phase = phase;
    }

    /// Copies what a drop loses. Returns whether anything is lost all the same.
    bool archive(const Move& move) {
        bool lost = false;
        for (Index i : with_parts(move)) {
            const auto& data = from(i).kind->data;
            bool with_whole = from(i).whole != none && archived_.contains(from(i).whole) && is_in_rows(from(i));
            if (!data || data->archive.empty() || with_whole || !(from(i).holds_data || !data->fill)) continue;
            if (!archive(i)) lost = true;
        }
        return lost;
    }

    /// What counts the rows that a drop loses; nothing where that cannot be told.
    std::string held(const Move& move) const {
        std::string out;
        for (Index i : with_parts(move)) {
            const auto& data = from(i).kind->data;
            bool with_whole = from(i).whole != none && i != move.object && data && data->name;
            if (!from(i).holds_data || with_whole) continue;
            if (!data || !data->held) return "";
            out += (out.empty() ? "SELECT (" : " + (") + render(data->held, from(i)) + ")";
        }
        return out;
    }

    static std::vector<Index> with_parts(const Move& move) {
        std::vector<Index> out{move.object};
        out.insert(out.end(), move.parts.begin(), move.parts.end());
        return out;
    }

    bool archive(Index i) {
        const Object& object = from(i);
        bool by_key = object.kind->data->name;
        if (rows_.archive.empty()) return false;
        bool keyless = by_key && !keeps_key(i);
        if (is_replaced_part(i)) {
            if (!keyless) about_values(fates_.from, object, new_archive(i), object.kind->data->keep);
            return !keyless;
        }
        Words words = words_of(fates_.from, fates_.from_links, i, [&](Index part) { return kept(part); });
        if (keyless) {
            words["others"] = fates_.of(i).counterpart == none ? others(i) : std::nullopt;
            words["key"] = words["match"] = std::nullopt;
            if (!words["others"]) return false;
            keyless_.emplace_back(i, *words["others"]);
        }
        words["archive"] = new_archive(i);
        Effect effect{.lock = Lock::none};
        if (by_key) effect = {.lock = Lock::share_row_exclusive, .scans = true};
        for (const char* pattern : object.kind->data->archive) {
            auto sql = render(pattern, object, {}, words);
            if (sql.empty()) continue;
            add(Verb::alter, object, fates_.from, sql, effect);
            steps_.back().phase = Phase::contract;
            effect = {.lock = Lock::none};
        }
        return true;
    }

    /// The other parts that still tell its rows apart when it comes back: those that stay as they are, and those that come back before it
    /// because they go after it. Nothing where a value changes meanwhile, or where the part needs more than its whole to come back.
    Value others(Index i) const {
        bool needs_more = std::ranges::any_of(fates_.from_links.references(i), [&](const Links::Link& link) { return link.other != from(i).whole; }) ||
                          std::ranges::any_of(fates_.from_links.dependents(i), [&](const Links::Link& link) {
                              return from(link.other).whole == i && !from(link.other).value("expression");
                          });
        if (is_tied(i) || needs_more) return std::nullopt;
        std::set<Index> parts;
        for (const auto& link : fates_.from_links.dependents(from(i).whole))
            if (from(link.other).whole == from(i).whole && is_in_rows(from(link.other))) parts.insert(link.other);
        Value out;
        for (Index part : parts) {
            if (part == i || dropped_.contains(part)) continue;
            auto name = render(from(part).kind->data->name, from(part));
            if (name.empty()) continue;
            const Outcome& outcome = fates_.of(part);
            if (outcome.fate == Fate::replaced || outcome.retyped || moves_dependents(fates_, part) || kept(part) != name) return std::nullopt;
            out = out ? *out + ", " + name : name;
        }
        return out;
    }

    /// Whether it comes back with other values in the same plan, while its whole stays.
    bool is_replaced_part(Index i) const {
        return is_in_rows(from(i)) && !from(i).kind->data->keep.empty() && fates_.of(i).fate == Fate::replaced && !fates_.gone(from(i).whole);
    }

    /// What becomes of the values of a part that was made anew.
    void note_values(Index j) {
        Index old = fates_.old_of(j);
        const auto& data = to(j).kind->data;
        if (old == none || !is_replaced_part(old)) return;
        if (auto kept = archived_.find(old); kept != archived_.end()) about_values(fates_.to, to(j), kept->second, {data->note});
        if (auto known = rows_.values.find(j); known != rows_.values.end()) about_values(fates_.to, to(j), known->second, {data->put_back});
    }

    /// Names a table of the archive for an object.
    std::string new_archive(Index i) {
        return archived_[i] = rows_.archive + "." + plain(from(i)) + "_" + std::to_string(rows_.archived + archived_.size() + 1);
    }

    /// Statements about the table of the archive that holds an object's old values.
    void about_values(const Catalog& catalog, const Object& object, const std::string& table, const std::vector<const char*>& patterns) {
        const Object& root = catalog.objects[catalog.root(catalog.find(object.kind, object.identity))];
        Words words{{"archive", table}, {"key", root.value("row_key")}, {"match", root.value("row_match")}};
        for (const char* pattern : patterns) {
            add(Verb::alter, object, catalog, render(pattern, object, {}, words), {.lock = Lock::none});
            steps_.back().phase = Phase::migrate;
        }
    }

    /// Values come back to an object that the way back has nothing else to do with: an enum that gets a label again is altered in place.
    void put_back_the_rest() {
        for (const auto& [j, table] : rows_.values) {
            if (fates_.of(fates_.old_of(j)).fate != Fate::kept) continue;
            about_values(fates_.to, to(j), table, {to(j).kind->data->forget, to(j).kind->data->put_back});
            for (std::size_t s = steps_.size() - 2; s < steps_.size(); ++s) steps_[s].id = static_cast<int>(s) + 1;
            if (steps_.size() > 2) steps_[steps_.size() - 2].depends_on = {static_cast<int>(steps_.size()) - 2};
            steps_.back().depends_on = {static_cast<int>(steps_.size()) - 1};
        }
    }

    /// Keeps the values that a change may alter for good, and brings back those that such a change altered.
    void change_values(Index i, const std::function<void()>& change_them, bool lossy) {
        const Outcome& outcome = fates_.of(i);
        const Object &before = from(i), &after = to(outcome.counterpart);
        const auto& data = before.kind->data;
        auto known = rows_.values.find(outcome.counterpart);
        bool comes_back = known != rows_.values.end(), keeps = lossy && data && !data->keep.empty() && !rows_.archive.empty() && keeps_key(i);
        std::string table = keeps ? new_archive(i) : "";
        if (comes_back) about_values(fates_.from, before, known->second, {data->forget});
        if (keeps) about_values(fates_.from, before, table, data->keep);
        std::size_t first = steps_.size();
        change_them();
        if (keeps) about_values(fates_.to, after, table, {data->note});
        if (comes_back) about_values(fates_.to, after, known->second, {data->put_back});
        for (std::size_t s = first; s < steps_.size(); ++s)
            if (steps_[s].grade == Grade::lossy && (keeps || comes_back)) steps_[s].grade = Grade::exact_with_archive;
    }

    /// Whether rows can still be told apart by the same key when the object comes back.
    bool keeps_key(Index i) const {
        Index old_root = fates_.from.root(i), root = fates_.of(old_root).counterpart;
        auto key = from(old_root).value("row_key");
        bool same = key && root != none && !fates_.gone(old_root) && to(root).value("row_key") == key;
        return same && !is_tied(i) && std::ranges::none_of(fates_.from_links.dependents(old_root), [&](const Links::Link& link) {
                   return from(link.other).whole == old_root && (link.other == i || fates_.altered(link.other)) && is_in(*key, link.other);
               });
    }

    /// Whether a column is one of a key's, "a, b".
    bool is_in(const std::string& key, Index i) const {
        const auto& data = from(i).kind->data;
        return data && data->name && (", " + key + ",").find(", " + render(data->name, from(i)) + ",") != std::string::npos;
    }

    /// Whether it comes and goes with another object than its whole.
    bool is_tied(Index i) const {
        return std::ranges::any_of(fates_.from_links.dependents(i),
                                   [&](const Links::Link& link) { return link.type == 'a' && from(link.other).kind->ties; });
    }

    /// What a name that needs no quotes can keep of the object's.
    static std::string plain(const Object& object) {
        std::string out;
        for (char c : object.name)
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') out += c;
        return "of_" + out.substr(0, 40);
    }

    /// A part as its whole's archive has it: in words where its type goes too.
    std::string kept(Index i) const {
        bool type_goes = std::ranges::any_of(fates_.from_links.references(i), [&](const Links::Link& link) {
            return link.other != from(i).whole && link.type != 'w' && fates_.gone(link.other);
        });
        return render(type_goes ? from(i).kind->data->kept : from(i).kind->data->name, from(i));
    }

    bool holds_data(const Move& move) const {
        return from(move.object).holds_data || std::ranges::any_of(move.parts, [&](Index part) { return from(part).holds_data; });
    }

    void write_create(const Move& move) {
        Object object = recreated(move.object);
        std::map<Index, std::vector<Index>> parts_of;
        for (Index part : move.parts) parts_of[to(part).whole].push_back(part);
        if (!object.kind->create) throw Error("PostgreSQL cannot make " + std::string(object.kind->name) + " " + object.identity + " on its own");
        Effect effect = weighed(object, Verb::create, object.kind->creates);
        effect.rewrites = effect.rewrites || object.rewrites;
        if (object.rewrites) effect.lock = Lock::access_exclusive;
        if (is_in_rows(object) ? is_sent(move.object) : is_carried(object)) effect.hazards.push_back(Hazard::breaks_replication);
        add(Verb::create, object, fates_.to, render(object.kind->create, object, texts(move.object, parts_of)), effect);
        for (Index part : move.parts) steps_.back().parts.push_back(std::string(to(part).kind->name) + " " + to(part).identity);
        for (Index made : with_parts(move)) {
            restore(made);
            note_values(made);
        }
        bool tells_rows = object.kind->then && object.kind->ties == fates_.made(object.whole) && !fresh_.contains(object.also_locks);
        if (object.kind->then && object.kind->is_row) remember(object);
        else if (tells_rows) add(Verb::alter, object, fates_.to, render(object.kind->then, object), {.lock = Lock::access_share});
        for (Index made : with_parts(move)) undo_default_privileges(to(made));
        write_rest(move.object, object);
        for (Index part : move.parts) write_rest(part, to(part));
    }

    void undo_default_privileges(const Object& made) {
        for (const auto& sql : kind::undo_default_privileges(fates_.from, fates_.to, made)) add(Verb::alter, made, fates_.to, sql, {.lock = Lock::none});
    }

    /// Brings back what an object had; where it takes an expression that is a fill, which comes later.
    void restore(Index j) {
        auto found = rows_.restores.find(j);
        const auto& data = to(j).kind->data;
        if (found == rows_.restores.end() || data->name) return;
        Words words = words_of(fates_.to, fates_.to_links, j, [&](Index part) { return render(to(part).kind->data->name, to(part)); });
        words["archive"] = found->second;
        words["fill"] = render(data->restore, to(j), {}, words);
        add(Verb::alter, to(j), fates_.to, data->fill ? render(data->fill, to(j), {}, words) : *words["fill"], {.lock = Lock::row_exclusive});
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
        std::vector<std::size_t> changed = outcome.changed;
        // A label that the new type lacks is refused, unless the files say what becomes of it.
        bool mapped = outcome.retyped && (after.value("using") || before.value("reverse_using"));
        bool lossy = mapped || std::ranges::any_of(changed, [&](std::size_t c) { return effect(before, after, c).lossy; });
        change_values(i, [&] { write_changes(i, std::move(changed)); }, lossy);
    }

    Effect effect(const Object& before, const Object& after, std::size_t c) const {
        const Column& column = after.kind->columns[c];
        return column.weigh ? column.weigh({fates_.from, fates_.to, before, after}) : column.effect;
    }

    void write_changes(Index i, std::vector<std::size_t> changed) {
        const Outcome& outcome = fates_.of(i);
        const Object &before = from(i), &after = to(outcome.counterpart);
        const Kind& kind = *before.kind;
        if (outcome.retyped) {
            Object through = after;
            for (std::size_t c = 0; c < kind.columns.size(); ++c) {
                if (kind.columns[c].name == std::string_view("through")) through.values[c] = outcome.through;
                if (kind.columns[c].name == std::string_view("using") && !through.values[c]) through.values[c] = before.value("reverse_using");
                if (kind.columns[c].moves_dependents) std::erase(changed, c);
            }
            add(Verb::alter, after, fates_.to, render(kind.retype, through),
                {.rewrites = true, .lossy = after.value("using") || before.value("reverse_using")});
        }
        if (kind.joins) return change_at_once(before, after, changed);
        bool waits = rows_.fills.contains(outcome.counterpart) && std::ranges::any_of(changed, [&](std::size_t c) { return kind.columns[c].late; });
        if (waits) guard(outcome.counterpart);
        for (std::size_t c : changed) change(before, after, c, fates_.to);
        if (!waits) return;
        add(Verb::alter, after, fates_.to, render(kind.data->release, after), {});
        guarded_ = false;
    }

    /// No more rows without the value may come, and those that are there get it, before it becomes a must.
    void guard(Index j) {
        const Data& data = *to(j).kind->data;
        add(Verb::alter, to(j), fates_.to, render(data.guard, to(j)), {.commits_after = true});
        steps_.push_back(fill(fates_.to, j, rows_.fills.at(j)));
        add(Verb::alter, to(j), fates_.to, render(data.validate, to(j)), {.lock = Lock::share_update_exclusive, .commits_after = true});
        guarded_ = true;
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
        Effect effect = this->effect(before, after, c);
        effect.scans = effect.scans && !(guarded_ && column.late);
        if (column.moves_dependents && is_in_rows(after) && is_sent(fates_.to.find(after.kind, after.identity))) effect.hazards.push_back(Hazard::breaks_replication);
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
        Index root = catalog.find(object.kind, object.identity);
        if (root != none) root = catalog.root(root);
        step.shared = root != none && catalog.objects[root].kind->shared != Shared::no;
        bool of_others = object.whole == none && object.kind->governed_by != Governs::nothing;  // what is on schema public, default privileges
        bool fresh = &catalog == &fates_.to && root != none && !of_others && fates_.made(root);
        if (effect.lock != Lock::none && root != none && !fresh) step.locks.push_back({catalog.objects[root].identity, effect.lock});
        if (effect.lock != Lock::none && !object.also_locks.empty() && verb != Verb::alter && !fresh_.contains(object.also_locks) &&
            (step.locks.empty() || step.locks[0].relation != object.also_locks))
            step.locks.push_back({object.also_locks, effect.lock});
        step.grade = effect.lossy && !fresh ? Grade::lossy : Grade::exact;
        if (object.kind->is_row) step.phase = Phase::migrate;
        step.hazards = effect.hazards;
        if (!fresh) {
            step.rewrites = effect.rewrites;
            step.scans = effect.scans || effect.rewrites;
            add_lock_hazards(step, effect);
        } else {
            std::erase(step.hazards, Hazard::changes_access);
        }
        if (verb == Verb::alter && (step.rewrites || effect.commits_after)) step.phase = Phase::migrate;
        bool watched = std::ranges::any_of(watchers_, [&](Index watcher) { return from(watcher).kind->fires_on(from(watcher), step.sql); });
        if (watched && !(root != none && catalog.objects[root].kind->fires_on)) step.hazards.push_back(Hazard::fires_triggers);
        steps_.push_back(std::move(step));
    }

    static void add_lock_hazards(Step& step, const Effect& effect) {
        if (effect.rewrites) step.hazards.push_back(Hazard::rewrites_table);
        if (effect.scans) step.hazards.push_back(Hazard::scans_table);
        bool long_lock = effect.rewrites || effect.scans;
        if (long_lock && effect.lock >= Lock::share) step.hazards.push_back(Hazard::blocks_writes);
        if (long_lock && effect.lock == Lock::access_exclusive) step.hazards.push_back(Hazard::blocks_reads);
    }

    /// What takes account of rows comes once, when all are there.
    void remember(const Object& row) {
        auto sql = render(row.kind->then, row);
        bool known = std::ranges::any_of(at_the_end_, [&](const auto& last) { return last.second == sql; });
        if (!sql.empty() && !known) at_the_end_.emplace_back(row, sql);
    }

    const Fates& fates_;
    std::vector<std::pair<Object, std::string>> at_the_end_;
    std::vector<Index> watchers_;     ///< old objects that stay and act on the steps
    std::set<std::string> carried_;   ///< schemas whose new tables are published, "*" for all
    std::set<std::string> fresh_;     ///< wholes that the plan makes: nobody waits for a lock on them
    const Rows& rows_;
    bool guarded_ = false;  ///< rows were looked at already
    std::map<Index, std::string> archived_;
    std::vector<std::pair<Index, std::string>> keyless_;
    std::set<Index> dropped_;
    std::vector<Step> steps_;
    std::map<int, int> last_step_;  ///< by position of a move
};

Difference difference(char sign, const Catalog& catalog, Index object) {
    const Object &row = catalog.objects[object], &whole = catalog.objects[catalog.root(object)];
    return {.sign = sign, .kind = row.kind->name, .identity = row.identity, .whole = whole.identity, .whole_kind = whole.kind->name};
}

/// How many columns differ on the way back. Those that differ on that way alone join the changed ones.
std::size_t changed_back(const Change& change, std::vector<std::size_t>& changed) {
    std::size_t back = 0;
    const Change reverse{change.to, change.from, change.new_object, change.old_object};
    const auto& columns = change.old_object.kind->columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        bool forth = std::ranges::find(changed, c) != changed.end();
        if ((!forth && !columns[c].alike) || !differs(c, reverse)) continue;
        ++back;
        if (!forth) changed.push_back(c);
    }
    return back;
}

std::vector<std::size_t> unclear_columns(const Object& one, const Object& other) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < one.values.size(); ++c)
        if (one.kind->columns[c].compare == Compare::expression && one.values[c] != other.values[c]) out.push_back(c);
    return out;
}

}  // namespace

Step fill(const Catalog& catalog, Index object, const std::string& expression) {
    const Object &filled = catalog.objects[object], &root = catalog.objects[catalog.root(object)];
    Step out{.phase = Phase::migrate, .kind = filled.kind->name, .identity = filled.identity, .place = filled.place};
    out.sql = render(filled.kind->data->fill, filled, {}, {{"fill", expression}});
    out.locks = {{root.identity, Lock::row_exclusive}};
    for (const auto& part : catalog.objects)
        if (part.value("fires_on_update") && part.whole != none && catalog.objects[part.whole].identity == root.identity) {
            // What a trigger does to other values is not known, so the way back does not undo it.
            out.hazards = {Hazard::fires_triggers};
            out.grade = Grade::lossy;
        }
    if (filled.kind->data->name && root.value("update_fails")) out.hazards.push_back(Hazard::breaks_replication);
    if (!filled.kind->data->lacking) return out;
    out.ranges = Ranges{.relation = root.identity,
                        .key = root.value("row_key").value_or(""),
                        .literal = root.value("row_literal").value_or(""),
                        .empty = render(filled.kind->data->empty, filled),
                        .lacking = render(filled.kind->data->lacking, filled, {}, {{"fill", expression}})};
    return out;
}

Leg leg(const Catalog& from, const Catalog& to, const Rows& rows) {
    Forced forced;
    for (;;) {
        Fates fates(from, to, forced);
        Order ordered = order(fates);
        if (ordered.to_force.empty()) return Writer(fates, rows).write(ordered.moves);
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
            continue;
        }
        const Object &before = from.objects[i], &after = to.objects[outcome.counterpart];
        auto changed = outcome.changed;
        const auto back = changed_back({from, to, before, after}, changed);
        bool unclear = changed.empty() && (before.unclear || after.unclear);
        if (!changed.empty() || unclear) {
            Difference found = difference(unclear ? '?' : '~', to, outcome.counterpart);
            for (std::size_t c : unclear ? unclear_columns(before, after) : changed)
                found.changes.push_back(std::string(before.kind->columns[c].name) + ": " + before.values[c].value_or("none") + " -> " +
                                        after.values[c].value_or("none"));
            found.for_good = !unclear && back == 0;
            out.push_back(std::move(found));
        } else if (fates.gone(i)) {
            out.push_back(difference('!', to, outcome.counterpart));
        }
    }
    for (Index j = 0; j < static_cast<Index>(to.objects.size()); ++j)
        if (fates.old_of(j) == none && to.objects[j].managed) out.push_back(difference('+', to, j));
    return out;
}

}  // namespace plumb::diff
