package act

import (
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
)

// storing is what an import writes of some acts, a statement for each table:
// one for each act would take longer than all else.
type storing struct {
	at        time.Time
	ids       []ID
	texts     [len(textColumns)][]string
	orgs      []organization.ID
	submitted []*time.Time
	published []*time.Time
	moves     struct {
		ids      []ID
		from, to []Status
	}
	lists     parts
	addressed []ID          // acts whose old addresses are replaced
	addresses map[string]ID // the act of each old address
}

// textColumns is the texts of an act in the order of storing.texts.
var textColumns = [...]func(in Import) string{
	func(in Import) string { return in.Ref },
	func(in Import) string { return string(in.Status) },
	func(in Import) string { return string(in.Content.Stage) },
	func(in Import) string { return in.Content.Language },
	func(in Import) string { return in.Content.Title },
	func(in Import) string { return in.Content.Lead },
	func(in Import) string { return in.Content.Need },
	func(in Import) string { return in.Content.Approach },
	func(in Import) string { return in.Content.Results },
	func(in Import) string { return in.Content.Lessons },
	func(in Import) string { return in.Content.Unit },
	func(in Import) string { return in.Content.Locality },
	func(in Import) string { return in.Content.MunicipalityCode },
	func(in Import) string { return in.Content.Started },
	func(in Import) string { return in.Content.Ended },
	func(Import) string { return "" }, // the address, see insert
}

// insert takes in a new act.
func (s *storing) insert(id ID, address string, in Import) {
	s.ids = append(s.ids, id)
	for i, text := range textColumns {
		s.texts[i] = append(s.texts[i], text(in))
	}
	s.texts[len(s.texts)-1][len(s.ids)-1] = address
	s.orgs = append(s.orgs, in.Content.OrganizationID)
	s.submitted, s.published = append(s.submitted, in.SubmittedAt), append(s.published, in.PublishedAt)
	s.move(id, "", in.Status)
	s.lists.add(id, in.Content)
	s.address(id, in.LegacyURLs)
}

// move takes in a change of status.
func (s *storing) move(id ID, from, to Status) {
	s.moves.ids, s.moves.from, s.moves.to = append(s.moves.ids, id), append(s.moves.from, from), append(s.moves.to, to)
}

// address takes in the old addresses of an act; the last act of an address has
// it.
func (s *storing) address(id ID, urls []string) {
	s.addressed = append(s.addressed, id)
	for _, u := range urls {
		if s.addresses == nil {
			s.addresses = map[string]ID{}
		}
		s.addresses[u] = id
	}
}

// queue adds the statements.
func (s *storing) queue(b *pgx.Batch) {
	if len(s.ids) > 0 {
		t := s.texts
		b.Queue(`
			INSERT INTO act (id, ref, status, stage, language, title, lead, need, approach, results, lessons, unit, locality,
			                 municipality_code, started, ended, slug, organization_id, submitted_at, first_published_at)
			OVERRIDING SYSTEM VALUE
			SELECT id, ref, status, nullif(stage, ''), language, title, lead, need, approach, results, lessons, unit, locality,
			       nullif(place, ''), to_date(nullif(started, ''), 'YYYY-MM'), to_date(nullif(ended, ''), 'YYYY-MM'), nullif(slug, ''),
			       org, submitted, published
			FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
			            $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bigint[],
			            $19::timestamptz[], $20::timestamptz[])
				AS x (id, ref, status, stage, language, title, lead, need, approach, results, lessons, unit, locality, place,
				      started, ended, slug, org, submitted, published)`,
			s.ids, t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11], t[12], t[13], t[14], t[15],
			s.orgs, s.submitted, s.published)
	}
	if m := s.moves; len(m.ids) > 0 {
		b.Queue(`
			INSERT INTO act_transition (act_id, from_status, to_status, reason, revision, at)
			SELECT id, before, after, 'import', 0, $4 FROM unnest($1::bigint[], $2::text[], $3::text[]) AS x (id, before, after)`,
			m.ids, m.from, m.to, s.at)
	}
	s.lists.queue(b)
	s.queueAddresses(b)
}

func (s *storing) queueAddresses(b *pgx.Batch) {
	if len(s.addressed) == 0 {
		return
	}
	urls := slices.Sorted(maps.Keys(s.addresses))
	ids := make([]ID, len(urls))
	for i, u := range urls {
		ids[i] = s.addresses[u]
	}
	b.Queue("DELETE FROM act_legacy_url WHERE act_id = ANY($1) AND NOT url = ANY($2)", s.addressed, urls)
	if len(urls) > 0 {
		b.Queue(`
			INSERT INTO act_legacy_url (url, act_id, key) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
			ON CONFLICT (url) DO UPDATE SET act_id = excluded.act_id, key = excluded.key`, urls, ids, keysOf(urls))
	}
}
