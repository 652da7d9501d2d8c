// Databases to elaborate and to rehearse in, on a server of our own or on one that the user gave.
#include "introspect/scratch.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "introspect/access.hpp"
#include "introspect/cluster.hpp"
#include "introspect/elevate.hpp"
#include "introspect/embedded.hpp"
#include "introspect/foreign.hpp"

namespace plumb::introspect {

namespace {

/// Settings of the target that decide what SQL means or how it is stored.
constexpr const char* telling = R"(
    'TimeZone', 'DateStyle', 'IntervalStyle', 'search_path', 'default_text_search_config', 'default_toast_compression', 'xmloption')";

/// Predefined roles that open no way out of the database.
bool is_harmless(std::string_view role) {
    for (std::string_view harmful : {"pg_execute_server_program", "pg_read_server_files", "pg_write_server_files",
                                     "pg_database_owner", "pg_create_subscription", "pg_signal_backend"})
        if (role == harmful) return false;
    return true;
}

/// "de_DE.UTF-8@euro" as ICU calls it: "de-DE".
std::string icu_name(std::string locale) {
    locale = locale.substr(0, locale.find_first_of(".@"));
    std::replace(locale.begin(), locale.end(), '_', '-');
    return locale;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

Surroundings surroundings(Connection& target) {
    auto results = target.run(std::string(R"(
        select pg_catalog.current_setting('server_version_num'), current_user, pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
            coalesce(j->>'datlocprovider', 'c'), coalesce(j->>'datlocale', j->>'daticulocale', '')
        from pg_catalog.pg_database d, pg_catalog.to_jsonb(d) j where d.datname = pg_catalog.current_database();
        select rolname from pg_catalog.pg_roles order by 1;
        select distinct r.rolname, m.rolname from pg_catalog.pg_auth_members a join pg_catalog.pg_roles r on r.oid = a.roleid
            join pg_catalog.pg_roles m on m.oid = a.member order by 1, 2;
        select distinct collname from pg_catalog.pg_collation
            where collprovider = 'c' and collnamespace = 'pg_catalog'::pg_catalog.regnamespace order by 1;
        select spcname from pg_catalog.pg_tablespace where spcname not in ('pg_default', 'pg_global') order by 1;
        select extname from pg_catalog.pg_extension order by 1;
        select case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
            then (select system_identifier::text from pg_catalog.pg_control_system()) end, pg_catalog.current_database(),
            (select rolname from pg_catalog.pg_roles where oid = 10);
        select name, reset_val from pg_catalog.pg_settings where name in ()") +
                              telling + ") order by 1");
    Surroundings out;
    auto text = [](const Result& result, int row, int column) { return std::string(result.text(row, column)); };
    const Result& own = results.at(0);
    out.server_version = std::stoi(text(own, 0, 0));
    out.user = text(own, 0, 1);
    out.encoding = text(own, 0, 2);
    out.collate = text(own, 0, 3);
    out.ctype = text(own, 0, 4);
    out.provider = own.text(0, 5).front();
    out.icu_locale = text(own, 0, 6);
    for (int i = 0; i < results.at(1).rows(); ++i) out.roles.push_back(text(results[1], i, 0));
    for (int i = 0; i < results.at(2).rows(); ++i) out.memberships.emplace_back(text(results[2], i, 0), text(results[2], i, 1));
    for (int i = 0; i < results.at(3).rows(); ++i) out.collations.push_back(text(results[3], i, 0));
    for (int i = 0; i < results.at(4).rows(); ++i) out.tablespaces.push_back(text(results[4], i, 0));
    for (int i = 0; i < results.at(5).rows(); ++i) out.extensions.push_back(text(results[5], i, 0));
    out.system = text(results.at(6), 0, 0);
    out.database = text(results[6], 0, 1);
    out.superuser = text(results[6], 0, 2);
    for (int i = 0; i < results.at(7).rows(); ++i) out.settings.emplace_back(text(results[7], i, 0), text(results[7], i, 1));
    return out;
}

struct Scratch::State {
    Surroundings surroundings;
    bool trust;
    std::string key;
    std::string parked = {};
    std::vector<std::string> warnings = {};
    std::optional<Embedded> embedded = {};  // one of these two
    std::optional<Foreign> foreign = {};
    Managed managed = {};
    std::unique_ptr<Cluster> cluster = {};
    Access access = {};
    std::optional<Connection> admin = {};  // goes before the server does
    std::chrono::steady_clock::time_point end = {};
    std::chrono::milliseconds most = {};
    int version = 0;
    int made = 0;                              // databases so far
    std::size_t locale = 0;                    // which of locales() the server knows
    std::vector<std::string> collations = {};  // stand-ins that every database gets

    void start(const std::string& url);
    void start_embedded();
    void make_roles();
    void make_tablespaces();
    std::vector<std::string> locales() const;
    void make_collation(const std::string& database, const std::string& collation);
    void adopt_settings(const std::string& database);
    void give_public(const std::string& database);
    void show_secrets(const std::string& database);
    bool has_secrets(const std::string& database) const;
    void copy_subscriptions(const std::string& from, const std::string& to);
    void await_end_of_sessions(const std::string& database);
    Connection timed(const Parameters& parameters, const std::string& database) const;
    std::string next_name() { return access.prefix + std::to_string(++made); }
    std::string name(const std::string& text) const { return identifier(*admin, text); }
};

void Scratch::State::start(const std::string& url) {
    if (url.empty()) {
        start_embedded();
    } else {
        foreign.emplace(url, surroundings, trust);
        access = foreign->access();
        warnings = foreign->warnings();
    }
    admin.emplace(conninfo(access.superuser, access.maintenance));
    version = admin->server_version();
    int wanted = surroundings.server_version / 10000;
    if (wanted != 0 && version / 10000 != wanted)
        warnings.push_back("the scratch is PostgreSQL " + std::to_string(version / 10000) + ", the target is " +
                           std::to_string(wanted) + ": expressions may read differently there");
    if (!parked.empty()) made = std::stoi(parked.substr(access.prefix.size()));
    if (embedded && parked.empty()) {
        make_roles();
        make_tablespaces();
    }
}

void Scratch::State::start_embedded() {
    auto installation = find_installation(surroundings.server_version / 10000);
    if (!installation)
        throw Error("no PostgreSQL server is installed here to load and rehearse in", {},
                    "install one (Debian: apt-get install postgresql), or give a server to use with --scratch URL");
    // Roles named pg_... cannot be made.
    std::string user = surroundings.user.empty() || surroundings.user.starts_with("pg_") ? "plumb" : surroundings.user;
    embedded.emplace(*installation, user, key);
    parked = embedded->note();
    access.loader_name = user;
    access.superuser_name = embedded->superuser();
    // No PG* variable of the caller may lead elsewhere.
    access.loader = access.superuser = {{"host", embedded->folder()},
                                        {"hostaddr", ""},
                                        {"port", "5432"},
                                        {"options", ""},
                                        {"password", ""},
                                        {"sslmode", "disable"},
                                        {"channel_binding", "prefer"},
                                        {"target_session_attrs", "any"}};
    access.loader["user"] = user;
    access.superuser["user"] = access.superuser_name;
    // From 17 on an event trigger may wait for whoever connects.
    access.superuser["options"] = std::string("-c search_path=") + (installation->major >= 17 ? " -c event_triggers=off" : "");
}

void Scratch::State::make_roles() {
    std::string loader = name(access.loader_name);
    std::string sql = "CREATE ROLE " + loader + " LOGIN " + (trust ? "SUPERUSER" : "NOSUPERUSER") + ";";
    auto rows = admin->query("select rolname from pg_catalog.pg_roles where rolname ^@ 'pg_'");
    for (int i = 0; i < rows.rows(); ++i)
        if (is_harmless(rows.text(i, 0))) sql += "GRANT " + name(std::string(rows.text(i, 0))) + " TO " + loader + ";";
    for (const auto& role : surroundings.roles)
        if (role != access.loader_name && !role.starts_with("pg_"))
            sql += "CREATE ROLE " + name(role) + " NOLOGIN; GRANT " + name(role) + " TO " + loader + ";";
    for (const auto& [role, member] : surroundings.memberships)
        if (!role.starts_with("pg_") && !member.starts_with("pg_") && role != access.loader_name && member != access.loader_name)
            sql += "GRANT " + name(role) + " TO " + name(member) + ";";
    admin->run(sql);
}

void Scratch::State::make_tablespaces() {
    if (surroundings.tablespaces.empty()) return;
    bool in_place = version >= 150000;
    if (in_place) admin->query("SET allow_in_place_tablespaces = on");
    for (const auto& tablespace : surroundings.tablespaces) {
        auto location = in_place ? "" : embedded->new_folder().string();
        admin->query("CREATE TABLESPACE " + name(tablespace) + " LOCATION " + literal(*admin, location));
        admin->query("GRANT CREATE ON TABLESPACE " + name(tablespace) + " TO PUBLIC");
    }
}

/// Clauses for the locale of a database, the target's own first.
std::vector<std::string> Scratch::State::locales() const {
    auto text = [&](const std::string& value) { return literal(*admin, value); };
    const auto& around = surroundings;
    bool icu = version >= 150000;
    auto with_icu = [&](const std::string& locale) {
        return " LOCALE_PROVIDER icu ICU_LOCALE " + text(locale) + " LC_COLLATE 'C' LC_CTYPE 'C'";
    };
    std::string libc = " LC_COLLATE " + text(around.collate) + " LC_CTYPE " + text(around.ctype);
    std::vector<std::string> all;
    if (around.provider == 'i' && icu) all.push_back(" LOCALE_PROVIDER icu ICU_LOCALE " + text(around.icu_locale) + libc);
    if (around.provider == 'b' && version >= 170000)
        all.push_back(" LOCALE_PROVIDER builtin BUILTIN_LOCALE " + text(around.icu_locale) + libc);
    if (around.provider == 'i' && icu) all.push_back(with_icu(around.icu_locale));
    all.push_back(icu ? " LOCALE_PROVIDER libc" + libc : libc);
    if (around.provider == 'c' && icu && around.collate != "C" && around.collate != "POSIX")
        all.push_back(with_icu(icu_name(around.collate)));
    for (const char* plain : {"C.UTF-8", "C"})
        all.push_back((icu ? " LOCALE_PROVIDER libc" : "") + (" LC_COLLATE " + text(plain) + " LC_CTYPE " + text(plain)));
    return all;
}

/// Under its name stands ICU's collation of the same language where there is one. It is numbered like PostgreSQL's own, which
/// initdb made, so that nobody takes it for an object of the files.
void Scratch::State::make_collation(const std::string& database, const std::string& collation) {
    Connection(conninfo(access.superuser, database))
        .query(R"(
        insert into pg_collation select (jsonb_populate_record(null::pg_collation, to_jsonb(c) || jsonb_build_object(
            'oid', (select max(oid::int8) + 1 from pg_collation where oid::int8 < 16384), 'collname', $1::text, 'collencoding', -1))).*
        from pg_collation c where collnamespace = 'pg_catalog'::regnamespace and collname in ($2, 'C') order by collname = 'C' limit 1)",
               {collation, icu_name(collation) + "-x-icu"});
}

/// What is in force for the user on the target is in force here, so that RESET leads back to it.
void Scratch::State::adopt_settings(const std::string& database) {
    std::vector<std::string> each;
    std::string all;
    for (const auto& [setting, value] : surroundings.settings) {
        each.push_back("select pg_catalog.set_config(" + literal(*admin, setting) + ", " + literal(*admin, value) +
                       ", false); ALTER DATABASE " + name(database) + " SET " + setting + " FROM CURRENT; RESET ALL;");
        all += each.back();
    }
    if (all.empty()) return;
    try {
        admin->run(all);
    } catch (const Error&) {
        for (const auto& sql : each) try {
                admin->run(sql);
            } catch (const Error& error) {
                warnings.push_back(std::string("a setting of the target has no counterpart in the scratch: ") + error.what());
            }
    }
}

/// Up to 14 public belongs to the first superuser, whose name is the target's own affair, and anyone may create in it; from 15 on
/// to the owner of the database. Only while nothing of the files is there, which might have an event trigger wait for a
/// superuser.
void Scratch::State::give_public(const std::string& database) {
    bool old = version < 150000, wanted_old = surroundings.server_version ? surroundings.server_version < 150000 : old;
    std::string sql;
    if (old || wanted_old)
        sql = "ALTER SCHEMA public OWNER TO " +
              (wanted_old || version < 140000 ? name(access.loader_name) : "pg_database_owner") + ";";
    if (old && !wanted_old) sql += "REVOKE CREATE ON SCHEMA public FROM PUBLIC;";
    if (!old && wanted_old) sql += "GRANT CREATE ON SCHEMA public TO PUBLIC;";
    if (!sql.empty()) Connection(conninfo(access.superuser, database)).run(sql);
}

/// From 14 on the loader sees what files say of these as a member of pg_read_all_data. A right that initdb gave is no grant of the files.
void Scratch::State::show_secrets(const std::string& database) {
    if (!access.elevates || version >= 140000) return;
    Connection(conninfo(access.superuser, database))
        .run("GRANT SELECT ON pg_user_mapping, pg_subscription TO " + name(access.loader_name) + R"(;
            delete from pg_init_privs where classoid = 'pg_class'::regclass and objsubid = 0
                and objoid in ('pg_user_mapping'::regclass, 'pg_subscription'::regclass);
            insert into pg_init_privs select oid, 'pg_class'::regclass, 0, 'i', relacl from pg_class
                where oid in ('pg_user_mapping'::regclass, 'pg_subscription'::regclass))");
}

/// Whether passwords may be in it.
bool Scratch::State::has_secrets(const std::string& database) const {
    return Connection(conninfo(access.superuser, database))
               .query(
                   "select from pg_user_mapping where umoptions is not null union all"
                   " select from pg_foreign_server where srvoptions is not null union all select from pg_subscription")
               .rows() > 0;
}

/// They are the server's, not the database's, so a copy of that has none.
void Scratch::State::copy_subscriptions(const std::string& from, const std::string& to) {
    constexpr const char* all =
        "select oid from pg_catalog.pg_subscription where subdbid = (select oid from pg_catalog.pg_database where datname = $1)";
    if (!access.elevates || admin->query(all, {from}).rows() == 0) return;
    Connection(conninfo(access.superuser, to))
        .query(R"(
        with olds as (select s, (select max(oid::int8) from pg_subscription) + row_number() over () as new_oid from pg_subscription s
                where subdbid = (select oid from pg_database where datname = $1)),
            news as (insert into pg_subscription select (jsonb_populate_record(s, jsonb_build_object('oid', new_oid, 'subdbid',
                (select oid from pg_database where datname = current_database())))).* from olds)
        update pg_description set objoid = new_oid from olds where classoid = 'pg_subscription'::regclass and objoid = (s).oid)",
               {from});
}

/// A session that has just been closed is still there for some milliseconds, and CREATE DATABASE then sleeps for 100.
void Scratch::State::await_end_of_sessions(const std::string& database) {
    for (int tries = 0; tries < 1000; ++tries) {
        if (admin->query("select from pg_catalog.pg_stat_activity where datname = $1", {database}).rows() == 0) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

Scratch::Scratch(const std::string& url, const Surroundings& surroundings, bool trust, const std::string& key,
                 std::chrono::milliseconds most, Managed managed)
    : state_(new State{surroundings, trust, key}) {
    state_->managed = managed;
    state_->most = most;
    state_->end = std::chrono::steady_clock::now() + most;
    state_->start(url);
}

Scratch::~Scratch() = default;

std::string Scratch::create_database() {
    std::string name = state_->next_name();
    // Copying files is quicker than logging their contents, which is the default from 15 on.
    std::string start = "CREATE DATABASE " + state_->name(name) + " TEMPLATE template0 OWNER " +
                        state_->name(state_->access.loader_name) + " ENCODING " +
                        literal(*state_->admin, state_->surroundings.encoding) +
                        (state_->version >= 150000 ? " STRATEGY file_copy" : "");
    auto locales = state_->locales();
    for (;; ++state_->locale) {
        try {
            state_->admin->query(start + locales.at(state_->locale));
            break;
        } catch (const Error& error) {
            bool locale_missing =
                error.sqlstate == "22023" || error.sqlstate == "42809" || error.sqlstate == "0A000" || error.sqlstate == "XX000";
            if (!locale_missing || state_->locale + 1 == locales.size()) throw;
            if (state_->locale == 0)
                state_->warnings.push_back("the scratch lacks the target's locale " + state_->surroundings.collate +
                                           ": text may sort differently there");
        }
    }
    state_->adopt_settings(name);
    state_->give_public(name);
    state_->show_secrets(name);
    for (const auto& collation : state_->collations) state_->make_collation(name, collation);
    return name;
}

std::string Scratch::clone(const std::string& database) {
    std::string name = state_->next_name();
    state_->await_end_of_sessions(database);
    state_->admin->query("CREATE DATABASE " + state_->name(name) + " TEMPLATE " + state_->name(database) + " OWNER " +
                         state_->name(state_->access.loader_name) + (state_->version >= 150000 ? " STRATEGY file_copy" : ""));
    state_->adopt_settings(name);
    state_->copy_subscriptions(database, name);
    return name;
}

const std::string& Scratch::parked() const { return state_->parked; }

void Scratch::park(const std::string& database) {
    // Stand-ins for collations are made with each database, so they would be missing in the next one; so would folders.
    bool folders = state_->version < 150000 && !state_->surroundings.tablespaces.empty();
    if (!state_->embedded || state_->key.empty() || !state_->collations.empty() || folders || state_->has_secrets(database))
        return;
    state_->admin.reset();
    state_->embedded->park(state_->key, database);
    state_->admin.emplace(conninfo(state_->access.superuser, state_->access.maintenance));
}

void Scratch::drop(const std::string& database) {
    state_->await_end_of_sessions(database);
    // DROP DATABASE is refused while there are any, and DROP SUBSCRIPTION would connect.
    if (state_->access.elevates)
        state_->admin->query(
            "delete from pg_catalog.pg_subscription where subdbid = (select oid from pg_catalog.pg_database where datname = $1)",
            {database});
    state_->admin->query("DROP DATABASE " + state_->name(database) + " WITH (FORCE)");
}

/// Code of the files may run on it.
Connection Scratch::State::timed(const Parameters& parameters, const std::string& database) const {
    Connection out(conninfo(parameters, database));
    out.end_at(end, Error("the time for work on the scratch is over (" + std::to_string(most.count() / 1000) + " s)", {},
                          "is there a statement that waits or computes without end? --scratch-timeout gives more time"));
    return out;
}

Connection Scratch::connect(const std::string& database) { return state_->timed(state_->access.loader, database); }

std::string Scratch::loader_conninfo(const std::string& database) const { return conninfo(state_->access.loader, database); }

Connection Scratch::connect_as_superuser(const std::string& database) {
    return state_->timed(state_->access.superuser, database);
}

void Scratch::execute(Connection& loader, const std::string& sql) {
    if (state_->trust && state_->access.elevates && is_label(sql)) {
        label(loader, sql);
    } else if (state_->trust || !state_->access.elevates) {
        loader.query(sql);
    } else {
        Elevator(*state_->admin, loader, state_->access.loader_name, state_->access.superuser_name).run(sql);
    }
}

void Scratch::add_role(const std::string& role) {
    if (state_->admin->query("select from pg_catalog.pg_roles where rolname = $1", {role}).rows() > 0) return;
    if (state_->foreign) return state_->foreign->make_role(role);
    std::string name = state_->name(role);
    state_->admin->run("CREATE ROLE " + name + " NOLOGIN; GRANT " + name + " TO " + state_->name(state_->access.loader_name));
}

bool Scratch::has_target() const { return !state_->surroundings.roles.empty(); }

bool Scratch::add_collation(const std::string& database, const std::string& collation) {
    if (!state_->access.elevates || !contains(state_->surroundings.collations, collation) ||
        contains(state_->collations, collation))
        return false;
    state_->make_collation(database, collation);
    state_->collations.push_back(collation);
    warn("the scratch lacks the target's collation " + collation + ": text may sort differently there");
    return true;
}

std::vector<std::string> Scratch::lacks(const Source* source) {
    auto wanted = state_->surroundings.extensions;
    for (std::size_t i = 0; source && i < source->statements.size(); ++i)
        if (source->statements[i].node == "CreateExtensionStmt") wanted.push_back(source->statements[i].names.at(0).object);
    std::vector<std::string> out;
    for (const auto& extension : wanted)
        if (state_->admin->query("select from pg_catalog.pg_available_extensions where name = $1", {extension}).rows() == 0)
            out.push_back(extension);
    return out;
}

bool Scratch::embedded() const { return state_->embedded.has_value(); }

bool Scratch::trusts() const { return state_->trust; }

bool Scratch::reaches_out() const { return state_->embedded && !state_->embedded->is_alone(); }

std::string Scratch::why_ended() const { return state_->embedded ? state_->embedded->why_ended() : ""; }

Cluster* Scratch::cluster() { return state_->cluster ? state_->cluster.get() : fresh_cluster(); }

Cluster* Scratch::fresh_cluster() {
    state_->cluster.reset();
    if (state_->managed.any()) state_->cluster = std::make_unique<Cluster>(state_->surroundings, state_->managed);
    return state_->cluster.get();
}

int Scratch::server_version() const { return state_->version; }

std::vector<std::string> Scratch::warnings() const { return state_->warnings; }

void Scratch::warn(const std::string& warning) {
    if (!contains(state_->warnings, warning)) state_->warnings.push_back(warning);
}

}  // namespace plumb::introspect
