// What a directive says, and what it is bound to.
#include "tests/catch.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// "object/element" that the only directive is bound to, "file" for the file.
std::string bound(const std::string& text) {
    auto source = source_of(text);
    REQUIRE(source.directives.size() == 1);
    const auto& directive = source.directives[0];
    if (directive.statement < 0) return "file";
    const auto& name =
        source.statements.at(static_cast<std::size_t>(directive.statement)).names.at(static_cast<std::size_t>(directive.name));
    return name.object + (name.element.empty() ? "" : "/" + name.element);
}

}  // namespace

TEST_CASE("source: directives bind to the element after them or on their line") {
    struct Case {
        const char* text;
        const char* bound;
    };
    const Case cases[] = {
        {"-- plumb: unmanaged\ncreate table t (a int);", "t"},
        {"create table s ();\n-- plumb: unmanaged\n-- words\n\ncreate table t (a int);", "t"},
        {"create table s (); -- plumb: unmanaged\ncreate table t (a int);", "s"},
        {"create table s (\n  a int\n); -- plumb: unmanaged\ncreate table t (a int);", "s"},
        {"create table s (\n  a int\n) -- plumb: unmanaged\n;create table t (a int);", "s"},
        {"create table s ( -- plumb: unmanaged\n  a int\n);", "s"},
        {"create table s (a int) -- plumb: unmanaged", "s"},
        {"create table t (\n  a int,\n  -- plumb: using a::text\n  b text\n);", "t/b"},
        {"create table t (\n  a int, -- plumb: using a::int\n  b text\n);", "t/a"},
        {"create table t (\n  a int,\n  b text -- plumb: using b\n);", "t/b"},
        {"create table t (\n  a int\n    not null, -- plumb: using a\n  b text\n);", "t/a"},
        {"create table t (\n  a int constraint c check (a > 0), -- plumb: using a\n  b text\n);", "t/a"},
        {"create table t (\n  a int\n    constraint c check (a > 0), -- plumb: unmanaged\n  b text\n);", "t/c"},
        {"create table t (\n  a int,\n  -- plumb: unmanaged\n  constraint c check (a > 0)\n);", "t/c"},
        {"create table t (a int, /* plumb: using b */ b int);", "t/b"},
        {"/* plumb: unmanaged */ create table t (a int);", "t"},
        {"/* words */ -- plumb: unmanaged\ncreate table t (a int);", "t"},
        {"create table s ();\n/* two\n lines */ -- plumb: unmanaged\ncreate table t (a int);", "t"},
        {"-- plumb: unmanaged\nalter table only t\n  add constraint c unique (a);", "t/c"},
        {"alter table t add column a int; -- plumb: using 1", "t/a"},
        {"-- plumb: using 1\nalter table t alter a type int;", "t/a"},
        {"-- plumb: unmanaged\nalter table t owner to x;", "t"},
        {"--PLUMB:Depends   On s.f()\ncreate view v as select 1;", "v"},
        {"create view v as\n  select a -- plumb: depends on t\n  from t;", "v"},
        {"-- plumb: unmanaged\r\ncreate table t (a int);\r\n", "t"},
        {"-- plumb: intent Words\ncreate table t ();", "t"},
        {"-- plumb: intent Words\ninsert into t values (1);", "t"},
        {"-- plumb: intent Words\n\ncreate table t ();", "file"},
        {"-- plumb: intent Words\n-- more\n\ncreate table t ();", "file"},
        {"-- plumb: intent Words", "file"},
        {"create table s ();\n-- plumb: intent Words\n\ncreate table t ();", "t"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(bound(text) == expected);
    }
}

TEST_CASE("source: directives keep their words and place") {
    auto source = source_of(
        "-- plumb: intent Customers can ship,  elsewhere \ncreate table t (\n  a int  -- plumb: using (a::text || 'x')::int\n);");
    REQUIRE(source.directives.size() == 2);
    CHECK(source.directives[0].ask == Ask::intent);
    CHECK(source.directives[0].text == "Customers can ship,  elsewhere");
    CHECK(source.directives[1].ask == Ask::using_);
    CHECK(source.directives[1].text == "(a::text || 'x')::int");
    CHECK(source.directives[1].place.line == 3);
    CHECK(source.directives[1].place.column == 10);
}

TEST_CASE("source: directives inside an included file stay there") {
    Folder folder;
    folder.write("part.sql", "create table p ();\n-- plumb: unmanaged\ncreate table q ();");
    auto source = introspect::read_files({folder.write("main.sql", "\\ir part.sql\n-- plumb: unmanaged\ncreate table t ();")});
    REQUIRE(source.directives.size() == 2);
    CHECK(source.directives[0].statement == 1);
    CHECK(source.directives[1].statement == 2);
}

TEST_CASE("source: other comments are no directives") {
    CHECK(source_of("-- plumb lines\n-- plumbing: x\n-- see plumb: x\n/* x\n-- plumb: nonsense */\n"
                    "comment on table t is '-- plumb: nonsense';\n"
                    "create function f() returns int language sql as $$ -- plumb: nonsense\n select 1 $$;")
              .directives.empty());
}

TEST_CASE("source: a directive that cannot act is an error") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"-- plumb: rename a\ncreate table t ();", "1:1: unknown directive `rename a`"},
        {"-- plumb:\ncreate table t ();", "1:1: unknown directive ``"},
        {"-- plumb: unmanagedly\ncreate table t ();", "1:1: unknown directive `unmanagedly`"},
        {"-- plumb: intent\ncreate table t ();", "1:1: directive `intent` needs something after it"},
        {"-- plumb: unmanaged for now\ncreate table t ();", "1:1: directive `unmanaged` takes nothing after it"},
        {"create table t ();\n-- plumb: unmanaged\n", "2:1: the directive binds to nothing: nothing follows it"},
        {"create table t ();\n-- plumb: intent x\n", "2:1: the directive binds to nothing: nothing follows it"},
        {"create table t (\n  a int\n  -- plumb: unmanaged\n);",
         "3:3: the directive binds to nothing: no column or constraint follows it in this statement"},
        {"create table t (\n  a int,\n  -- plumb: unmanaged\n  unique (a),\n  b int\n);",
         "3:3: the directive binds to nothing: the element has no name"},
        {"-- plumb: unmanaged\nset work_mem = 1;", "1:1: the directive binds to nothing: the statement declares nothing"},
        {"-- plumb: unmanaged\nbegin;\ncreate table t ();",
         "1:1: the directive binds to nothing: the statement declares nothing"},
        {"-- plumb: unmanaged\n\\echo x\ncreate table t ();",
         "1:1: the directive binds to nothing: the statement declares nothing"},
        {"-- plumb: unmanaged\ninsert into t values (1);",
         "1:1: the directive binds to nothing: the statement declares no object by name"},
        {"-- plumb: unmanaged\ncreate index on t (a);",
         "1:1: the directive binds to nothing: the statement declares no object by name"},
        {"-- plumb: using a\ncreate view v as select 1;",
         "1:1: the directive binds to nothing: `using` is about the type of a column, or about an enum"},
    };
    for (const auto& [text, message] : cases) {
        INFO(text);
        CHECK(complaint(text) == message);
    }
}
