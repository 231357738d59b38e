// Package coachingpage is the public page of sparring: what there has been of
// it, in numbers that each have their rule.
package coachingpage

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
)

// path is the address of the page.
const path = "/sparraus"

// Pages handles /sparraus.
type Pages struct{ Stats *stats.Service }

type view struct {
	stats.Coachings
	Period   deck.Period
	Typed    url.Values
	Problems validate.Problems
}

// Show is the sparrings of all time, or of the days that the reader asks for.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	v := view{Typed: r.URL.Query()}
	status := http.StatusOK
	var err error
	if v.Period, err = deck.ReadPeriod(v.Typed); err != nil {
		if !errors.As(err, &v.Problems) {
			return err
		}
		v.Period, status = deck.Period{}, http.StatusUnprocessableEntity
	}
	f := v.Period.Narrow(stats.Filter{})
	if v.Coachings, err = p.Stats.Coachings(r.Context(), f.From, f.Until); err != nil {
		return err
	}
	return page.Render(w, r, status, show(v))
}

// address is a path with the period of the page.
func (v view) address(path string) string {
	values := url.Values{}
	v.Period.Write(values)
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

// A fact is a number in words, with its rule.
type fact struct{ Says, Rule string }

func (v view) facts(ctx context.Context) []fact {
	var all []fact
	for _, n := range v.Totals() {
		all = append(all, fact{n.Name.In(ctx) + ": " + i18n.Number(ctx, n.Total) + ".", n.Definition.Rule.In(ctx)})
	}
	if v.Grades.Of > 0 {
		all = append(all, fact{gradeSays.In(ctx, i18n.Decimal(ctx, v.Grade(), 1), v.Grades.Of), v.Grades.Definition.Rule.In(ctx)})
	}
	return all
}

// says is how many there are of a table, and its rule.
func (v view) says(ctx context.Context, n stats.Named) string {
	of := coachingsSay
	if n.Definition.Key == v.Answers.Definition.Key {
		of = answersSay
	}
	return of.In(ctx, n.Total) + " " + n.Definition.Rule.In(ctx) + " " + n.Definition.Window.In(ctx) + "."
}

// counted is what the numbers of a table are of.
func (v view) counted(n stats.Named) i18n.Text {
	if n.Definition.Key == v.Answers.Definition.Key {
		return answersT
	}
	return coachingsT
}
