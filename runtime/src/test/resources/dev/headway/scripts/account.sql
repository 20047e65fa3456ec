-- Accounts; with names.
CREATE TABLE account (id int, name varchar(50));

INSERT INTO account VALUES (1, 'a;b');
INSERT INTO account VALUES (2, 'naïve -- no comment'); /* ; */
INSERT INTO account VALUES (3, '?')
