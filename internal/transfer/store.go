package transfer

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/organization"
)

func (r *run) store(ctx context.Context, tx pgx.Tx) error {
	r.orgs = map[string]organization.ID{}
	importer, err := r.Acts.ImportTx(ctx, tx)
	if err != nil {
		return err
	}
	done := 0
	var rows []Row
	var acts []act.Import
	flush := func() error {
		if err := r.put(ctx, tx, importer, rows, acts); err != nil {
			return err
		}
		rows, acts = rows[:0], acts[:0]
		r.options.Progress(done)
		return nil
	}
	err = r.each(func(row Row, line int, in act.Import, _ []wrong) error {
		done++
		if r.badLine[line] {
			return nil
		}
		if row.Kind == "solution" {
			return r.putSolution(ctx, tx, in)
		}
		if in.Content.OrganizationID, in.Content.PartnerIDs, err = r.organizations(ctx, tx, row); err != nil {
			return err
		}
		rows, acts = append(rows, row), append(acts, in)
		if len(acts) == batch {
			return flush()
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	if err != nil {
		return err
	}
	_, err = importer.Finish(ctx)
	return err
}

// put stores some acts and enters them in their campaigns.
func (r *run) put(ctx context.Context, tx pgx.Tx, importer *act.Importer, rows []Row, acts []act.Import) error {
	if len(acts) == 0 {
		return nil
	}
	results, err := importer.Put(ctx, acts)
	if err != nil {
		return err
	}
	for i, res := range results {
		entered, err := r.enter(ctx, tx, res, rows[i])
		if err != nil {
			return err
		}
		r.count(res.Created, res.Changed || entered)
	}
	return nil
}

func (r *run) count(created, changed bool) {
	switch {
	case created:
		r.report.Created++
	case changed:
		r.report.Changed++
	default:
		r.report.Unchanged++
	}
}

// enter puts an act in the campaign of its row and reports whether that is a
// change.
func (r *run) enter(ctx context.Context, tx pgx.Tx, res act.Imported, row Row) (bool, error) {
	if !row.given["campaign"] || res.Created && row.Campaign == "" {
		return false, nil
	}
	var want campaign.ID
	for _, c := range r.Campaigns.All() {
		if c.Slug == row.Campaign {
			want = c.ID
		}
	}
	if res.Created {
		return false, r.Campaigns.EnterTx(ctx, tx, res.ID, want)
	}
	has, err := r.Campaigns.EntryTx(ctx, tx, res.ID)
	if err != nil || has == want {
		return false, err
	}
	if err := r.Campaigns.EnterTx(ctx, tx, res.ID, want); err != nil {
		return false, err
	}
	return true, r.Acts.TouchTx(ctx, tx, res.ID)
}

func (r *run) putSolution(ctx context.Context, tx pgx.Tx, in act.Import) error {
	c := in.Content
	known, err := r.Content.KnownTx(ctx, tx, in.Ref)
	if err != nil {
		return err
	}
	changed, err := r.Content.ImportTx(ctx, tx, content.Solution{
		Ref: in.Ref, Title: c.Title, Lead: c.Lead, Need: c.Need, Approach: c.Approach, Results: c.Results, Lessons: c.Lessons,
		Language: c.Language, Status: string(in.Status), PublishedAt: in.PublishedAt,
	})
	r.count(!known, changed)
	return err
}

// organizations is the organisation of a row and its partners, each once and
// without the one that leads; those that nobody knows are made.
func (r *run) organizations(ctx context.Context, tx pgx.Tx, row Row) (organization.ID, []organization.ID, error) {
	lead, err := r.organization(ctx, tx, row.Organization, organization.Type(row.OrganizationType), row.MunicipalityCode)
	if err != nil {
		return 0, nil, err
	}
	partners := []organization.ID{}
	for _, name := range row.Partners {
		id, err := r.organization(ctx, tx, name, organization.Other, "")
		if err != nil {
			return 0, nil, err
		}
		if id != lead && !slices.Contains(partners, id) {
			partners = append(partners, id)
		}
	}
	return lead, partners, nil
}

func (r *run) organization(ctx context.Context, tx pgx.Tx, name string, t organization.Type, municipality string) (organization.ID, error) {
	folded := organization.Fold(name)
	if id, ok := r.orgs[folded]; ok {
		return id, nil
	}
	id, err := r.Organizations.EnsureTx(ctx, tx, name, t, r.placeOf(municipality))
	if err == nil {
		r.orgs[folded] = id
	}
	return id, err
}

// placeOf is the code if there is such a municipality, else "".
func (r *run) placeOf(code string) string {
	if _, ok := r.places.Place(code); ok {
		return code
	}
	return ""
}
