// Which files are read, in which order, and what is wrong with them.
#include "tests/catch.hpp"
#include "tests/source_folder.hpp"

using namespace plumb;
using namespace plumb::tests;

namespace {

/// The names of the tables and schemas, in order.
std::string declared(const std::vector<std::string>& paths) {
    std::string out;
    for (const auto& statement : introspect::read_files(paths).statements)
        out += (out.empty() ? "" : " ") + statement.names[0].object;
    return out;
}

}  // namespace

TEST_CASE("source: folders and globs are read sorted by path") {
    Folder folder;
    folder.write("b.sql", "create table b ();");
    folder.write("a/z.sql", "create table az ();");
    folder.write("a/deep/y.sql", "create table ady ()");
    folder.write("c.txt", "not SQL");
    folder.write(".hidden.sql", "create table hidden ();");
    CHECK(declared({folder.path()}) == "ady az b");
    CHECK(declared({folder.path("b.sql"), folder.path("a")}) == "b ady az");
    CHECK(declared({folder.path("*.sql")}) == "b");
    CHECK(declared({folder.path("**/*.sql")}) == "ady az b");
    CHECK(declared({folder.path("a/**/y.sql")}) == "ady");
    CHECK(declared({folder.path("?")}) == "ady az");
}

TEST_CASE("source: \\ir is relative to its file, settings belong to the file that the user named") {
    Folder folder;
    folder.write("parts/one.sql", "create table one ();\n\\ir two.sql\ncreate table three ();\n");
    folder.write("parts/two.sql", "create table two ();");
    auto main = folder.write("main.sql", "set search_path = x;\n\\ir 'parts/one.sql'\n\\include_relative parts/two.sql\n");
    auto source = introspect::read_files({main});
    REQUIRE(source.files.size() == 4);
    REQUIRE(source.statements.size() == 5);
    CHECK(source.statements[1].names[0].object == "one");
    CHECK(source.statements[2].names[0].object == "two");
    CHECK(source.statements[3].names[0].object == "three");
    CHECK(source.statements[3].file == 1);
    CHECK(source.files[source.statements[3].file].top == 0);
    CHECK(place(source, source.statements[3]).file == folder.path("parts/one.sql"));
    CHECK(place(source, source.statements[3]).line == 3);
    CHECK(introspect::read_files({main, folder.path("parts/two.sql")}).files.back().top == 4);
}

TEST_CASE("source: \\i is relative to the working directory") {
    Folder folder;
    auto part = folder.write("part.sql", "create table part ();");
    CHECK(declared({folder.write("main.sql", "\\i " + part + "\n")}) == "part");
    auto error = error_of({folder.write("main.sql", "\n  \\i part.sql\n")});
    CHECK(std::string(error.what()) == "part.sql: No such file or directory");
    CHECK(error.place.line == 2);
    CHECK(error.place.column == 3);
}

TEST_CASE("source: a file that includes itself is refused") {
    Folder folder;
    folder.write("b.sql", "\\ir ./a.sql\n");
    auto error = error_of({folder.write("a.sql", "-- a\n\\ir b.sql\n")});
    CHECK(std::string(error.what()).starts_with("the file includes itself: "));
    CHECK(error.place.file == folder.path("b.sql"));
    CHECK(error.place.line == 1);
}

TEST_CASE("source: what cannot be read is named") {
    Folder folder;
    auto message = [&](const std::string& path) { return describe(error_of({path})); };
    auto missing = folder.path("missing.sql");
    CHECK(message(missing) == missing + ": error: No such file or directory\n");
    CHECK(message(folder.path("*.sql")) == folder.path("*.sql") + ": error: no file matches\n");
    folder.write("empty/readme.txt", "");
    CHECK(message(folder.path("empty")) == folder.path("empty") + ": error: the folder holds no .sql file\n");
    for (const char* text : {"", " \n\t\n", "\xEF\xBB\xBF\r\n"}) {
        auto error = error_of({folder.write("blank.sql", text)});
        CHECK(std::string(error.what()) == "the file is empty");
        CHECK(error.exit == Exit::error);
        CHECK(!error.hint.empty());
    }
    CHECK(introspect::read_files({folder.write("comment.sql", "-- nothing yet")}).statements.empty());
}

TEST_CASE("source: text that is not UTF-8 has a place") {
    using namespace std::string_literals;
    CHECK(complaint("create table a();\ncreate table b\0c();"s) == "2:15: the file holds a NUL byte");
    const char* invalid[] = {"\xFF", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\x80"};
    for (auto bytes : invalid) CHECK(complaint("-- äö " + std::string(bytes) + "\n") == "1:7: the file is not valid UTF-8");
    CHECK(source_of("-- ä € 😀 \xED\x9F\xBF\n").statements.empty());
}

TEST_CASE("source: a byte order mark and CRLF change no place") {
    auto source = source_of("\xEF\xBB\xBF-- x\r\ncreate table t (\r\n  a int\r\n);\r\n");
    REQUIRE(source.statements.size() == 1);
    auto first = place(source, source.statements[0]);
    CHECK(first.line == 2);
    CHECK(first.column == 1);
    CHECK(first.text == "create table t (");
    CHECK(place(source.files[0], source.statements[0].names[1].offset).line == 3);
}

TEST_CASE("source: places count characters, and a line with a password is not shown") {
    auto source = source_of("comment on table t is 'ä€';  create table \"ü\" (x nope);\n");
    REQUIRE(source.statements.size() == 2);
    CHECK(place(source, source.statements[1]).column == 30);
    CHECK(place(source, source.statements[1], 19).column == 48);
    CHECK(place(source, source.statements[1], 1000).column == 55);
    CHECK(place(source_of("create role r password 'secret';").files[0], 0).text.empty());
    CHECK(place(source_of("create subscription s connection 'host=a PassWord=b' publication p;").files[0], 0).text.empty());
    CHECK(!place(source_of("create table t (password text);").files[0], 0).text.empty());
}

TEST_CASE("source: a plain dump is read, a dump of another database or with data is refused") {
    auto source = source_of(
        "\\restrict abc\n"
        "SET statement_timeout = 0;\nSET client_encoding = 'UTF8';\nSELECT pg_catalog.set_config('search_path', '', false);\n"
        "\\connect other\nCREATE TABLE public.t (a integer);\n\\unrestrict abc\n");
    REQUIRE(source.statements.size() == 4);
    for (int i = 0; i < 3; ++i) CHECK(source.statements[static_cast<std::size_t>(i)].role == Role::sets);
    CHECK(complaint("create table t();\n\\c other\n") == "2:1: the file changes to another database");
    CHECK(complaint("CREATE TABLE t (a text);\nCOPY t (a) FROM stdin;\nit's\n\\.\n") ==
          "2:1: the data of a COPY is not a declaration");
}

TEST_CASE("source: commands of psql are followed, dropped or refused") {
    auto source = source_of("\\set ON_ERROR_STOP on\n\\echo hello; 'world\n\\timing\ncreate table t ();\n\\echo done");
    CHECK(source.statements.size() == 1);
    CHECK(complaint("\\set x 1\n") == "1:1: psql command \\set is not accepted in desired files");
    CHECK(complaint("create table t ();\n\\! rm -rf x\n") == "2:1: psql command \\! is not accepted in desired files");
    CHECK(complaint("create table t ()\n\\i x.sql\n") == "2:1: a psql command in the middle of a statement");
    CHECK(complaint("\\ir\n") == "1:1: \\ir needs the name of a file");
}
