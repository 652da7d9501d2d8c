// A plan as files of golang-migrate: VERSION_words.up.sql and VERSION_words.down.sql, each sent to the server as a whole.
#include "emit/migrations.hpp"

namespace plumb::emit {

Files golang_migrate(const Plan& plan, const Present& present) {
    Files out;
    Versions versions(leading_numbers(present), "", present.now);
    for (const auto& one : migrations(plan)) {
        auto name = versions.next() + "_" + one.name;
        out[name + ".up.sql"] = one.head + "\n" + script(one.up, false);
        out[name + ".down.sql"] = one.down_head + "\n" + script(one.down, false);
    }
    return out;
}

}  // namespace plumb::emit
