CREATE TABLE m (region text NOT NULL, at date NOT NULL, v int) PARTITION BY LIST (region);
CREATE TABLE m_eu PARTITION OF m FOR VALUES IN ('eu');
