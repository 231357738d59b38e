// Package actpage is what readers see of acts: the list, one act, and the acts
// of a sector, a theme or a region.
package actpage

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/gallery"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// Pages handles the requests for acts that are public.
type Pages struct {
	deck.Deck
	Campaigns   *campaign.Service
	Attachments *attachment.Service
	Adoptions   *adoption.Service
	Members     *membership.Service
	Openings    *opening.Service
	Partners    *partner.Service
	Transfer    *transfer.Service
	Follows     *follow.Service
	Flash       func(w http.ResponseWriter, r *http.Request, word string) error // said on the next page
	Finder      deck.Finder
	Boundaries  *boundary.Service
	BaseURL     string
}

// List is the acts that the address asks for.
func (p Pages) List(w http.ResponseWriter, r *http.Request) error {
	n, err := p.narrow(r)
	if err != nil {
		return err
	}
	v := listView{Query: n.Query, Found: n.Found, Total: n.Acts.Total(), Last: n.last()}
	if v.Cards, err = p.Marked(r.Context(), n.page(), n.Found); err != nil {
		return err
	}
	v.Chips = p.chips(r.Context(), n)
	p.describe(r, &v, n.Catalogue, n.Acts)
	if v.Total == 0 {
		v.Ways = n.ways(r.Context())
	}
	v.JSONLD = p.listThings(r.Context(), v)
	return page.Render(w, r, http.StatusOK, list(v))
}

// listView is what the list shows.
type listView struct {
	JSONLD       string
	Query        Query
	Found        deck.Found
	Total, Last  int
	Cards        []ui.Card
	Facets       []ui.Facet
	Chips        []ui.Chip
	AllActs      int
	AllWorkplace int
	Awarded      int
	Suggestions  []ui.Chip // searches that would find something
	Ways         []way     // out of an empty list
}

// Show is one act.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	a, err := p.Acts.BySlug(r.Context(), page.Viewer(r), r.PathValue("slug"))
	if err != nil {
		return err
	}
	if a.Status == act.Merged {
		other, err := p.Acts.Find(r.Context(), page.Viewer(r), a.MergedInto)
		if err != nil {
			return err
		}
		return page.Moved(w, r, "/katso/"+other.Slug)
	}
	return p.show(w, r, http.StatusOK, a, telling{})
}

// show is the page of an act, with what the viewer is telling of it.
func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, a act.Act, t telling) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	v := actView{Act: a, Contacts: a.ContactsFor(viewer), CanEdit: a.CanEdit(viewer), CanReview: a.CanReview(viewer), IsPartner: viewer.IsCoordinator() && slices.Contains(a.PartnerIDs, organization.ID(viewer.OrganizationID))}
	if a.WrittenBy(viewer) || viewer.Coordinates(int64(a.OrganizationID)) {
		page.Uncount(ctx)
	}
	v.CanPutAway = a.CanArchive(viewer) && viewer.Coordinates(int64(a.OrganizationID)) && !a.WrittenBy(viewer)
	var err error
	if p.Stats.Catalogue().IsAwarded(int64(a.ID)) { // most acts are not, and need no look-up
		if v.Awards, err = p.Campaigns.AwardsOf(ctx, a.ID); err != nil {
			return err
		}
	}
	v.Errata = p.Campaigns.ErrataOf(a.ID)
	if v.Similar, err = p.similar(r, a); err != nil {
		return err
	}
	if v.Spread, err = p.spread(ctx, viewer, a, t); err != nil {
		return err
	}
	if v.Merged, err = p.credits(ctx, a); err != nil {
		return err
	}
	if v.Bookmarked, v.Followed, err = p.Follows.OnAct(ctx, viewer, a.ID); err != nil {
		return err
	}
	if v.Gallery, err = p.gallery(ctx, viewer, a); err != nil {
		return err
	}
	p.describeAct(ctx, &v)
	return page.Render(w, r, status, show(v))
}

// gallery is the files of an act. Most acts have none, and need no look-up for
// a visitor.
func (p Pages) gallery(ctx context.Context, viewer account.Account, a act.Act) (gallery.Gallery, error) {
	if !viewer.SignedIn() && !p.Stats.Catalogue().MayHaveFiles(int64(a.ID)) {
		return gallery.Gallery{}, nil
	}
	files, err := p.Attachments.Of(ctx, a, viewer)
	return gallery.Of(ctx, files, a.Language), err
}

// similarActs is how many similar acts stand under an act.
const similarActs = 3

func (p Pages) similar(r *http.Request, a act.Act) ([]ui.Card, error) {
	ctx := r.Context()
	alike, err := p.Finder.Similar(ctx, int64(a.ID), similarActs)
	if err != nil {
		return nil, err
	}
	ids, why := make([]int64, len(alike)), map[int64]string{}
	for i, s := range alike {
		ids[i], why[s.Act] = s.Act, p.why(ctx, s)
	}
	cards, err := p.Cards(ctx, ids)
	for i := range cards {
		cards[i].Why = why[cards[i].ID]
	}
	return cards, err
}

// maxTerms is how many shared sectors and themes are named.
const maxTerms = 2

// why says what an act shares with another: terms by their names, words in
// quotes.
func (p Pages) why(ctx context.Context, s deck.Alike) string {
	var shared []string
	for _, id := range s.Terms[:min(len(s.Terms), maxTerms)] {
		if t := p.Terms.Lists().Current(taxonomy.ID(id)); t.ID != 0 {
			shared = append(shared, t.Name.In(ctx))
		}
	}
	for _, w := range s.Words {
		shared = append(shared, quoted.In(ctx, w))
	}
	if len(shared) == 0 {
		return ""
	}
	return inCommon.In(ctx, strings.Join(shared, ", "))
}

// head is what the frame says of a list.
func (v listView) head(title string) layout.Head {
	return layout.Head{Title: title, Path: v.Query.whole("").URL(), Section: listPath, Wide: true, JSONLD: v.JSONLD, Feed: v.Query.feedURL(), NoIndex: v.Query.Text != "" || v.Query.Page > 1}
}
