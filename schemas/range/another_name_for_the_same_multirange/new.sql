CREATE TYPE cashrange AS RANGE (SUBTYPE = money);
