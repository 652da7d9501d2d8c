// Replays the SET statements of the files.
#include "introspect/session.hpp"

#include <algorithm>

namespace plumb::introspect {

Session::Session(const Source& source) : source_(source), sets_(source.files.size()) {
    for (std::size_t i = 0; i < source.statements.size(); ++i) {
        const auto& statement = source.statements[i];
        if (statement.role == Role::sets) sets_[source.files[statement.file].top].push_back(i);
    }
}

void Session::enter(std::vector<Group>& groups, std::size_t statement) {
    auto top = source_.files[source_.statements[statement].file].top;
    const auto& sets = sets_[top];
    auto wanted = static_cast<std::size_t>(std::lower_bound(sets.begin(), sets.end(), statement) - sets.begin());
    if (top != top_ || wanted < count_) {
        groups.push_back({{"RESET ALL"}, housekeeping});
        count_ = 0;
    }
    for (; count_ < wanted; ++count_) groups.push_back({{source_.statements[sets[count_]].sql}, housekeeping});
    top_ = top;
}

void Session::passed(std::size_t statement) {
    if (source_.statements[statement].role == Role::sets) ++count_;
}

std::string warning_at(const Place& place, const std::string& message) {
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + message;
}

}  // namespace plumb::introspect
