package act

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// A Summary is as much of an act as a list shows.
type Summary struct {
	ID               ID
	Ref, Slug        string
	Title, Lead      string
	Language         string
	Stage            Stage
	Status           Status
	OwnerID          account.ID
	AuthorIDs        []account.ID
	OrganizationID   organization.ID
	SectorIDs        []taxonomy.ID // the first is the primary one
	ThemeIDs         []taxonomy.ID
	SubmittedAt      *time.Time
	FirstPublishedAt *time.Time
	Revision         int
	Version          int
	Update           bool // of an act that is out: its title, lead and status are the update's
}

// SectorID is the primary sector; 0 if there is none.
func (s Summary) SectorID() taxonomy.ID {
	if len(s.SectorIDs) == 0 {
		return 0
	}
	return s.SectorIDs[0]
}

const summaryColumns = `
	a.id, a.ref, coalesce(a.slug, '') AS slug, a.title, a.lead, a.language, coalesce(a.stage, '') AS stage, a.status,
	coalesce(a.owner_id, 0) AS owner_id, ARRAY(SELECT account_id FROM act_author WHERE act_id = a.id) AS author_ids, coalesce(a.organization_id, 0) AS organization_id,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'sector' ORDER BY position) AS sector_ids,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'theme' ORDER BY position) AS theme_ids,
	a.submitted_at, a.first_published_at, a.revision, a.version, false AS update`

// updateColumns is summaryColumns of an update.
const updateColumns = `
	a.id, a.ref, coalesce(a.slug, '') AS slug, u.content->>'Title' AS title, u.content->>'Lead' AS lead, u.content->>'Language' AS language,
	u.content->>'Stage' AS stage, u.status, coalesce(a.owner_id, 0) AS owner_id, ARRAY(SELECT account_id FROM act_author WHERE act_id = a.id) AS author_ids, coalesce(a.organization_id, 0) AS organization_id,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'sector' ORDER BY position) AS sector_ids,
	ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'theme' ORDER BY position) AS theme_ids,
	u.submitted_at, a.first_published_at, a.revision, u.version, true AS update`

// Waiting is those of some acts and their updates that wait for a decision, or
// for what comes after it. Callers see to it that the reader is a moderator.
func (s *Service) Waiting(ctx context.Context, ids []ID) (map[ID]Summary, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	acts, err := postgres.All[Summary](ctx, s.db, `
		SELECT `+summaryColumns+` FROM act a
		WHERE a.id = ANY($1) AND a.status IN ('submitted', 'in_review', 'changes_requested', 'approved')
		UNION ALL
		SELECT `+updateColumns+` FROM act_update u JOIN act a ON a.id = u.act_id WHERE u.act_id = ANY($1) AND u.status <> 'draft'`, ids)
	waiting := make(map[ID]Summary, len(acts))
	for _, a := range acts {
		waiting[a.ID] = a
	}
	return waiting, wrap("list", "the waiting acts", err)
}

// A Step is one transition in the life of an act.
type Step struct {
	FromStatus, ToStatus Status
	ByID                 account.ID // 0: the clock or an import
	Reason               string
	OfUpdate             bool // of an update, while the act itself stayed out
	At                   time.Time
}

// Life is the transitions of an act, oldest first. Who may see the act's
// Status may see them; callers ask Find first.
func (s *Service) Life(ctx context.Context, id ID) ([]Step, error) {
	steps, err := postgres.All[Step](ctx, s.db, `
		SELECT from_status, to_status, coalesce(by_id, 0) AS by_id, reason, of_update, at
		FROM act_transition
		WHERE act_id = $1
		ORDER BY id`, id)
	return steps, wrap("read the life of", id, err)
}

