// What --help says: a page of the tool, and one per command, each on one screen.
#include "engine/run/help.hpp"

#include <array>
#include <string_view>

namespace plumb::run {

namespace {

constexpr std::string_view tool = R"(plumb keeps PostgreSQL databases true to SQL files.

You write down how the database should be: CREATE TABLE, CREATE VIEW, GRANT, in any order that psql takes.
Plumb works out the steps from what is there to what the files say, and the way back, and rehearses both
on a private PostgreSQL before it shows them.

  plumb diff     DESIRED...     what would change, what it locks, what it breaks, how to undo it
  plumb apply    DESIRED...     do it: in transactions, recorded, safe to interrupt and to repeat
  plumb rollback [DEPLOYMENT]   undo the last deployment, or the one named
  plumb drift    DESIRED...     is the database still what the files say? exit 0 or 2
  plumb export   -o DIR|FILE    a database as files to begin with; loaded, they make it again
  plumb snapshot [SOURCE] -o FILE   a database as one file, to plan against where the database is out of reach
  plumb history                 the deployments to a database
  plumb doctor                  what is wrong with a database that no comparison shows? exit 0 or 2

  plumb diff schema.sql --db postgres://me@host/shop         DESIRED: files, folders, globs, git:REF:PATH, a snapshot,
                                                             or a connection string
  plumb apply schema/ --db "host=db dbname=shop"             --db as libpq has it; without it PG* variables, as psql
  plumb drift schema/ --env production                       the environments of ./plumb.toml

Exit codes: 0 done, or nothing to do   1 error   2 differences   3 refused for a hazard   4 usage
            5 the database moved since the plan was made   6 no lock within the budget   7 the rehearsal failed

plumb COMMAND --help tells of its options; plumb --version of the version.
)";

constexpr std::string_view diff =
    R"(plumb diff DESIRED... [--db URL | --from SOURCE]     the plan, rehearsed; the database is only read

DESIRED   files, folders (all *.sql below), globs, plain pg_dump output; git:REF:PATH, as `git show` has it; or, alone,
          a snapshot or the connection string of a database, which declare all that is to be there
SOURCE    the same: what to start from instead of a live database

Examples
  plumb diff schema.sql --db postgres://me@host/shop
  plumb diff schema/ --env production --format text --format json=plan.json     a plan to review, and to apply later
  plumb diff schema/ --from git:main:schema/                                    what this branch changes; no database at all
  plumb diff schema/ --from shop.snapshot --format json=plan.json               a plan for the database of the snapshot
  plumb diff schema/ --format sql --inverse                                     the way back
  plumb diff schema/ --env production --format flyway=db/migration              V4__add_phone_to_customer.sql, U4__...

Options
  --db URL             the live database; default: PG* variables, service file and ~/.pgpass, as psql
  --env NAME           the environment of that name in plumb.toml
  --from SOURCE        files, git:REF:PATH, a snapshot or a connection string instead of the live database
  --format F[=PATH]    text (default), sql, json, html, markdown (a comment on a pull request); may be repeated; to stdout without a path
  --format TOOL=FOLDER  new files for a migration tool: flyway, liquibase, golang-migrate, dbmate, goose, sqitch
  --inverse            print the way back
  --allow H,H | all    do not mark steps with these hazards as withheld
  --proof full|forward|none   how much is rehearsed (default full)
)";

constexpr std::string_view apply = R"(plumb apply DESIRED... [--db URL]     bring the database to what the files say
plumb apply --plan plan.json          run exactly the plan that was reviewed

The plan is shown, and asked for in a terminal. A plan with a hazard is refused until it is allowed. Each batch of steps
is one transaction with its record in the journal (schema "plumb" in the target); a run that was killed is taken up by the next.

Examples
  plumb apply schema/ --db postgres://deploy@host/shop --yes
  plumb apply schema/ --env production --allow loses_data --lock-timeout 2s --lock-budget 5min
  plumb apply --plan plan.json --db postgres://deploy@host/shop        exit 5 if the database moved since

