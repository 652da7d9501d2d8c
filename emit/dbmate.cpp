// A plan as files of dbmate: VERSION_words.sql with both ways, each sent to the server as a whole.
#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

const Syntax own{.comments = {"migrate:"}};

std::string section(const std::string& way, const std::string& head, const Run& run) {
    return "-- migrate:" + way + (run.fits_one_transaction() ? "" : " transaction:false") + "\n" + head + "\n" +
           script(run, true, own);
}

}  // namespace

Files dbmate(const Plan& plan, const Present& present) {
    Files out;
    Versions versions(leading_numbers(present), "", present.now);
    for (const auto& one : migrations(plan))
        out[versions.next() + "_" + one.name + ".sql"] =
            section("up", one.head, one.up) + "\n" + section("down", one.down_head, one.down);
    return out;
}

}  // namespace plumb::emit
