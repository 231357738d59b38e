package organization

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
	"tekojentori.fi/tori/internal/version"
)

// The municipalities, regions and counties of Finland (Statistics Finland,
// THL and NLS, CC BY 4.0) and the organisations that do acts.
//
//go:embed reference/*.csv
var reference embed.FS

// Load stores the reference data unless this edition has been stored before.
// What an administrator has changed since stays: only missing rows are added.
func (s *Service) Load(ctx context.Context) error {
	digest, err := digestOf("regions", "wellbeing_counties", "municipalities", "region_changes", "organizations")
	if err != nil {
		return err
	}
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		stored, err := postgres.All[struct{ Digest string }](ctx, tx, `
			SELECT digest FROM reference_data WHERE name = 'organization' FOR UPDATE`)
		if err != nil || len(stored) > 0 && stored[0].Digest == digest {
			return err
		}
		if err := loadTx(ctx, tx); err != nil {
			return err
		}
		if _, err := version.BumpTx(ctx, tx); err != nil {
			return err
		}
		return postgres.Exec(ctx, tx, `
			INSERT INTO reference_data (name, digest) VALUES ('organization', $1)
			ON CONFLICT (name) DO UPDATE SET digest = excluded.digest`, digest)
	})
	if err != nil {
		return fmt.Errorf("load the reference data of organisations: %w", err)
	}
	return nil
}

