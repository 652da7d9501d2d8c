// Statements that need a superuser but run no code of the files: the loader, which is none, gets them done all the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/connection.hpp"

namespace plumb::introspect {

/// How a statement that PostgreSQL refuses to the loader may be run after all.
enum class Elevation {
    none,       ///< not at all: it truly needs a superuser, or could make one of the loader
    loader,     ///< the loader is a superuser while it runs
    new_owner,  ///< the new owner is a superuser while it runs: it must otherwise be allowed to create in the schema
    extension,  ///< as the superuser itself, so that no member of the extension is the loader's
    leakproof,  ///< made without LEAKPROOF, which is then added
};

/// Decides by the statement's tokens. Its first keywords are what PostgreSQL's grammar tells statements apart by.
Elevation elevation(const std::string& sql);

/// Whether a statement begins with these keywords, upper case.
bool begins(const std::string& sql, const std::vector<std::string_view>& words);

/// Elevates on the connection that the loader has, inside its transaction where it is in one. Owns no connection.
class Elevator {
public:
    /// admin: of the superuser, to any database of the server.
    Elevator(Connection& admin, Connection& loader, std::string loader_name, std::string superuser_name)
        : admin_(admin), loader_(loader), loader_name_(std::move(loader_name)), superuser_name_(std::move(superuser_name)) {}

    /// Runs one statement; first as the loader.
    void run(const std::string& sql);
    /// Runs one statement that the loader was refused. Throws `refusal` where there is no other way.
    void run_elevated(const std::string& sql, const Error& refusal);

private:
    Connection& admin_;
    Connection& loader_;
    std::string loader_name_;
    std::string superuser_name_;

    void promote_and_run(const std::string& sql, Elevation how, const Error& refusal);
    void create_extension(const std::string& sql, const Error& refusal);
    void create_leakproof(const std::string& sql);
};

/// Whether the statement labels something for a provider.
bool is_label(const std::string& sql);

/// Sets the label of a provider that this server has not loaded, as it would.
void label(Connection& superuser, const std::string& sql);

/// Whether a notice says that GRANT or REVOKE did less than they were told: a superuser would have done it.
bool is_withheld(const PGresult* notice);

}  // namespace plumb::introspect
