// The scratch: a private PostgreSQL that elaborates desired files and rehearses plans.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/connection.hpp"
#include "engine/model/source.hpp"

namespace plumb::introspect {

/// What the scratch takes over from the target, so that both sides of a comparison speak the same words.
struct Surroundings {
    int server_version = 0;          ///< 0: any
    std::string user;                ///< role that Plumb connects with, unquoted: owns what no file gives to another
    std::vector<std::string> roles;  ///< roles of the target, unquoted
    std::vector<std::pair<std::string, std::string>> memberships;  ///< (role, member of it)
    std::string encoding = "UTF8";
    std::string collate = "C.UTF-8";
    std::string ctype = "C.UTF-8";
    char provider = 'c';  ///< pg_database.datlocprovider
    std::string icu_locale;
    std::vector<std::string> collations;   ///< those of the target's operating system, unquoted
    std::vector<std::string> tablespaces;  ///< other than PostgreSQL's own, unquoted
    std::vector<std::string> extensions;   ///< those of the database, unquoted
    std::string system;                    ///< what tells its cluster from others; empty where it does not tell
    std::string database;   ///< its name, unquoted; empty where there is none
    std::string superuser;  ///< the role that initdb made there, unquoted
    std::vector<std::pair<std::string, std::string>>
        settings;  ///< in force for `user` there and of consequence for what SQL means: TimeZone ...
};

/// Reads them from the target.
Surroundings surroundings(Connection& target);

class Cluster;

/// Owns the server (embedded) or the databases it made on a foreign one (--scratch URL); both are gone when it is destroyed,
/// and soon after the process dies, however it dies.
class Scratch {
public:
    /// url empty: the embedded server of the best fitting version. trust: superuser statements of the files may run. key: of what
    /// `park` may have kept; it must tell apart all that the scratch is made from. most: the time that all work on the scratch may
    /// take, as the files may compute without end.
    /// managed: what the scratch elaborates and rehearses of the server's own, on a cluster that is nothing but that.
    Scratch(const std::string& url, const Surroundings& surroundings, bool trust, const std::string& key = "",
            std::chrono::milliseconds most = std::chrono::minutes(15), Managed managed = {});
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Creates an empty database with the target's encoding and locale, owned by the loader. Returns its name.
    std::string create_database();
    /// Copies a database that nobody is connected to. Returns the new name.
    std::string clone(const std::string& database);
    void drop(const std::string& database);
    /// The database that `park` kept under the key; empty when there is none.
    const std::string& parked() const;
    /// Keeps the database for the next scratch of this key, where that is possible. No session may be open.
    void park(const std::string& database);
    /// Connects as the loader, a role of the user's name that is no superuser.
    Connection connect(const std::string& database);
    /// What leads to a session like that, which the time for all work does not end.
    std::string loader_conninfo(const std::string& database) const;
    /// Connects as the superuser: for statements that need one and run no user code.
    Connection connect_as_superuser(const std::string& database);
    /// Runs one statement on a connection of the loader, in its transaction where it is in one. What needs a superuser but runs
    /// no code of the files (an owner without rights on the schema, an untrusted extension, a publication of all tables ...) is
    /// run all the same.
    void execute(Connection& loader, const std::string& sql);
    /// Makes a role that only the files know, unless there is such a role.
    void add_role(const std::string& role);
    /// Whether it knows of a target; else it takes any role that files name for one of that.
    bool has_target() const;
    /// Makes a stand-in for a collation that only the target's operating system has; false when the target has none of this name
    /// either.
    bool add_collation(const std::string& database, const std::string& collation);

    /// Where what is managed of the server's own is elaborated and rehearsed; nullptr where nothing of that is.
    Cluster* cluster();
    /// A new one, for files to say what is on it.
    Cluster* fresh_cluster();

    int server_version() const;
    /// Those extensions of the target, and of the files unless `source` is nullptr, that the server does not offer.
    std::vector<std::string> lacks(const Source* source);
    bool embedded() const;  ///< the server is ours
    bool trusts() const;  ///< whether superuser statements of the files may run
    /// Whether code on a server of ours could reach the network, because this system does not let us cut it off.
    bool reaches_out() const;
    /// Why the server of the scratch is gone, as far as is known; empty while it runs.
    std::string why_ended() const;
    std::vector<std::string> warnings() const;  ///< e.g. that only another major version was found; more may come with each load
    void warn(const std::string& warning);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// An INSERT that was loaded.
struct Inserted {
    std::size_t statement = 0;  ///< index into Source::statements
    std::string transaction;    ///< what its rows have as xmin
    std::string table;          ///< quoted and schema-qualified
};

/// What a load tells besides what the database then holds.
struct Loaded {
    std::vector<std::size_t> unchecked;  ///< statements that make functions whose bodies are wrong, which is no error where the file switches the check off
    std::vector<Inserted> inserted;      ///< in the order in which they ran
};

/// Loads desired statements into an empty database: in file order; what fails for a missing name is put off and tried again after
/// the rest. Throws Error with the place of the statement, a caret and PostgreSQL's own words.
Loaded load(Scratch& scratch, const std::string& database, const Source& source);

}  // namespace plumb::introspect
