CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE couple AS (a integer, b integer);
CREATE OPERATOR CLASS boxes FOR TYPE box USING gist AS
    OPERATOR 3 &&, OPERATOR 15 <-> (box, point) FOR ORDER BY float_ops,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal);
CREATE OPERATOR CLASS pairs DEFAULT FOR TYPE pair USING btree AS STORAGE pair;
CREATE OPERATOR CLASS changed FOR TYPE couple USING btree AS OPERATOR 1 < (record, record), FUNCTION 1 btrecordcmp(record, record);
CREATE OPERATOR CLASS texts FOR TYPE text[] USING gin AS
    OPERATOR 1 && (anyarray, anyarray), FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal), STORAGE text;
CREATE TABLE t (a box, EXCLUDE USING gist (a boxes WITH &&));
CREATE INDEX t_a ON t USING gist (a boxes);
