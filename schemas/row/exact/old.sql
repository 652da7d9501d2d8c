create table public.country (code text primary key, name text not null, doc jsonb, raw bytea, tags text[]);
insert into public.country values ('de', 'Germany', '{"a": 1}', '\xdead', '{a,"b c",NULL}'), ('xx', 'Nowhere', null, '\x00', '{}');
