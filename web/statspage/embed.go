package statspage

import (
	"context"
	"fmt"
	"html"
	"net/http"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/page"
)

// embedPolicy lets any page show a chart, which uses nothing but our style.
const embedPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors *"

// embedView is what an embedded chart shows.
type embedView struct {
	chart
	Source string // the path of the page that the chart stands on
}

// Embed is one chart alone, for the pages of others.
func (p Pages) Embed(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("chart")
	m, ok := makerOf(name)
	if !ok && name != comparisonName {
		return fmt.Errorf("chart %q: %w", name, fault.NotFound)
	}
	ctx, c := r.Context(), p.Stats.Catalogue()
	f, period, err := deck.ReadNumbers(r.URL.Query(), c)
	if err != nil {
		return err
	}
	v := view{Filter: f, Period: period}
	if name == comparisonName {
		return v.embedComparison(w, r, c)
	}
	x := embedView{Source: v.address(statisticsPath)}
	if x.chart, err = p.chart(ctx, c, f, m); err != nil {
		return err
	}
	return embedRender(w, r, embedded(x))
}

// embedComparison is two periods side by side, alone.
func (v view) embedComparison(w http.ResponseWriter, r *http.Request, c *stats.Catalogue) (err error) {
	if v.Other, err = deck.ReadOther(r.URL.Query()); err != nil {
		return err
	}
	if v.Compared = compare(r.Context(), c, v.Filter, v.Period, v.Other); v.Compared == nil {
		return fmt.Errorf("a comparison of all time with nothing: %w", fault.NotFound)
	}
	return embedRender(w, r, embeddedComparison(v))
}

// embedRender lets any page show what it renders.
func embedRender(w http.ResponseWriter, r *http.Request, c templ.Component) error {
	h := w.Header()
	h.Set("Content-Security-Policy", embedPolicy)
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	return page.Render(w, r, http.StatusOK, c)
}

// How high what is embedded needs to be: around its rows, a row of a chart and
// one of a comparison, columns side by side, and maps.
const frame, barRow, comparedRow, columns, maps = 240, 42, 84, 480, 1600

func (c chart) height() int {
	switch {
	case c.Coverage != nil:
		return maps
	case c.Wide:
		return columns
	}
	return frame + barRow*len(c.Bars)
}

func (x *comparison) height() int { return frame + comparedRow*len(x.Rows) }

// embed is the code that shows what is called name under /upota on a page of
// somebody else.
func (v view) embed(ctx context.Context, name string, title i18n.Text, height int) string {
	address := layout.FrameOf(ctx).BaseURL + i18n.Path(ctx, v.address("/upota/"+name))
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy"></iframe>`, html.EscapeString(address), html.EscapeString(title.In(ctx)), height)
}
