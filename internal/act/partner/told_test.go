package partner_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

const (
	isNamed   = "Organisaationne on mukana teossa"
	isNone    = "Kumppani ei ole mukana teossasi"
	isOneThen = "Kumppani on sittenkin mukana teossasi"
)

// The coordinators of the partners hear of an act once it is out, each once and
// in their own language; those of a partner that an update brings, then. Who
// writes the act knows.
func TestCoordinatorsOfPartnersAreTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	second := d.coordinator(ours)
	d.exec("UPDATE account SET language = 'sv' WHERE id = $1", second.ID)
	d.exec("UPDATE account SET organization_id = $2, roles = '{coordinator}' WHERE id = $1", d.author.ID, ours)
	a := d.sent(ours)
	told := func(when string, speaker, swedish, other int) {
		t.Helper()
		for who, c := range map[string]struct{ got, want int }{
			"the speaker": {d.mails(d.speaker, isNamed), speaker}, "the Swedish one": {d.mails(second, "Er organisation är med i gärningen"), swedish},
			"the other": {d.mails(d.other, isNamed), other}, "the leader's": {d.mails(d.lead, isNamed), 0}, "who writes it": {d.mails(d.author, isNamed), 0},
		} {
			if c.got != c.want {
				t.Errorf("%s: %d mails to %s, want %d", when, c.got, who, c.want)
			}
		}
	}
	told("sent", 0, 0, 0)
	d.publish(a.ID)
	told("out", 1, 1, 0)
	d.lives(a.ID, func(a *act.Act, at time.Time) []error {
		return []error{a.Hide(d.staff, "Tarkistamme.", at), a.Show(d.staff, "", at)}
	})
	told("shown again", 1, 1, 0)
	d.update(a.ID, ours, theirs)
	told("with a new text", 1, 1, 1)
	body, err := postgres.Value[string](t.Context(), d.db, "SELECT body FROM mail_message WHERE recipient = $1 AND starts_with(subject, $2)", d.speaker.Email, isNamed)
	for _, words := range []string{a.Title, d.Organizations.Directory().Name(t.Context(), ours), "https://tori.example/katso/" + a.Slug, "https://tori.example/oma/organisaatio/yhteiset/"} {
		if err != nil || !strings.Contains(body, words) {
			t.Errorf("the mail lacks %q, %v:\n%s", words, err, body)
		}
	}
}

// update gives an act that is out a text with other partners, and lets it out.
func (d *desk) update(id act.ID, partners ...organization.ID) {
	d.t.Helper()
	d.revise(id, partners...)
	_, err := d.acts.Submit(d.t.Context(), d.owner, id, 0)
	d.must(err)
	d.publish(id)
}

// revise begins an update with other partners.
func (d *desk) revise(id act.ID, partners ...organization.ID) {
	d.t.Helper()
	w, err := d.acts.Revise(d.t.Context(), d.owner, id)
	d.must(err)
	w.PartnerIDs = partners
	_, err = d.acts.Edit(d.t.Context(), d.owner, id, w.Version, w.Content)
	d.must(err)
}

