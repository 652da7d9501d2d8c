CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid user=app' PUBLICATION a, b WITH (connect = false, slot_name = 's_slot');
CREATE SUBSCRIPTION goes CONNECTION 'host=nowhere.invalid' PUBLICATION a WITH (connect = false);
