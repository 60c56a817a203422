INSERT INTO word VALUES ('second');
