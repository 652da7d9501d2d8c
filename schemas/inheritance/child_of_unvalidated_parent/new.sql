CREATE TABLE parent (a integer);
CREATE TABLE validated () INHERITS (parent);
CREATE TABLE unvalidated () INHERITS (parent);
CREATE TABLE validated_now () INHERITS (parent);
CREATE TABLE added () INHERITS (parent);
ALTER TABLE parent ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
ALTER TABLE validated_now VALIDATE CONSTRAINT positive;
