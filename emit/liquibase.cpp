// A plan as formatted SQL of Liquibase: a file with one change set per migration.
#include <sstream>

#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

/// ${x} is a parameter of the change log, and there is no way to say that it is none.
const Syntax own{.comments = {"changeset", "rollback", "property", "precondition", "comment", "validchecksum", "ignore", "liquibase"},
                 .texts = {"${", atomic}};

std::string rollback(const Migration& one) {
    std::istringstream lines(script(one.down, true, own));
    std::string out;
    for (std::string line; std::getline(lines, line);) out += "--rollback " + line + "\n";
    return out;
}

}  // namespace

Files liquibase(const Plan& plan, const Present& present) {
    Files out;
    Versions versions(leading_numbers(present), "0001", present.now);
    for (const auto& one : migrations(plan)) {
        auto name = versions.next() + "_" + one.name;
        // It has one word for both ways.
        bool transaction = one.up.fits_one_transaction() && one.down.fits_one_transaction();
        out[name + ".sql"] = "--liquibase formatted sql\n\n--changeset plumb:" + name +
                             " splitStatements:false rollbackSplitStatements:false stripComments:false" +
                             (transaction ? "" : " runInTransaction:false") + "\n" + one.head + "\n" +
                             script(one.up, transaction, own) + "\n" + rollback(one);
    }
    return out;
}

}  // namespace plumb::emit
