package moderationpage

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const actsPath = "/moderointi/teot"

// An origin is the list that acts were chosen in: where to go back to.
type origin struct {
	queue   selection
	listing listing
	listed  bool // the listing, else the queue
}

func (o origin) path() string {
	if o.listed {
		return actsPath + o.listing.query()
	}
	return o.queue.path()
}

// post is where the form of a bulk deed goes: it knows the way back.
func (o origin) post() string {
	_, query, _ := strings.Cut(o.path(), "?")
	values, _ := url.ParseQuery(query) // our own
	if o.listed {
		values.Set("lista", "teot")
	}
	if len(values) == 0 {
		return bulkPath
	}
	return bulkPath + "?" + values.Encode()
}

func (p Pages) origin(r *http.Request) (o origin, err error) {
	if o.listed = r.URL.Query().Get("lista") == "teot"; o.listed {
		o.listing, err = p.listing(r)
		return o, err
	}
	o.queue, err = p.selection(r)
	return o, err
}

// everything is all acts of the list that the address names, and one more than
// are taken at a time, if there are so many.
func (p Pages) everything(r *http.Request) ([]act.ID, error) {
	o, err := p.origin(r)
	if err != nil {
		return nil, err
	}
	var ids []act.ID
	if o.listed {
		acts, _, err := p.Acts.Listed(r.Context(), page.Viewer(r), o.listing.filter, 0, moderation.MaxBulk+1)
		for _, a := range acts {
			ids = append(ids, a.ID)
		}
		return ids, err
	}
	q, err := p.Moderation.Queue(r.Context(), page.Viewer(r))
	if err != nil {
		return nil, err
	}
	items, err := q.Items(r.Context(), o.queue.filter, 0, moderation.MaxBulk+1)
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	return ids, err
}

// A listing is what the address asks of all acts.
type listing struct {
	status        string // as in the address
	text          string
	sector, theme string // their codes
	page          int
	filter        act.Listing
}

// listable is the statuses that can be asked for.
var listable = []act.Status{
	act.Submitted, act.InReview, act.ChangesRequested, act.Approved, act.Published, act.Hidden, act.Archived, act.Rejected, act.Withdrawn, act.Merged,
}

func (p Pages) listing(r *http.Request) (listing, error) {
	q := r.URL.Query()
	l := listing{status: q.Get("tila"), text: strings.TrimSpace(q.Get("haku")), sector: q.Get("toimiala"), theme: q.Get("teema"), page: 1}
	l.text = strings.ToValidUTF8(l.text[:min(len(l.text), limit.Query)], "")
	if l.status != "" && !slices.Contains(listable, act.Status(l.status)) {
		return l, fmt.Errorf("status %q: %w", l.status, fault.NotFound)
	}
	l.filter = act.Listing{Text: l.text, Status: act.Status(l.status)}
	lists := p.Terms.Lists()
	for _, f := range []struct {
		code  string
		terms []taxonomy.Term
		id    *taxonomy.ID
	}{{l.sector, lists.Sectors(), &l.filter.SectorID}, {l.theme, lists.Themes(), &l.filter.ThemeID}} {
		at := slices.IndexFunc(f.terms, func(t taxonomy.Term) bool { return t.Code == f.code })
		if at >= 0 {
			*f.id = f.terms[at].ID
		} else if f.code != "" {
			return l, fmt.Errorf("term %q: %w", f.code, fault.NotFound)
		}
	}
	if n := q.Get("sivu"); n != "" {
		var err error
		if l.page, err = strconv.Atoi(n); err != nil || l.page < 1 || l.page > 1_000_000 {
			return l, fmt.Errorf("page %q: %w", n, fault.BadRequest)
		}
	}
	return l, nil
}

// values is the address without the page.
func (l listing) values() url.Values {
	values := url.Values{}
	for name, value := range map[string]string{"tila": l.status, "haku": l.text, "toimiala": l.sector, "teema": l.theme} {
		if value != "" {
			values.Set(name, value)
		}
	}
	return values
}

// query is the end of the address, "" for all acts from the first page on.
func (l listing) query() string {
	values := l.values()
	if l.page > 1 {
		values.Set("sivu", strconv.Itoa(l.page))
	}
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}

func (l listing) at(n int) listing {
	l.page = n
	return l
}

type actsView struct {
	Listing  listing
	Acts     []act.Summary
	Total    int
	Statuses []ui.Option
	Sectors  []ui.Option
	Themes   []ui.Option
	Pages    Pages
}

func (v actsView) last() int { return max((v.Total+perPage-1)/perPage, 1) }

// ListActs is every act that was ever sent, to be looked through and chosen
// from.
func (p Pages) ListActs(w http.ResponseWriter, r *http.Request) error {
	l, err := p.listing(r)
	if err != nil {
		return err
	}
	v := actsView{Listing: l, Pages: p}
	if v.Acts, v.Total, err = p.Acts.Listed(r.Context(), page.Viewer(r), l.filter, (l.page-1)*perPage, perPage); err != nil {
		return err
	}
	if l.page > v.last() {
		return fmt.Errorf("page %d of %d: %w", l.page, v.last(), fault.NotFound)
	}
	v.choices(r.Context())
	return page.Render(w, r, http.StatusOK, listActs(v))
}

func (v *actsView) choices(ctx context.Context) {
	v.Statuses = []ui.Option{{Label: anyStatus.In(ctx), Chosen: v.Listing.status == ""}}
	for _, s := range listable {
		v.Statuses = append(v.Statuses, ui.Option{Value: string(s), Label: statusNames[s].In(ctx), Chosen: v.Listing.status == string(s)})
	}
	lists := v.Pages.Terms.Lists()
	v.Sectors, _ = sorting(ctx, lists.Sectors(), v.Listing.sector)
	v.Themes, _ = sorting(ctx, lists.Themes(), v.Listing.theme)
	v.Sectors[0].Label, v.Themes[0].Label = anyTerm.In(ctx), anyTerm.In(ctx)
}

// sectorOf is the primary sector of an act.
func (v actsView) sectorOf(ctx context.Context, a act.Summary) string {
	if a.SectorID() == 0 {
		return ""
	}
	return v.Pages.Terms.Lists().Current(a.SectorID()).Name.In(ctx)
}

// anyTerm and anyStatus are no choice.
var (
	anyTerm   = i18n.T("Kaikki", "Alla", "All")
	anyStatus = i18n.T("Kaikki", "Alla", "All")
)
