CREATE TABLE public.t (
    id int,
    remark text -- plumb: renamed from note
);
