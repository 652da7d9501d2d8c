// Uses another's server: as little as possible, and leaves nothing there.
#include "introspect/foreign.hpp"

#include "introspect/installation.hpp"

namespace plumb::introspect {

namespace {

bool is_reserved(const std::string& role) { return role.starts_with("pg_"); }

}  // namespace

Foreign::Foreign(const std::string& url, const Surroundings& surroundings, bool trust) {
    auto all = parameters(url);
    session_.emplace(url);
    session_->query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
    access_.superuser = access_.loader = all;
    access_.elevates = false;
    look_around(surroundings);
    if (of_target_ && !trust) refuse_power();
    sweep();
    session_->query("select pg_catalog.pg_advisory_lock_shared(" + lock_ + ")");
    make_roles(surroundings);
    choose_loader(surroundings, trust);
}

Foreign::~Foreign() {
    try {
        session_->query("select pg_catalog.pg_advisory_unlock_shared(" + lock_ + ")");
        sweep();
    } catch (const Error&) {
        // The next run removes it.
    }
}

void Foreign::look_around(const Surroundings& surroundings) {
    auto row = session_->query(R"(
        select current_database(), d.oid, r.rolname, r.rolsuper, r.rolsuper or r.rolcreaterole, r.rolsuper or r.rolcreatedb
        from pg_catalog.pg_database d, pg_catalog.pg_roles r where d.datname = current_database() and r.rolname = current_user)");
    access_.maintenance = row.text(0, 0);
    access_.superuser_name = access_.loader_name = row.text(0, 2);
    auto system = session_->query(R"(
        select case when has_function_privilege('pg_control_system()', 'execute') then (select system_identifier::text from pg_control_system()) end)");
    of_target_ = !surroundings.system.empty() && system.text(0, 0) == surroundings.system;
    superuser_ = row.text(0, 3) == "t";
    makes_roles_ = row.text(0, 4) == "t";
    if (row.text(0, 5) != "t")
        throw Error("the role " + access_.superuser_name + (of_target_ ? "" : " of --scratch") + " may not create databases", {},
                    "ALTER ROLE ... CREATEDB there");
    // Locks belong to the database one is connected to, so what they guard does as well.
    std::string here(row.text(0, 1));
    access_.prefix = "plumb_scratch_" + here + "_";
    mark_ = "made by plumb for a scratch in database " + here;
    lock_ = "7814412";
    access_.prefix += random_digits() + "_";
}

/// Files run code as this role on the server that is to be kept from harm.
void Foreign::refuse_power() {
    auto power = session_->query(R"(
        select string_agg(rolname, ', ' order by rolname) from pg_roles
        where (rolsuper or rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')) and pg_has_role(oid, 'MEMBER'))");
    if (power.null(0, 0)) return;
    throw Error("the role " + access_.superuser_name + " may do as " + std::string(power.text(0, 0)) +
                    ", and so might the files, which a scratch on the target's own server runs as that role",
                {}, "connect as an ordinary role that may create databases, or, if you trust the files: --trust-files",
                Exit::usage);
}

void Foreign::sweep() {
    if (session_->query("select pg_catalog.pg_try_advisory_lock(" + lock_ + ")").text(0, 0) != "t") return;
    std::string family = access_.prefix.substr(0, access_.prefix.rfind('_', access_.prefix.size() - 2) + 1);
    auto databases =
        session_->query("select datname from pg_catalog.pg_database where pg_catalog.starts_with(datname, $1)", {family});
    for (int i = 0; i < databases.rows(); ++i)
        session_->query("DROP DATABASE " + identifier(*session_, std::string(databases.text(i, 0))) + " WITH (FORCE)");
    auto roles = session_->query(
        "select rolname from pg_catalog.pg_roles where pg_catalog.shobj_description(oid, 'pg_authid') = $1", {mark_});
    for (int i = 0; i < roles.rows(); ++i) session_->query("DROP ROLE " + identifier(*session_, std::string(roles.text(i, 0))));
    session_->query("select pg_catalog.pg_advisory_unlock(" + lock_ + ")");
}

void Foreign::make_role(const std::string& role) {
    if (of_target_)
        throw Error("the files make role " + role + ", which the target lacks", {},
                    "make it there first: a scratch on the target's own server makes no roles", Exit::usage);
    // The loader has what we have: it is us under another name.
    bool ours = superuser_ && role == loader_;
    std::string name = identifier(*session_, role);
    session_->run("CREATE ROLE " + name + (ours ? " SUPERUSER" : "") + "; COMMENT ON ROLE " + name + " IS " +
                  literal(*session_, mark_) + (superuser_ ? "" : "; GRANT " + name + " TO CURRENT_USER"));
}

/// A role of the target that is missing here is made, so that the files can name it.
void Foreign::make_roles(const Surroundings& surroundings) {
    auto roles = surroundings.roles;
    roles.push_back(surroundings.user);
    loader_ = surroundings.user;
    std::string missing;
    for (const auto& role : roles) {
        if (role.empty() || is_reserved(role)) continue;
        if (session_->query("select from pg_roles where rolname = $1", {role}).rows() > 0) continue;
        if (makes_roles_)
            make_role(role);
        else
            missing += (missing.empty() ? "" : ", ") + role;
    }
    if (!missing.empty())
        warnings_.push_back("roles of the target that --scratch lacks, where " + access_.superuser_name +
                            " may not make them: " + missing);
}

void Foreign::choose_loader(const Surroundings& surroundings, bool trust) {
    if (superuser_ && !trust)
        warnings_.push_back("the role " + access_.superuser_name +
                            " of --scratch is a superuser: load files there only if you trust who wrote them");
    if (surroundings.user.empty() || surroundings.user == access_.loader_name) return;
    auto member = session_->query("select from pg_catalog.pg_roles where rolname = $1 and pg_catalog.pg_has_role(oid, 'MEMBER')",
                                  {surroundings.user});
    if (member.rows() == 0) {
        warnings_.push_back("--scratch cannot act as " + surroundings.user + ": objects of no declared owner belong to " +
                            access_.loader_name + " there");
        return;
    }
    access_.loader_name = surroundings.user;
    std::string option = "-c role=";
    for (char c : surroundings.user) option += c == ' ' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    auto& options = access_.loader["options"];
    options += (options.empty() ? "" : " ") + option;
}

}  // namespace plumb::introspect
