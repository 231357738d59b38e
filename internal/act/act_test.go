package act_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/validate"
)

var (
	author    = account.Account{ID: 1}
	stranger  = account.Account{ID: 2}
	moderator = account.Account{ID: 3, Roles: []account.Role{account.Moderator}}
	admin     = account.Account{ID: 4, Roles: []account.Role{account.Admin}}
	visitor   = account.Account{}
)

// TestWhoMaySee has a letter for everyone who may see an act of the status:
// Visitor, Stranger, Moderator, Author.
func TestWhoMaySee(t *testing.T) {
	for status, who := range map[act.Status]string{
		act.Draft: "A", act.Submitted: "MA", act.InReview: "MA", act.ChangesRequested: "MA", act.Approved: "MA",
		act.Published: "VSMA", act.Hidden: "MA", act.Archived: "VSMA", act.Rejected: "MA", act.Withdrawn: "MA", act.Merged: "VSMA",
	} {
		a := act.Act{OwnerID: author.ID, Status: status, Revision: 1}
		got := ""
		for _, v := range []struct {
			letter string
			viewer account.Account
		}{{"V", visitor}, {"S", stranger}, {"M", moderator}, {"A", author}} {
			if a.CanSee(v.viewer) {
				got += v.letter
			}
		}
		if got != who {
			t.Errorf("%s is seen by %q, want %q", status, got, who)
		}
	}
	if dropped := (act.Act{OwnerID: author.ID, Status: act.Withdrawn}); dropped.CanSee(moderator) || !dropped.CanSee(author) {
		t.Error("a draft that was dropped before it was sent is not its author's alone")
	}
}

func TestContactsAreShownAsConsented(t *testing.T) {
	a := act.Act{OwnerID: author.ID, Content: act.Content{Contacts: []act.Contact{
		{Name: "everyone", Consent: true, VisibleTo: act.Everyone},
		{Name: "signed in", Consent: true, VisibleTo: act.SignedIn},
		{Name: "nobody", Consent: true, VisibleTo: act.Nobody},
		{Name: "not asked", VisibleTo: act.Everyone},
	}}}
	for _, tt := range []struct {
		viewer account.Account
		want   string
	}{
		{visitor, "everyone"},
		{stranger, "everyone signed in"},
		{author, "everyone signed in nobody not asked"},
		{moderator, "everyone signed in nobody not asked"},
	} {
		var got []string
		for _, c := range a.ContactsFor(tt.viewer) {
			got = append(got, c.Name)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("account %d (-want +got):\n%s", tt.viewer.ID, diff)
		}
	}
}

// deeds is everything that can be done with an act, by who may do it.
func deeds() map[string]func(*act.Act) error {
	now := time.Date(2026, 10, 1, 12, 0, 0, 0, time.UTC)
	return map[string]func(*act.Act) error{
		"submit":   func(a *act.Act) error { return a.Submit(author, now) },
		"withdraw": func(a *act.Act) error { return a.Withdraw(author, now) },
		"take":     func(a *act.Act) error { return a.Take(moderator, now) },
		"return":   func(a *act.Act) error { return a.RequestChanges(moderator, "Kerro lisää.", now) },
		"approve":  func(a *act.Act) error { return a.Approve(moderator, nil, now) },
		"publish":  func(a *act.Act) error { return a.Publish(moderator, now) },
		"reject":   func(a *act.Act) error { return a.Reject(moderator, "Ei ole teko.", now) },
		"hide":     func(a *act.Act) error { return a.Hide(moderator, "Virhe.", now) },
		"show":     func(a *act.Act) error { return a.Show(moderator, "", now) },
		"archive":  func(a *act.Act) error { return a.Archive(author, now) },
		"merge":    func(a *act.Act) error { return a.MergeInto(99, moderator, now) },
		"reopen":   func(a *act.Act) error { return a.Reopen(admin, now) },
	}
}

// TestLife tries every deed on an act of every status: it leads where the
// life of an act leads, or is a conflict.
func TestLife(t *testing.T) {
	leads := map[act.Status]map[string]act.Status{
		act.Draft:            {"submit": act.Submitted, "withdraw": act.Withdrawn},
		act.Submitted:        {"take": act.InReview, "withdraw": act.Withdrawn},
		act.InReview:         {"return": act.ChangesRequested, "approve": act.Approved, "reject": act.Rejected},
		act.ChangesRequested: {"submit": act.Submitted, "withdraw": act.Withdrawn},
		act.Approved:         {"publish": act.Published},
		act.Published:        {"hide": act.Hidden, "archive": act.Archived, "merge": act.Merged},
		act.Hidden:           {"show": act.Published},
		act.Rejected:         {"reopen": act.Submitted},
	}
	for _, status := range act.Statuses() {
		for name, deed := range deeds() {
			a := act.Act{ID: 7, OwnerID: author.ID, Content: acttest.Content(), Status: status, Revision: 1}
			err := deed(&a)
			want, allowed := leads[status][name]
			switch {
			case status == act.Draft && errors.Is(err, fault.NotFound): // of others
			case allowed && (err != nil || a.Status != want):
				t.Errorf("%s a %s act: %s, %v; want %s", name, status, a.Status, err, want)
			case !allowed && !errors.Is(err, fault.Conflict):
				t.Errorf("%s a %s act: %v, want a conflict", name, status, err)
			case !allowed && a.Status != status:
				t.Errorf("%s a %s act: refused, but it is %s now", name, status, a.Status)
			}
		}
	}
}

