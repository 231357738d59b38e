package stats

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// readValues fills in the choices of each dimension.
func (s *Service) readValues(ctx context.Context, c *Catalogue) error {
	c.bits = bitIndex{term: map[int16]int{}, older: map[int16]uint64{}, region: map[string]int{}, campaign: map[int64]int{}}
	c.orgByID = map[int64]int32{}
	for d, fixed := range map[Dimension][]Value{OrganizationType: typeNames, Stage: stageNames, Language: languageNames, Awarded: awardedNames} {
		for _, v := range fixed {
			c.values[d].add(v)
		}
	}
	for y := firstYear; y < firstYear+63; y++ {
		c.values[Year].add(yearValue(y))
	}
	for _, read := range []func(context.Context, *Catalogue) error{s.readTerms, s.readRegions, s.readOrganizations, s.readCampaigns} {
		if err := read(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// readTerms gives each current term a bit, and each older one the bit of the
// term that it maps to.
func (s *Service) readTerms(ctx context.Context, c *Catalogue) error {
	lists := s.terms.Lists()
	for _, t := range lists.Sectors() {
		c.bits.term[int16(t.ID)] = c.values[Sector].add(Value{t.Code, t.Slug, t.Name})
	}
	for _, t := range lists.Themes() {
		c.bits.term[int16(t.ID)] = c.values[Theme].add(Value{t.Code, t.Slug, t.Name})
	}
	rows, err := postgres.All[mapping](ctx, s.db, "SELECT from_term, to_term FROM term_mapping ORDER BY from_term")
	for _, r := range rows {
		if n, ok := c.bits.term[r.ToTerm]; ok {
			c.bits.term[r.FromTerm] = n
		}
	}
	c.sectors = sectorListsOf(lists, rows, c.bits.older)
	return err
}

func (s *Service) readOrganizations(ctx context.Context, c *Catalogue) error {
	rows, err := postgres.All[struct {
		ID                           int64
		Slug, NameFi, NameSv, NameEn string
		Type, Place, Region          string
		Dissolved                    bool
		Inhabitants                  int
		Ended                        *time.Time
		Successor                    int64
	}](ctx, s.db, `
		SELECT o.id, o.slug, o.name_fi, o.name_sv, o.name_en, o.type, coalesce(o.municipality_code, '') AS place,
		       coalesce(m.region_code, '') AS region, o.valid_to IS NOT NULL OR m.valid_to IS NOT NULL AS dissolved,
		       o.valid_to AS ended, coalesce(o.successor_id, 0) AS successor,
		       CASE WHEN o.type = 'municipality' THEN coalesce(m.population, 0) ELSE 0 END AS inhabitants
		FROM organization o LEFT JOIN municipality m ON m.code = o.municipality_code
		ORDER BY o.id`)
	seats := map[string]int32{}
	for _, r := range rows {
		n := int32(c.values[Organization].add(Value{Code: r.Slug, Label: i18n.Name(r.NameFi, r.NameSv, r.NameEn)}))
		c.orgByID[r.ID] = n
		region := int8(-1)
		if bit, ok := c.bits.region[r.Region]; ok {
			region = int8(bit)
		}
		c.orgs = append(c.orgs, org{municipality: r.Type == "municipality", dissolved: r.Dissolved, region: region, inhabitants: r.Inhabitants, head: n, successor: -1, place: r.Place, kind: c.values[OrganizationType].index[r.Type]})
		if r.Type == "municipality" && r.Place != "" {
			seats[r.Place] = n
		}
	}
	for i, r := range rows {
		if head, ok := seats[r.Place]; ok && r.Type == "owned_company" {
			c.orgs[i].head = head
		}
		c.orgs[i].follow(c, r.Ended, r.Successor)
	}
	return err
}

func (s *Service) readRegions(ctx context.Context, c *Catalogue) error {
	rows, err := postgres.All[struct{ Code, Slug, NameFi, NameSv, NameEn string }](ctx, s.db, `
		SELECT code, slug, name_fi, name_sv, name_en FROM region ORDER BY name_fi COLLATE "fi-x-icu"`)
	for _, r := range rows {
		c.bits.region[r.Code] = c.values[Region].add(Value{r.Slug, r.Code, i18n.Name(r.NameFi, r.NameSv, r.NameEn)})
	}
	return err
}

func (s *Service) readCampaigns(ctx context.Context, c *Catalogue) error {
	rows, err := postgres.All[struct {
		ID                           int64
		Slug, NameFi, NameSv, NameEn string
		OpensOn, ClosesOn            time.Time
		Submitted                    bool
	}](ctx, s.db, "SELECT id, slug, name_fi, name_sv, name_en, opens_on, closes_on, basis = 'submitted' AS submitted FROM campaign ORDER BY id DESC LIMIT 63")
	for i := range rows { // the oldest first, so that a new one moves none
		r := rows[len(rows)-1-i]
		name := i18n.Name(r.NameFi, r.NameSv, r.NameEn)
		c.bits.campaign[r.ID] = c.values[Campaign].add(Value{Code: r.Slug, Label: name})
		c.contests = append(c.contests, contest{name, r.OpensOn, r.ClosesOn, r.Submitted})
	}
	return err
}
