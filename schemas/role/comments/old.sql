CREATE ROLE app;
CREATE ROLE other;
COMMENT ON ROLE app IS 'the application';
