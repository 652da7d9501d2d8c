CREATE TABLE public.t (id int, note text, remark text);
