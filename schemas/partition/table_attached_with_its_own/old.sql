CREATE TABLE log (id int NOT NULL, at date NOT NULL, what text, CONSTRAINT log_key PRIMARY KEY (id, at), CONSTRAINT said CHECK (what <> '')) PARTITION BY RANGE (at);
CREATE INDEX log_what ON log (what);
CREATE TABLE log_2025 PARTITION OF log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE "Log 2026" (what text, id int NOT NULL, at date NOT NULL, CONSTRAINT odd_key PRIMARY KEY (id, at), CONSTRAINT said CHECK (what <> ''));
CREATE INDEX "odd what" ON "Log 2026" (what);
CREATE INDEX own ON "Log 2026" (at DESC);
COMMENT ON INDEX "odd what" IS 'kept';
COMMENT ON CONSTRAINT odd_key ON "Log 2026" IS 'kept too';
CREATE VIEW shown AS SELECT * FROM "Log 2026";
