package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestAsDaysPass is what the portal does by itself as days pass, on one portal
// whose rows are made older.
func TestAsDaysPass(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	database := demo.URL(t)
	site, clerk := portalOn(t, database), newClerk(t, database)
	t.Run("reminds authors", func(t *testing.T) { t.Parallel(); remindsAuthors(t, site, clerk) })
	t.Run("ends drafts", func(t *testing.T) { t.Parallel(); endsDrafts(t, site, clerk) })
	t.Run("mails in the morning", func(t *testing.T) { t.Parallel(); mailsInTheMorning(t, site, clerk) })
}

// An act that has come back waits for its author, who is reminded after a week
// and after a month, each once, goes on by the link in the mail, and is not
// reminded any more.
func remindsAuthors(t *testing.T, site *portal, clerk clerk) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := map[bool]string{true: "Muistettu kahvihetki", false: "Muistettu kävelyhetki"}[scripts]
		writer, judge := site.person(t, member), site.person(t, moderator)
		act := writer.sends(title, nil)
		judge.decides(act, "otto")
		judge.post("/moderointi/teot/"+act, "/moderointi/teot/"+act+"/palautus", url.Values{"reason": {"Lisää luku."}})
		days := func(n int) {
			clerk.by(t).does("UPDATE act_transition SET at = now() - make_interval(days => $1) WHERE act_id = $2 AND to_status = 'changes_requested'", n, number(act))
			clerk.by(t).rings("remind the authors")
		}
		days(8)
		week, month := "Tekosi odottaa täydennystä: "+title, "Vieläkö jatkat tätä tekoa: "+title
		b.until("the reminder after a week", func() bool { return len(b.mails(member, week)) == 1 })
		b.carry(writer.cookies)
		b.visit(b.letterLink(week, "/ilmoita-teko/"))
		b.tellsInAll("reminded-step", "Lisää luku.", "Lisää luku.", "Lisää luku.")
		days(31)
		b.until("the reminder after a month", func() bool { return len(b.mails(member, month)) == 1 })
		b.sound("mails-reminded")
		writer.again(act)
		days(31)
		clerk.by(t).rings("remind the authors")
		b.visit("/omat-teot")
		b.tellsInAll("own-acts-reminded", "Odottaa moderoijaa", "Väntar på en moderator", "Waiting for a moderator")
		if n, m := len(b.mails(member, week)), len(b.mails(member, month)); n != 1 || m != 1 {
			t.Errorf("the author was reminded %d times after a week and %d after a month", n, m)
		}
	})
}

// letterLink is a link in the newest mail with a subject.
func (b *tab) letterLink(subject, below string) string {
	b.t.Helper()
	b.visit("/dev/posti")
	link := evaluate[string](b, fmt.Sprintf(`[...document.querySelectorAll('main article')].find(a => a.querySelector('h2').textContent.includes(%q))?.querySelector('a[href*=%q]')?.href ?? ''`, subject, below))
	if link == "" {
		b.t.Fatalf("the mail %q has no link to %s", subject, below)
	}
	return link
}

// Who has chosen a mail a day, or a week, gets one of all that is new, not
// before its time, and none when there is nothing.
func mailsInTheMorning(t *testing.T, site *portal, clerk clerk) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		email, rhythm, lead := "raati@example.fi", "daily", "mitä seuraamissasi asioissa on uutta eilisestä"
		place, word := "Sodankylän kunta", "aamupuuro"
		if !scripts {
			email, rhythm, lead, place, word = "uusi@example.fi", "weekly", "mitä seuraamissasi asioissa on uutta viime viikosta", "Utsjoen kunta", "iltatee"
		}
		follower := site.person(t, email)
		b.carry(follower.cookies)
		query := strings.NewReplacer("n kunta", "n-kunta", "ä", "a").Replace(strings.ToLower(place))
		b.visit("/oma/seuranta/uusi?organisaatio=" + query)
		b.choose("rhythm", rhythm)
		b.press("Seuraa")
		morning := func() {
			clerk.by(t).does("UPDATE follow_reader SET next_at = now() - interval '1 minute' WHERE account_id = (SELECT id FROM account WHERE email = $1)", email)
			clerk.by(t).rings("tell what is new to those who follow it")
		}
		writer, judge := site.person(t, member), site.person(t, moderator)
		for _, n := range []string{"yksi", "kaksi"} {
			judge.decides(writer.sends("Uusi "+word+" "+n, url.Values{"organization": {place}}), "otto", "julkaisu")
		}
		clerk.by(t).rings("tell what is new to those who follow it")
		b.until("the published acts", func() bool { return site.lists(t, "Uusi "+word+" kaksi") })
		if got := b.mails(email, word); len(got) != 0 {
			t.Errorf("before the morning there are the mails %q", got)
		}
		morning()
		b.until("the mail of the morning", func() bool { return len(b.mails(email, word)) > 0 })
		if got := b.mails(email, lead); len(got) != 1 || !strings.Contains(got[0], "Tekojen torilla uutta: 2 tekoa") {
			t.Errorf("in the morning came %q", got)
		}
		b.sound("mails-of-the-morning")
		morning()
		b.visit("/oma/seuranta")
		b.soundInAll("following-" + rhythm)
		if got := b.mails(email, word); len(got) != 1 {
			t.Errorf("of the same acts came %q", got)
		}
		if status := b.visit(b.letterLink("Tekojen torilla uutta", "/katso/")); status != http.StatusOK {
			t.Errorf("the link in the mail is answered with %d", status)
		}
	})
}

// A draft that nobody touches is told of a month before it has been left for a
// year. One that its writer then goes on with stays, the other goes.
func endsDrafts(t *testing.T, site *portal, clerk clerk) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		kept, left := "Jatkettu luonnos", "Unohdettu luonnos"
		if !scripts {
			kept, left = "Jatkettu ajatus", "Unohdettu ajatus"
		}
		writer := site.person(t, member)
		ids := map[string]string{kept: writer.drafts(kept, nil), left: writer.drafts(left, nil)}
		days := func(act string, n int) {
			clerk.by(t).does("UPDATE act SET updated_at = now() - make_interval(days => $1) WHERE id = $2", n, number(act))
			clerk.by(t).does("UPDATE act_reminder SET sent_at = now() - make_interval(days => $1) WHERE act_id = $2", 31, number(act))
		}
		days(ids[kept], 345)
		days(ids[left], 345)
		clerk.by(t).rings("remind the authors")
		ends := "Luonnoksesi poistuu pian: "
		b.until("the warnings", func() bool { return len(b.mails(member, ends+kept)) == 1 && len(b.mails(member, ends+left)) == 1 })
		b.carry(writer.cookies)
		if status := b.visit(b.letterLink(ends+kept, "/ilmoita-teko/"+ids[kept])); status != http.StatusOK {
			t.Errorf("the link in the mail is answered with %d", status)
		}
		b.visit("/ilmoita-teko/" + ids[kept] + "/tarve")
		b.fill("need", "Tieto hukkui vuoron vaihtuessa, ja nyt jatkan tästä.")
		b.press("Tallenna luonnos")
		days(ids[left], 370)
		clerk.by(t).rings("remind the authors")
		b.until("the draft that was left is gone", func() bool { return b.visit("/ilmoita-teko/"+ids[left]+"/tarve") == http.StatusNotFound })
		b.visit("/omat-teot")
		if text := b.text(); !strings.Contains(text, kept) || strings.Contains(text, left) {
			t.Errorf("of the drafts are left:\n%.800s", text)
		}
		b.soundInAll("own-acts-drafts")
	})
}
