// Roles and the database itself, where nothing else is.
#include "introspect/cluster.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "introspect/access.hpp"
#include "introspect/elevate.hpp"
#include "introspect/read.hpp"
#include "introspect/words.hpp"

namespace plumb::introspect {

namespace {

constexpr const char* elsewhere = "template1";

Parameters parameters_of(const Embedded& server, const std::string& user) {
    // No PG* variable of the caller may lead elsewhere.
    return {{"host", server.folder()},
            {"hostaddr", ""},
            {"port", "5432"},
            {"options", ""},
            {"password", ""},
            {"sslmode", "disable"},
            {"channel_binding", "prefer"},
            {"target_session_attrs", "any"},
            {"user", user}};
}

std::set<std::string> made_by(const Source& source) {
    std::set<std::string> out;
    for (const auto& statement : source.statements)
        if (statement.node == "CreateRoleStmt") out.insert(statement.names.at(0).object);
    return out;
}

bool is_shared(const Catalog& catalog, Index object) { return catalog.objects[catalog.root(object)].kind->shared != Shared::no; }

/// Appends those objects for which `wanted` holds; objects named alike that are there stay.
template <typename Wanted>
void append(Catalog& to, const Catalog& from, Wanted wanted) {
    std::vector<Index> positions(from.objects.size(), none);
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        if (!wanted(i)) continue;
        positions[i] = static_cast<Index>(to.objects.size());
        to.objects.push_back(from.objects[i]);
    }
    auto at = [&](Index i) { return i == none ? none : positions[i]; };
    for (Index i = 0; i < static_cast<Index>(from.objects.size()); ++i) {
        if (positions[i] == none) continue;
        to.objects[positions[i]].whole = at(from.objects[i].whole);
        to.objects[positions[i]].origin = at(from.objects[i].origin);
    }
    for (const auto& edge : from.dependencies)
        if (at(edge.dependent) != none && at(edge.referenced) != none)
            to.dependencies.push_back({positions[edge.dependent], positions[edge.referenced], edge.type});
    to.index();
}

}  // namespace

Cluster::Cluster(const Surroundings& surroundings, Managed managed)
    : surroundings_(surroundings), managed_(managed), superuser_(surroundings.superuser.empty() ? "postgres" : surroundings.superuser), database_("postgres") {
    auto installation = find_installation(surroundings.server_version / 10000);
    if (!installation)
        throw Error("no PostgreSQL server is installed here to elaborate roles and the database on", {},
                    "install one (Debian: apt-get install postgresql)");
    server_.emplace(*installation, superuser_, "");
    admin_.emplace(conninfo(parameters_of(*server_, server_->superuser()), elsewhere));
    // Who runs a session cannot be renamed.
    std::string other = "plumb_" + random_digits();
    admin_->run("CREATE ROLE " + other + " SUPERUSER; SET SESSION AUTHORIZATION " + other + "; ALTER ROLE " + name(server_->superuser()) +
                " RENAME TO " + name(superuser_) + "; RESET SESSION AUTHORIZATION; DROP ROLE " + other);
    if (!surroundings_.database.empty()) call_database(surroundings_.database);
}

std::string Cluster::name(const std::string& text) const { return identifier(*admin_, text); }

void Cluster::call_database(const std::string& called) {
    if (called == database_) return;
    admin_->query("ALTER DATABASE " + name(database_) + " RENAME TO " + name(called));
    database_ = called;
}

void Cluster::give_database_to_user() {
    if (!surroundings_.user.empty()) admin_->query("ALTER DATABASE " + name(database_) + " OWNER TO " + name(surroundings_.user));
}

void Cluster::run(const std::string& sql) {
    try {
        admin_->query(sql);
    } catch (const Error& refusal) {
        // The provider is not loaded here.
        if (refusal.sqlstate != "22023" || !is_label(sql)) throw;
        label(*admin_, sql);
    }
}

Catalog Cluster::read() {
    Connection connection(conninfo(parameters_of(*server_, superuser_), database_));
    const auto& user = surroundings_.user;
    if (!user.empty() && connection.query("select from pg_catalog.pg_roles where rolname = $1", {user}).rows() > 0)
        connection.query("SET SESSION AUTHORIZATION " + name(user));
    return shared_part(introspect::read(connection, std::chrono::seconds(5), managed_));
}

void Cluster::make_stand_ins(const Source& source) {
    auto made = made_by(source);
    auto roles = surroundings_.roles;
    roles.push_back(surroundings_.user);
    std::set<std::string> wanted(roles.begin(), roles.end());
    std::string sql;
    for (const auto& role : wanted)
        if (!role.empty() && !role.starts_with("pg_") && role != superuser_ && !made.contains(role)) sql += "CREATE ROLE " + name(role) + ";";
    if (!sql.empty()) admin_->run(sql);
}

namespace {

/// initdb has made that role.
std::string altering(std::string sql) { return sql.replace(0, 6, "ALTER "); }

}  // namespace

void load(Cluster& cluster, const Source& source, const std::function<Error(std::size_t, const Error&)>& at,
          const std::function<void(std::size_t, const std::string&)>& warn) {
    cluster.make_stand_ins(source);
    auto made = made_by(source);
    std::vector<std::size_t> left;
    bool owned = false;
    for (std::size_t i = 0; i < source.statements.size(); ++i) {
        const auto& statement = source.statements[i];
        if (statement.shared == Shared::no) continue;
        left.push_back(i);
        owned = owned || statement.node == "AlterOwnerStmt";
        const auto& role = statement.names.at(0).object;
        if (statement.node == "AlterRoleStmt" && !role.empty() && !made.contains(role))
            throw at(i, Error("role " + role + " is altered, but not made", {}, "what the files do not make is not theirs: add CREATE ROLE"));
        if ((statement.node == "AlterRoleStmt" || statement.node == "CreateRoleStmt") && words(statement.sql).contains("password"))
            warn(i, "passwords are never part of a plan: set this one by hand");
    }
    if (!source.database.empty()) cluster.call_database(source.database);
    // What names something that comes later is put off.
    for (std::optional<Error> first; !left.empty();) {
        std::vector<std::size_t> failed;
        for (auto i : left) try {
                const auto& statement = source.statements[i];
                bool there = statement.node == "CreateRoleStmt" && statement.names.at(0).object == cluster.superuser();
                cluster.run(there ? altering(statement.sql) : statement.sql);
            } catch (const Error& error) {
                bool missing = error.sqlstate == "42704" || error.sqlstate == "0LP01" || error.sqlstate == "42501";
                if (!missing) throw at(i, error);
                if (failed.empty()) first = at(i, error);
                failed.push_back(i);
            }
        if (failed.size() == left.size()) throw *first;
        left = std::move(failed);
    }
    const auto& around = cluster.surroundings();
    if (!around.database.empty()) cluster.call_database(around.database);
    if (!owned) cluster.give_database_to_user();
}

Catalog shared_part(const Catalog& catalog) {
    Catalog out;
    out.server_version = catalog.server_version;
    out.user = catalog.user;
    append(out, catalog, [&](Index i) { return is_shared(catalog, i); });
    return out;
}

void add(Catalog& catalog, const Catalog& shared) {
    append(catalog, shared, [](Index) { return true; });
}

}  // namespace plumb::introspect
