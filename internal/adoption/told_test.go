package adoption_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/postgres"
)

// All who write an act hear that it spreads, each in their own language and
// once for each organisation and state; but not of what they have told
// themselves, and not when somebody has stopped.
func TestAllWhoWriteAnActHearOfAdoptions(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	swede := accounttest.New(t, s.db)
	exec := func(sql string, args ...any) {
		t.Helper()
		if err := postgres.Exec(t.Context(), s.db, sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec("UPDATE account SET language = 'sv' WHERE id = $1", swede.ID)
	for _, id := range []account.ID{swede.ID, s.copier.ID} { // who writes it for others may copy it too
		exec("INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", s.act.ID, id)
	}
	spread := func(to account.Account) []string {
		t.Helper()
		all, err := postgres.Values[string](t.Context(), s.db, "SELECT body FROM mail_message WHERE recipient = $1 AND (starts_with(subject, 'Tekosi leviää') OR starts_with(subject, 'Din gärning sprids')) ORDER BY id", to.Email)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	for _, c := range []struct {
		by            account.Account
		state         adoption.State
		owner, copier int
	}{
		{s.copier, adoption.Tried, 1, 0},
		{s.copier, adoption.Tried, 1, 0},
		{s.copier, adoption.InUse, 2, 0},
		{s.copier, adoption.Stopped, 2, 0},
		{s.colleague, adoption.InUse, 2, 1}, // told before: of this the copier alone has not been told
	} {
		s.tell(t, c.by, c.state)
		for who, mails := range map[string]struct{ got, want int }{
			"owner": {len(spread(s.owner)), c.owner}, "other author": {len(spread(swede)), c.owner}, "copier": {len(spread(s.copier)), c.copier},
		} {
			if mails.got != mails.want {
				t.Errorf("after %s: %d mails to the %s, want %d", c.state, mails.got, who, mails.want)
			}
		}
	}
	mail := strings.Join(spread(swede), "\n")
	for _, words := range []string{"berättar om din gärning ”" + s.act.Title, "vi har prövat det här", "det här är i bruk hos oss", "/sv/katso/" + s.act.Slug} {
		if !strings.Contains(mail, words) {
			t.Errorf("the Swedish mails lack %q:\n%s", words, mail)
		}
	}
}
