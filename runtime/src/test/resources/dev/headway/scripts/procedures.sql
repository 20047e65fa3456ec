CREATE PROCEDURE rename_account(IN old_name varchar(50), IN new_name varchar(50))
BEGIN
    -- only one; never more
    DECLARE found int;
    SELECT count(*) INTO found FROM account WHERE name = old_name;
    IF found = 1 THEN
        UPDATE account SET name = new_name WHERE name = old_name;
    END IF;
END;

CREATE TRIGGER entry_once BEFORE INSERT ON entry FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM entry WHERE account_id = NEW.account_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'once; only';
    END IF;
END;
