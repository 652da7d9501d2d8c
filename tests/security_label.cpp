// Security labels of a provider that the scratch has not loaded, and cannot.
#include "tests/catch.hpp"
#include "tests/command.hpp"

using namespace plumb;
using namespace plumb::tests;

TEST_CASE("labels are compared and rehearsed without their provider", "[command]") {
    Target target(
        "create table t (a int); create view v as select 1;"
        "insert into pg_seclabel select 't'::regclass, 'pg_class'::regclass, 1, 'guard', 'secret';"
        "insert into pg_seclabel select 'v'::regclass, 'pg_class'::regclass, 0, 'guard', 'open'");
    auto labels = [](const std::string& column, const std::string& view) {
        return file("labels.sql",
                    "CREATE TABLE t (a int);\nCREATE VIEW v AS SELECT 1;\nSECURITY LABEL FOR guard ON COLUMN t.a IS " + column +
                        ";\nSECURITY LABEL FOR 'guard' ON VIEW v IS " + view + ";\n");
    };
    for (const std::vector<std::string>& trust : {std::vector<std::string>{}, {"--trust-files"}}) {
        auto diff = [&](const std::string& file) {
            auto words = trust;
            words.insert(words.begin(), {file, "--format", "sql"});
            return target.plumb("diff", words);
        };
        auto same = diff(labels("'secret'", "'open'"));
        INFO(same.out << same.err);
        CHECK(same.exit == 0);
        auto changed = diff(labels("'top''s'", "NULL"));
        INFO(changed.out << changed.err);
        CHECK(changed.exit == 2);
        CHECK(changed.out.find("Proven: both") != std::string::npos);
        CHECK(changed.out.find("SECURITY LABEL FOR guard ON COLUMN public.t.a IS 'top''s';") != std::string::npos);
        CHECK(changed.out.find("SECURITY LABEL FOR guard ON VIEW public.v IS NULL;") != std::string::npos);
    }
}

TEST_CASE("so are the labels of roles and of the database", "[command][roles]") {
    Target target(
        "create role plumb_labelled;"
        "insert into pg_shseclabel select 'plumb_labelled'::regrole, 'pg_authid'::regclass, 'guard', 'secret';"
        "insert into pg_shseclabel select oid, 'pg_database'::regclass, 'guard', 'open' from pg_database where datname = current_database()");
    auto config = file("labels.toml", "[manage]\nroles = true\ndatabase = true\n");
    auto diff = [&](const std::string& role, const std::string& database) {
        auto labels = file("labels.sql", "CREATE ROLE plumb_labelled;\nSECURITY LABEL FOR guard ON ROLE plumb_labelled IS " + role +
                                             ";\nSECURITY LABEL FOR guard ON DATABASE " + target.name + " IS " + database + ";\n");
        return target.plumb("diff", {labels, "--config", config, "--format", "sql"});
    };
    auto same = diff("'secret'", "'open'");
    INFO(same.out << same.err);
    CHECK(same.exit == 0);
    auto changed = diff("'top'", "NULL");
    INFO(changed.out << changed.err);
    CHECK(changed.out.find("Proven: both") != std::string::npos);
    CHECK(changed.out.find("SECURITY LABEL FOR guard ON ROLE plumb_labelled IS 'top';") != std::string::npos);
    CHECK(changed.out.find("SECURITY LABEL FOR guard ON DATABASE " + target.name + " IS NULL;") != std::string::npos);
    target.ask("drop role plumb_labelled");
}
