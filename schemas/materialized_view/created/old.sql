CREATE TABLE sale (amount int);
