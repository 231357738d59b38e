package moderationpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const bulkPath = "/moderointi/joukko"

// bulkDeeds is the bulk deeds and their names in addresses.
var bulkDeeds = []struct {
	deed moderation.BulkDeed
	slug string
	name i18n.Text
}{
	{moderation.Assign, "anna", assignT},
	{moderation.Sort, "lajittele", sortT},
	{moderation.OutAt, "ajasta", outAtT},
	{moderation.Archive, "arkistoi", archiveT},
}

// bulkView is what is about to happen to many acts.
type bulkView struct {
	Slug     string // of the deed
	Bulk     moderation.Bulk
	Can      []moderation.Weighed
	Cannot   []moderation.Weighed
	More     bool // acts than are taken at a time
	From     origin
	To       []ui.Option
	Sectors  []ui.Option
	Themes   []ui.Option
	At       string // as typed
	Stale    bool   // something changed while the moderator looked
	Problems validate.Problems
	Pages    Pages
}

func (v bulkView) name() i18n.Text {
	for _, d := range bulkDeeds {
		if d.slug == v.Slug {
			return d.name
		}
	}
	return i18n.Text{}
}

// acts is what the form carries: each act and the version that is shown.
func (v bulkView) acts() string {
	all := make([]string, len(v.Can))
	for i, w := range v.Can {
		all[i] = fmt.Sprintf("%d:%d", int64(w.ID), w.Version)
	}
	return strings.Join(all, " ")
}

// Bulk shows what a deed would do to the chosen acts, and to which it cannot be
// done.
func (p Pages) Bulk(w http.ResponseWriter, r *http.Request) error {
	ids, more, err := p.chosen(r)
	if err != nil {
		return err
	}
	v, err := p.bulk(r, r.URL.Query().Get("toimi"), ids)
	if err != nil {
		return err
	}
	v.More = more
	if len(ids) == 0 {
		return page.Render(w, r, http.StatusUnprocessableEntity, bulk(v))
	}
	return page.Render(w, r, http.StatusOK, bulk(v))
}

// chosen is the acts that were ticked, or all of the list that they stand in:
// as many as are taken at a time.
func (p Pages) chosen(r *http.Request) (ids []act.ID, more bool, err error) {
	q := r.URL.Query()
	if q.Get("kaikki") != "" {
		ids, err = p.everything(r)
	} else {
		for _, text := range q["teko"] {
			n, err := strconv.ParseInt(text, 10, 64)
			if err != nil || n < 1 {
				return nil, false, fmt.Errorf("act %q: %w", text, fault.BadRequest)
			}
			ids = append(ids, act.ID(n))
		}
	}
	if len(ids) > moderation.MaxBulk {
		return ids[:moderation.MaxBulk], true, err
	}
	return ids, false, err
}

// bulk reads what is to be done, and weighs it.
func (p Pages) bulk(r *http.Request, slug string, ids []act.ID) (bulkView, error) {
	v := bulkView{Slug: slug, Pages: p, At: r.PostFormValue("publish_at")}
	for _, d := range bulkDeeds {
		if d.slug == slug {
			v.Bulk.Deed = d.deed
		}
	}
	if v.Bulk.Deed == "" {
		return v, fmt.Errorf("bulk %q: %w", slug, fault.NotFound)
	}
	var err error
	if v.From, err = p.origin(r); err != nil {
		return v, err
	}
	if err := p.whatFor(r, &v); err != nil {
		return v, err
	}
	weighed, err := p.Moderation.Weigh(r.Context(), page.Viewer(r), v.Bulk, ids)
	for _, w := range weighed {
		if w.Why == "" {
			v.Can = append(v.Can, w)
		} else {
			v.Cannot = append(v.Cannot, w)
		}
	}
	return v, err
}

