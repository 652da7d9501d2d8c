// Says whether two databases are the same, by pg_dump: an observer that does not share Plumb's eyes.
#pragma once

#include <string>
#include <vector>

#include "tests/server.hpp"

namespace plumb::tests {

/// The system catalogs of a database, as text without OIDs and without Plumb's own schemas: tests/catalogs.sql.
std::string catalogs(const Server& server, const std::string& database);

/// The schema of a database as `pg_dump -s` prints it, without Plumb's own schemas; its catalogs where pg_dump is too old.
std::string structure(const Server& server, const std::string& database);

/// A dump in one order of many: entries sorted, and inside an entry what is a set to PostgreSQL (columns of a table, grants,
/// options).
std::string normalised(const std::string& dump);

/// Empty when both dumps stand for the same schema, at once or after one more load and dump of both, since printed text is no
/// fixpoint. Otherwise what differs, as `diff -u` prints it.
std::string difference(Server& server, const std::string& expected, const std::string& actual);

/// The rows of all tables and the values of all sequences that both databases have, each with its common columns by name, sorted.
struct Rows {
    std::string first;
    std::string second;
};

/// Leaves out the columns named as `schema.table.column`, unquoted.
Rows rows(const Server& server, const std::string& first, const std::string& second,
          const std::vector<std::string>& without = {});

/// Two texts as `diff -u` compares them; empty when they are equal.
std::string unified_diff(const Server& server, const std::string& expected, const std::string& actual);

}  // namespace plumb::tests
