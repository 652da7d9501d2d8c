CREATE TABLE public.t (
    id int,
    -- plumb: renamed from nota
    remark text
);
