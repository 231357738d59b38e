package stats

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// factsOf reads what acts are counted by. An act counts in the campaign that it
// is entered in when it was sent, or came out, in its days: an import enters any
// act. One that was sent in time, returned and sent again later counts, and one
// of which no day is known does.
const factsOf = `
		SELECT a.id, a.status IN ('published', 'archived') AS visible, a.status = 'archived' AS archived,
		       a.first_published_at, a.site_version, o.type AS organization_type,
		       ARRAY[a.organization_id] || ARRAY(SELECT p.organization_id FROM act_partner p
		             WHERE p.act_id = a.id AND p.organization_id <> a.organization_id ORDER BY p.position) AS organization_ids,
		       ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'sector' ORDER BY position) AS sector_ids,
		       ARRAY(SELECT term_id FROM act_term WHERE act_id = a.id AND kind = 'theme' ORDER BY position) AS theme_ids,
		       coalesce(m.region_code, '') AS region_code, coalesce(m.code, '') AS place, a.municipality_code IS NOT NULL AS own_place,
		       coalesce(a.stage, '') AS stage, a.language, coalesce(k.id, 0) AS campaign_id,
		       EXISTS (SELECT FROM award_grant g WHERE g.act_id = a.id AND g.published_at IS NOT NULL) AS awarded,
		       (SELECT count(*) FROM adoption x WHERE x.act_id = a.id AND x.state = 'in_use')::integer AS adopted,
		       EXISTS (SELECT FROM adoption x WHERE x.act_id = a.id) AS told,
		       EXISTS (SELECT FROM attachment x WHERE x.act_id = a.id) AS files,
		       coalesce(floor(extract(epoch FROM a.first_published_at - coalesce(
		           (SELECT min(t.at) FROM act_transition t WHERE t.act_id = a.id AND t.to_status = 'submitted'), a.submitted_at)) / 86400), -1)::integer AS wait
		FROM act a
		JOIN organization o ON o.id = a.organization_id
		LEFT JOIN municipality m ON m.code = coalesce(a.municipality_code, o.municipality_code)
		LEFT JOIN campaign_entry e ON e.act_id = a.id
		LEFT JOIN campaign k ON k.id = e.campaign_id AND CASE k.basis
		     WHEN 'submitted' THEN a.submitted_at IS NULL OR EXISTS (
		          SELECT FROM (SELECT a.submitted_at AS at UNION SELECT t.at FROM act_transition t WHERE t.act_id = a.id AND t.to_status = 'submitted') sent
		          WHERE (sent.at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days)
		     ELSE (a.first_published_at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days END
		WHERE a.first_published_at IS NOT NULL`

// StandTx notes how some acts stand in the figures from now on, so that the
// figures of today can be counted later too. What changes what an act is counted
// by calls it last, when all is written and the version of the site is counted.
// An act that stands as before, or has never been out, is left alone.
func StandTx(ctx context.Context, tx postgres.Querier, at time.Time, acts []int64) error {
	if len(acts) == 0 {
		return nil
	}
	err := postgres.Exec(ctx, tx, `
		INSERT INTO act_standing (act_id, site_version, at, visible, archived, first_published_at, organization_ids, sector_ids, theme_ids,
			organization_type, region_code, place, own_place, stage, language, campaign_id, awarded, adopted)
		SELECT f.id, f.site_version, $1, f.visible, f.archived, f.first_published_at, f.organization_ids, f.sector_ids, f.theme_ids,
			f.organization_type, f.region_code, f.place, f.own_place, f.stage, f.language, f.campaign_id, f.awarded, f.adopted
		FROM (`+factsOf+` AND a.id = ANY($2)) f
		LEFT JOIN LATERAL (SELECT * FROM act_standing s WHERE s.act_id = f.id ORDER BY s.site_version DESC LIMIT 1) l ON true
		WHERE l.act_id IS NULL
		   OR (l.visible, l.archived, l.first_published_at, l.organization_ids, l.sector_ids, l.theme_ids, l.organization_type, l.region_code,
		       l.place, l.own_place, l.stage, l.language, l.campaign_id, l.awarded, l.adopted) IS DISTINCT FROM
		      (f.visible, f.archived, f.first_published_at, f.organization_ids, f.sector_ids, f.theme_ids, f.organization_type, f.region_code,
		       f.place, f.own_place, f.stage, f.language, f.campaign_id, f.awarded, f.adopted)`, at, acts)
	if err != nil {
		return fmt.Errorf("note how %d acts stand: %w", len(acts), err)
	}
	return nil
}

// GoneTx notes that an act stands in no figures from a version of the site on:
// it is being deleted.
func GoneTx(ctx context.Context, tx postgres.Querier, at time.Time, act, version int64) error {
	err := postgres.Exec(ctx, tx, `
		INSERT INTO act_standing (act_id, site_version, at, visible, archived, first_published_at, organization_ids, sector_ids, theme_ids,
			organization_type, region_code, place, own_place, stage, language, campaign_id, awarded, adopted)
		SELECT act_id, $2, $3, false, archived, first_published_at, organization_ids, sector_ids, theme_ids,
			organization_type, region_code, place, own_place, stage, language, campaign_id, awarded, adopted
		FROM act_standing WHERE act_id = $1 ORDER BY site_version DESC LIMIT 1`, act, version, at)
	if err != nil {
		return fmt.Errorf("note that act %d is gone: %w", act, err)
	}
	return nil
}
