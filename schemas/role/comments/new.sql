CREATE ROLE app;
CREATE ROLE other;
CREATE ROLE fresh;
COMMENT ON ROLE app IS 'the shop''s application';
COMMENT ON ROLE fresh IS 'new';
