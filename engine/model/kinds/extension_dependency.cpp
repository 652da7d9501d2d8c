// ALTER ... DEPENDS ON EXTENSION: what the drop of an extension takes along although it is not the extension's.
#include "engine/model/kinds/all.hpp"

namespace plumb::kind {

const Kind extension_dependency{
    .name = "extension dependency",
    .query = R"sql(select word || ' ' || identity || ' ON EXTENSION ' || quote_ident(extname) as identity, classid as of_class, objid as of_oid,
        refclassid as needs_class, refobjid as needs_oid, word || ' ' || identity as object, quote_ident(extname) as extension
        from (select d.*, extname, identity, upper(type) as word
            from pg_depend d join pg_extension e on e.oid = refobjid cross join lateral pg_identify_object(classid, objid, 0)
            where deptype = 'x' and refclassid = 'pg_extension'::regclass) x order by 1)sql",
    .create = "ALTER {object} DEPENDS ON EXTENSION {extension}",
    .drop = "ALTER {object} NO DEPENDS ON EXTENSION {extension}",
    .columns = {{"object", Ignored{}}, {"extension", Ignored{}}},
    .drops = {.lock = Lock::none},
    .ties = true,
    // The object itself does without the extension.
    .dependencies = R"sql(select classid, objid, 0, refclassid, refobjid, 0, '-' from pg_depend where deptype = 'x')sql",
    .nodes = {"AlterObjectDependsStmt"},
};

}  // namespace plumb::kind
