CREATE SCHEMA logs;
CREATE TABLE logs.line (at timestamptz, words text);
CREATE TABLE visit (at timestamptz, who text);
CREATE TABLE reading (at date NOT NULL, value int) PARTITION BY RANGE (at);
CREATE TABLE reading_2026 PARTITION OF reading FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE item (id int PRIMARY KEY);
CREATE PUBLICATION "some" FOR TABLE visit, reading, item;
CREATE PUBLICATION of_logs FOR TABLES IN SCHEMA logs;