// Whoever owns or writes an act has no deed of moderators on it, whatever else
// they are.
func TestNobodyDecidesOnAnOwnAct(t *testing.T) {
	now := time.Now()
	for _, own := range []account.Account{moderator, admin} {
		for name, tt := range map[string]struct {
			of   act.Status
			deed func(*act.Act) error
		}{
			"take":    {act.Submitted, func(a *act.Act) error { return a.Take(own, now) }},
			"return":  {act.InReview, func(a *act.Act) error { return a.RequestChanges(own, "Kerro lisää.", now) }},
			"approve": {act.InReview, func(a *act.Act) error { return a.Approve(own, nil, now) }},
			"reject":  {act.InReview, func(a *act.Act) error { return a.Reject(own, "Ei ole teko.", now) }},
			"publish": {act.Approved, func(a *act.Act) error { return a.Publish(own, now) }},
			"hide":    {act.Published, func(a *act.Act) error { return a.Hide(own, "Virhe.", now) }},
			"show":    {act.Hidden, func(a *act.Act) error { return a.Show(own, "", now) }},
			"merge":   {act.Published, func(a *act.Act) error { return a.MergeInto(99, own, now) }},
			"reopen":  {act.Rejected, func(a *act.Act) error { return a.Reopen(own, now) }},
		} {
			for _, a := range []act.Act{
				{ID: 7, OwnerID: own.ID, Status: tt.of},
				{ID: 7, OwnerID: author.ID, AuthorIDs: []account.ID{own.ID}, Status: tt.of},
			} {
				if err := tt.deed(&a); !errors.Is(err, fault.Forbidden) || a.Status != tt.of {
					t.Errorf("%s, by account %d as one of its authors: %v and %s, want forbidden", name, own.ID, err, a.Status)
				}
			}
		}
	}
}

func TestFirstPublicationStays(t *testing.T) {
	first, later := time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	a := act.Act{OwnerID: author.ID, Status: act.Approved}
	for _, step := range []error{a.Publish(moderator, first), a.Hide(moderator, "x", first), a.Show(moderator, "", later)} {
		if step != nil {
			t.Fatal(step)
		}
	}
	if !a.FirstPublishedAt.Equal(first) {
		t.Errorf("first published %v, want %v", a.FirstPublishedAt, first)
	}
	a.Status = act.Approved // as one of a file, that came out elsewhere before
	if err := a.Publish(moderator, later); err != nil || !a.FirstPublishedAt.Equal(first) {
		t.Errorf("published again: first %v, want %v, %v", a.FirstPublishedAt, first, err)
	}
}

func TestContentCheck(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(*act.Content)
		field string // "" for no problem
		rule  validate.Rule
	}{
		{"good", func(*act.Content) {}, "", ""},
		{"no title", func(c *act.Content) { c.Title = " " }, "title", validate.Required},
		{"one word", func(c *act.Content) { c.Title = "Kokoukset" }, "title", validate.TooFew},
		{"ten words", func(c *act.Content) { c.Title = strings.Repeat("sana ", 10) }, "title", validate.TooWordy},
		{"long title", func(c *act.Content) { c.Title = "ä " + strings.Repeat("ä", act.MaxTitle) }, "title", validate.TooLong},
		{"no results", func(c *act.Content) { c.Results = "" }, "results", validate.Required},
		{"longest need", func(c *act.Content) { c.Need = strings.Repeat("ä", act.MaxText) }, "", ""},
		{"no organisation", func(c *act.Content) { c.OrganizationID = 0 }, "organization", validate.Required},
		{"no sector", func(c *act.Content) { c.SectorIDs = nil }, "sectors", validate.Required},
		{"no consent", func(c *act.Content) { c.Contacts[0].Consent = false }, "contact_consent", validate.Consent},
		{"bad e-mail", func(c *act.Content) { c.Contacts[0].Email = "maija" }, "contact_email", validate.Email},
		{"script link", func(c *act.Content) { c.Links = []string{"javascript:alert(1)"} }, "links", validate.Web},
		{"ends first", func(c *act.Content) { c.Started, c.Ended = "2026-03", "2026-02" }, "ended", validate.Order},
		{"no month", func(c *act.Content) { c.Started = "maaliskuu" }, "started", validate.Date},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := acttest.Content()
			tt.spoil(&c)
			var problems validate.Problems
			errors.As(c.Check(), &problems)
			if tt.field == "" {
				if len(problems) > 0 {
					t.Fatalf("problems: %v", problems)
				}
				return
			}
			if p, ok := problems.For(tt.field); !ok || p.Rule != tt.rule {
				t.Errorf("problems = %v, want %s: %s", problems, tt.field, tt.rule)
			}
		})
	}
}
