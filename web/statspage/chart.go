package statspage

import (
	"context"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/ui"
)

// A chart is one picture of numbers: it stands on the page, and has an address
// of its own for the pages of others.
type chart struct {
	ID       string // of its section
	Name     string // under /upota
	Title    i18n.Text
	Counted  i18n.Text
	Says     string
	Bars     []ui.Bar
	Wide     bool      // what follows in time: columns
	Coverage *coverage // maps, of which municipalities take part
}

// A maker makes one chart of the acts of a filter.
type maker struct {
	name string
	make func(p Pages, ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error)
}

// makers is every chart, in the order of the page.
func makers() []maker {
	all := []maker{{"kuukausi", Pages.months}, {"vuosi", by(stats.Year)}, {"aikakausi", Pages.eras}}
	for _, d := range []stats.Dimension{stats.Sector, stats.Theme, stats.Region} {
		all = append(all, maker{deck.Params[d], by(d)})
	}
	return append(all, maker{"kattavuus", Pages.coverage}, maker{"leviaminen", Pages.reach}, maker{deck.Params[stats.OrganizationType], by(stats.OrganizationType)},
		maker{deck.Params[stats.Stage], by(stats.Stage)}, maker{deck.Params[stats.Language], by(stats.Language)},
		maker{deck.Params[stats.Campaign], by(stats.Campaign)}, maker{"lukukerrat", Pages.readings}, maker{"luetuimmat", Pages.mostRead})
}

// charts is every chart that has something to show.
func (p Pages) charts(ctx context.Context, c *stats.Catalogue, f stats.Filter) ([]chart, error) {
	var all []chart
	for _, m := range makers() {
		if d, ok := dimensionOf(m.name); ok && len(f.Codes[d]) > 0 { // all of them are of one
			continue
		}
		x, err := p.chart(ctx, c, f, m)
		if err != nil {
			return nil, err
		}
		if len(x.Bars) > 0 || x.Coverage != nil {
			all = append(all, x)
		}
	}
	return all, nil
}

// dimensionOf is what the numbers can be narrowed by under a name.
func dimensionOf(name string) (stats.Dimension, bool) {
	all := deck.Narrowing()
	n := slices.IndexFunc(all, func(d stats.Dimension) bool { return deck.Params[d] == name })
	if n < 0 {
		return 0, false
	}
	return all[n], true
}

func (p Pages) chart(ctx context.Context, c *stats.Catalogue, f stats.Filter, m maker) (chart, error) {
	x, err := m.make(p, ctx, c, f)
	x.Name = m.name
	return x, err
}

// makerOf is the maker of the chart that is called name under /upota.
func makerOf(name string) (maker, bool) {
	all := makers()
	n := slices.IndexFunc(all, func(m maker) bool { return m.name == name })
	if n < 0 {
		return maker{}, false
	}
	return all[n], true
}

// of is a chart of a table of acts.
func of(ctx context.Context, id string, title i18n.Text, t stats.Table) chart {
	return chart{ID: id, Title: title, Counted: countT, Says: saysT.In(ctx, t.Total, ruleOf(ctx, t.Definition)), Bars: deck.Bars(ctx, t)}
}

// ruleOf is what a number counts, and of which time, in words.
func ruleOf(ctx context.Context, d stats.Definition) string {
	return d.Rule.In(ctx) + " " + d.Window.In(ctx) + "."
}

// by makes the chart of a dimension.
func by(d stats.Dimension) func(Pages, context.Context, *stats.Catalogue, stats.Filter) (chart, error) {
	return func(_ Pages, ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
		t := c.Count(f, d)
		x := of(ctx, d.Code(), stats.TitleOf(d), t)
		x.Wide = d == stats.Year
		if d == stats.Sector { // sectors have colours of their own
			for i, n := range t.Rows {
				x.Bars[i].Color = ui.ColorOf(n.Code)
			}
		}
		return x, nil
	}
}

// months is how many months the page looks back.
const months = 12

func (p Pages) months(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	x := of(ctx, "month", stats.MonthsTitle(), c.Months(f, time.Time{}, months))
	x.Wide = true
	return x, nil
}

func (p Pages) eras(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	return of(ctx, "era", stats.ErasTitle(), c.Eras(f)), nil
}

func (p Pages) reach(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	return of(ctx, "reach", stats.ReachTitle(), c.Reach(f)), nil
}

func (p Pages) readings(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	t := c.ReadingsByMonth(f, months)
	x := of(ctx, "readings", stats.ReadingsTitle(), t)
	x.Counted, x.Wide = readT, true
	x.Says = readSays.In(ctx, t.Total, ruleOf(ctx, t.Definition))
	return x, nil
}

// mostRead is how many acts are named as the most read.
const mostRead = 10

func (p Pages) mostRead(ctx context.Context, c *stats.Catalogue, f stats.Filter) (chart, error) {
	most, all := c.MostRead(f, mostRead)
	x := chart{ID: "most-read", Title: stats.MostReadTitle(), Counted: readT, Says: mostReadSays.In(ctx, all.Of, all.Value, ruleOf(ctx, all.Definition))}
	ids, counts := make([]int64, len(most)), map[int64]int{}
	for i, m := range most {
		ids[i], counts[m.Act] = m.Act, m.Count
	}
	cards, err := p.Deck.Cards(ctx, ids)
	for _, card := range cards {
		x.Bars = append(x.Bars, ui.Bar{Label: card.Title, Lang: card.Lang, URL: card.URL, Count: counts[card.ID]})
	}
	return x, err
}
