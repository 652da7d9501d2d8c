// How a server is reached, and names as it takes them.
#pragma once

#include <map>
#include <string>

#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// libpq's connection parameters by keyword.
using Parameters = std::map<std::string, std::string>;

/// The parameters that a connection string gives, those of the environment left out. Throws Error where it cannot be read.
Parameters parameters(const std::string& conninfo);

/// The connection string for a database.
std::string conninfo(const Parameters& parameters, const std::string& database);

/// A name as an identifier, and a text as a literal, by libpq's own rules.
std::string identifier(const Connection& connection, const std::string& name);
std::string literal(const Connection& connection, const std::string& text);

/// Access to the server of a scratch.
struct Access {
    Parameters superuser;
    Parameters loader;
    std::string superuser_name;
    std::string loader_name;
    std::string maintenance = "postgres";   ///< a database to create others from
    std::string prefix = "plumb_scratch_";  ///< of the names of databases
    bool elevates = true;                   ///< the server is ours: its roles may be superusers for the time of a statement
};

}  // namespace plumb::introspect