func digestOf(files ...string) (string, error) {
	h := sha256.New()
	for _, f := range files {
		b, err := reference.ReadFile("reference/" + f + ".csv")
		if err != nil {
			return "", err
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// record is a row of a file by the names of its columns.
type record map[string]string

func records(file string) ([]record, error) {
	f, err := reference.Open("reference/" + file + ".csv")
	if err != nil {
		return nil, err
	}
	defer f.Close() // an embedded file
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s.csv: %w", file, err)
	}
	out := make([]record, len(rows)-1)
	for i, row := range rows[1:] {
		out[i] = record{}
		for j, name := range rows[0] {
			out[i][name] = row[j]
		}
	}
	return out, nil
}

func loadTx(ctx context.Context, tx pgx.Tx) error {
	var b pgx.Batch
	for _, load := range []struct {
		file  string
		queue func(*pgx.Batch, record)
	}{
		{"regions", queueRegion},
		{"wellbeing_counties", queueCounty},
		{"municipalities", queueMunicipality},
		{"municipalities", queueSuccessor},
		{"region_changes", queueRegionChange},
	} {
		rows, err := records(load.file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			load.queue(&b, r)
		}
	}
	if err := tx.SendBatch(ctx, &b).Close(); err != nil {
		return err
	}
	return loadOrganizations(ctx, tx)
}

func queueRegion(b *pgx.Batch, r record) {
	b.Queue(`
		INSERT INTO region (code, slug, name_fi, name_sv, name_en)
		VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING`,
		r["code"], slug.Make(r["name_fi"]), r["name_fi"], r["name_sv"], r["name_en"])
}

func queueCounty(b *pgx.Batch, r record) {
	b.Queue(`
		INSERT INTO wellbeing_county (code, name_fi, name_sv, name_en)
		VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING`,
		r["code"], r["name_fi"], r["name_sv"], r["name_en"])
}

func queueMunicipality(b *pgx.Batch, r record) {
	b.Queue(`
		INSERT INTO municipality (code, name_fi, name_sv, name_en, region_code, county_code, valid_to, population, map_x, map_y)
		VALUES ($1, $2, $3, $4, $5, nullif($6, ''), nullif($7, '')::date, nullif($8, '')::integer,
		        nullif($9, '')::smallint, nullif($10, '')::smallint)
		ON CONFLICT (code) DO UPDATE SET map_x = coalesce(municipality.map_x, excluded.map_x), map_y = coalesce(municipality.map_y, excluded.map_y),
		        valid_to = coalesce(municipality.valid_to, excluded.valid_to)
		WHERE municipality.map_x IS NULL OR municipality.valid_to IS NULL AND excluded.valid_to IS NOT NULL`,
		r["code"], r["name_fi"], r["name_sv"], r["name_en"], r["region_code"], r["wellbeing_code"],
		r["valid_to"], r["population_2022"], r["map_x"], r["map_y"])
}

func queueSuccessor(b *pgx.Batch, r record) {
	if r["successor_code"] != "" {
		b.Queue("UPDATE municipality SET successor_code = $2 WHERE code = $1", r["code"], r["successor_code"])
	}
}

func queueRegionChange(b *pgx.Batch, r record) {
	b.Queue(`
		INSERT INTO region_change (municipality_code, valid_until, from_region, to_region)
		VALUES ($1, $2::text::date, $3, $4) ON CONFLICT DO NOTHING`,
		r["municipality_code"], r["valid_until"], r["from_region"], r["to_region"])
}

// loadOrganizations adds the organisations that are not there by name yet.
func loadOrganizations(ctx context.Context, tx pgx.Tx) error {
	rows, err := records("organizations")
	if err != nil {
		return err
	}
	used, err := postgres.All[struct{ Slug string }](ctx, tx, "SELECT slug FROM organization")
	if err != nil {
		return err
	}
	if len(used) > 0 {
		return loadNewOrganizations(ctx, tx, rows)
	}
	// The first load, in one round trip. Names are unique in the file, and a test sees that their addresses are.
	var b pgx.Batch
	for _, r := range rows {
		b.Queue(`
			WITH o AS (
				INSERT INTO organization (slug, type, name_fi, name_sv, name_en, municipality_code, valid_from, valid_to)
				VALUES ($1, $2, $3, $4, $5, nullif($6, ''), nullif($7, '')::date, nullif($8, '')::date)
				RETURNING id
			)
			INSERT INTO organization_name (folded, organization_id)
			SELECT DISTINCT n, o.id FROM o, unnest($9::text[]) AS n
			ON CONFLICT (folded) DO NOTHING`,
			slug.Make(r["name_fi"]), r["type"], r["name_fi"], r["name_sv"], r["name_en"], r["municipality_code"],
			r["valid_from"], r["valid_to"], foldedNames(r))
	}
	for _, r := range rows {
		if r["successor_key"] != "" {
			b.Queue(`
				UPDATE organization SET successor_id = (SELECT id FROM organization WHERE slug = $2) WHERE slug = $1`,
				slug.Make(r["name_fi"]), slug.Make(nameOf(rows, r["successor_key"])))
		}
	}
	return tx.SendBatch(ctx, &b).Close()
}

func loadNewOrganizations(ctx context.Context, tx pgx.Tx, rows []record) error {
	for _, r := range rows {
		known, err := postgres.Value[bool](ctx, tx, `
			SELECT EXISTS (SELECT FROM organization_name WHERE folded = $1)`, Fold(r["name_fi"]))
		if err != nil {
			return err
		}
		if known {
			continue
		}
		_, err = insertTx(ctx, tx, entry{
			Type: Type(r["type"]), NameFi: r["name_fi"], NameSv: r["name_sv"], NameEn: r["name_en"],
			MunicipalityCode: r["municipality_code"], ValidFrom: r["valid_from"], ValidTo: r["valid_to"],
			Aliases: strings.Split(r["aliases"], "|"),
		})
		if err != nil {
			return err
		}
	}
	return endNewlyTx(ctx, tx, rows)
}

func foldedNames(r record) []string {
	names := append([]string{r["name_fi"], r["name_sv"], r["name_en"]}, strings.Split(r["aliases"], "|")...)
	var folded []string
	for _, n := range names {
		if n != "" {
			folded = append(folded, Fold(n))
		}
	}
	return folded
}

func nameOf(rows []record, key string) string {
	for _, r := range rows {
		if r["key"] == key {
			return r["name_fi"]
		}
	}
	return ""
}
