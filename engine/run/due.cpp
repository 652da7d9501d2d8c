// Which renames are still to be made.
#include "engine/run/due.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/run/alike.hpp"
#include "engine/run/directory.hpp"

namespace plumb::run {

namespace {

/// A name that is taken in live.
struct Slot {
    Index object = none;
    std::string member = {};  ///< empty: of the object itself
    bool operator==(const Slot&) const = default;
};

enum class Verdict { open, due, done };

struct Wish {
    const Renaming* asked = nullptr;
    std::optional<Slot> old = {};
    std::optional<Slot> now = {};  ///< what has the new name already
    Verdict verdict = Verdict::open;
};

bool contains(const std::vector<std::string>& all, const std::string& one) { return std::ranges::find(all, one) != all.end(); }

class Due {
public:
    Due(const Catalog& live, const Catalog& desired) : live_(live), desired_(desired) {}

    std::vector<Rename> find(const std::vector<Renaming>& asked) {
        std::map<int, std::vector<Wish>> levels;
        for (const auto& one : asked) levels[level(one)].emplace_back().asked = &one;
        for (auto& [number, wishes] : levels) {
            for (auto& wish : wishes) look(wish);
            decide(wishes);
            for (const auto& wish : wishes)
                if (wish.verdict == Verdict::due)
                    due_.push_back(
                        {wish.old->object, wish.asked->object, wish.old->member, wish.asked->member, wish.asked->place});
        }
        return std::move(due_);
    }

private:
    const Object& wanted(const Wish& wish) const { return desired_.objects[wish.asked->object]; }
    const Object& live(const Slot& slot) const { return live_.objects[slot.object]; }

    /// What a name is looked for in comes before the name.
    int level(const Renaming& asked) const {
        int out = is_schema(desired_.objects[asked.object]) ? 0 : 1;
        for (Index i = desired_.objects[asked.object].whole; i != none; i = desired_.objects[i].whole) ++out;
        return asked.member.empty() ? out : out + 1;
    }

    /// The name in live of a schema of the desired state.
    std::string live_schema(const std::string& schema) const {
        for (const auto& rename : due_)
            if (const auto& object = desired_.objects[rename.new_object]; is_schema(object) && object.name == schema)
                return live_.objects[rename.old_object].name;
        return schema;
    }

    /// What the desired object has been so far.
    Index live_of(Index object) const {
        for (const auto& rename : due_)
            if (rename.new_object == object && rename.new_member.empty()) return rename.old_object;
        return named(object, desired_.objects[object].name, live_schema(desired_.objects[object].schema));
    }

    Index named(Index like, const std::string& name, const std::string& schema) const {
        const Object& wanted = desired_.objects[like];
        Index whole = wanted.whole == none ? none : live_of(wanted.whole);
        if (wanted.whole != none && whole == none) return none;
        std::vector<Index> found;
        for (Index i = 0; i < static_cast<Index>(live_.objects.size()); ++i) {
            const Object& object = live_.objects[i];
            if (object.kind == wanted.kind && object.managed && object.name == name && object.whole == whole &&
                (whole != none || is_schema(wanted) || object.schema == schema))
                found.push_back(i);
        }
        auto same = std::ranges::find_if(found, [&](Index i) { return live_.objects[i].arguments == wanted.arguments; });
        if (same != found.end()) return *same;
        return found.size() == 1 && overloads(wanted) == 1 ? found.front() : none;
    }

    /// Desired objects of the name.
    std::ptrdiff_t overloads(const Object& wanted) const {
        return std::ranges::count_if(desired_.objects, [&](const Object& object) {
            return object.kind == wanted.kind && object.name == wanted.name && object.schema == wanted.schema;
        });
    }

