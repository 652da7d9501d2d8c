// A server for what is no database's own: roles, and how the database is set.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/model/catalog.hpp"
#include "engine/model/source.hpp"
#include "introspect/embedded.hpp"
#include "introspect/scratch.hpp"

namespace plumb::introspect {

/// Roles have here what they are to have, superusers among them, and nobody can do anything with it: nothing ever runs here but the
/// statements about roles and the database, which call no code. On the scratch, where code of the files does run, the same roles are names
/// without any power. Its superuser goes by the name that the target's has, and its only database by that of the target's.
class Cluster {
public:
    Cluster(const Surroundings& surroundings, Managed managed);

    /// Runs one statement about roles or the database as the superuser. Throws Error.
    void run(const std::string& sql);
    /// What is managed here, as the user of the target sees it.
    Catalog read();

    /// Makes those roles of the target that the files do not make.
    void make_stand_ins(const Source& source);
    /// The database has this name from now on.
    void call_database(const std::string& name);
    /// As on the target, the user owns what nobody else is given.
    void give_database_to_user();
    const std::string& superuser() const { return superuser_; }
    const Surroundings& surroundings() const { return surroundings_; }

private:
    std::string name(const std::string& text) const;

    Surroundings surroundings_;
    Managed managed_;
    std::string superuser_;
    std::string database_;
    std::optional<Embedded> server_;
    std::optional<Connection> admin_;  ///< to another database, so that this one can be renamed
};

/// Has a cluster say what the files declare of it. `at` gives an error the place of a statement.
void load(Cluster& cluster, const Source& source, const std::function<Error(std::size_t, const Error&)>& at,
          const std::function<void(std::size_t, const std::string&)>& warn);

/// Those objects of a catalog that are no database's own, with the dependencies between them.
Catalog shared_part(const Catalog& catalog);
/// Adds them to the catalog of a database.
void add(Catalog& catalog, const Catalog& shared);

}  // namespace plumb::introspect
