package organization

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// Service reads and changes organisations, and keeps the directory at hand.
type Service struct {
	db   *postgres.DB
	kept atomic.Pointer[Directory]
}

// New is a Service; call Refresh before Directory.
func New(db *postgres.DB) *Service { return &Service{db: db} }

// Directory is the directory as last read.
func (s *Service) Directory() *Directory {
	if d := s.kept.Load(); d != nil {
		return d
	}
	return &Directory{}
}

// Refresh reads the directory again, as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	d := &Directory{byID: map[ID]Organization{}, bySlug: map[string]ID{}, byName: map[string]ID{}, region: map[string]Region{}, place: map[string]Place{}}
	for _, read := range []func(context.Context, *Directory) error{s.readRegions, s.readCounties, s.readPlaces, s.readOrganizations, s.readNames} {
		if err := read(ctx, d); err != nil {
			return fmt.Errorf("read the directory of organisations: %w", err)
		}
	}
	s.kept.Store(d)
	return nil
}

func (s *Service) readRegions(ctx context.Context, d *Directory) error {
	rows, err := postgres.All[struct{ Code, Slug, NameFi, NameSv, NameEn string }](ctx, s.db, `
		SELECT code, slug, name_fi, name_sv, name_en FROM region ORDER BY code`)
	for _, r := range rows {
		region := Region{r.Code, r.Slug, i18n.Name(r.NameFi, r.NameSv, r.NameEn)}
		d.regions, d.region[r.Code] = append(d.regions, region), region
	}
	return err
}

func (s *Service) readPlaces(ctx context.Context, d *Directory) error {
	rows, err := postgres.All[struct {
		Code, NameFi, NameSv, NameEn, RegionCode, CountyCode, Successor string
		Dissolved                                                       bool
		MapX, MapY                                                      int
	}](ctx, s.db, `
		SELECT code, name_fi, name_sv, name_en, region_code, coalesce(county_code, '') AS county_code,
		       coalesce(successor_code, '') AS successor, valid_to IS NOT NULL AS dissolved,
		       coalesce(map_x, 0) AS map_x, coalesce(map_y, 0) AS map_y
		FROM municipality
		ORDER BY code`)
	for _, r := range rows {
		p := Place{
			Code: r.Code, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), RegionCode: r.RegionCode, CountyCode: r.CountyCode,
			Dissolved: r.Dissolved, Successor: r.Successor, X: r.MapX, Y: r.MapY,
		}
		d.place[p.Code] = p
		if !p.Dissolved {
			d.places = append(d.places, p)
		}
	}
	return err
}

func (s *Service) readCounties(ctx context.Context, d *Directory) error {
	rows, err := postgres.All[struct{ Code, NameFi, NameSv, NameEn string }](ctx, s.db, `
		SELECT code, name_fi, name_sv, name_en FROM wellbeing_county ORDER BY code`)
	for _, r := range rows {
		d.counties = append(d.counties, County{r.Code, i18n.Name(r.NameFi, r.NameSv, r.NameEn)})
	}
	return err
}

func (s *Service) readOrganizations(ctx context.Context, d *Directory) error {
	rows, err := postgres.All[struct {
		ID                                       ID
		Slug                                     string
		Type                                     Type
		NameFi, NameSv, NameEn, MunicipalityCode string
		ValidTo                                  *time.Time
		SuccessorID                              ID
	}](ctx, s.db, `
		SELECT id, slug, type, name_fi, name_sv, name_en, coalesce(municipality_code, '') AS municipality_code,
		       valid_to, coalesce(successor_id, 0) AS successor_id
		FROM organization
		ORDER BY name_fi COLLATE "fi-x-icu", id`)
	for _, r := range rows {
		o := Organization{
			ID: r.ID, Slug: r.Slug, Type: r.Type, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn),
			MunicipalityCode: r.MunicipalityCode, RegionCode: d.place[r.MunicipalityCode].RegionCode, SuccessorID: r.SuccessorID,
		}
		if r.ValidTo != nil {
			o.ValidTo = *r.ValidTo
		}
		d.all, d.byID[o.ID], d.bySlug[o.Slug] = append(d.all, o), o, o.ID
	}
	return err
}

func (s *Service) readNames(ctx context.Context, d *Directory) error {
	rows, err := postgres.All[struct {
		Folded         string
		OrganizationID ID
	}](ctx, s.db, "SELECT folded, organization_id FROM organization_name")
	for _, r := range rows {
		d.byName[r.Folded] = r.OrganizationID
	}
	return err
}

// EnsureTx is the organisation that is called name; a new one of the type t
// if nobody is called that. Municipality may be empty.
func (s *Service) EnsureTx(ctx context.Context, tx pgx.Tx, name string, t Type, municipality string) (ID, error) {
	ids, err := postgres.All[struct{ OrganizationID ID }](ctx, tx, `
		SELECT organization_id FROM organization_name WHERE folded = $1`, Fold(name))
	if err != nil {
		return 0, fmt.Errorf("look up the organisation %q: %w", name, err)
	}
	if len(ids) > 0 {
		return ids[0].OrganizationID, nil
	}
	if !t.Known() {
		t = Other
	}
	return insertTx(ctx, tx, entry{Type: t, NameFi: name, NameSv: name, NameEn: name, MunicipalityCode: municipality})
}

// Named is the organisation that a writer calls name; a new one of type Other
// if nobody is called that. An empty name is 0.
func (s *Service) Named(ctx context.Context, name string) (ID, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return 0, nil
	}
	if o, ok := s.Directory().Find(name); ok {
		return o.ID, nil
	}
	if utf8.RuneCountInString(name) > MaxName {
		return 0, validate.Problems{{Field: "organization", Rule: validate.TooLong, Limit: MaxName}}
	}
	var id ID
	err := s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		id, err = s.EnsureTx(ctx, tx, name, Other, "")
		return err
	})
	if err != nil {
		return 0, err
	}
	return id, s.Refresh(ctx)
}

// entry is an organisation to be stored.
type entry struct {
	Type                                     Type
	NameFi, NameSv, NameEn, MunicipalityCode string
	ValidFrom, ValidTo                       string // days, or ""
	Aliases                                  []string
}

func insertTx(ctx context.Context, tx pgx.Tx, e entry) (ID, error) {
	address, err := slug.Free(ctx, tx, "SELECT slug FROM organization WHERE slug LIKE $1", slug.Make(e.NameFi))
	if err != nil {
		return 0, err
	}
	id, err := postgres.Value[ID](ctx, tx, `
		INSERT INTO organization (slug, type, name_fi, name_sv, name_en, municipality_code, valid_from, valid_to)
		VALUES ($1, $2, $3, $4, $5, nullif($6, ''), nullif($7, '')::date, nullif($8, '')::date)
		RETURNING id`, address, e.Type, e.NameFi, e.NameSv, e.NameEn, e.MunicipalityCode, e.ValidFrom, e.ValidTo)
	if err != nil {
		return 0, fmt.Errorf("store the organisation %q: %w", e.NameFi, err)
	}
	for _, name := range append([]string{e.NameFi, e.NameSv, e.NameEn}, e.Aliases...) {
		if name == "" {
			continue
		}
		err := postgres.Exec(ctx, tx, `
			INSERT INTO organization_name (folded, organization_id) VALUES ($1, $2)
			ON CONFLICT (folded) DO NOTHING`, Fold(name), id)
		if err != nil {
			return 0, fmt.Errorf("store the name %q: %w", name, err)
		}
	}
	_, err = version.BumpTx(ctx, tx)
	return id, err
}
