CREATE TRIGGER entry_once BEFORE INSERT ON entry
BEGIN
    SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE account_id = NEW.account_id)
        THEN raise(ABORT, 'once; only') END;
    UPDATE account SET name = upper(name) WHERE id = NEW.account_id; -- loudly; so
END;
