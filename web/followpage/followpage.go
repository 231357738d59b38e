// Package followpage is where people see what they keep an eye on, choose how
// often they get mails of it, and end them.
package followpage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles /oma/seuranta, and what is followed from other pages.
type Pages struct {
	Acts    *act.Service
	Follows *follow.Service
	Flash   func(w http.ResponseWriter, r *http.Request, word string) error // said on the next page
}

// path is the page of what one keeps an eye on.
const path = "/oma/seuranta"

// view is all that somebody keeps an eye on, by name.
type view struct {
	Follows   []item
	Bookmarks []item
	Rhythm    follow.Rhythm
	Problems  validate.Problems
}

// item is one thing, which can be taken away.
type item struct {
	ID    int64
	Name  string
	Lang  string // of the name; "": that of the page
	URL   string // "": it cannot be read any more
	Words string // what one follows of it
}

// Show is what the viewer keeps an eye on.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	return p.show(w, r, http.StatusOK, nil)
}

func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, problems validate.Problems) error {
	f, err := p.Follows.Of(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	v := view{Rhythm: f.Rhythm, Problems: problems}
	acts, err := p.acts(r.Context(), f)
	if err != nil {
		return err
	}
	for _, id := range f.Bookmarks {
		v.Bookmarks = append(v.Bookmarks, nameOf(r.Context(), acts, int64(id), id))
	}
	for _, x := range f.Follows {
		if x.ActID != 0 {
			it := nameOf(r.Context(), acts, int64(x.ID), x.ActID)
			it.Words = wholeAct.In(r.Context())
			v.Follows = append(v.Follows, it)
			continue
		}
		it, err := p.listOf(r.Context(), x)
		if err != nil {
			return err
		}
		v.Follows = append(v.Follows, it)
	}
	return page.Render(w, r, status, show(v))
}

// acts is the public ones of the acts that somebody keeps an eye on.
func (p Pages) acts(ctx context.Context, f follow.Following) (map[act.ID]act.Summary, error) {
	ids := append([]act.ID{}, f.Bookmarks...)
	for _, x := range f.Follows {
		if x.ActID != 0 {
			ids = append(ids, x.ActID)
		}
	}
	entries, err := p.Acts.Entries(ctx, ids)
	all := make(map[act.ID]act.Summary, len(entries))
	for _, e := range entries {
		all[e.ID] = e.Summary
	}
	return all, err
}

func nameOf(ctx context.Context, acts map[act.ID]act.Summary, number int64, id act.ID) item {
	a, ok := acts[id]
	if !ok {
		return item{ID: number, Name: goneAct.In(ctx)}
	}
	return item{ID: number, Name: a.Title, Lang: a.Language, URL: i18n.Path(ctx, "/katso/"+a.Slug)}
}

// listOf names a list; one that no address can ask any more too, so that it can
// be taken away.
func (p Pages) listOf(ctx context.Context, f follow.Follow) (item, error) {
	l, err := p.Follows.List(ctx, f.Query)
	if errors.Is(err, fault.NotFound) || errors.Is(err, fault.BadRequest) {
		return item{ID: int64(f.ID), Name: goneList.In(ctx)}, nil
	}
	return item{ID: int64(f.ID), Name: l.Name, URL: i18n.Path(ctx, listURL(l.Query)), Words: actsNow.In(ctx, len(l.IDs))}, err
}

func listURL(query string) string {
	if query == "" {
		return "/tekojen-tori"
	}
	return "/tekojen-tori?" + query
}

// SetRhythm chooses how often there are mails.
func (p Pages) SetRhythm(w http.ResponseWriter, r *http.Request) error {
	err := p.Follows.SetRhythm(r.Context(), page.Viewer(r), follow.Rhythm(r.PostFormValue("rhythm")))
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.show(w, r, http.StatusUnprocessableEntity, problems)
	}
	return p.back(w, r, err, path, savedT)
}

// Remove ends a follow.
func (p Pages) Remove(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[follow.ID](r, "id")
	if err != nil {
		return err
	}
	return p.back(w, r, p.Follows.Unfollow(r.Context(), page.Viewer(r), id), path, endedT)
}

// RemoveBookmark takes a bookmark away.
func (p Pages) RemoveBookmark(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	return p.back(w, r, p.Follows.DropBookmark(r.Context(), page.Viewer(r), id), path, unmarkedT)
}

// Bookmark keeps an act, or takes the bookmark away.
func (p Pages) Bookmark(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	a, err := p.Acts.BySlug(ctx, viewer, r.PathValue("slug"))
	if err != nil {
		return err
	}
	if r.PostFormValue("on") == "no" {
		return p.back(w, r, p.Follows.DropBookmark(ctx, viewer, a.ID), "/katso/"+a.Slug, unmarkedT)
	}
	return p.back(w, r, p.Follows.Bookmark(ctx, viewer, a.ID), "/katso/"+a.Slug, markedT)
}

// FollowAct follows an act, or ends it.
func (p Pages) FollowAct(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	a, err := p.Acts.BySlug(ctx, viewer, r.PathValue("slug"))
	if err != nil {
		return err
	}
	if r.PostFormValue("on") == "no" {
		return p.back(w, r, p.Follows.UnfollowAct(ctx, viewer, a.ID), "/katso/"+a.Slug, endedT)
	}
	return p.back(w, r, p.Follows.FollowAct(ctx, viewer, a.ID, ""), "/katso/"+a.Slug, begunT)
}

// back leads to a page with a word, also when there is no room for more.
func (p Pages) back(w http.ResponseWriter, r *http.Request, err error, to string, word i18n.Text) error {
	said := word.In(r.Context())
	var problems validate.Problems
	switch {
	case errors.As(err, &problems) && problems[0].Rule == validate.TooMany:
		said, to = fullT.In(r.Context(), problems[0].Limit), path
	case err != nil:
		return err
	}
	if err := p.Flash(w, r, said); err != nil {
		return err
	}
	return page.Redirect(w, r, to)
}

// rhythms is what there is to choose.
func rhythms(ctx context.Context, chosen follow.Rhythm) []ui.Option {
	var options []ui.Option
	for _, x := range follow.Rhythms() {
		options = append(options, ui.Option{Value: string(x), Label: rhythmNames[x].In(ctx), Chosen: x == chosen})
	}
	return options
}
