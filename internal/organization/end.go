package organization

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

// EndTx notes on which day an organisation ended and who goes on with its work;
// a zero day or successor is one that is not known. What was known before is
// kept with the moment, so that the figures of past days come out the same.
// What is known already changes nothing.
func EndTx(ctx context.Context, tx pgx.Tx, at time.Time, id ID, last time.Time, successor ID) error {
	if id == successor {
		return fmt.Errorf("%v goes on with its own work: %w", id, fault.Conflict)
	}
	var day *time.Time
	if !last.IsZero() {
		day = &last
	}
	changed, err := postgres.Values[ID](ctx, tx, `
		WITH was AS (
			SELECT id, valid_to, successor_id FROM organization
			WHERE id = $1 AND (valid_to, successor_id) IS DISTINCT FROM ($2::date, nullif($3::bigint, 0)) FOR UPDATE
		), kept AS (
			INSERT INTO organization_before (organization_id, until, valid_to, successor_id) SELECT id, $4, valid_to, successor_id FROM was ON CONFLICT DO NOTHING
		)
		UPDATE organization o SET valid_to = $2::date, successor_id = nullif($3::bigint, 0), version = o.version + 1
		FROM was WHERE o.id = was.id RETURNING o.id`, id, day, successor, at)
	if err != nil {
		return fmt.Errorf("end %v: %w", id, err)
	}
	if len(changed) > 0 {
		_, err = version.BumpTx(ctx, tx)
	}
	return err
}

// endNewlyTx notes the ends that a later edition of the reference data tells of
// organisations that were there before. What is known of an end stays.
func endNewlyTx(ctx context.Context, tx pgx.Tx, rows []record) error {
	known, err := endings(ctx, tx)
	if err != nil {
		return err
	}
	now, err := postgres.Value[time.Time](ctx, tx, "SELECT now()")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r["valid_to"] == "" && r["successor_key"] == "" {
			continue
		}
		o, ok := known[Fold(r["name_fi"])]
		last, successor := o.ValidTo, o.SuccessorID
		if last.IsZero() && r["valid_to"] != "" {
			if last, err = time.Parse(time.DateOnly, r["valid_to"]); err != nil {
				return fmt.Errorf("the last day of %s: %w", r["name_fi"], err)
			}
		}
		if successor == 0 {
			successor = known[Fold(nameOf(rows, r["successor_key"]))].ID
		}
		if !ok || o.ID == successor {
			continue
		}
		if err := EndTx(ctx, tx, now, o.ID, last, successor); err != nil {
			return err
		}
	}
	return nil
}

// endings is what is known of the ends of organisations, by every name.
func endings(ctx context.Context, tx pgx.Tx) (map[string]Organization, error) {
	rows, err := postgres.All[struct {
		Folded      string
		ID          ID
		ValidTo     *time.Time
		SuccessorID ID
	}](ctx, tx, `
		SELECT n.folded, o.id, o.valid_to, coalesce(o.successor_id, 0) AS successor_id
		FROM organization_name n JOIN organization o ON o.id = n.organization_id`)
	known := make(map[string]Organization, len(rows))
	for _, r := range rows {
		o := Organization{ID: r.ID, SuccessorID: r.SuccessorID}
		if r.ValidTo != nil {
			o.ValidTo = *r.ValidTo
		}
		known[r.Folded] = o
	}
	return known, err
}
