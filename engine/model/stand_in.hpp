// What stands for a secret wherever it could be seen: SQL that the catalog queries and whoever knows the secrets share.
#pragma once

/// The last part of a stand-in, of a text: too slow to try many, and too short to tell which one it was.
#define STAND_IN_HASH(salt, text)                                                                                         \
    "(with recursive h (n, x) as (select 0, sha256(convert_to(" salt " || " text ", 'UTF8')) union all"                 \
    " select n + 1, sha256(x) from h where n < 4096) select left(encode(x, 'hex'), 8) from h where n = 4096)"

/// The stand-in for a secret of an object, of which stand-ins stand for themselves.
#define STAND_IN(object, secret)                                                                                          \
    "(select case when v ~ ('^plumb_secret_' || s || '_[0-9a-f]{8}$') then v else 'plumb_secret_' || s || '_' || "     \
    STAND_IN_HASH("s", "v") " end from (select left(md5(" object "), 8) as s, " secret " as v) x)"

/// The password of a connection string, as it is written there: second arguments of regexp_match and regexp_replace.
#define PASSWORD_PAIR "'((?:^|\\s)password\\s*=\\s*)(''(?:[^''\\\\]|\\\\.)*''|[^\\s'']\\S*)'"
#define PASSWORD_URI "'(://[^/?#@]*:|[?&]password=)([^@/?&#]*)'"
