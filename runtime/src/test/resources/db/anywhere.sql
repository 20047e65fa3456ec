CREATE TABLE anywhere (id int);
