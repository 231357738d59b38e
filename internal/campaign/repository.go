package campaign

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// stored is a campaign as its row has it.
type stored struct {
	ID                                                      ID
	Slug, NameFi, NameSv, NameEn, PitchFi, PitchSv, PitchEn string
	AboutFi, AboutSv, AboutEn                               string
	OpensOn, ClosesOn                                       time.Time
	Goal, LateDays, Version                                 int
	Basis                                                   Basis
	CountedFor                                              CountedFor
	Public                                                  bool
	Sectors                                                 []string
	GalaAt                                                  *time.Time
}

func (r stored) campaign() Campaign {
	c := Campaign{
		ID: r.ID, Slug: r.Slug, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), Pitch: i18n.Name(r.PitchFi, r.PitchSv, r.PitchEn),
		About: i18n.Name(r.AboutFi, r.AboutSv, r.AboutEn), OpensOn: r.OpensOn, ClosesOn: r.ClosesOn, Goal: r.Goal,
		Basis: r.Basis, CountedFor: r.CountedFor, LateDays: r.LateDays, Public: r.Public, Sectors: r.Sectors, Version: r.Version,
	}
	if r.GalaAt != nil {
		c.GalaAt = *r.GalaAt
	}
	return c
}

const columns = `id, slug, name_fi, name_sv, name_en, pitch_fi, pitch_sv, pitch_en, about_fi, about_sv, about_en,
	opens_on, closes_on, goal, basis, counted_for, late_days, public, sectors, gala_at, version`

// args is the columns of c that the team writes.
func args(c Campaign) pgx.StrictNamedArgs {
	var gala *time.Time
	if !c.GalaAt.IsZero() {
		gala = &c.GalaAt
	}
	return pgx.StrictNamedArgs{
		"nameFi": c.Name.To(i18n.FI), "nameSv": c.Name.To(i18n.SV), "nameEn": c.Name.To(i18n.EN),
		"pitchFi": c.Pitch.To(i18n.FI), "pitchSv": c.Pitch.To(i18n.SV), "pitchEn": c.Pitch.To(i18n.EN),
		"aboutFi": c.About.To(i18n.FI), "aboutSv": c.About.To(i18n.SV), "aboutEn": c.About.To(i18n.EN),
		"opensOn": c.OpensOn, "closesOn": c.ClosesOn, "goal": c.Goal, "basis": c.Basis, "countedFor": c.CountedFor,
		"lateDays": c.LateDays, "public": c.Public, "sectors": append([]string{}, c.Sectors...), "galaAt": gala,
	}
}

func all(ctx context.Context, q postgres.Querier) ([]Campaign, error) {
	rows, err := postgres.All[stored](ctx, q, `SELECT `+columns+` FROM campaign ORDER BY opens_on DESC, id DESC`)
	list := make([]Campaign, len(rows))
	for i, r := range rows {
		list[i] = r.campaign()
	}
	return list, err
}

// insert adds a campaign unless its address or its form is there already, and
// is the campaign that is there then.
func insert(ctx context.Context, tx pgx.Tx, key string, c Campaign) (Campaign, bool, error) {
	a := args(c)
	a["slug"], a["key"] = c.Slug, key
	rows, err := postgres.All[stored](ctx, tx, `
		INSERT INTO campaign (slug, form_key, name_fi, name_sv, name_en, pitch_fi, pitch_sv, pitch_en, about_fi, about_sv, about_en,
			opens_on, closes_on, goal, basis, counted_for, late_days, public, sectors, gala_at)
		VALUES (@slug, nullif(@key, '')::uuid, @nameFi, @nameSv, @nameEn, @pitchFi, @pitchSv, @pitchEn, @aboutFi, @aboutSv, @aboutEn,
			@opensOn, @closesOn, @goal, @basis, @countedFor, @lateDays, @public, @sectors, @galaAt)
		ON CONFLICT DO NOTHING
		RETURNING `+columns, a)
	if err != nil || len(rows) == 1 {
		if len(rows) == 1 {
			c = rows[0].campaign()
		}
		return c, true, err
	}
	row, err := postgres.One[stored](ctx, tx, `SELECT `+columns+`
		FROM campaign WHERE slug = $1 OR form_key = nullif($2, '')::uuid ORDER BY form_key NULLS LAST LIMIT 1`, c.Slug, key)
	return row.campaign(), false, err
}

// update writes a campaign when it is at a version still, and is its new
// version; none otherwise.
func update(ctx context.Context, tx pgx.Tx, id ID, version int, c Campaign) ([]int, error) {
	a := args(c)
	a["id"], a["version"] = id, version
	return postgres.Values[int](ctx, tx, `
		UPDATE campaign SET name_fi = @nameFi, name_sv = @nameSv, name_en = @nameEn, pitch_fi = @pitchFi, pitch_sv = @pitchSv, pitch_en = @pitchEn,
			about_fi = @aboutFi, about_sv = @aboutSv, about_en = @aboutEn, opens_on = @opensOn, closes_on = @closesOn, goal = @goal,
			basis = @basis, counted_for = @countedFor, late_days = @lateDays, public = @public, sectors = @sectors, gala_at = @galaAt, version = version + 1
		WHERE id = @id AND version = @version
		RETURNING version`, a)
}
