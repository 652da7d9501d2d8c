// A plan as formatted SQL of Liquibase: a file with one change set per migration.
#include <algorithm>
#include <regex>
#include <sstream>

#include "emit/migrations.hpp"

namespace plumb::emit {

namespace {

bool is_mark(std::string_view line) {
    static const std::regex words(
        R"(\s*(-+\s*(changeset|rollback|property|preconditions?|comments?|validchecksum|ignore(lines)?|liquibase)\b|/\*\s*liquibase).*)",
        std::regex::icase);
    return std::regex_match(line.begin(), line.end(), words);
}

/// ${x} is a parameter of the change log, ${:x} the text ${x}.
std::string protect(const std::string& sql) {
    auto out = protected_from(sql, is_mark);
    for (std::size_t at = 0; (at = out.find("${", at)) != std::string::npos; at += 3) out.insert(at + 2, ":");
    return out;
}

std::string rollback(const Migration& one) {
    std::istringstream lines(script(one.down, true, protect));
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
                             script(one.up, transaction, protect) + "\n" + rollback(one);
    }
    return out;
}

}  // namespace plumb::emit
