create table public.country (code text primary key, name text not null, doc jsonb, raw bytea, tags text[]);
-- plumb: rows exact
insert into public.country values ('de', 'Germany', '{"a": 2}', '\xdeadbeef', '{a,"b c",NULL,"d''e"}'), ('fr', 'France', '[]', null, null);
