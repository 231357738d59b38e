package act

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// queueParts adds the statements that replace the lists of an act: sectors,
// themes, tags, partners, contacts and links.
func queueParts(b *pgx.Batch, id ID, c Content) {
	for _, table := range []string{
		"DELETE FROM act_term WHERE act_id = $1", "DELETE FROM act_tag WHERE act_id = $1",
		"DELETE FROM act_partner WHERE act_id = $1", "DELETE FROM act_contact WHERE act_id = $1",
		"DELETE FROM act_link WHERE act_id = $1",
	} {
		b.Queue(table, id)
	}
	insertParts(b, id, c)
}

// insertParts is queueParts for an act that has none yet.
func insertParts(b *pgx.Batch, id ID, c Content) {
	b.Queue(`
		INSERT INTO act_term (act_id, term_id, kind, position)
		SELECT $1::bigint, t, 'sector', n - 1 FROM unnest($2::smallint[]) WITH ORDINALITY AS x(t, n)
		UNION ALL
		SELECT $1::bigint, t, 'theme', n - 1 FROM unnest($3::smallint[]) WITH ORDINALITY AS x(t, n)`, id, c.SectorIDs, c.ThemeIDs)
	if len(c.Tags) > 0 {
		b.Queue(`INSERT INTO tag (name) SELECT unnest($1::text[]) ON CONFLICT (name) DO NOTHING`, c.Tags)
		b.Queue(`
			INSERT INTO act_tag (act_id, tag_id, position)
			SELECT $1::bigint, t.id, min(n) - 1
			FROM unnest($2::text[]) WITH ORDINALITY AS x(name, n) JOIN tag t USING (name)
			GROUP BY t.id`, id, c.Tags)
	}
	if len(c.PartnerIDs) > 0 {
		b.Queue(`
			INSERT INTO act_partner (act_id, organization_id, position)
			SELECT $1::bigint, o, min(n) - 1 FROM unnest($2::bigint[]) WITH ORDINALITY AS x(o, n) GROUP BY o`, id, c.PartnerIDs)
	}
	for i, p := range c.Contacts {
		b.Queue(`
			INSERT INTO act_contact (act_id, position, name, title, email, phone, organization, consent, visible_to)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			id, i, p.Name, p.Title, p.Email, p.Phone, p.Organization, p.Consent, p.VisibleTo)
	}
	if len(c.Links) > 0 {
		b.Queue(`
			INSERT INTO act_link (act_id, position, url)
			SELECT $1::bigint, n - 1, url FROM unnest($2::text[]) WITH ORDINALITY AS x(url, n)`, id, c.Links)
	}
}

// send runs a batch whose statements return nothing.
func send(ctx context.Context, tx pgx.Tx, b *pgx.Batch) error {
	return tx.SendBatch(ctx, b).Close()
}
