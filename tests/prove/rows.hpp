// Generated rows: what fills a database, and what of it a plan may change.
#pragma once

#include <string>
#include <vector>

#include "tests/server.hpp"

namespace plumb::tests {

/// Fills every table with up to `many` random rows that its constraints accept: tests/prove/rows.sql. The seed decides which.
void fill(const Server& server, const std::string& database, int seed, int many);

/// Columns, as schema.table.column of `old`, whose values no rollback of the last deployment brings back, as its plan says.
std::vector<std::string> lossy_columns(const Server& server, const std::string& database, const std::string& old);

/// Columns, as schema.table.column, whose values need not be the same in both databases: of another type there, or computed.
std::vector<std::string> converted_columns(const Server& server, const std::string& first, const std::string& second);

/// A word for what rows lack to be what is desired, out of PostgreSQL's words for it; empty where these say nothing of rows.
std::string lacking(const std::string& message);

}  // namespace plumb::tests