    void look(Wish& wish) const {
        const Renaming& asked = *wish.asked;
        const Object& object = wanted(wish);
        if (asked.name == (asked.member.empty() ? object.name : asked.member) && (asked.schema.empty() || asked.schema == object.schema))
            throw Error("that is the new name already", asked.place,
                        object.kind->renames.to_schema ? std::string("what comes from another schema is written with it: schema.").append(asked.name) : "", Exit::usage);
        if (!asked.member.empty()) {
            if (!object.kind->members.of) refuse(asked, "its parts");
            Index there = live_of(asked.object);
            auto members = there == none ? std::vector<std::string>{} : object.kind->members.of(live_.objects[there]);
            if (contains(members, asked.name)) wish.old = {there, asked.name};
            if (contains(members, asked.member)) wish.now = {there, asked.member};
            return;
        }
        auto home = is_schema(object) ? "" : live_schema(object.schema);
        bool moves = !asked.schema.empty() && asked.schema != home;
        if (object.kind->shared != Shared::no)
            throw Error("Plumb renames nothing that is the whole server's: " + std::string(object.kind->name) + " " + object.identity, asked.place,
                        "rename it by hand; files with the new name then need no directive", Exit::usage);
        if (!object.kind->renames.to && !(object.kind->renames.to_schema && moves))
            refuse(asked, std::string(object.kind->name) + " " + object.identity);
        if (moves && !object.kind->renames.to_schema)
            throw Error(std::string(object.kind->name) + " " + object.identity + " cannot come from elsewhere: " + asked.schema,
                        asked.place, "write its old name alone", Exit::usage);
        Index old = named(asked.object, asked.name, moves ? asked.schema : home), now = named(asked.object, object.name, home);
        if (old != none) wish.old = {old, {}};
        if (now != none) wish.now = {now, {}};
    }

    [[noreturn]] static void refuse(const Renaming& asked, const std::string& what) {
        throw Error("PostgreSQL cannot rename " + what, asked.place, {}, Exit::usage);
    }

    void decide(std::vector<Wish>& wishes) const {
        for (auto& wish : wishes) {
            if (wish.old == wish.now) wish.now.reset();
            if (!wish.old && !wish.now) check_that_new(wish);
            if (!wish.old) wish.verdict = Verdict::done;
            if (wish.old && !wish.now) wish.verdict = Verdict::due;
        }
        // Whose new name is freed by another rename can have it.
        for (bool again = true; std::exchange(again, false);)
            for (auto& wish : wishes)
                if (Wish* other = wish.verdict == Verdict::open ? leaver(wishes, wish) : nullptr;
                    other && other->verdict == Verdict::due) {
                    wish.verdict = Verdict::due;
                    again = true;
                }
        for (auto& wish : wishes)
            if (wish.verdict == Verdict::open) decide_both_there(wishes, wish);
    }

    /// The wish that what stands in the way has.
    static Wish* leaver(std::vector<Wish>& wishes, const Wish& wish) {
        auto found = std::ranges::find_if(wishes, [&](const Wish& other) { return other.old == wish.now; });
        return found == wishes.end() ? nullptr : &*found;
    }

    void decide_both_there(std::vector<Wish>& wishes, Wish& wish) const {
        std::vector<Wish*> ring{&wish};
        for (Wish* next = leaver(wishes, wish);
             next && next != &wish && next->verdict == Verdict::open && ring.size() <= wishes.size();
             next = leaver(wishes, *next))
            ring.push_back(next);
        if (leaver(wishes, *ring.back()) == &wish) return decide_trade(ring);
        if (!keeps_old_name(wish))
            throw Error("both " + words(*wish.old) + " and " + words(*wish.now) +
                            " are in the database, so that none can become the other",
                        wish.asked->place, "drop or rename one of them first, or take the directive away", Exit::usage);
        wish.verdict = Verdict::done;
    }

    /// Names that trade places are there before and after: what they stand for tells.
    void decide_trade(const std::vector<Wish*>& ring) const {
        int before = 0, after = 0;
        for (const Wish* wish : ring) {
            before += likeness(*wish->old, *wish);
            after += likeness(*wish->now, *wish);
        }
        if (before == after)
            throw Error("whether " + words(*ring.front()->old) + " and " + words(*ring.front()->now) +
                            " have traded names already cannot be told, as they look the same",
                        ring.front()->asked->place, "rename them one after the other, or take the directives away", Exit::usage);
        for (Wish* wish : ring) wish->verdict = before > after ? Verdict::due : Verdict::done;
    }

