-- +goose Up
-- The queue is counted whenever a moderator looks at it: from the index alone.
CREATE INDEX act_waiting ON act (submitted_at, id) INCLUDE (status, created_at, publish_at)
    WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved');
DROP INDEX act_queue;

-- +goose Down
CREATE INDEX act_queue ON act (submitted_at) WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved');
DROP INDEX act_waiting;
