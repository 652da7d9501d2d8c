-- plumb: unmanaged
CREATE TABLE job (id int);
