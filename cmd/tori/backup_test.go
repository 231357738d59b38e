package main

import (
	"bytes"
	"errors"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/backup"
	"tekojentori.fi/tori/internal/config"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/transfer"
)

// newTestPortal is a portal on a fresh database and a fresh folder.
func newTestPortal(t *testing.T) *portal {
	t.Helper()
	p := &portal{url: pgtest.URL(t), registry: prometheus.NewRegistry(), config: config.Config{
		DataDir: t.TempDir(), BaseURL: "http://tori.example", MailFrom: "tori@example.fi", DemoPassword: "varmuuskopio-2026",
		SessionKeys: []string{strings.Repeat("ab", 32)}, Environment: "development",
	}}
	var err error
	if p.db, err = postgres.Open(t.Context(), p.url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.close)
	if err := p.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	return p
}

// views is what people see of a portal: pages, figures and the export.
func (p *portal) views(t *testing.T) map[string]string {
	t.Helper()
	views := map[string]string{}
	if err := p.watcher.Look(t.Context()); err != nil {
		t.Fatal(err)
	}
	ids, err := p.acts.IDs(t.Context(), []act.Status{act.Published, act.Archived})
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.acts.Cards(t.Context(), ids, p.stats.Catalogue().VersionOf)
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"/", "/tekojen-tori", "/tekojen-tori?haku=ty%C3%B6vuoro", "/tilastot", "/sv/tilastot", "/api/v1/acts?per_page=100", "/api/v1/statistics?by=organization"}
	for _, a := range all {
		paths = append(paths, "/katso/"+a.Slug)
	}
	p.registry = prometheus.NewRegistry() // the metrics of a second site have the same names
	site := p.site()
	for _, path := range paths {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != 200 {
			t.Errorf("%s: %d", path, w.Code)
		}
		views[path] = w.Body.String()
	}
	var export bytes.Buffer
	if err := p.transfer().Export(t.Context(), &export, transfer.Order{Format: "csv", IDs: ids, Personal: true}); err != nil {
		t.Fatal(err)
	}
	views["the export"] = export.String()
	return views
}

// A backup survives the loss of everything: every page, figure, export and
// file is the same, and life goes on.
func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	first := newTestPortal(t)
	if err := loadDemo(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(first.filesDir(), "ab", "abcdef")
	if err := errors.Join(os.MkdirAll(filepath.Dir(picture), 0o700), os.WriteFile(picture, []byte("kuva"), 0o600)); err != nil {
		t.Fatal(err)
	}
	want := first.views(t)
	file := filepath.Join(t.TempDir(), "tori.tar.gz")
	m, err := first.backUp(t.Context(), file, nil)
	if err != nil || m.Rows() < 1000 {
		t.Fatalf("%d rows, %v", m.Rows(), err)
	}
	archive, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	second := newTestPortal(t)
	second.refuseDamaged(t, archive)
	if _, err := second.restore(t.Context(), bytes.NewReader(archive), false, nil); err != nil {
		t.Fatal(err)
	}
	second.compare(t, want)
	if b, err := os.ReadFile(filepath.Join(second.filesDir(), "ab", "abcdef")); err != nil || string(b) != "kuva" {
		t.Errorf("the picture is %q, %v", b, err)
	}
	if _, err := second.restore(t.Context(), bytes.NewReader(archive), false, nil); !errors.Is(err, backup.ErrNotEmpty) {
		t.Errorf("a second time: %v", err)
	}
	second.goOn(t)
	if _, err := second.restore(t.Context(), bytes.NewReader(archive), true, nil); err != nil {
		t.Errorf("in place of what is there: %v", err)
	}
	second.compare(t, want)
}

// refuseDamaged tries archives that are not whole: nothing comes in.
func (p *portal) refuseDamaged(t *testing.T, archive []byte) {
	t.Helper()
	flipped := bytes.Clone(archive)
	flipped[len(flipped)/2] ^= 0x40
	for name, damaged := range map[string][]byte{
		"empty": {}, "no archive": []byte("teot"), "half": archive[:len(archive)/2], "cut short": archive[:len(archive)-20], "a bit changed": flipped,
	} {
		if _, err := p.restore(t.Context(), bytes.NewReader(damaged), false, nil); err == nil {
			t.Errorf("%s: it was restored", name)
		}
		n, err := postgres.Value[int](t.Context(), p.db, "SELECT (SELECT count(*) FROM act) + (SELECT count(*) FROM account)")
		if err != nil || n != 0 {
			t.Errorf("%s: %d rows came in, %v", name, n, err)
		}
	}
}

func (p *portal) compare(t *testing.T, want map[string]string) {
	t.Helper()
	got := p.views(t)
	for name, view := range want {
		if got[name] != view {
			t.Errorf("%s is not the same: %d bytes, before %d", name, len(got[name]), len(view))
		}
	}
}

// goOn writes with the counters that were restored, and tries the log that
// nobody may change.
func (p *portal) goOn(t *testing.T) {
	t.Helper()
	a, err := p.accounts.FindByEmail(t.Context(), "ilmoittaja@example.fi")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.acts.Begin(t.Context(), a, strings.Repeat("ab", 16), act.Content{Title: "Uusi teko", Language: "fi"}); err != nil {
		t.Errorf("a new draft after the restore: %v", err)
	}
	if err := postgres.Exec(t.Context(), p.db, "DELETE FROM audit_entry"); err == nil {
		t.Error("the audit log can be changed after the restore")
	}
}
