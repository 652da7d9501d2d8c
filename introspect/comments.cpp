// Finds comments that the files put on what is not theirs.
#include "introspect/comments.hpp"

#include <algorithm>

namespace plumb::introspect {

namespace {

// Not what dumps of old versions say of plpgsql, which is what is there. What an extension's own script says is no file's either.
constexpr const char* strange_comments = R"(
    select i.type, i.identity, e.extname, a.object_names from pg_description d
        cross join lateral pg_identify_object(classoid, objoid, objsubid) i cross join lateral pg_identify_object_as_address(classoid, objoid, objsubid) a
        left join (pg_depend m join pg_extension e on e.oid = refobjid) on m.classid = classoid and m.objid = objoid
            and refclassid = 'pg_extension'::regclass and deptype = 'e'
    where age(d.xmin) <= age($1::text::xid) and (e.oid is null or age(e.xmin) > age($1::text::xid))
        and (e.oid is not null or objoid < 16384 and (classoid <> 'pg_namespace'::regclass or objoid <> to_regnamespace('public')::oid))
        and not exists (select from pg_available_extensions where classoid = 'pg_extension'::regclass and quote_ident(name) = i.identity and comment = description)
    order by 1, 2 limit 1)";

}  // namespace

std::string next_transaction(Connection& loader) {
    return std::string(loader.query("select pg_catalog.mod(pg_catalog.txid_snapshot_xmax(pg_catalog.txid_current_snapshot()), 4294967296)").text(0, 0));
}

void refuse_comments(Connection& loader, const std::string& since, const Source& source) {
    auto is_comment = [](const Statement& statement) { return statement.node == "CommentStmt"; };
    if (std::ranges::none_of(source.statements, is_comment)) return;
    loader.query("BEGIN");
    loader.query("SET LOCAL search_path TO pg_catalog");
    auto found = loader.query(strange_comments, {since});
    loader.query("COMMIT");
    if (found.rows() == 0) return;
    std::string type(found.text(0, 0)), identity(found.text(0, 1)), extension(found.text(0, 2)), names(found.text(0, 3));
    std::string message("comment on ");
    message.append(type).append(" ").append(identity).append(", which ").append(extension.empty() ? "PostgreSQL" : "extension ").append(extension).append(" brings");
    Error error(message, {},
                "Plumb does not manage such comments, as pg_dump does not tell of them: leave it out");
    auto named = std::ranges::find_if(source.statements, [&](const Statement& statement) {
        return is_comment(statement) && !statement.names.at(0).object.empty() && names.find(statement.names[0].object) != std::string::npos;
    });
    if (named != source.statements.end()) error.place = place(source.files[named->file], named->offset);
    throw error;
}

}  // namespace plumb::introspect
