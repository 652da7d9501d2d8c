// The observer must see every difference and no order: tables of dumps.
#include "tests/observer.hpp"
#include "tests/catch.hpp"

using plumb::tests::normalised;

namespace {

std::string entry(const std::string& heading, const std::string& body) {
    return "\n--\n-- " + heading + "\n--\n\n" + body + "\n\n";
}

std::string table(const std::string& body) { return entry("Name: t; Type: TABLE; Schema: public; Owner: postgres", body); }

}  // namespace

TEST_CASE("observer: what is a set to PostgreSQL has no order") {
    struct {
        const char* what;
        std::string one, other;
    } pairs[] = {
        {"columns",
         table("CREATE TABLE t (\n    a integer,\n    b text DEFAULT 'x,\n    y'::text,\n    CONSTRAINT c CHECK (((a > 0) AND (a "
               "< 9)))\n);"),
         table("CREATE TABLE t (\n    CONSTRAINT c CHECK (((a > 0) AND (a < 9))),\n    b text DEFAULT 'x,\n    y'::text,\n    a "
               "integer\n);")},
        {"statements behind a table",
         table("CREATE TABLE t (\n    a integer\n);\nALTER TABLE t REPLICA IDENTITY FULL;\n\n\nALTER TABLE t OWNER TO x;"),
         table("CREATE TABLE t (\n    a integer\n);\n\n\nALTER TABLE t OWNER TO x;\nALTER TABLE t REPLICA IDENTITY FULL;")},
        {"storage parameters", table("CREATE TABLE t (\n    a integer\n)\nWITH (fillfactor='7', autovacuum_enabled='false');"),
         table("CREATE TABLE t (\n    a integer\n)\nWITH (autovacuum_enabled='false', fillfactor='7');")},
        {"grants",
         entry("Name: TABLE t; Type: ACL; Schema: public; Owner: x",
               "GRANT SELECT ON TABLE t TO a;\nGRANT SELECT ON TABLE t TO b;"),
         entry("Name: TABLE t; Type: ACL; Schema: public; Owner: x",
               "GRANT SELECT ON TABLE t TO b;\nGRANT SELECT ON TABLE t TO a;")},
        {"entries",
         entry("Name: a; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA a;") +
             entry("Name: b; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA b;"),
         entry("Name: b; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA b;") +
             entry("Name: a; Type: SCHEMA; Schema: -; Owner: x", "CREATE SCHEMA a;")},
    };
    for (const auto& pair : pairs) {
        INFO(pair.what);
        CHECK(normalised(pair.one) == normalised(pair.other));
    }
}

TEST_CASE("observer: what means something differs") {
    auto view = [](const std::string& body) { return entry("Name: v; Type: VIEW; Schema: public; Owner: x", body); };
    auto space = [](const std::string& name) { return "\nSET default_tablespace = " + name + ";\n"; };
    struct {
        const char* what;
        std::string one, other;
    } pairs[] = {
        {"the type of a column", table("CREATE TABLE t (\n    a integer\n);"), table("CREATE TABLE t (\n    a bigint\n);")},
        {"columns of a view in another order", view("CREATE VIEW v AS\n SELECT 1 AS a,\n    2 AS b;"),
         view("CREATE VIEW v AS\n SELECT 2 AS b,\n    1 AS a;")},
        {"an owner", table("CREATE TABLE t ();\n\nALTER TABLE t OWNER TO a;"),
         table("CREATE TABLE t ();\n\nALTER TABLE t OWNER TO b;")},
        {"a tablespace", space("''") + table("CREATE TABLE t ();"), space("fast") + table("CREATE TABLE t ();")},
        {"order of parents", table("CREATE TABLE t (\n    a integer\n)\nINHERITS (p, q);"),
         table("CREATE TABLE t (\n    a integer\n)\nINHERITS (q, p);")},
    };
    for (const auto& pair : pairs) {
        INFO(pair.what);
        CHECK(normalised(pair.one) != normalised(pair.other));
    }
}

TEST_CASE("observer: a check that prints differently after one load is the same check") {
    plumb::tests::Server server;
    auto one = server.create(), other = server.create(), third = server.create();
    auto check = [&](const std::string& database, const std::string& condition) {
        REQUIRE(server.sql(database, "create table t (s varchar(10) constraint c check (" + condition + "))").exit == 0);
        return plumb::tests::structure(server, database);
    };
    auto written = check(one, "s in ('x', 'y')");
    auto printed = check(other, "(s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])");
    auto different = check(third, "s in ('x', 'z')");
    CHECK(written != printed);
    CHECK(difference(server, written, printed).empty());
    CHECK_FALSE(difference(server, written, different).empty());
}