// LastWords is the reason of the last step of each act, and of its update,
// when a moderator gave one: what the author reads.
func (s *Service) LastWords(ctx context.Context, acts []Act) (ofAct, ofUpdate map[ID]string, err error) {
	ids := make([]ID, len(acts))
	for i, a := range acts {
		ids[i] = a.ID
	}
	steps, err := postgres.All[struct {
		ActID    ID
		OfUpdate bool
		Reason   string
	}](ctx, s.db, `
		SELECT DISTINCT ON (act_id, of_update) act_id, of_update, reason
		FROM act_transition
		WHERE act_id = ANY($1)
		ORDER BY act_id, of_update, id DESC`, ids)
	if err != nil {
		return nil, nil, fmt.Errorf("last words about acts: %w", err)
	}
	ofAct, ofUpdate = map[ID]string{}, map[ID]string{}
	for _, s := range steps {
		if s.OfUpdate {
			ofUpdate[s.ActID] = s.Reason
		} else {
			ofAct[s.ActID] = s.Reason
		}
	}
	return ofAct, ofUpdate, nil
}

// Exported is an act with what only files tell of it.
type Exported struct {
	Act
	LegacyURLs []string
}

// Export is the acts with the ids, whatever their status, in the order of the
// ids. Callers see to it that the reader may have them.
func (s *Service) Export(ctx context.Context, ids []ID) ([]Exported, error) {
	acts, err := postgres.All[Exported](ctx, s.db, `
		SELECT `+columns+`, ARRAY(SELECT url FROM act_legacy_url WHERE act_id = a.id ORDER BY url) AS legacy_urls
		FROM unnest($1::bigint[]) WITH ORDINALITY AS x(id, n)
		JOIN act a USING (id)
		ORDER BY n`, ids)
	return acts, wrap("export", "acts", err)
}

// IDs is the acts of some statuses, the newest first; what was dropped before
// it was sent counts as a draft. Callers see to it that the reader may know of
// them.
func (s *Service) IDs(ctx context.Context, statuses []Status) ([]ID, error) {
	rows, err := postgres.All[struct{ ID ID }](ctx, s.db, `
		SELECT id FROM act
		WHERE status = ANY($1)
		  AND ('draft' = ANY($1) OR NOT (status = 'withdrawn' AND revision = 0 AND owner_id IS NOT NULL))
		ORDER BY coalesce(first_published_at, submitted_at, created_at) DESC, id DESC`, statuses)
	ids := make([]ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	return ids, wrap("list", "acts by status", err)
}

// IDsOf is the ids that the counting module gives as plain numbers.
func IDsOf(numbers []int64) []ID {
	ids := make([]ID, len(numbers))
	for i, n := range numbers {
		ids[i] = ID(n)
	}
	return ids
}

// Before is the text that an act on the table has grown out of: that which is
// out when it is an update, else the one sent before; false if it is the first.
func (s *Service) Before(ctx context.Context, a Act) (Content, bool, error) {
	if a.Updating {
		live, err := repository{s.db}.find(ctx, a.ID)
		return live.Content, err == nil, err
	}
	if a.Revision < 2 || !a.Status.Waiting() {
		return Content{}, false, nil
	}
	texts, err := postgres.Values[Content](ctx, s.db, "SELECT content FROM act_revision WHERE act_id = $1 AND number = $2", a.ID, a.Revision-1)
	if err != nil || len(texts) == 0 {
		return Content{}, false, wrap("read the text before", a.ID, err)
	}
	return texts[0], true, nil
}

// MergedRefs is the reference of the act that each merged act leads to, by its
// own reference. They are few.
func (s *Service) MergedRefs(ctx context.Context) (map[string]string, error) {
	pairs, err := postgres.All[struct{ Ref, Into string }](ctx, s.db, `
		SELECT a.ref, b.ref AS into FROM act a JOIN act b ON b.id = a.merged_into`)
	refs := make(map[string]string, len(pairs))
	for _, p := range pairs {
		refs[p.Ref] = p.Into
	}
	return refs, wrap("list", "references of merged acts", err)
}

// MergedInto is the acts that lead to an act, the first merged first: its page
// names them and theirs.
func (s *Service) MergedInto(ctx context.Context, id ID) ([]Summary, error) {
	acts, err := postgres.All[Summary](ctx, s.db, `
		SELECT `+summaryColumns+` FROM act a
		WHERE a.merged_into = $1
		ORDER BY (SELECT max(t.id) FROM act_transition t WHERE t.act_id = a.id), a.id`, id)
	return acts, wrap("list what was merged into", id, err)
}
