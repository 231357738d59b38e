package act_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// told is a form in words: each step with its questions, * where an answer is
// needed, and the limits.
func told(f act.Form) string {
	var steps []string
	for _, s := range f.Steps {
		line := s.Slug + ":"
		for _, q := range s.Fields {
			line += " " + q.Name + strings.Repeat("*", map[bool]int{true: 1}[q.Required])
			if q.Max > 0 {
				line += fmt.Sprint(q.Max)
			}
			if q.MaxWords > 0 {
				line += fmt.Sprintf("(%d–%d)", q.MinWords, q.MaxWords)
			}
		}
		steps = append(steps, line)
	}
	return strings.Join(steps, "\n")
}

// The versions that drafts have been begun with stay as they are: whoever
// changes one changes drafts under their writers. A new version is a new line.
func TestFormsStayAsTheyAre(t *testing.T) {
	t.Parallel()
	const contacts = "yhteystiedot: contact_name*150 contact_title150 contact_email contact_phone150 contact_organization150 contact_consent contact_visible_to links10 files alt\ntarkista:"
	want := []string{
		"tyopaikka: organization* partners20 unit150 locality150\n" +
			"tarve: title*120(2–9) lead300 need*5000 sectors*3 themes*3 language\n" +
			"ratkaisu: approach*5000 stage* started ended\n" +
			"tulokset: results*5000 lessons5000 tags8\n" + contacts,
		"tyopaikka: organization* partners20 unit150 locality150\n" +
			"tarve: title*120(2–9) need*5000 sectors*3 themes*3 language\n" +
			"ratkaisu: approach*5000 stage* started ended\n" +
			"tulokset: results*5000 lessons5000 lead300 tags8\n" + contacts,
	}
	for i, f := range act.Forms() {
		if f.Version != act.FormVersion(i+1) {
			t.Errorf("the %d. form is version %d", i+1, f.Version)
		}
		if diff := cmp.Diff(want[i], told(f)); diff != "" {
			t.Errorf("version %d:\n%s", f.Version, diff)
		}
	}
	if newest := act.FormOf(999).Version; newest != act.CurrentForm().Version {
		t.Errorf("a form of the future is taken for version %d", newest)
	}
}

// What is checked is what the form asks, whatever other versions ask.
func TestAFormChecksWhatItAsks(t *testing.T) {
	t.Parallel()
	problems := func(f act.Form, c act.Content) validate.Problems {
		var all validate.Problems
		errors.As(f.Check(c), &all)
		return all
	}
	c := acttest.Content()
	c.Lead, c.Lessons = "", "Aloittakaa pienestä."
	if p := problems(act.FormOf(1), c); p != nil {
		t.Fatalf("version 1: %v", p)
	}
	other := act.FormOf(1)
	for i, s := range other.Steps {
		other.Steps[i].Fields = slices.DeleteFunc(slices.Clone(s.Fields), func(q act.FormField) bool { return q.Name == "results" })
		for j, q := range other.Steps[i].Fields {
			switch q.Name {
			case "lead":
				other.Steps[i].Fields[j].Required = true
			case "lessons":
				other.Steps[i].Fields[j].Max = 5
			case "partners":
				other.Steps[i].Fields[j].Required = true
			}
		}
	}
	c.Results = ""
	want := validate.Problems{{Field: "partners", Rule: validate.Required}, {Field: "lead", Rule: validate.Required}, {Field: "lessons", Rule: validate.TooLong, Limit: 5}}
	if diff := cmp.Diff(want, problems(other, c)); diff != "" {
		t.Errorf("a form that asks otherwise:\n%s", diff)
	}
	if p := problems(act.FormOf(1), c); len(p) != 1 || p[0].Field != "results" {
		t.Errorf("version 1 without results: %v", p)
	}
}

// A draft stays with the form that it was begun with; what begins now, and an
// update too, takes the newest one. What the last release begins has the first.
func TestADraftStaysWithItsForm(t *testing.T) {
	t.Parallel()
	acts, db := newService(t)
	author := accounttest.New(t, db)
	a, err := acts.Begin(t.Context(), author, formKey, acttest.Content())
	if err != nil || a.FormVersion != act.CurrentForm().Version {
		t.Fatalf("begun with version %d, %v", a.FormVersion, err)
	}
	const old = "INSERT INTO act (ref, owner_id, form_key, status) VALUES ('vanha', $1, gen_random_uuid(), 'draft') RETURNING id"
	id, err := postgres.Value[act.ID](t.Context(), db, old, author.ID)
	if err != nil {
		t.Fatal(err)
	}
	if a, err = acts.Edit(t.Context(), author, id, 1, acttest.Content()); err != nil {
		t.Fatal(err)
	}
	if a, err = acts.Submit(t.Context(), author, id, a.Version); err != nil || a.FormVersion != 1 {
		t.Fatalf("sent with version %d, %v", a.FormVersion, err)
	}
	if err := postgres.Exec(t.Context(), db, "UPDATE act SET status = 'published', first_published_at = now() WHERE id = $1", id); err != nil {
		t.Fatal(err)
	}
	u, err := acts.Revise(t.Context(), author, id)
	if err != nil || u.FormVersion != act.CurrentForm().Version {
		t.Errorf("the update has version %d, %v", u.FormVersion, err)
	}
	if live, err := acts.Find(t.Context(), author, id); err != nil || live.FormVersion != 1 {
		t.Errorf("the act that is out has version %d, %v", live.FormVersion, err)
	}
}
