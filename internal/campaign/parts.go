package campaign

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// complete adds the pictures and the staff to campaigns.
func complete(ctx context.Context, q postgres.Querier, list []Campaign) error {
	pictures, err := postgres.All[struct {
		CampaignID          ID
		Blob, MediaType     string
		Width, Height       int
		Widths              []int
		AltFi, AltSv, AltEn string
	}](ctx, q, "SELECT campaign_id, blob, media_type, width, height, widths, alt_fi, alt_sv, alt_en FROM campaign_picture")
	if err != nil {
		return err
	}
	staff, err := postgres.All[struct {
		CampaignID     ID
		OrganizationID organization.ID
		Employees      int
	}](ctx, q, "SELECT campaign_id, organization_id, employees FROM campaign_staff")
	if err != nil {
		return err
	}
	at := make(map[ID]*Campaign, len(list))
	for i := range list {
		at[list[i].ID] = &list[i]
	}
	for _, p := range pictures {
		if c := at[p.CampaignID]; c != nil {
			c.Picture = Picture{p.Blob, p.MediaType, p.Width, p.Height, p.Widths, i18n.Typed(p.AltFi, p.AltSv, p.AltEn)}
		}
	}
	for _, n := range staff {
		if c := at[n.CampaignID]; c != nil {
			if c.Staff == nil {
				c.Staff = map[organization.ID]int{}
			}
			c.Staff[n.OrganizationID] = n.Employees
		}
	}
	return nil
}

// raise counts a change of a campaign that is at a version still; none
// otherwise.
func raise(ctx context.Context, tx pgx.Tx, id ID, version int) ([]int, error) {
	return postgres.Values[int](ctx, tx, "UPDATE campaign SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version", id, version)
}

func setPicture(ctx context.Context, tx pgx.Tx, id ID, p Picture) error {
	return postgres.Exec(ctx, tx, `
		INSERT INTO campaign_picture (campaign_id, blob, media_type, width, height, widths, alt_fi, alt_sv, alt_en)
		VALUES (@id, @blob, @mediaType, @width, @height, @widths, @altFi, @altSv, @altEn)
		ON CONFLICT (campaign_id) DO UPDATE SET blob = excluded.blob, media_type = excluded.media_type, width = excluded.width,
			height = excluded.height, widths = excluded.widths, alt_fi = excluded.alt_fi, alt_sv = excluded.alt_sv, alt_en = excluded.alt_en`,
		pgx.StrictNamedArgs{
			"id": id, "blob": p.Blob, "mediaType": p.MediaType, "width": p.Width, "height": p.Height, "widths": p.Widths,
			"altFi": p.Alt.To(i18n.FI), "altSv": p.Alt.To(i18n.SV), "altEn": p.Alt.To(i18n.EN),
		})
}

func dropPicture(ctx context.Context, tx pgx.Tx, id ID) error {
	return postgres.Exec(ctx, tx, "DELETE FROM campaign_picture WHERE campaign_id = $1", id)
}

func isPicture(ctx context.Context, q postgres.Querier, blob string) (bool, error) {
	return postgres.Value[bool](ctx, q, "SELECT EXISTS (SELECT FROM campaign_picture WHERE blob = $1)", blob)
}

// setStaff replaces what was told of the staff of organisations.
func setStaff(ctx context.Context, tx pgx.Tx, id ID, staff map[organization.ID]int) error {
	if err := postgres.Exec(ctx, tx, "DELETE FROM campaign_staff WHERE campaign_id = $1", id); err != nil {
		return err
	}
	ids, counts := make([]organization.ID, 0, len(staff)), make([]int, 0, len(staff))
	for o, n := range staff {
		ids, counts = append(ids, o), append(counts, n)
	}
	return postgres.Exec(ctx, tx, `
		INSERT INTO campaign_staff (campaign_id, organization_id, employees)
		SELECT $1, s.organization_id, s.employees FROM unnest($2::bigint[], $3::integer[]) AS s (organization_id, employees)`, id, ids, counts)
}
