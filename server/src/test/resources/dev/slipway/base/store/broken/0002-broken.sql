CREATE TABLE half (text text);
SELECT no_such_column FROM half;