    int likeness(const Slot& slot, const Wish& wish) const {
        if (slot.member.empty()) return in_common({live_, slot.object}, {desired_, wish.asked->object});
        auto of = wanted(wish).kind->members.of;
        auto here = of(live(slot)), there = of(wanted(wish));
        return std::ranges::find(here, slot.member) - here.begin() ==
               std::ranges::find(there, wish.asked->member) - there.begin();
    }

    /// Whether the files call something else by the old name.
    bool keeps_old_name(const Wish& wish) const {
        const Object& object = wanted(wish);
        if (!wish.asked->member.empty()) return contains(object.kind->members.of(object), wish.asked->name);
        const auto& schema = wish.asked->schema.empty() ? object.schema : wish.asked->schema;
        return std::ranges::any_of(desired_.objects, [&](const Object& other) {
            return &other != &object && other.kind == object.kind && other.whole == object.whole &&
                   other.name == wish.asked->name && (other.whole != none || is_schema(object) || other.schema == schema);
        });
    }

    /// Where nothing of its sort is, it is simply new, as is everything in a new database.
    void check_that_new(const Wish& wish) const {
        const Object& object = wanted(wish);
        Index whole = wish.asked->member.empty() ? object.whole : wish.asked->object;
        if (whole != none && live_of(whole) == none) return;
        auto schema = wish.asked->schema.empty() ? live_schema(object.schema) : wish.asked->schema;
        bool has_such = std::ranges::any_of(live_.objects, [&](const Object& other) {
            return other.kind == object.kind && other.managed &&
                   (object.whole != none || is_schema(object) || other.schema == schema);
        });
        if (!has_such) return;
        bool member = !wish.asked->member.empty();
        throw Error("there is neither " + wish.asked->name + " nor " + (member ? wish.asked->member : object.name) +
                        " in the database to be " + (member ? std::string(object.kind->members.word) + " of " : "") +
                        object.kind->name + " " + object.identity,
                    wish.asked->place, "take the directive away where it is simply new", Exit::usage);
    }

    std::string words(const Slot& slot) const {
        const Object& object = live(slot);
        return slot.member.empty() ? std::string(object.kind->name) + " " + object.identity
                                   : std::string(object.kind->members.word) + " " + slot.member;
    }

    const Catalog& live_;
    const Catalog& desired_;
    std::vector<Rename> due_;
};

}  // namespace

std::vector<Rename> due(const Catalog& live, const Catalog& desired, const std::vector<Renaming>& asked) {
    return Due(live, desired).find(asked);
}

bool is_schema(const Object& object) { return object.schema == object.name && goes_by(*object.kind, "OBJECT_SCHEMA"); }

std::vector<RowSet> before_renames(const std::vector<RowSet>& sets, const std::vector<Rename>& renames, const Catalog& live,
                                   const Catalog& desired) {
    auto out = sets;
    // The name of a part as PostgreSQL quotes it.
    auto last = [](const Catalog& catalog, const Object& part) {
        return part.identity.substr(std::min(part.identity.size(), catalog.objects[part.whole].identity.size() + 1));
    };
    for (const auto& rename : renames) {
        if (!rename.new_member.empty()) continue;
        const Object &old = live.objects[rename.old_object], &now = desired.objects[rename.new_object];
        for (std::size_t i = 0; i < sets.size(); ++i) {
            if (is_schema(now) && sets[i].table.starts_with(now.identity + "."))
                out[i].table.replace(0, now.identity.size(), old.identity);
            if (sets[i].table == now.identity) out[i].table = old.identity;
            if (now.whole == none || sets[i].table != desired.objects[now.whole].identity) continue;
            std::ranges::replace(out[i].key, last(desired, now), last(live, old));
            std::ranges::replace(out[i].columns, last(desired, now), last(live, old));
        }
    }
    return out;
}

}  // namespace plumb::run
