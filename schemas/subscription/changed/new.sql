CREATE SUBSCRIPTION s CONNECTION 'host=elsewhere.invalid user=app' PUBLICATION b, c WITH (connect = false, slot_name = 's_slot', synchronous_commit = remote_write);
COMMENT ON SUBSCRIPTION s IS 'from the shop';
CREATE SUBSCRIPTION comes CONNECTION 'postgresql://me:mine@nowhere.invalid/shop' PUBLICATION a WITH (connect = false, slot_name = NONE);
