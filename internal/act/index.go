package act

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/search"
)

// indexTx keeps the index to the acts that are listed: archived ones are read
// by link only.
func (s *Service) indexTx(ctx context.Context, tx pgx.Tx, before, after Act) error {
	switch {
	case after.Status == Published:
		return s.Index.PutTx(ctx, tx, s.document(after))
	case before.Status == Published:
		return s.Index.RemoveTx(ctx, tx, int64(after.ID))
	}
	return nil
}

// document is what is searched of an act.
func (s *Service) document(a Act) search.Document {
	d := search.Document{
		ActID: int64(a.ID), Lang: a.Language, Title: a.Title, Names: []string{a.Unit, a.Locality},
		Brief: append([]string{a.Lead}, a.Tags...), Body: []string{a.Need, a.Approach, a.Results, a.Lessons},
	}
	dir := s.Organizations.Directory()
	for _, id := range append(a.PartnerIDs[:len(a.PartnerIDs):len(a.PartnerIDs)], a.OrganizationID) {
		for _, l := range i18n.Langs() {
			if name := dir.Get(id).Name.To(l); name != "" {
				d.Names = append(d.Names, name)
			}
		}
	}
	d.Names = append(d.Names, s.places(a)...)
	if a.FirstPublishedAt != nil {
		d.PublishedAt = *a.FirstPublishedAt
	}
	return d
}

// places is what the municipality and the region of an act are called: its
// own, else those of the seat of its organisation.
func (s *Service) places(a Act) []string {
	dir := s.Organizations.Directory()
	code := a.MunicipalityCode
	if code == "" {
		code = dir.Get(a.OrganizationID).MunicipalityCode
	}
	place, ok := dir.Place(code)
	if !ok {
		return nil
	}
	var names []string
	for _, l := range i18n.Langs() {
		names = append(names, place.Name.To(l), dir.Region(place.RegionCode).Name.To(l))
	}
	return names
}

// indexed is how many acts are put in the index in one round trip.
const indexed = 250

// reindexTx brings the index up to the acts, whatever their status. It holds
// the index before it reads them, so nobody can change one in between.
func (s *Service) reindexTx(ctx context.Context, tx pgx.Tx, ids []ID) error {
	w := s.Index.WriterTx(tx)
	if err := w.Begin(ctx); err != nil {
		return err
	}
	for part := range slices.Chunk(ids, indexed) {
		acts, err := repository{tx}.ids(ctx, part)
		if err != nil {
			return err
		}
		var docs []search.Document
		gone := map[ID]bool{}
		for _, id := range part {
			gone[id] = true
		}
		for _, a := range acts {
			if a.Status == Published {
				docs = append(docs, s.document(a))
				delete(gone, a.ID)
			}
		}
		if err := w.Put(ctx, docs...); err != nil {
			return err
		}
		if err := w.Remove(ctx, numbers(gone)...); err != nil {
			return err
		}
	}
	return w.Close(ctx)
}

func numbers(ids map[ID]bool) []int64 {
	list := make([]int64, 0, len(ids))
	for id := range ids {
		list = append(list, int64(id))
	}
	return list
}