Options
  --db URL, --env NAME     where to
  --allow H,H | all        hazards that may happen: loses_data, irreversible, rewrites_table, scans_table, blocks_reads,
                           blocks_writes, breaks_queries, breaks_replication, fires_triggers, changes_access,
                           untracked_dependency
  --yes                    do not ask
  --dry-run                everything but the doing
  --lock-timeout D         how long one try waits for a lock, and makes others wait (default 5s)
  --lock-budget D          how long all tries may take, then exit 6 (default 5min)
  --statement-timeout D    how long one statement may take (default 0: no limit)
  --proof full|forward|none   how much is rehearsed (default full)
  --phase P                expand, migrate or contract: to the end of that phase and no further; the next apply goes on from there
  --journal local[=FILE]   keep the journal in a file, plumb_DATABASE.journal beside the plan or here, and nothing in the database; no archive
  --no-archive             what is dropped is lost, instead of set aside in a schema plumb_archive_N
  --batch N                rows that a fill works on in one transaction at most (default 20000)
  --pause D                between two of those (default 0)
  --replica-lag D          wait while a replica is further behind (default 0: never)
)";

constexpr std::string_view rollback =
    R"(plumb rollback [DEPLOYMENT] [--db URL]     undo the last deployment, or the one with that number

Runs the inverse steps that were rehearsed with the plan, after checking that the database is as the deployment left it.
Of a deployment that failed or was killed half-way it undoes what is done, by steps that are found and rehearsed then.
With nothing to undo it says so and exits 0. An apply that ended before its first step is no deployment: what comes before it
would be undone, so scripts name the number that apply has told.

Examples
  plumb rollback --db postgres://deploy@host/shop
  plumb rollback 12 --env production --allow loses_data

Options
  --db URL, --env NAME     where
  --allow H,H | all        hazards that may happen
  --yes, --dry-run         do not ask; do not do
  --journal local[=FILE]   undo what was applied with it
  --lock-timeout D, --lock-budget D, --statement-timeout D     as in apply
)";

constexpr std::string_view drift = R"(plumb drift DESIRED... [--db URL]     is the database still what the files say? exit 0 or 2

Examples
  plumb drift schema/ --env production -q || mail -s drift dba
  plumb drift schema.sql --db postgres://watch@standby/shop --format json

Options
  --db URL, --env NAME     the live database; a read-only role or a standby will do
  --format F[=PATH]        text (default), json, markdown; may be repeated
)";

constexpr std::string_view export_files = R"(plumb export [--db URL] -o DIR | -o FILE.sql     the database as desired files

In a folder every object has its file, with all that belongs to it: SCHEMA/tables/NAME.sql holds the columns, indexes,
constraints, triggers, policies, comments, owner and grants of a table; _cluster/ what is in no schema; zz_last.sql what would
act on the rest if it came before. FILE.sql holds the same in an order that plain psql loads. What was written is loaded and
compared with the database. A folder is overwritten when the last export wrote it, and else refused unless it is empty.

Examples
  plumb export --db postgres://me@host/shop -o schema/
  plumb export --env production --schema shop -o shop.sql

Options
  --db URL, --env NAME     the live database; a read-only role will do
  -o DIR | FILE.sql        where to
  --proof full|none        whether what was written is loaded and compared (default full)
)";

constexpr std::string_view snapshot =
    R"(plumb snapshot [SOURCE | --db URL] -o FILE     a database as one file, usable wherever a source is

A snapshot is SQL that makes the database again, its owners and grants included, behind a header with the version, locale,
settings and roles of the server. It holds the whole database, whatever the scope, and no password. It stands for the database:
a plan made from it can be applied to that database as long as that has not changed.

Examples
  plumb snapshot --env production -o production.snapshot
  plumb diff schema/ --from production.snapshot                   where the database is out of reach
  plumb drift production.snapshot --env production                what happened since

