package stats

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// currentTerm is the code of the term of today that the one with an id is.
func (s *Service) currentTerm(id string) string {
	n, err := strconv.ParseInt(id, 10, 16)
	if err != nil {
		return ""
	}
	return s.terms.Lists().Current(taxonomy.ID(n)).Code
}

// Changes is when the acts of each organisation, region and term last changed,
// by the code of the value: only those that have published acts.
func (s *Service) Changes(ctx context.Context) (map[Dimension]map[string]time.Time, error) {
	rows, err := postgres.All[struct {
		What string
		Key  string
		At   time.Time
	}](ctx, s.db, `
		WITH listed AS (SELECT id, organization_id, municipality_code, updated_at FROM act WHERE status = 'published')
		SELECT 'organization' AS what, o.slug AS key, max(x.at) AS at
		FROM (SELECT organization_id, updated_at AS at FROM listed
		      UNION ALL
		      SELECT p.organization_id, l.updated_at FROM listed l JOIN act_partner p ON p.act_id = l.id) x
		JOIN organization o ON o.id = x.organization_id
		GROUP BY o.slug
		UNION ALL
		SELECT 'region', r.slug, max(l.updated_at)
		FROM listed l
		JOIN organization o ON o.id = l.organization_id
		JOIN municipality m ON m.code = coalesce(l.municipality_code, o.municipality_code)
		JOIN region r ON r.code = m.region_code
		GROUP BY r.slug
		UNION ALL
		SELECT t.kind, t.term_id::text, max(l.updated_at) FROM listed l JOIN act_term t ON t.act_id = l.id GROUP BY t.kind, t.term_id`)
	if err != nil {
		return nil, fmt.Errorf("when acts have changed: %w", err)
	}
	changes := map[Dimension]map[string]time.Time{Sector: {}, Theme: {}, Organization: {}, Region: {}}
	for _, r := range rows {
		d, ok := DimensionByCode(r.What)
		if !ok {
			continue
		}
		key := r.Key
		if d == Sector || d == Theme {
			key = s.currentTerm(r.Key)
		}
		if r.At.After(changes[d][key]) {
			changes[d][key] = r.At
		}
	}
	return changes, nil
}
