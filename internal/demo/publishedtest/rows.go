package publishedtest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/demo"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/transfer"
)

// The days that the published months are taken as. 866 acts with 192 of the
// year, and a year later 1,055 with 183, agree by one rule only if some acts of
// 2021 came after the day on which the first of these were counted.
const (
	January2018  = "2018-01-14"
	November2020 = "2020-11-25"
	December2021 = "2021-12-10"
	December2022 = "2022-12-31"
)

// A batch is acts that are published evenly between two days.
type batch struct {
	acts        int
	from, until string // first and last day
	campaign    int    // its year; 0: none
	makers      []string
	kind        string // of act, if it is another
	status      string // if it is another than published
}

// Import puts the acts in by the real import: those of the campaign of 2022 as
// the demo has them, and of the other years as many as were published, with
// joint acts among them, and drafts and entries in review that no figure has.
func Import(t testing.TB, s *transfer.Service, refresh func()) {
	t.Helper()
	for _, f := range []transfer.File{demo.File("data/acts-2022.jsonl"), rows(t, s.Organizations.Directory())} {
		report, err := s.Import(t.Context(), f, transfer.Options{Bad: func(b transfer.BadRow, _ transfer.Row) { t.Error(b) }})
		if err != nil || report.Created != report.Rows {
			t.Fatalf("%s: %+v, %v", f.Name, report, err)
		}
		refresh()
	}
}

// batches is the years but 2022.
func batches(f Figures, t testing.TB, all *organization.Directory) []batch {
	first, november := f.Total(t, "2018-01"), f.Total(t, November2020)
	y2021, y2022, y2024, y2025 := f.Total(t, "2021-12"), f.Total(t, "2022-12"), f.Total(t, "2024-12-03"), f.Total(t, "2025-12-02")
	old := makers(t, all, y2021.OrganizationsAbout, y2022.OrganizationsAbout-y2021.OrganizationsAbout)
	after := y2022.Acts - y2022.ActsInYear - y2021.Acts // of 2021, after the day
	inYear := y2021.ActsInYear - after
	return []batch{
		{acts: first.Acts, from: "2015-09-01", until: January2018, makers: old},
		{acts: first.Solutions, from: "2015-09-01", until: January2018, makers: old, kind: "solution"},
		{acts: november.Acts - first.Acts, from: "2018-01-15", until: November2020, makers: old},
		{acts: y2021.Acts - inYear - november.Acts, from: "2020-11-26", until: "2020-12-31", makers: old},
		{acts: inYear, from: "2021-01-01", until: December2021, makers: old},
		{acts: after, from: "2021-12-11", until: "2021-12-31", makers: old},
		{acts: y2024.ActsInCampaign, from: "2024-09-02", until: "2024-11-30", campaign: 2024, makers: old[:y2024.OrganizationsInCampaign]},
		{acts: 30, from: "2024-02-01", until: "2024-12-02", makers: old},
		{acts: y2025.ActsInCampaign, from: "2025-09-01", until: "2025-11-30", campaign: 2025, makers: old[len(old)-y2025.OrganizationsInCampaign:]},
		{acts: 9, from: "2017-02-01", until: "2022-05-31", makers: []string{"Luonnosten kunta"}, status: "draft"},
		{acts: 4, from: "2025-10-01", until: "2025-11-30", campaign: 2025, makers: []string{"Luonnosten kunta"}, status: "in_review"},
	}
}

// makers is as many municipalities as there were organisations, of which the
// campaign of 2022 has all of its own but some.
func makers(t testing.TB, all *organization.Directory, n, later int) []string {
	t.Helper()
	var of2022, others []string
	demos := demoMakers(t)
	for _, o := range all.Active() {
		if name := o.Name.To(i18n.FI); demos[name] {
			of2022 = append(of2022, name)
		} else if o.Type == organization.Municipality {
			others = append(others, name)
		}
	}
	both := of2022[:min(len(of2022), len(demos)-later)]
	if len(both)+later != len(demos) || len(others) < n {
		t.Fatalf("%d of the %d organisations of 2022 are known", len(of2022), len(demos))
	}
	return append(both, others[:n-len(both)]...)
}

// rows is the file of the years but 2022.
func rows(t testing.TB, all *organization.Directory) transfer.File {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	put := func(cells ...string) {
		if err := w.Write(cells); err != nil {
			t.Fatal(err)
		}
	}
	put("ref", "kind", "title", "organization", "partners", "sectors", "stage", "submitted_at", "published_at", "status", "campaign")
	for n, of := range batches(Read(t), t, all) {
		for i := range of.acts {
			put(of.row(n, i)...)
		}
	}
	w.Flush()
	return transfer.File{Name: "published.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.Bytes())), nil }}
}

// The sectors as the list of 2020 and that of today have them.
var sectors = []string{"Sosiaali- ja terveysala", "Opetus ja kasvatus", "Tekninen toimi", "Koko kunta", "Työllisyyspalvelut|Opetus ja kasvatus"}

// row is one act of the batch n. Every seventh is a joint one, told of the next
// maker too.
func (b batch) row(n, i int) []string {
	at, campaign, partner := spread(b.from, b.until, i, b.acts), "", ""
	sent := at.AddDate(0, 0, -6)
	if b.campaign != 0 {
		campaign = fmt.Sprintf("hyva-kiertamaan-%d", b.campaign)
		sent = spread(fmt.Sprintf("%d-09-02", b.campaign), fmt.Sprintf("%d-10-31", b.campaign), i, b.acts)
	}
	if i%7 == 6 && b.kind == "" {
		partner = b.makers[(i+1)%len(b.makers)]
	}
	return []string{
		fmt.Sprintf("p-%d-%d", n, i), b.kind, fmt.Sprintf("Teko %d jaksosta %d", i+1, n+1), b.makers[i%len(b.makers)], partner,
		sectors[i%len(sectors)], "in_use", sent.Format(time.RFC3339), at.Format(time.RFC3339), b.status, campaign,
	}
}

// spread is the time of the i-th of n between the first and the last half hour
// of two days, in Finland: both ends are where days are told apart.
func spread(from, until string, i, n int) time.Time {
	first, _ := time.ParseInLocation(time.DateTime, from+" 00:10:00", i18n.Helsinki())
	last, _ := time.ParseInLocation(time.DateTime, until+" 23:50:00", i18n.Helsinki())
	seconds := int64(last.Sub(first)/time.Second) * int64(i) / int64(max(n-1, 1))
	return first.Add(time.Duration(seconds) * time.Second).In(i18n.Helsinki())
}

// demoMakers is the organisations of the campaign of 2022.
func demoMakers(t testing.TB) map[string]bool {
	t.Helper()
	f, err := demo.File("data/acts-2022.jsonl").Open()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	makers := map[string]bool{}
	for in := json.NewDecoder(f); ; {
		var row struct{ Organization string }
		err := in.Decode(&row)
		if errors.Is(err, io.EOF) {
			return makers
		}
		if err != nil {
			t.Fatal(err)
		}
		makers[row.Organization] = true
	}
}
