package actpage

import (
	"context"
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

const feedPath = "/syote/teot.atom"

// feedURL is the feed of the acts that a query asks for: the newest first even
// for a search, since who subscribes waits for new ones.
func (q Query) feedURL() string {
	q.Page = 1
	if q.Text != "" && q.Sort == "" {
		q.Sort = stats.Newest
	}
	return q.urlOf(feedPath)
}

// An atomFeed is a feed with what package feeds lacks: the language, and a
// link to itself beside the one to the list.
type atomFeed struct {
	feeds.AtomFeed
	Lang    string `xml:"xml:lang,attr"`
	Links   []feeds.AtomLink
	Entries []atomEntry `xml:"entry"`
}

// An atomEntry is an entry in a language of its own.
type atomEntry struct {
	feeds.AtomEntry
	Lang string `xml:"xml:lang,attr,omitempty"`
}

// Feed is the acts that the address asks for, as the list has them on the same
// page, for feed readers; awarded acts by when they were awarded.
func (p Pages) Feed(w http.ResponseWriter, r *http.Request) error {
	n, err := p.narrow(r)
	if err != nil {
		return err
	}
	ids, at, err := p.fed(r.Context(), n)
	if err != nil {
		return err
	}
	entries, err := p.Acts.Entries(r.Context(), act.IDsOf(ids))
	if err != nil {
		return err
	}
	for i, e := range entries { // whoever reads feeds hears of awards
		if at[e.ID].After(e.UpdatedAt) {
			entries[i].UpdatedAt = at[e.ID]
		}
	}
	body, err := xml.Marshal(p.feed(r.Context(), n, entries))
	if err != nil {
		return fmt.Errorf("write the feed: %w", err)
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header))
	_, _ = w.Write(body) // an error means that the reader has left
	return nil
}

// byAward reports whether a feed waits for awards: it is of awarded acts, and
// nobody has chosen an order.
func (q Query) byAward() bool {
	return len(q.Filter.Codes[stats.Awarded]) > 0 && q.Text == "" && q.Sort == ""
}

// fed is the ids of a page of a feed, and when those of them that have won
// something did. A feed that waits for awards has those first that came out
// last; of one gala the newest act first.
func (p Pages) fed(ctx context.Context, n narrowed) (ids []int64, at map[act.ID]time.Time, err error) {
	if !n.Query.byAward() {
		ids = n.page()
		at, err = p.awardedAt(ctx, ids)
		return ids, at, err
	}
	ids = n.Acts.All()
	at, err = p.awardedAt(ctx, ids)
	slices.SortStableFunc(ids, func(a, b int64) int { return at[act.ID(b)].Compare(at[act.ID(a)]) })
	from := (n.Query.Page - 1) * perPage
	return ids[min(from, len(ids)):min(from+perPage, len(ids))], at, err
}

// awardedAt is when acts that have won something did.
func (p Pages) awardedAt(ctx context.Context, ids []int64) (map[act.ID]time.Time, error) {
	var won []act.ID
	for _, id := range ids {
		if p.Stats.Catalogue().IsAwarded(id) { // most acts are not, and need no look-up
			won = append(won, act.ID(id))
		}
	}
	if len(won) == 0 {
		return nil, nil
	}
	return p.Campaigns.AwardedAt(ctx, won)
}

// firstDay is when a feed without entries last changed: the programme began.
var firstDay = time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)

func (p Pages) feed(ctx context.Context, n narrowed, entries []act.Entry) atomFeed {
	self := p.BaseURL + i18n.Path(ctx, n.Query.urlOf(feedPath))
	f := atomFeed{Lang: string(i18n.From(ctx)), Links: []feeds.AtomLink{
		{Href: self, Rel: "self", Type: "application/atom+xml"},
		{Href: p.BaseURL + i18n.Path(ctx, n.Query.URL()), Rel: "alternate", Type: "text/html"},
	}}
	f.Xmlns, f.Id, f.Title = "http://www.w3.org/2005/Atom", self, p.feedTitle(ctx, n)
	f.Author = &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: feedName.In(ctx)}}
	newest := firstDay
	for _, a := range entries {
		if a.UpdatedAt.After(newest) {
			newest = a.UpdatedAt
		}
		f.Entries = append(f.Entries, p.feedEntry(ctx, a))
	}
	f.Updated = newest.UTC().Format(time.RFC3339)
	return f
}

// feedEntry is one act. Its id is made of what never changes: not the address
// of the portal, which has moved four times.
func (p Pages) feedEntry(ctx context.Context, a act.Entry) atomEntry {
	e := atomEntry{Lang: a.Language}
	e.Id = "tag:tekojentori.fi,2015:teko/" + a.Slug
	e.Title, e.Updated = a.Title, a.UpdatedAt.UTC().Format(time.RFC3339)
	if a.FirstPublishedAt != nil {
		e.Published = a.FirstPublishedAt.UTC().Format(time.RFC3339)
	}
	e.Links = []feeds.AtomLink{{Href: p.BaseURL + i18n.Path(ctx, "/katso/"+a.Slug), Rel: "alternate", Type: "text/html"}}
	e.Summary = &feeds.AtomSummary{Type: "text", Content: a.Lead}
	e.Author = &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: p.Organizations.Directory().Name(ctx, a.OrganizationID)}}
	return e
}

// feedTitle tells which acts the feed has.
func (p Pages) feedTitle(ctx context.Context, n narrowed) string {
	var which []string
	for _, c := range p.chips(ctx, n) {
		which = append(which, c.Label)
	}
	if len(which) == 0 {
		return feedName.In(ctx)
	}
	return feedName.In(ctx) + ": " + strings.Join(which, ", ")
}

var feedName = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
