package feedbackpage_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/web/feedbackpage"
	"tekojentori.fi/tori/web/page"
)

// A desk is the pages as somebody sees them.
func desk(t *testing.T, roles ...account.Role) (http.Handler, *feedback.Service) {
	t.Helper()
	db := pgtest.New(t)
	s := feedback.New(db, accounttest.Service(t, db, time.Now), accounttest.Outbox(t, db, time.Now), time.Now)
	p := feedbackpage.Pages{Feedback: s, Now: time.Now}
	viewer := accounttest.New(t, db, roles...)
	r := chi.NewRouter()
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(page.WithViewer(r.Context(), viewer)))
		})
	})
	r.Get("/palaute", page.Handle(p.Form))
	r.Post("/palaute", page.Handle(p.Send))
	r.Get("/moderointi/palautteet", page.Handle(p.Open))
	r.Post("/moderointi/palautteet/{id}/vastaus", page.Handle(p.Answer))
	return r, s
}

func ask(h http.Handler, path string, form url.Values, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	if form != nil {
		r = httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

const key = "0198b1f2000070008000000000000001"

// What was typed stays when something is wrong, and the problem says so.
func TestMistakesKeepTheText(t *testing.T) {
	t.Parallel()
	h, s := desk(t, account.Moderator)
	form := url.Values{"form_key": {key}, "topic": {"accessibility"}, "message": {"Kartta ei puhu <b>"}, "email": {"lukija"}}
	w := ask(h, "/palaute", form)
	body := w.Body.String()
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, "Kartta ei puhu &lt;b&gt;") || !strings.Contains(body, `href="#email"`) {
		t.Errorf("status %d, and the form:\n%s", w.Code, body)
	}
	form.Set("email", "lukija@example.fi")
	if w := ask(h, "/palaute", form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/palaute/kiitos" {
		t.Errorf("status %d to %s", w.Code, w.Header().Get("Location"))
	}
	open, err := s.Open(t.Context(), account.Account{ID: 1, Roles: []account.Role{account.Moderator}})
	if err != nil || len(open) != 1 || open[0].Email != "lukija@example.fi" {
		t.Errorf("stored %+v, %v", open, err)
	}
	if w := ask(h, "/palaute", url.Values{"message": {"x"}}); w.Code != http.StatusBadRequest {
		t.Errorf("a form without its key: status %d", w.Code)
	}
}

// The form knows the page that led to it, if it is one of ours.
func TestFormKnowsWhereOneComesFrom(t *testing.T) {
	t.Parallel()
	h, _ := desk(t)
	for from, want := range map[string]string{
		"http://example.com/tilastot?kampanja=x": `value="/tilastot?kampanja=x"`,
		"http://elsewhere.example/tilastot":      `id="page" name="page" type="text" value=""`,
		"http://example.com/palaute":             `id="page" name="page" type="text" value=""`,
	} {
		if body := ask(h, "/palaute", nil, "Referer", from).Body.String(); !strings.Contains(body, want) {
			t.Errorf("from %s: no %s", from, want)
		}
	}
}

// A moderator sees the day by which to answer, and marks the answer once.
func TestModeratorAnswers(t *testing.T) {
	t.Parallel()
	h, s := desk(t, account.Moderator)
	f, err := s.Send(t.Context(), key, feedback.Feedback{Topic: feedback.Content, Message: "Luku on väärin", Language: "fi"})
	if err != nil {
		t.Fatal(err)
	}
	if body := ask(h, "/moderointi/palautteet", nil).Body.String(); !strings.Contains(body, "Luku on väärin") || !strings.Contains(body, "Vastattava viimeistään "+f.DueOn.Format("2.1.2006")) {
		t.Errorf("the list:\n%s", body)
	}
	for _, want := range []int{http.StatusSeeOther, http.StatusConflict} {
		if w := ask(h, "/moderointi/palautteet/1/vastaus", url.Values{}); w.Code != want {
			t.Errorf("status %d, want %d", w.Code, want)
		}
	}
}
