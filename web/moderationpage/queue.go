package moderationpage

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// perPage is how many acts a page of the queue shows.
const perPage = 40

// A tab is one view of the queue.
type tab struct {
	view  moderation.View
	slug  string
	label i18n.Text
}

var tabs = []tab{
	{moderation.Everything, "", allTab},
	{moderation.Free, "vapaat", freeTab},
	{moderation.Mine, "omat", mineTab},
	{moderation.Late, "myohassa", lateTab},
	{moderation.Returned, "palautetut", returnedTab},
	{moderation.Approved, "hyvaksytyt", approvedTab},
	{moderation.Asked, "mielipiteet", askedTab},
}

// A selection is the part of the queue that the address asks for.
type selection struct {
	tab      tab
	campaign string // its slug
	page     int    // from 1
	filter   moderation.Filter
}

// selection reads the address.
func (p Pages) selection(r *http.Request) (selection, error) {
	q := r.URL.Query()
	at := slices.IndexFunc(tabs, func(t tab) bool { return t.slug == q.Get("rajaus") })
	if at < 0 {
		return selection{}, fmt.Errorf("view %q: %w", q.Get("rajaus"), fault.NotFound)
	}
	some := selection{tab: tabs[at], page: 1, campaign: q.Get("kampanja"), filter: moderation.Filter{View: tabs[at].view}}
	if some.campaign != "" {
		c, ok := p.Campaigns.BySlug(some.campaign)
		if !ok {
			return selection{}, fmt.Errorf("campaign %q: %w", some.campaign, fault.NotFound)
		}
		some.filter.CampaignID = int64(c.ID)
	}
	if n := q.Get("sivu"); n != "" {
		var err error
		if some.page, err = strconv.Atoi(n); err != nil || some.page < 1 || some.page > 1_000_000 {
			return selection{}, fmt.Errorf("page %q: %w", n, fault.BadRequest)
		}
	}
	return some, nil
}

// fields is the part without its page, as the fields of a form.
func (s selection) fields() map[string]string {
	fields := map[string]string{"rajaus": s.tab.slug, "kampanja": s.campaign}
	maps.DeleteFunc(fields, func(_, value string) bool { return value == "" })
	return fields
}

// query is the part as the end of an address, "" for all of the queue.
func (s selection) query() string {
	values := url.Values{}
	for name, value := range s.fields() {
		values.Set(name, value)
	}
	if s.page > 1 {
		values.Set("sivu", strconv.Itoa(s.page))
	}
	if len(values) == 0 {
		return ""
	}
	return "?" + values.Encode()
}

// of is the same part of another tab, from its beginning.
func (s selection) of(t tab) selection {
	s.tab, s.page = t, 1
	s.filter.View = t.view
	return s
}

// at is another page of the part.
func (s selection) at(page int) selection {
	s.page = page
	return s
}

func (s selection) path() string { return "/moderointi" + s.query() }

// act is where an act of the part is reviewed.
func (s selection) act(id act.ID) string {
	return fmt.Sprintf("/moderointi/teot/%d%s", int64(id), s.at(1).query())
}

type queueView struct {
	Items    []moderation.Item
	Part     selection
	Counts   moderation.Counts
	Removals int // that wait for an answer
	Messages int // acts whose authors wait for one
	Pages    Pages
}

func (v queueView) total() int { return v.Counts.Of(v.Part.filter) }

func (v queueView) last() int { return max((v.total()+perPage-1)/perPage, 1) }

// campaigns is the campaigns that have acts in the tab, and the chosen one.
func (v queueView) campaigns(ctx context.Context) []ui.Option {
	var some []ui.Option
	for _, c := range v.Pages.Campaigns.All() {
		n := v.Counts.Of(moderation.Filter{View: v.Part.tab.view, CampaignID: int64(c.ID)})
		if chosen := c.Slug == v.Part.campaign; n > 0 || chosen {
			some = append(some, ui.Option{Value: c.Slug, Label: fmt.Sprintf("%s (%s)", c.Name.In(ctx), i18n.Number(ctx, n)), Chosen: chosen})
		}
	}
	return some
}

// Queue lists the acts that wait for a decision.
func (p Pages) Queue(w http.ResponseWriter, r *http.Request) error {
	some, err := p.selection(r)
	if err != nil {
		return err
	}
	q, err := p.Moderation.Queue(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	v := queueView{Part: some, Pages: p, Counts: q.Counts(), Removals: q.Removals, Messages: q.Messages}
	v.Part.page = min(some.page, v.last()) // the queue may have become shorter
	v.Items, err = q.Items(r.Context(), some.filter, (v.Part.page-1)*perPage, perPage)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, queue(v))
}
