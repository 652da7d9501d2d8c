CREATE TABLE note (id int PRIMARY KEY, author name, body text);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON note USING (author = current_user);
CREATE VIEW my_note WITH (security_invoker = true, security_barrier = true) AS SELECT id, body FROM note;
CREATE VIEW checked WITH (check_option = cascaded) AS SELECT id, body FROM note WHERE id > 0;
GRANT SELECT ON my_note TO shop_app;