Options
  SOURCE                   instead of the live database: files, git:REF:PATH, a snapshot or a connection string
  --db URL, --env NAME     the live database; a read-only role will do
  -o FILE                  where to
  --proof full|none        whether what was written is loaded and compared (default full)
)";

constexpr std::string_view history =
    R"(plumb history [--db URL]     the deployments to a database, as its journal has them, the newest first

Examples
  plumb history --db postgres://me@host/shop
  plumb history --env production --format json

Options
  --db URL, --env NAME     the live database; a role that may read schema plumb will do
  --journal local[=FILE]   the journal that apply kept in a file
  --format F[=PATH]        text (default), json; may be repeated
)";

constexpr std::string_view archive =
    R"(plumb archive list [--db URL]                       what deployments set aside instead of dropping it
plumb archive purge --older-than 30d [--db URL]     drop what is older; those deployments cannot be rolled back any more

Tables and values that a plan drops go to a schema plumb_archive_N of the database, from where plumb rollback brings them back.

Examples
  plumb archive list --env production -v
  plumb archive purge --older-than 90d --env production

Options
  --db URL, --env NAME     where
  --format F[=PATH]        of list: text (default), json; may be repeated
)";

constexpr std::string_view doctor =
    R"(plumb doctor [--db URL]     what is wrong with a database that no comparison shows? exit 0 or 2

Looks for invalid indexes, constraints that were never validated, disabled triggers and foreign keys, deployments that did not
come to their end, rights that the connecting role lacks to deploy, and what a killed run of Plumb left behind. Every finding
comes with what to do about it; nothing is changed.

Examples
  plumb doctor --db postgres://deploy@host/shop
  plumb doctor --env production --format json -q

Options
  --db URL, --env NAME     the live database, as the role that deploys; a standby will do
  --journal local[=FILE]   the journal that apply keeps in a file
  --format F[=PATH]        text (default), json; may be repeated
)";

/// One that not every command takes.
struct Option {
    std::string_view commands;  ///< empty: all
    std::string_view text;
};

constexpr std::string_view scoped = "diff apply rollback drift export doctor",
                           loading = "diff apply rollback drift export snapshot";

constexpr std::array common{
    Option{"", "  --config FILE                    default: ./plumb.toml, when it is there\n"},
    Option{loading,
           "  --scratch URL | target           a server for the rehearsal instead of the embedded one, or the target's own; a "
           "database is\n"
           "                                   made and dropped there\n"},
    Option{loading, "  --scratch-timeout D              how long all work there may take (default 15min)\n"},
    Option{scoped, "  --schema GLOB, --exclude GLOB    what is managed: shop, 'shop_*', shop.orders; each may be repeated\n"},
    Option{loading, "  --ignore GLOB                    objects of kinds that Plumb does not know, as its error names them\n"},
    Option{loading, "  --trust-files                    the files may hold what needs a superuser\n"},
    Option{"", "  --color auto|always|never, -q (quiet), -v (in full), --help\n"},
};

struct Page {
    std::string_view command;
    std::string_view text;
};

constexpr std::array pages{Page{"diff", diff},       Page{"apply", apply},         Page{"rollback", rollback},
                           Page{"drift", drift},     Page{"export", export_files}, Page{"snapshot", snapshot},
                           Page{"history", history}, Page{"doctor", doctor},   Page{"archive", archive}};

std::string options(std::string_view command) {
    std::string out = "\nCommon options\n";
    for (const auto& option : common)
        if (option.commands.empty() ||
            (" " + std::string(option.commands) + " ").find(" " + std::string(command) + " ") != std::string::npos)
            out += option.text;
    return out;
}

}  // namespace

std::string help(const std::string& command) {
    for (const auto& page : pages)
        if (page.command == command) return std::string(page.text) + options(command);
    return std::string(tool);
}

}  // namespace plumb::run