// All who write an act hear of a denial with its words, and that it was taken
// back; of one that nobody here owns, the moderators do.
func TestWritersAreToldOfDenials(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.published(ours, theirs)
	for range 2 { // the second press says nothing
		d.must(d.Deny(t.Context(), d.speaker, a.ID, "  Meillä vasta harkitaan. "))
	}
	d.names(a.ID, theirs)
	for name, to := range map[string]account.Account{"owner": d.owner, "author": d.author} {
		if n := d.mails(to, isNone); n != 1 {
			t.Errorf("%d mails of a denial to the %s", n, name)
		}
	}
	denials, err := d.Denials(t.Context(), []act.Act{a})
	if err != nil || len(denials[a.ID]) != 1 || denials[a.ID][0].Note != "Meillä vasta harkitaan." || denials[a.ID][0].OrganizationID != ours {
		t.Errorf("denials %+v, %v", denials, err)
	}
	for range 2 {
		d.must(d.Affirm(t.Context(), d.speaker, a.ID))
	}
	d.names(a.ID, theirs, ours)
	if n, m := d.mails(d.owner, isOneThen), d.mails(d.staff, isNone); n != 1 || m != 0 {
		t.Errorf("taken back: %d mails to the owner; the moderator has %d of the denial", n, m)
	}
	d.exec("DELETE FROM act_author WHERE act_id = $1", a.ID)
	d.exec("UPDATE act SET owner_id = NULL WHERE id = $1", a.ID)
	d.must(d.Deny(t.Context(), d.other, a.ID, ""))
	if n := d.mails(d.staff, isNone); n != 1 {
		t.Errorf("%d mails to the moderator of an act that nobody owns", n)
	}
}

// Whatever becomes of an act, it names nobody who has said to be no partner
// until they take it back.
func TestADeniedNameDoesNotComeBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.published(ours, theirs)
	d.revise(a.ID, theirs, ours) // before the denial
	_, err := d.acts.Submit(t.Context(), d.owner, a.ID, 0)
	d.must(err)
	d.must(d.Deny(t.Context(), d.speaker, a.ID, ""))
	d.publish(a.ID)
	d.names(a.ID, theirs)
	d.lives(a.ID, func(a *act.Act, at time.Time) []error {
		a.PartnerIDs = []organization.ID{ours, theirs} // whoever changes it
		return []error{a.Hide(d.staff, "Tarkistamme.", at), a.Show(d.staff, "", at)}
	})
	d.names(a.ID, theirs)
	if n := d.mails(d.speaker, isNamed); n != 1 {
		t.Errorf("%d mails that the act names an organisation, the first time aside", n-1)
	}

	d.revise(a.ID, ours)
	var p validate.Problems
	if _, err := d.acts.Submit(t.Context(), d.owner, a.ID, 0); !errors.As(err, &p) || len(p) != 1 || p[0].Field != "partners" || p[0].Rule != validate.NoPartner {
		t.Errorf("named again: %v", err)
	}
	w, err := d.acts.Working(t.Context(), d.owner, a.ID)
	d.must(err)
	if p, err := d.Problems(t.Context(), w); err != nil || len(p) != 1 {
		t.Errorf("the form says %v, %v", p, err)
	}
	d.must(d.Affirm(t.Context(), d.speaker, a.ID))
	_, err = d.acts.Submit(t.Context(), d.owner, a.ID, 0)
	d.must(err)
	d.publish(a.ID)
	d.names(a.ID, ours)
	j, err := d.Find(t.Context(), d.speaker, a.ID)
	if err != nil || j.DeniedAt != nil {
		t.Errorf("the partner finds %+v, %v", j, err)
	}
}

// When somebody who has denied a partnership leaves the portal, their words go,
// and the name stays away.
func TestForgettingKeepsADenial(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.published(ours)
	d.must(d.Deny(t.Context(), d.speaker, a.ID, "Terveisin Testi Testinen"))
	tx, err := d.db.Begin(t.Context())
	d.must(err)
	d.must(errors.Join(d.ForgetTx(t.Context(), tx, d.speaker), tx.Commit(t.Context())))
	denials, err := d.Denials(t.Context(), []act.Act{a})
	if err != nil || len(denials[a.ID]) != 1 || denials[a.ID][0].Note != "" {
		t.Errorf("denials %+v, %v", denials, err)
	}
	d.names(a.ID)
	colleague := d.coordinator(ours)
	all, err := d.Of(t.Context(), colleague)
	if err != nil || !slices.ContainsFunc(all, func(j partner.Joint) bool { return j.ID == a.ID && j.DeniedAt != nil }) {
		t.Errorf("who comes after them sees %+v, %v", all, err)
	}
}
