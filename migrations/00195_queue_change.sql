-- +goose Up
-- Which acts have moved in the queue of the moderators, and in which
-- transaction: portals keep the queue in memory, and ask here what to read
-- anew. A row is needed for a minute and swept after an hour.
CREATE TABLE queue_change (
    xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
    act_id     bigint NOT NULL, -- no reference: the act may be gone
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, act_id)
);

-- Triggers and not the program, so that no statement can forget it.
-- +goose StatementBegin
CREATE FUNCTION note_queue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'act' THEN
        INSERT INTO queue_change (act_id) VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END) ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO queue_change (act_id) VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.act_id ELSE NEW.act_id END) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

CREATE TRIGGER act_queued AFTER INSERT ON act FOR EACH ROW
    WHEN (NEW.status IN ('submitted', 'in_review', 'changes_requested', 'approved'))
    EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER act_moved AFTER UPDATE ON act FOR EACH ROW
    WHEN ((OLD.owner_id, OLD.organization_id) IS DISTINCT FROM (NEW.owner_id, NEW.organization_id) -- also of an act whose update waits
        OR (OLD.status, OLD.submitted_at, OLD.publish_at, OLD.title, OLD.language) IS DISTINCT FROM (NEW.status, NEW.submitted_at, NEW.publish_at, NEW.title, NEW.language)
        AND (OLD.status IN ('submitted', 'in_review', 'changes_requested', 'approved') OR NEW.status IN ('submitted', 'in_review', 'changes_requested', 'approved')))
    EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER act_unqueued AFTER DELETE ON act FOR EACH ROW
    WHEN (OLD.status IN ('submitted', 'in_review', 'changes_requested', 'approved'))
    EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER act_update_added AFTER INSERT OR DELETE ON act_update FOR EACH ROW EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER act_update_moved AFTER UPDATE ON act_update FOR EACH ROW
    WHEN ((OLD.status <> 'draft' OR NEW.status <> 'draft')
        AND (OLD.status, OLD.submitted_at, OLD.content) IS DISTINCT FROM (NEW.status, NEW.submitted_at, NEW.content))
    EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER act_author_changed AFTER INSERT OR UPDATE OR DELETE ON act_author FOR EACH ROW EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER review_changed AFTER INSERT OR UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER campaign_entry_changed AFTER INSERT OR UPDATE OR DELETE ON campaign_entry FOR EACH ROW EXECUTE FUNCTION note_queue_change();

-- +goose Down
DROP TRIGGER campaign_entry_changed ON campaign_entry;
DROP TRIGGER review_changed ON review;
DROP TRIGGER act_author_changed ON act_author;
DROP TRIGGER act_update_moved ON act_update;
DROP TRIGGER act_update_added ON act_update;
DROP TRIGGER act_unqueued ON act;
DROP TRIGGER act_moved ON act;
DROP TRIGGER act_queued ON act;
DROP FUNCTION note_queue_change();
DROP TABLE queue_change;
