package stats

import (
	"fmt"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// A Definition says in words what a number counts.
type Definition struct {
	Key    string // stable, for files and the API
	Rule   i18n.Text
	Basis  string // which day of an act is asked for: one of the bases
	Window i18n.Text
}

// The bases.
const (
	FirstPublished = "first_published"
	Submitted      = "submitted" // of a campaign that counts by the day of sending
	Opened         = "read"      // the day on which a page was opened
)

// A contest is the rules of a campaign, as far as they tell what is counted.
type contest struct {
	name        i18n.Text
	opens, ends time.Time // its first and last day; zero: not known
	submitted   bool      // by the day of sending, not that of publication
}

// define tells what a number of the acts of f counts: within one campaign, by
// its window and its day.
func (c *Catalogue) define(key string, rule i18n.Text, f Filter) Definition {
	d := Definition{Key: key, Rule: c.narrowed(rule, f), Basis: FirstPublished, Window: c.window(f)}
	of, ok := c.contestOf(f)
	if !ok {
		return d
	}
	entered := enteredPublished
	if of.submitted {
		entered, d.Basis = enteredSubmitted, Submitted
	}
	rule = d.Rule
	d.Rule = inEach(func(l i18n.Lang) string { return rule.To(l) + " " + fmt.Sprintf(entered.To(l), of.name.To(l)) })
	d.Window = of.window(f)
	return d
}

// narrowed is a rule with the values that f asks for of all dimensions but the
// campaign, which is told by its own rule.
func (c *Catalogue) narrowed(rule i18n.Text, f Filter) i18n.Text {
	var some []i18n.Text
	for d, codes := range f.Codes {
		for _, code := range codes {
			if v, ok := c.Value(Dimension(d), code); ok && Dimension(d) != Campaign {
				some = append(some, v.Label)
			}
		}
	}
	if len(some) == 0 {
		return rule
	}
	return inEach(func(l i18n.Lang) string {
		names := make([]string, len(some))
		for i, label := range some {
			names[i] = label.To(l)
		}
		return rule.To(l) + " " + fmt.Sprintf(narrowedTo.To(l), strings.Join(names, "; "))
	})
}

var narrowedTo = i18n.T("Rajaus: %s.", "Avgränsning: %s.", "Narrowed to: %s.")

// A stint is a period in words.
type stint struct {
	from, until time.Time
	words       i18n.Text
}

// window is the time of f in words: every number of a page tells the same one.
func (c *Catalogue) window(f Filter) i18n.Text {
	told := c.told.Load()
	if told == nil || !told.from.Equal(f.From) || !told.until.Equal(f.Until) {
		told = &stint{f.From, f.Until, f.window()}
		c.told.Store(told)
	}
	return told.words
}

// contestOf is the one campaign that f asks for.
func (c *Catalogue) contestOf(f Filter) (contest, bool) {
	if len(f.Codes[Campaign]) != 1 {
		return contest{}, false
	}
	n, ok := c.values[Campaign].index[f.Codes[Campaign][0]]
	if !ok || n >= len(c.contests) {
		return contest{}, false
	}
	return c.contests[n], true
}

// window is the days of a campaign, and of its acts those that f asks for.
func (of contest) window(f Filter) i18n.Text {
	by := byPublished
	if of.submitted {
		by = bySubmitted
	}
	return inEach(func(l i18n.Lang) string {
		words := dayIn(l, of.opens) + "–" + dayIn(l, of.ends) + ", " + by.To(l)
		if !f.From.IsZero() || !f.Until.IsZero() {
			words += "; " + f.window().To(l)
		}
		return words
	})
}

var (
	enteredSubmitted = i18n.T(
		"Mukana ovat teot, jotka on ilmoitettu kampanjaan ”%s” ja lähetetty sen aikana.",
		"Med är gärningar som har anmälts till kampanjen ”%s” och skickats under den.",
		"Acts entered in the campaign “%s” and sent during it.")
	enteredPublished = i18n.T(
		"Mukana ovat teot, jotka on ilmoitettu kampanjaan ”%s” ja julkaistu ensimmäisen kerran sen aikana.",
		"Med är gärningar som har anmälts till kampanjen ”%s” och publicerats första gången under den.",
		"Acts entered in the campaign “%s” and first published during it.")
	bySubmitted = i18n.T("lähetyspäivän mukaan", "enligt dagen då gärningen skickades", "by the day of sending")
	byPublished = i18n.T("ensimmäisen julkaisupäivän mukaan", "enligt första publiceringsdag", "by the day of first publication")
)