// whatFor fills in whom the acts are given to, where they are sorted and when
// they come out.
func (p Pages) whatFor(r *http.Request, v *bulkView) error {
	ctx, viewer := r.Context(), page.Viewer(r)
	people, err := p.Moderation.Moderators(ctx)
	if err != nil {
		return err
	}
	asked := r.PostFormValue("moderator")
	if r.Method == http.MethodGet {
		asked = strconv.FormatInt(int64(viewer.ID), 10)
	}
	for _, a := range people {
		id := strconv.FormatInt(int64(a.ID), 10)
		if id == asked {
			v.Bulk.To = a
		}
		v.To = append(v.To, ui.Option{Value: id, Label: a.CallName(), Chosen: id == asked})
	}
	lists := p.Terms.Lists()
	v.Sectors, v.Bulk.SectorID = sorting(ctx, lists.Sectors(), r.PostFormValue("sector"))
	v.Themes, v.Bulk.ThemeID = sorting(ctx, lists.Themes(), r.PostFormValue("theme"))
	v.Bulk.At, _ = page.Moment(v.At)
	return nil
}

// sorting is the terms to choose from, and the chosen one.
func sorting(ctx context.Context, terms []taxonomy.Term, code string) (some []ui.Option, id taxonomy.ID) {
	some = []ui.Option{{Label: asItIs.In(ctx), Chosen: code == ""}}
	for _, t := range terms {
		some = append(some, ui.Option{Value: t.Code, Label: t.Name.In(ctx), Chosen: t.Code == code})
		if t.Code == code {
			id = t.ID
		}
	}
	return some, id
}

// DoBulk does the deed to all the acts of the form, or to none.
func (p Pages) DoBulk(w http.ResponseWriter, r *http.Request) error {
	chosen, err := carried(r.PostFormValue("acts"))
	if err != nil {
		return err
	}
	ids := make([]act.ID, len(chosen))
	for i, c := range chosen {
		ids[i] = c.ID
	}
	v, err := p.bulk(r, r.PostFormValue("deed"), ids)
	if err != nil {
		return err
	}
	status := http.StatusUnprocessableEntity
	switch err := p.Moderation.Do(r.Context(), page.Viewer(r), v.Bulk, chosen); {
	case err == nil:
		if err := p.Flash(w, r, done.In(r.Context(), len(chosen))); err != nil {
			return err
		}
		return page.Redirect(w, r, v.From.path())
	case errors.As(err, &v.Problems):
	case errors.Is(err, fault.Conflict):
		if v, err = p.bulk(r, v.Slug, ids); err != nil { // as it stands now
			return err
		}
		v.Stale, status = true, http.StatusConflict
	default:
		return err
	}
	return page.Render(w, r, status, bulk(v))
}

// carried is the acts of the form, as bulkView.acts writes them.
func carried(text string) ([]moderation.Chosen, error) {
	var all []moderation.Chosen
	for _, pair := range strings.Fields(text) {
		id, version, _ := strings.Cut(pair, ":")
		n, err := strconv.ParseInt(id, 10, 64)
		seen, err2 := strconv.Atoi(version)
		if err != nil || err2 != nil || n < 1 || seen < 1 || len(all) == moderation.MaxBulk {
			return nil, fmt.Errorf("acts of a bulk deed: %w", fault.BadRequest)
		}
		all = append(all, moderation.Chosen{ID: act.ID(n), Version: seen})
	}
	return all, nil
}

// offered is the deeds that a list offers.
func offered(ctx context.Context, deeds ...moderation.BulkDeed) []ui.Option {
	var some []ui.Option
	for _, d := range bulkDeeds {
		for _, deed := range deeds {
			if d.deed == deed {
				some = append(some, ui.Option{Value: d.slug, Label: d.name.In(ctx)})
			}
		}
	}
	return some
}

// organization is whose act it is.
func (v bulkView) organization(ctx context.Context, a act.Act) string {
	return v.Pages.Organizations.Directory().Name(ctx, a.OrganizationID)
}
