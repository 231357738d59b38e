package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// kept keeps the connections of people between their requests.
var kept = &http.Transport{MaxIdleConnsPerHost: 200}

func formReader(form url.Values) io.Reader { return strings.NewReader(form.Encode()) }

// What is measured of a telling.
const (
	openStep = "open a step"
	saveStep = "save a step"
	sendIt   = "send the act"
)

var tellings = []string{openStep, saveStep, sendIt}

// A telling is one act told by the form, step by step as a browser without
// JavaScript does it.
type telling struct {
	portal *portal
	cookie string
	number int
	path   string // "/ilmoita-teko/7"
	took   map[string][]time.Duration
}

// steps is what each step of the form says.
func (t *telling) steps() []struct {
	slug string
	form url.Values
} {
	return []struct {
		slug string
		form url.Values
	}{
		{"tarve", url.Values{
			"title": {fmt.Sprintf("Viimeisen illan teko numero %d", t.number)}, "need": {strings.Repeat("Viimeisenä iltana kerrotaan monesta teosta yhtä aikaa. ", 20)},
			"sectors": {"whole-organisation"}, "themes": {"workload-and-wellbeing"}, "language": {"fi"},
		}},
		{"ratkaisu", url.Values{"approach": {strings.Repeat("Lähetimme kaikki teot saman minuutin aikana. ", 20)}, "stage": {"in_use"}}},
		{"tulokset", url.Values{"results": {strings.Repeat("Jokainen teko tuli perille ja sivut pysyivät nopeina. ", 20)}, "lead": {"Kokeilemme, kestääkö tori viimeisen illan."}}},
		{"yhteystiedot", url.Values{
			"contact_name": {"Aino Aalto"}, "contact_email": {"aino@kunta.example"}, "contact_consent": {"true"}, "contact_visible_to": {"everyone"},
		}},
	}
}

var versionField = regexp.MustCompile(`name="version" value="(\d+)"`)

// tell goes through the whole form and sends the act.
func (t *telling) tell(ctx context.Context) error {
	t.took = map[string][]time.Duration{}
	key := make([]byte, 16)
	_, _ = rand.Read(key) // never fails
	to, err := t.post(ctx, saveStep, "/ilmoita-teko", url.Values{"form_key": {hex.EncodeToString(key)}, "organization": {"Limingan kunta"}, "action": {"next"}})
	if err != nil {
		return err
	}
	t.path = strings.TrimSuffix(to, "/tarve")
	for _, s := range t.steps() {
		s.form.Set("action", "next")
		if err := t.step(ctx, saveStep, s.slug, s.slug, s.form); err != nil {
			return err
		}
	}
	return t.step(ctx, sendIt, "tarkista", "lahetys", url.Values{})
}

// step opens a page and sends its form with the version that it shows.
func (t *telling) step(ctx context.Context, what, shown, slug string, form url.Values) error {
	got, body, err := request(ctx, http.MethodGet, "http://"+t.portal.addr+t.path+"/"+shown, t.cookie, nil)
	if err != nil {
		return err
	}
	m := versionField.FindStringSubmatch(body)
	if got.status != http.StatusOK || m == nil {
		return fmt.Errorf("%s: status %d, version %v", shown, got.status, m)
	}
	t.took[openStep] = append(t.took[openStep], got.took)
	form.Set("version", m[1])
	_, err = t.post(ctx, what, t.path+"/"+slug, form)
	return err
}

// post is where the answer leads.
func (t *telling) post(ctx context.Context, what, path string, form url.Values) (string, error) {
	got, _, err := request(ctx, http.MethodPost, "http://"+t.portal.addr+path, t.cookie, form)
	if err == nil && got.status != http.StatusSeeOther {
		err = fmt.Errorf("%s: status %d", path, got.status)
	}
	if err != nil {
		return "", err
	}
	t.took[what] = append(t.took[what], got.took)
	return got.header.Get("Location"), nil
}
