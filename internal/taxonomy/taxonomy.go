// Package taxonomy knows the lists by which acts are sorted: sectors and
// themes. A list has versions; a term of an older one maps to the current one.
package taxonomy

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// A Kind is what a list sorts by.
type Kind string

// The kinds.
const (
	Sector Kind = "sector" // toimiala
	Theme  Kind = "theme"  // teema
)

// The current version of each list.
const (
	CurrentSectors = "sector-2022"
	CurrentThemes  = "theme-2022"
)

// OlderSectors is the sectors of the programme before the campaign of 2022.
const OlderSectors = "sector-2020"

// CoachingSectors is the sectors that sparring is sorted by.
const CoachingSectors = "sector-coaching"

// ID names a term of any version of any list.
type ID int16

// A Term is one choice of one version of one list.
type Term struct {
	ID       ID
	Kind     Kind
	List     string // the version, as sector-2022
	Code     string // English, as in files and the API
	Slug     string // Finnish, as in addresses
	Name     i18n.Text
	MapsTo   ID // the current term of an older one; its own ID if current
	Position int
}

// Lists is every term, as of one moment. It does not change.
type Lists struct {
	byID map[ID]Term
	all  []Term // in the order of their list
}

// Sectors is the current sectors in their order.
func (l *Lists) Sectors() []Term { return l.of(CurrentSectors) }

// OlderSectors is the sectors of 2020 in their order.
func (l *Lists) OlderSectors() []Term { return l.of(OlderSectors) }

// Themes is the current themes in their order.
func (l *Lists) Themes() []Term { return l.of(CurrentThemes) }

// CoachingSectors is the sectors of sparring in their order.
func (l *Lists) CoachingSectors() []Term { return l.of(CoachingSectors) }

// Of is the current terms of a kind.
func (l *Lists) Of(k Kind) []Term {
	if k == Theme {
		return l.Themes()
	}
	return l.Sectors()
}

func (l *Lists) of(list string) []Term {
	var terms []Term
	for _, t := range l.all {
		if t.List == list {
			terms = append(terms, t)
		}
	}
	return terms
}

// Term is the term with the id; the zero Term if there is none.
func (l *Lists) Term(id ID) Term { return l.byID[id] }

// Current is the term of the current list that a term of any version maps to.
func (l *Lists) Current(id ID) Term { return l.byID[l.byID[id].MapsTo] }

// Find is the current term of a kind that is called s: its code, its slug or
// its name in any language, of the current or an older version.
func (l *Lists) Find(k Kind, s string) (Term, bool) {
	s = strings.TrimSpace(s)
	older := Term{}
	for _, t := range l.all {
		if t.Kind != k || !t.called(s) {
			continue
		}
		if t.MapsTo == t.ID {
			return t, true
		}
		older = t
	}
	if older.ID != 0 {
		return l.Current(older.ID), true
	}
	return Term{}, false
}

// Among is the term of some that is called s: its code, its slug or its name
// in any language.
func Among(terms []Term, s string) (Term, bool) {
	s = strings.TrimSpace(s)
	n := slices.IndexFunc(terms, func(t Term) bool { return t.called(s) })
	if n < 0 {
		return Term{}, false
	}
	return terms[n], true
}

func (t Term) called(s string) bool {
	return t.Code == s || t.Slug == s || slices.ContainsFunc(i18n.Langs(), func(lang i18n.Lang) bool {
		return strings.EqualFold(t.Name.To(lang), s)
	})
}

// Service reads the lists and keeps them at hand.
type Service struct {
	db   *postgres.DB
	kept atomic.Pointer[Lists]
}

// New is a Service; call Refresh before Lists.
func New(db *postgres.DB) *Service { return &Service{db: db} }

// Lists is the lists as last read.
func (s *Service) Lists() *Lists {
	if l := s.kept.Load(); l != nil {
		return l
	}
	return &Lists{}
}

// Refresh reads the lists again, as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	rows, err := postgres.All[row](ctx, s.db, `
		SELECT t.id, t.kind, t.list, t.code, t.slug, t.name_fi, t.name_sv, t.name_en,
		       coalesce(m.to_term, t.id) AS maps_to, t.position
		FROM term t
		LEFT JOIN term_mapping m ON m.from_term = t.id
		ORDER BY t.list, t.position`)
	if err != nil {
		return fmt.Errorf("read the taxonomies: %w", err)
	}
	l := &Lists{byID: map[ID]Term{}}
	for _, r := range rows {
		t := Term{r.ID, r.Kind, r.List, r.Code, r.Slug, i18n.Name(r.NameFi, r.NameSv, r.NameEn), r.MapsTo, r.Position}
		l.byID[t.ID], l.all = t, append(l.all, t)
	}
	s.kept.Store(l)
	return nil
}

type row struct {
	ID                     ID
	Kind                   Kind
	List, Code, Slug       string
	NameFi, NameSv, NameEn string
	MapsTo                 ID
	Position               int
}
