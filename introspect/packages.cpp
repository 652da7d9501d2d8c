// Which of Debian's packages bring which extension, where the name does not tell.
#include "introspect/packages.hpp"

#include <map>
#include <string_view>

namespace plumb::introspect {

namespace {

/// "N" stands for the major version of the server.
const std::map<std::string_view, std::string_view> packages{
    {"address_standardizer", "postgresql-N-postgis-3"},
    {"bool_plperl", "postgresql-plperl-N"},
    {"hstore_plperl", "postgresql-plperl-N"},
    {"hstore_plpython3u", "postgresql-plpython3-N"},
    {"jsonb_plperl", "postgresql-plperl-N"},
    {"jsonb_plpython3u", "postgresql-plpython3-N"},
    {"ltree_plpython3u", "postgresql-plpython3-N"},
    {"pg_cron", "postgresql-N-cron"},
    {"pg_partman", "postgresql-N-partman"},
    {"pg_repack", "postgresql-N-repack"},
    {"pg_similarity", "postgresql-N-similarity"},
    {"pgrouting", "postgresql-N-pgrouting"},
    {"plperl", "postgresql-plperl-N"},
    {"plperlu", "postgresql-plperl-N"},
    {"plpython3u", "postgresql-plpython3-N"},
    {"pltcl", "postgresql-pltcl-N"},
    {"pltclu", "postgresql-pltcl-N"},
    {"postgis", "postgresql-N-postgis-3"},
    {"postgis_raster", "postgresql-N-postgis-3"},
    {"postgis_sfcgal", "postgresql-N-postgis-3"},
    {"postgis_tiger_geocoder", "postgresql-N-postgis-3-scripts"},
    {"postgis_topology", "postgresql-N-postgis-3"},
    {"vector", "postgresql-N-pgvector"},
};

/// Packages that are named like their extension.
constexpr std::string_view plain[] = {"debversion",    "first_last_agg",
                                      "hll",           "hypopg",
                                      "ip4r",          "jsquery",
                                      "mysql_fdw",     "ogr_fdw",
                                      "orafce",        "periods",
                                      "pgaudit",       "pgmp",
                                      "pgtap",         "pldebugger",
                                      "plpgsql_check", "plr",
                                      "plsh",          "powa",
                                      "prefix",        "q3c",
                                      "rdkit",         "rum",
                                      "semver",        "tdigest",
                                      "tds_fdw",       "unit"};

}  // namespace

std::string debian_package(const std::string& extension, int major) {
    std::string name;
    if (auto found = packages.find(extension); found != packages.end()) name = found->second;
    for (auto same : plain)
        if (extension == same) name = "postgresql-N-" + extension;
    for (char& c : name)
        if (c == '_') c = '-';
    if (auto at = name.find("-N"); at != name.npos) name.replace(at + 1, 1, std::to_string(major));
    return name;
}

}  // namespace plumb::introspect
