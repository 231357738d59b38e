package followpage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// wish is what somebody is about to follow: an act, or a list.
type wish struct {
	item
	Slug     string // of the act; "": a list
	Query    string // of the list
	Rhythm   follow.Rhythm
	Already  bool
	Problems validate.Problems
}

// New asks how often somebody wants mails of what the address names.
func (p Pages) New(w http.ResponseWriter, r *http.Request) error {
	v, err := p.wish(r.Context(), page.Viewer(r), r.URL.Query().Get("teko"), r.URL.RawQuery)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, begin(v))
}

func (p Pages) wish(ctx context.Context, viewer account.Account, slug, query string) (wish, error) {
	f, err := p.Follows.Of(ctx, viewer)
	if err != nil {
		return wish{}, err
	}
	v := wish{Slug: slug, Rhythm: f.Rhythm}
	if v.Rhythm == follow.None { // who wants to follow wants mails
		v.Rhythm = follow.Weekly
	}
	if slug != "" {
		a, err := p.Acts.BySlug(ctx, viewer, slug)
		if err != nil {
			return v, err
		}
		v.item = item{Name: a.Title, Lang: a.Language, URL: i18n.Path(ctx, "/katso/"+a.Slug), Words: wholeAct.In(ctx)}
		_, v.Already = f.Has(a.ID, "")
		return v, nil
	}
	l, err := p.Follows.List(ctx, query)
	if err != nil {
		return v, err
	}
	v.Query, v.item = l.Query, item{Name: l.Name, URL: i18n.Path(ctx, listURL(l.Query)), Words: actsNow.In(ctx, len(l.IDs))}
	_, v.Already = f.Has(0, l.Query)
	return v, nil
}

// Begin follows what New has asked about.
func (p Pages) Begin(w http.ResponseWriter, r *http.Request) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	rhythm, slug, query := follow.Rhythm(r.PostFormValue("rhythm")), r.PostFormValue("act"), r.PostFormValue("query")
	err := p.begin(ctx, viewer, slug, query, rhythm)
	var problems validate.Problems
	if errors.As(err, &problems) && problems[0].Field == "rhythm" {
		v, err := p.wish(ctx, viewer, slug, query)
		if err != nil {
			return err
		}
		v.Problems, v.Rhythm = problems, ""
		return page.Render(w, r, http.StatusUnprocessableEntity, begin(v))
	}
	return p.back(w, r, err, path, begunT)
}

func (p Pages) begin(ctx context.Context, viewer account.Account, slug, query string, rhythm follow.Rhythm) error {
	if rhythm == "" {
		return validate.Problems{{Field: "rhythm", Rule: validate.Required}}
	}
	if slug == "" {
		return p.Follows.FollowList(ctx, viewer, query, rhythm)
	}
	a, err := p.Acts.BySlug(ctx, viewer, slug)
	if err != nil {
		return err
	}
	return p.Follows.FollowAct(ctx, viewer, a.ID, rhythm)
}
