CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE couple AS (a integer, b integer);
CREATE OPERATOR CLASS boxes FOR TYPE box USING gist AS
    OPERATOR 3 &&, OPERATOR 6 ~= (box, box),
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_box_distance(internal, box, smallint, oid, internal);
CREATE OPERATOR CLASS pairs FOR TYPE pair USING btree AS STORAGE pair;
CREATE OPERATOR CLASS changed DEFAULT FOR TYPE couple USING btree AS OPERATOR 1 < (record, record), FUNCTION 1 btrecordcmp(record, record);
CREATE TABLE t (a box, EXCLUDE USING gist (a boxes WITH &&));
CREATE INDEX t_a ON t USING gist (a boxes);
