-- +goose Up
-- The page of an act names those that were merged into it.
CREATE INDEX act_merged_into ON act (merged_into) WHERE merged_into IS NOT NULL;

-- +goose Down
DROP INDEX act_merged_into;
