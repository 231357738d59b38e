package accountpage_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A question stands between one person and their device: others see nothing of
// it, no answer but the right one does anything, and it goes with the factor.
func TestAQuestionIsForOneDevice(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a, another := s.staff(), s.staff()
	b, other, stranger := s.browser(), s.browser(), s.browser()
	_, codes := b.enrol(a)
	other.enrol(another)
	const keys, door = "/oma/vahvistus/avaimet", "/kirjaudu/avain"
	want(t, "without a code", b.send(keys, url.Values{}), http.StatusUnprocessableEntity, "")
	asked := b.send(keys, url.Values{"code": {codes[0]}}).Header().Get("Location")
	if !strings.HasPrefix(asked, keys+"/") {
		t.Fatalf("a code leads to %q", asked)
	}
	w := b.send(asked, nil)
	want(t, "the question", w, http.StatusOK, "")
	if !strings.Contains(w.Body.String(), "tori.example") {
		t.Error("the question does not name the portal")
	}
	junk := url.Values{"name": {"Puhelin"}, "answer": {`{"id":"AA","type":"public-key","response":{}}`}}
	want(t, "an answer that is none", b.send(asked, junk), http.StatusUnprocessableEntity, "")
	for name, said := range map[string]string{"": "Avaimen nimi", strings.Repeat("ä", 61): "60"} {
		w = b.send(asked, url.Values{"name": {name}, "answer": junk["answer"]})
		want(t, "a name that does not fit", w, http.StatusUnprocessableEntity, "")
		if body := w.Body.String(); !strings.Contains(body, `href="#name"`) || !strings.Contains(body, said) || !strings.Contains(body, `value="`+name+`"`) {
			t.Errorf("the name %q is not asked for again", name)
		}
	}
	want(t, "the question of another", other.send(asked, nil), http.StatusNotFound, "")
	want(t, "the answer of another", other.send(asked, junk), http.StatusNotFound, "")
	token := strings.TrimPrefix(asked, keys)
	want(t, "at the door", stranger.send(door+token, nil), http.StatusNotFound, "")
	want(t, "an answer at the door", stranger.send(door+token, junk), http.StatusNotFound, "")

	in := stranger.send(door, url.Values{"next": {"https://paha.example/"}}).Header().Get("Location")
	w = stranger.send(in, nil)
	want(t, "the question of the door", w, http.StatusOK, "")
	if strings.Contains(w.Body.String(), a.Email) {
		t.Error("the door tells who has passkeys")
	}
	want(t, "an answer that is none at the door", stranger.send(in, junk), http.StatusUnprocessableEntity, "")
	want(t, "the door's question for a new passkey", b.send(keys+strings.TrimPrefix(in, door), junk), http.StatusNotFound, "")
	if stranger.cookie != nil {
		t.Error("a stranger is let in")
	}

	want(t, "off", b.send("/oma/vahvistus/poisto", url.Values{"code": {codes[1]}}), http.StatusSeeOther, "/oma/vahvistus")
	want(t, "the question after that", b.send(asked, nil), http.StatusNotFound, "")
	want(t, "a passkey that is none", b.send("/oma/avaimet/1/poisto", url.Values{}), http.StatusNotFound, "")
}
