// Generated rows: what fills a database, and what of it a plan may change.
#pragma once

#include <string>
#include <vector>

#include "tests/server.hpp"

namespace plumb::tests {

/// Fills every table with a few random rows that its constraints accept: tests/prove/rows.sql. The seed decides which.
void fill(const Server& server, const std::string& database, int seed);

/// The tables that the step is about at which the last deployment failed.
std::vector<std::string> refusing_tables(const Server& server, const std::string& database);
/// Takes all rows out of tables, and of those that refer to them.
void empty(const Server& server, const std::string& database, const std::vector<std::string>& tables);

/// Columns, as schema.table.column of `old`, whose values a rollback does not bring back or may change, as the plan says; with their sequences.
std::vector<std::string> lossy_columns(const Server& server, const std::string& database, const std::string& old);

/// Columns, as schema.table.column, whose values need not be the same in both databases: of another type there, or computed.
std::vector<std::string> converted_columns(const Server& server, const std::string& first, const std::string& second);

/// A word for what rows lack to be what is desired, out of PostgreSQL's words for it; empty where these say nothing of rows.
std::string lacking(const std::string& message);

}  // namespace plumb::tests
