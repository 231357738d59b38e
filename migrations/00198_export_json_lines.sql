-- +goose Up
-- Exports in the background are made as JSON Lines too.
ALTER TABLE export_errand DROP CONSTRAINT export_errand_format_check,
    ADD CONSTRAINT export_errand_format_check CHECK (format IN ('csv', 'xlsx', 'json', 'jsonl'));

-- +goose Down
DELETE FROM export_errand WHERE format = 'jsonl';
ALTER TABLE export_errand DROP CONSTRAINT export_errand_format_check,
    ADD CONSTRAINT export_errand_format_check CHECK (format IN ('csv', 'xlsx', 'json'));
