-- plumb: renamed from t
CREATE TABLE public.t2 (
    id int,
    -- plumb: renamed from note
    remark text
);
-- plumb: renamed from s
CREATE SCHEMA s2;
-- plumb: renamed from f
CREATE FUNCTION s2.g() RETURNS int LANGUAGE sql AS 'SELECT 1';
