package act

import (
	"context"
	"maps"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
)

// parts is the lists of some acts: sectors and themes, tags, partners, contacts
// and links. One statement for each table stores them, however many acts there
// are.
type parts struct {
	replaced []ID // acts that have lists already
	terms    column[taxonomy.ID]
	kinds    []taxonomy.Kind
	tags     column[string]
	partners column[organization.ID]
	links    column[string]
	contacts column[Contact]
}

// A column is the values of one list of some acts.
type column[T any] struct {
	acts      []ID
	positions []int16
	values    []T
}

func (c *column[T]) add(id ID, values []T) {
	for i, v := range values {
		c.acts, c.positions, c.values = append(c.acts, id), append(c.positions, int16(i)), append(c.values, v)
	}
}

// add takes in the lists of an act that has none yet.
func (p *parts) add(id ID, c Content) {
	p.terms.add(id, c.SectorIDs)
	p.terms.add(id, c.ThemeIDs)
	p.kinds = append(p.kinds, slices.Repeat([]taxonomy.Kind{taxonomy.Sector}, len(c.SectorIDs))...)
	p.kinds = append(p.kinds, slices.Repeat([]taxonomy.Kind{taxonomy.Theme}, len(c.ThemeIDs))...)
	p.tags.add(id, c.Tags)
	p.partners.add(id, c.PartnerIDs)
	p.links.add(id, c.Links)
	p.contacts.add(id, c.Contacts)
}

// replace takes in the lists of an act that has others.
func (p *parts) replace(id ID, c Content) {
	p.replaced = append(p.replaced, id)
	p.add(id, c)
}

// queue adds the statements that store the lists.
func (p *parts) queue(b *pgx.Batch) {
	if len(p.replaced) > 0 {
		for _, table := range []string{
			"DELETE FROM act_term WHERE act_id = ANY($1)", "DELETE FROM act_tag WHERE act_id = ANY($1)",
			"DELETE FROM act_partner WHERE act_id = ANY($1)", "DELETE FROM act_contact WHERE act_id = ANY($1)",
			"DELETE FROM act_link WHERE act_id = ANY($1)",
		} {
			b.Queue(table, p.replaced)
		}
	}
	if t := p.terms; len(t.acts) > 0 {
		b.Queue(`
			INSERT INTO act_term (act_id, term_id, kind, position)
			SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::smallint[])`, t.acts, t.values, p.kinds, t.positions)
	}
	p.queueTags(b)
	if t := p.partners; len(t.acts) > 0 {
		b.Queue(`
			INSERT INTO act_partner (act_id, organization_id, position)
			SELECT act_id, organization_id, min(position)
			FROM unnest($1::bigint[], $2::bigint[], $3::smallint[]) AS x (act_id, organization_id, position)
			GROUP BY act_id, organization_id`, t.acts, t.values, t.positions)
	}
	if t := p.links; len(t.acts) > 0 {
		b.Queue(`
			INSERT INTO act_link (act_id, url, position)
			SELECT * FROM unnest($1::bigint[], $2::text[], $3::smallint[])`, t.acts, t.values, t.positions)
	}
	p.queueContacts(b)
}

// queueTags makes the tags that are new, in the order of the alphabet so that
// two writers never wait for each other.
func (p *parts) queueTags(b *pgx.Batch) {
	t := p.tags
	if len(t.acts) == 0 {
		return
	}
	names := map[string]bool{}
	for _, n := range t.values {
		names[n] = true
	}
	b.Queue("INSERT INTO tag (name) SELECT unnest($1::text[]) ON CONFLICT (name) DO NOTHING", slices.Sorted(maps.Keys(names)))
	b.Queue(`
		INSERT INTO act_tag (act_id, tag_id, position)
		SELECT x.act_id, t.id, min(x.position)
		FROM unnest($1::bigint[], $2::text[], $3::smallint[]) AS x (act_id, name, position) JOIN tag t USING (name)
		GROUP BY x.act_id, t.id`, t.acts, t.values, t.positions)
}

func (p *parts) queueContacts(b *pgx.Batch) {
	t := p.contacts
	if len(t.acts) == 0 {
		return
	}
	texts := [6][]string{}
	consents := make([]bool, len(t.values))
	for i, c := range t.values {
		consents[i] = c.Consent
		for n, text := range []string{c.Name, c.Title, c.Email, c.Phone, c.Organization, string(c.VisibleTo)} {
			texts[n] = append(texts[n], text)
		}
	}
	b.Queue(`
		INSERT INTO act_contact (act_id, position, name, title, email, phone, organization, visible_to, consent)
		SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[])`,
		t.acts, t.positions, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], consents)
}

// writeListsTx stores the lists of an act that it did not have before. As a
// rule it has: who writes a text changes one field at a time.
func writeListsTx(ctx context.Context, tx pgx.Tx, before, a Act) error {
	if sameLists(before.Content, a.Content) {
		return nil
	}
	var b pgx.Batch
	var lists parts
	lists.replace(a.ID, a.Content)
	lists.queue(&b)
	return wrap("write the lists of", a.ID, send(ctx, tx, &b))
}

func sameLists(a, b Content) bool {
	return slices.Equal(a.SectorIDs, b.SectorIDs) && slices.Equal(a.ThemeIDs, b.ThemeIDs) && slices.Equal(a.Tags, b.Tags) &&
		slices.Equal(a.PartnerIDs, b.PartnerIDs) && slices.Equal(a.Links, b.Links) && slices.Equal(a.Contacts, b.Contacts)
}

// withOwnLists is c with lists that can be changed in their place.
func (c Content) withOwnLists() Content {
	c.SectorIDs, c.ThemeIDs, c.Tags = slices.Clone(c.SectorIDs), slices.Clone(c.ThemeIDs), slices.Clone(c.Tags)
	c.PartnerIDs, c.Links, c.Contacts = slices.Clone(c.PartnerIDs), slices.Clone(c.Links), slices.Clone(c.Contacts)
	return c
}

// send runs a batch whose statements return nothing.
func send(ctx context.Context, tx pgx.Tx, b *pgx.Batch) error {
	return tx.SendBatch(ctx, b).Close()
}
