// A plan as files of goose: VERSION_words.sql with both ways.
#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

const Syntax own{.comments = {"+goose"}};

/// Between the marks goose does not look for the ends of statements.
std::string section(const std::string& way, const std::string& head, const Run& run, bool transaction) {
    std::string out = "-- +goose " + way + "\n" + head;
    for (const auto& one : scripts(run, transaction, own))
        out += "\n-- +goose StatementBegin\n" + one + "-- +goose StatementEnd\n";
    return out;
}

}  // namespace

Files goose(const Plan& plan, const Present& present) {
    Files out;
    Versions versions(leading_numbers(present), "", present.now);
    for (const auto& one : migrations(plan)) {
        // It has one word for both ways.
        bool transaction = one.up.fits_one_transaction() && one.down.fits_one_transaction();
        out[versions.next() + "_" + one.name + ".sql"] = (transaction ? "" : "-- +goose NO TRANSACTION\n") +
                                                         section("Up", one.head, one.up, transaction) + "\n" +
                                                         section("Down", one.down_head, one.down, transaction);
    }
    return out;
}

}  // namespace plumb::emit
