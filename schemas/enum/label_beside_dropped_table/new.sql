CREATE TYPE state AS ENUM ('open', 'ajar', 'closed');
CREATE TABLE door (id integer PRIMARY KEY, state state);
