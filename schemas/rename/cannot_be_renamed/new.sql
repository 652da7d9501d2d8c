-- plumb: renamed from <<<
CREATE OPERATOR public.>>> (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
