CREATE TABLE public.t (
    low int, -- plumb: renamed from high
    high int -- plumb: renamed from low
);
