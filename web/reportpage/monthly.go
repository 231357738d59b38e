package reportpage

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
)

// Subscribe has a kept table mailed to the viewer every month.
func (p Pages) Subscribe(w http.ResponseWriter, r *http.Request) error {
	return p.monthly(w, r, p.Reports.Subscribe)
}

// Unsubscribe ends that.
func (p Pages) Unsubscribe(w http.ResponseWriter, r *http.Request) error {
	return p.monthly(w, r, p.Reports.Unsubscribe)
}

func (p Pages) monthly(w http.ResponseWriter, r *http.Request, deed func(context.Context, account.Account, report.ID) error) error {
	id, err := page.ID[report.ID](r, "id")
	if err != nil {
		return err
	}
	if err := deed(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

func monthlyDeed(r report.Report) string {
	if r.Monthly {
		return "tilauksen-lopetus"
	}
	return "tilaus"
}

func monthlyWords(r report.Report) i18n.Text {
	if r.Monthly {
		return notMonthly
	}
	return monthlyB
}

// Counted is what a kept table counts now: its rows with their totals, for the
// monthly mail.
func Counted(ctx context.Context, numbers *stats.Service, now time.Time, asked string) (report.Counted, error) {
	values, err := url.ParseQuery(asked)
	if err != nil {
		return report.Counted{}, err
	}
	q, c, err := read(ctx, values, numbers, now)
	if err != nil {
		return report.Counted{}, err
	}
	q.Columns = stats.Nothing
	x := q.table(c)
	out := report.Counted{Heading: view{Query: q}.heading(ctx), Total: x.Total, Rule: x.Words().In(ctx) + " " + x.Definition.Window.In(ctx) + "."}
	for _, r := range x.Rows {
		out.Lines = append(out.Lines, report.Line{Label: r.Label.In(ctx), Count: r.Total})
	}
	return out, nil
}
