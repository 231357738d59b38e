package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
)

var older = regexp.MustCompile(`rel="next" href="(/yllapito/loki\?[^"]*ennen=\d+[^"]*)"`)

// The log is read by person, deed and object, page by page, and taken out as
// the page is narrowed; a name that would be a script or a formula is a word.
func TestTheLogIsShownAndTakenOut(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	evil := `=HYPERLINK("http://evil.example")<script>`
	if err := postgres.Exec(t.Context(), p.db, "UPDATE account SET name = $2 WHERE id = $1", p.accounts["moderator"].ID, evil); err != nil {
		t.Fatal(err)
	}
	for n := range 120 {
		who := []string{"moderator", "editor"}[n%2]
		if err := postgres.Exec(t.Context(), p.db, "INSERT INTO audit_entry (account_id, action, subject, detail) VALUES ($1, 'hide', $2, $3)",
			p.accounts[who].ID, fmt.Sprintf("act %d", n+1000), evil); err != nil {
			t.Fatal(err)
		}
	}
	query := url.Values{"henkilo": {p.accounts["moderator"].Email}, "laji": {"act"}, "toiminto": {"hide"}}
	w := p.as("team", "/yllapito/loki?"+query.Encode(), nil)
	body := w.Body.String()
	if w.Code != http.StatusOK || strings.Count(body, "Teko 1") != 50 || strings.Contains(body, "Teko 1119") || strings.Contains(body, "<script>") || strings.Contains(body, `value="csv"`) {
		t.Fatalf("%d with %d acts of the moderator", w.Code, strings.Count(body, "Teko 1"))
	}
	m := older.FindStringSubmatch(body)
	if m == nil {
		t.Fatal("no way to what is older")
	}
	body = p.as("team", strings.ReplaceAll(m[1], "&amp;", "&"), nil).Body.String()
	if strings.Count(body, "Teko 1") != 10 || older.MatchString(body) {
		t.Errorf("%d acts on the last page", strings.Count(body, "Teko 1"))
	}
	query.Set("format", "json")
	var lines []map[string]string
	if err := json.Unmarshal(p.as("admin", "/yllapito/loki", query).Body.Bytes(), &lines); err != nil || len(lines) != 60 || lines[0]["name"] != evil || lines[0]["subject"] != "act 1118" {
		t.Errorf("the file has %d lines, %v", len(lines), err)
	}
	query.Set("format", "csv")
	if file := p.as("admin", "/yllapito/loki", query).Body.String(); strings.Count(file, "\n") != 61 || strings.Contains(file, `;"=HYPERLINK`) {
		t.Errorf("the CSV has %d lines, or a formula", strings.Count(file, "\n"))
	}
	if body := p.as("admin", "/yllapito/loki?toiminto=export", nil).Body.String(); strings.Count(body, ">log</a>") != 2 {
		t.Error("taking the log out does not stand in it twice")
	}
	for path, want := range map[string]int{"?toiminto=x": 404, "?laji=x": 404, "?ennen=x": 400, "?alkaen=eilen": 422, "?henkilo=portaali": 200, "?henkilo=%2312": 200} {
		if w := p.as("admin", "/yllapito/loki"+path, nil); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}
