-- +goose Up
-- The log is read from its end, by person and by day.
CREATE INDEX audit_entry_person ON audit_entry (coalesce(account_id, 0), id);
CREATE INDEX audit_entry_day ON audit_entry (created_at);

-- What nobody may change or delete cannot be emptied either.
CREATE TRIGGER audit_entry_kept BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TRIGGER audit_entry_kept ON audit_entry;
DROP INDEX audit_entry_day, audit_entry_person;
