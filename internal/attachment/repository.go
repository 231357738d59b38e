package attachment

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the table attachment.
type repository struct{ q postgres.Querier }

const columns = `id, act_id, kind, name, media_type, size, alt, state, reason, width, height, widths, blob, created_at, held, held_alt,
	coalesce((SELECT outcome FROM attachment_text WHERE attachment_id = attachment.id), '') AS words`

func (r repository) find(ctx context.Context, id ID) (Attachment, error) {
	a, err := postgres.One[Attachment](ctx, r.q, `SELECT `+columns+` FROM attachment WHERE id = $1`, id)
	return a, wrap("find", id, err)
}

func (r repository) of(ctx context.Context, id act.ID) ([]Attachment, error) {
	all, err := postgres.All[Attachment](ctx, r.q, `
		SELECT `+columns+` FROM attachment WHERE act_id = $1 ORDER BY position, id`, id)
	return all, wrap("list the attachments of", id, err)
}

// insert is the new attachment; none when the act has the same file already.
func (r repository) insert(ctx context.Context, a Attachment, digest []byte) ([]Attachment, error) {
	all, err := postgres.All[Attachment](ctx, r.q, `
		INSERT INTO attachment (act_id, position, kind, name, media_type, size, digest, state, blob, held)
		SELECT $1::bigint, coalesce(max(position), 0) + 1, $2::text, $3::text, $4::text, $5::bigint, $6::bytea, $7::text, $8::text, $9::text
		FROM attachment WHERE act_id = $1::bigint
		ON CONFLICT (act_id, digest) DO NOTHING
		RETURNING `+columns, a.ActID, a.Kind, a.Name, a.MediaType, a.Size, digest, a.State, a.Blob, a.Held)
	return all, wrap("insert", a.Name, err)
}

func (r repository) describe(ctx context.Context, of act.Act, id ID, alt string) error {
	return wrap("describe", id, postgres.Exec(ctx, r.q, `
		UPDATE attachment SET alt = CASE WHEN $4 AND held <> 'added' THEN alt ELSE $3 END, held_alt = CASE WHEN $4 AND held <> 'added' THEN $3 END
		WHERE id = $1 AND act_id = $2`, id, of.ID, alt, of.Updating))
}

// hold has an update remove a file that is out.
func (r repository) hold(ctx context.Context, of act.ID, id ID) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		UPDATE attachment SET held = 'removed' WHERE id = $1 AND act_id = $2 AND held = '' RETURNING id`, id, of)
	return ids, wrap("hold", id, err)
}

// keep takes back that an update removes a file.
func (r repository) keep(ctx context.Context, of act.ID, digest []byte) error {
	return wrap("keep", "a file", postgres.Exec(ctx, r.q, `
		UPDATE attachment SET held = '' WHERE act_id = $1 AND digest = $2 AND held = 'removed'`, of, digest))
}

// release ends what an update holds of an act: what it did comes true, or is
// forgotten. It is the files that go.
func (r repository) release(ctx context.Context, of act.ID, applied bool) ([]Attachment, error) {
	gone, err := postgres.All[Attachment](ctx, r.q, `
		DELETE FROM attachment WHERE act_id = $1 AND held = CASE WHEN $2 THEN 'removed' ELSE 'added' END RETURNING `+columns, of, applied)
	if err != nil {
		return nil, wrap("release the files of", of, err)
	}
	return gone, wrap("release the files of", of, postgres.Exec(ctx, r.q, `
		UPDATE attachment SET alt = CASE WHEN $2 THEN coalesce(held_alt, alt) ELSE alt END, held = '', held_alt = NULL
		WHERE act_id = $1 AND (held <> '' OR held_alt IS NOT NULL)`, of, applied))
}

// delete is what was deleted, if it was there.
func (r repository) delete(ctx context.Context, of act.ID, id ID) ([]Attachment, error) {
	gone, err := postgres.All[Attachment](ctx, r.q, `
		DELETE FROM attachment WHERE id = $1 AND act_id = $2 RETURNING `+columns, id, of)
	return gone, wrap("delete", id, err)
}

// finish ends the waiting; no row when somebody else has ended it.
func (r repository) finish(ctx context.Context, a Attachment) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		UPDATE attachment
		SET state = $2, reason = $3, name = $4, media_type = $5, width = $6, height = $7, widths = $8
		WHERE id = $1 AND state = 'waiting'
		RETURNING id`, a.ID, a.State, a.Reason, a.Name, a.MediaType, a.Width, a.Height, a.Widths)
	return ids, wrap("finish", a.ID, err)
}

// stuck is what has waited for a day.
func (r repository) stuck(ctx context.Context) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		SELECT id FROM attachment WHERE state = 'waiting' AND created_at < now() - interval '1 day' ORDER BY id`)
	return ids, wrap("list", "the attachments that wait", err)
}

// known is those of some blobs that an attachment has.
func (r repository) known(ctx context.Context, blobs []string) ([]string, error) {
	known, err := postgres.Values[string](ctx, r.q, `SELECT blob FROM attachment WHERE blob = ANY($1)`, blobs)
	return known, wrap("look up", fmt.Sprintf("%d blobs", len(blobs)), err)
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
