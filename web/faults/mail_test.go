package faults

import (
	"net/http"
	"net/url"
	"testing"
	"time"
)

// The mail server is gone, refuses, fails for now or is slow: sending an act
// in does not wait for it, and each receipt comes once when it is well again.
func (p *portal) testMails(t *testing.T, mails *mailServer) {
	defer func(whole *testing.T) { p.t = whole }(p.t)
	p.t = t
	who := p.signIn("ilmoittaja@example.fi")
	all := drafts(4)
	for i, trouble := range []func(){
		mails.close,
		func() { mails.open(); mails.setMood(mood{code: 550}) },
		func() { mails.setMood(mood{code: 451}) },
		func() { mails.setMood(mood{delay: 2 * time.Second}) },
	} {
		trouble()
		if !who.sendIn(all[i]) {
			t.Fatalf("act %d was not thanked", i)
		}
		if r := who.post(all[i].path+"/lahetys", url.Values{"version": {"1"}}); r.status != http.StatusSeeOther || r.took > 2*time.Second {
			t.Errorf("pressing Send again: %d after %v", r.status, r.took)
		}
		time.Sleep(500 * time.Millisecond)
	}
	mails.setMood(mood{})
	awaitReceipts(t, mails, all, 0)
	time.Sleep(2 * time.Second) // for one that comes twice
	awaitReceipts(t, mails, all, 0)
}
