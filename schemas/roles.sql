-- roles that the cases name; created once per cluster
CREATE ROLE shop_app;
CREATE ROLE shop_reader;
CREATE ROLE shop_owner;
CREATE ROLE "Odd ""Role""";
