// What a statement of a plan does to those who use the database.
#include "diff/script.hpp"

#include <algorithm>

#include "engine/model/kind.hpp"

namespace plumb::diff {

namespace {

void add_lock_hazards(Step& step, const Effect& effect) {
    if (effect.rewrites) step.hazards.push_back(Hazard::rewrites_table);
    if (effect.scans) step.hazards.push_back(Hazard::scans_table);
    bool long_lock = effect.rewrites || effect.scans;
    if (long_lock && effect.lock >= Lock::share) step.hazards.push_back(Hazard::blocks_writes);
    if (long_lock && effect.lock == Lock::access_exclusive) step.hazards.push_back(Hazard::blocks_reads);
}

}  // namespace

Script::Script(const Fates& fates) : fates_(fates) {
    for (Index j = 0; j < static_cast<Index>(fates.to.objects.size()); ++j)
        if (fates.to.objects[j].whole == none && fates.made(j)) fresh_.insert(fates.to.objects[j].identity);
    for (Index i = 0; i < static_cast<Index>(fates.from.objects.size()); ++i)
        if (fates.from.objects[i].kind->fires_on && !fates.gone(i)) watchers_.push_back(i);
}

void Script::add(Verb verb, const Object& object, const Catalog& catalog, std::string sql, const Effect& effect) {
    Step step{.verb = verb, .kind = object.kind->name, .identity = object.identity, .sql = std::move(sql), .place = object.place};
    step.commits_after = effect.commits_after;
    Index root = catalog.find(object.kind, object.identity);
    if (root != none) root = catalog.root(root);
    step.shared = root != none && catalog.objects[root].kind->shared != Shared::no;
    bool of_others =
        object.whole == none && object.kind->governed_by != Governs::nothing;  // what is on schema public, default privileges
    bool fresh = &catalog == &fates_.to && root != none && !of_others && fates_.made(root);
    if (effect.lock != Lock::none && root != none && !fresh) step.locks.push_back({catalog.objects[root].identity, effect.lock});
    if (effect.lock != Lock::none && !object.also_locks.empty() && verb != Verb::alter && !makes(object.also_locks) &&
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
    bool watched = std::ranges::any_of(watchers_, [&](Index watcher) {
        return fates_.from.objects[watcher].kind->fires_on(fates_.from.objects[watcher], step.sql);
    });
    if (watched && !(root != none && catalog.objects[root].kind->fires_on)) step.hazards.push_back(Hazard::fires_triggers);
    steps.push_back(std::move(step));
}

}  // namespace plumb::diff
