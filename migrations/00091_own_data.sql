-- +goose Up
-- Who asks to be forgotten leaves a row without a name or an address: acts and
-- logs point at it, and it tells nothing of anybody.
ALTER TABLE account
    ADD COLUMN forgotten_at timestamptz,
    ADD CONSTRAINT account_forgotten CHECK (forgotten_at IS NULL OR (
        name = '' AND title = '' AND phone = '' AND password_hash = '' AND roles = '{}'
        AND email LIKE '%.invalid' AND organization_id IS NULL AND disabled_at IS NOT NULL));

-- In which frozen texts somebody is a contact, whatever the case of the letters.
CREATE INDEX act_revision_contacts ON act_revision USING gin ((lower(content->>'Contacts')::jsonb) jsonb_path_ops);

-- An old address leads on also when nobody knows any more who pointed it.
ALTER TABLE redirect
    DROP CONSTRAINT redirect_created_by_fkey,
    ADD CONSTRAINT redirect_created_by_fkey FOREIGN KEY (created_by) REFERENCES account ON DELETE SET NULL;

-- +goose Down
ALTER TABLE redirect
    DROP CONSTRAINT redirect_created_by_fkey,
    ADD CONSTRAINT redirect_created_by_fkey FOREIGN KEY (created_by) REFERENCES account;
DROP INDEX act_revision_contacts;
ALTER TABLE account DROP CONSTRAINT account_forgotten, DROP COLUMN forgotten_at;
