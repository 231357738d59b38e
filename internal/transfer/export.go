package transfer

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// A Format is a kind of file.
type Format string

// The formats.
const (
	CSV   Format = "csv"
	XLSX  Format = "xlsx"
	JSON  Format = "json"  // an array with an object a line
	JSONL Format = "jsonl" // an object a line, nothing around them: of acts alone
)

// Formats is what acts can be exported as.
func Formats() []Format { return []Format{CSV, XLSX, JSON, JSONL} }

// Known reports whether f is one of the formats of acts.
func (f Format) Known() bool { return slices.Contains(Formats(), f) }

// OfTables reports whether tables of numbers can be written as f.
func (f Format) OfTables() bool { return f.Known() && f != JSONL }

// ContentType is what f is on the web.
func (f Format) ContentType() string {
	switch f {
	case XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case JSON:
		return "application/json; charset=utf-8"
	case JSONL:
		return "application/jsonl; charset=utf-8"
	case CSV:
	}
	return "text/csv; charset=utf-8"
}

// MaxPersonalReason is the longest reason for exporting personal data, in
// characters.
const MaxPersonalReason = limit.ExportReason

// An Order is what to export.
type Order struct {
	IDs      []act.ID
	Outlines bool // of acts that are not out no more than what they are called and where they stand
	Format   Format
	Comma    bool                 // CSV with commas instead of semicolons
	Personal bool                 // with the contacts
	Reason   string               // why they are needed
	Columns  []string             // by name; none: every one
	Progress func(done int) error // is told now and then how many have been written; nil: nobody asks
}

// Allow checks an order before its first byte is sent, and logs it.
func (s *Service) Allow(ctx context.Context, by account.Account, o Order) error {
	if err := s.Check(by, o); err != nil {
		return err
	}
	return s.LogTx(ctx, s.DB, by, o)
}

// Check is nil when by may have what is ordered.
func (s *Service) Check(by account.Account, o Order) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("export acts: %w", fault.Forbidden)
	}
	var p validate.Problems
	if !o.Format.Known() {
		p.Add("format", validate.Unknown, 0)
	}
	for _, name := range o.Columns {
		if _, ok := columnByName(name); !ok {
			p.Add("columns", validate.Unknown, 0)
			break
		}
	}
	if o.Personal {
		p.Text("reason", o.Reason, MaxPersonalReason)
	}
	return p.Err()
}

// LogTx logs an order, with the reason of one with personal data.
func (s *Service) LogTx(ctx context.Context, q postgres.Querier, by account.Account, o Order) error {
	detail := fmt.Sprintf("%d acts, %s", len(o.IDs), o.Format)
	if o.Personal {
		detail += ", with personal data: " + o.Reason
	}
	return audit.Record(ctx, q, by, "export", "acts", detail)
}

// writer puts rows in a file one after the other.
type writer interface {
	header(cols []Column) error
	row(cols []Column, r *Row) error
	end() error
}

// Export writes the acts of an order that has been allowed. Memory does not
// grow with their number.
func (s *Service) Export(ctx context.Context, out io.Writer, o Order) error {
	var w writer
	switch o.Format {
	case XLSX:
		x, err := newXLSX(out)
		if err != nil {
			return err
		}
		w = x
	case JSON:
		w = &jsonWriter{out: bufio.NewWriter(out)}
	case JSONL:
		w = newJSONLines(out)
	case CSV:
		w = newCSV(out, o.Comma)
	}
	cols := o.columns()
	if err := w.header(cols); err != nil {
		return err
	}
	for ids := o.IDs; len(ids) > 0; {
		n := min(len(ids), batch)
		rows, err := s.rows(ctx, ids[:n], o.Outlines)
		if err != nil {
			return err
		}
		for i := range rows {
			if err := w.row(cols, &rows[i]); err != nil {
				return err
			}
		}
		ids = ids[n:]
		if o.Progress != nil {
			if err := o.Progress(len(o.IDs) - len(ids)); err != nil {
				return err
			}
		}
	}
	return w.end()
}

// columns is what is asked for, in the order of the registry. Those of people
// need more than to be named.
func (o Order) columns() []Column {
	var cols []Column
	for _, c := range columns {
		if (o.Personal || !c.Personal) && (len(o.Columns) == 0 || slices.Contains(o.Columns, c.Name)) {
			cols = append(cols, c)
		}
	}
	return cols
}

// rows is acts as a file tells them, in the order of the ids.
func (s *Service) rows(ctx context.Context, ids []act.ID, outlines bool) ([]Row, error) {
	acts, err := s.Acts.Export(ctx, ids)
	if err != nil {
		return nil, err
	}
	entries, err := s.Campaigns.EntriesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	rows := make([]Row, len(acts))
	for i, a := range acts {
		if outlines {
			a = outline(a)
		}
		rows[i] = s.row(a, entries[a.ID])
	}
	return rows, nil
}

// outline is what an act that is not out is called, whose it is and where it
// stands.
func outline(a act.Exported) act.Exported {
	if a.Status.Public() {
		return a
	}
	a.Content = act.Content{Title: a.Title, Language: a.Language, OrganizationID: a.OrganizationID, PartnerIDs: a.PartnerIDs}
	a.LegacyURLs = nil
	return a
}

func (s *Service) row(a act.Exported, campaign string) Row {
	dir, terms := s.Organizations.Directory(), s.Terms.Lists()
	org := dir.Get(a.OrganizationID)
	r := Row{
		Ref: a.Ref, Kind: "act", Title: a.Title, Lead: a.Lead, Need: a.Need, Approach: a.Approach, Results: a.Results, Lessons: a.Lessons,
		Stage: string(a.Stage), Organization: org.Name.To(i18n.FI), OrganizationType: string(org.Type), Unit: a.Unit, Locality: a.Locality,
		MunicipalityCode: a.MunicipalityCode, Language: a.Language, SubmittedAt: stamp(a.SubmittedAt), PublishedAt: stamp(a.FirstPublishedAt),
		Status: string(a.Status), Campaign: campaign, Tags: a.Tags, Links: a.Links, LegacyURLs: a.LegacyURLs,
	}
	for _, id := range a.PartnerIDs {
		r.Partners = append(r.Partners, dir.Get(id).Name.To(i18n.FI))
	}
	for _, id := range a.SectorIDs {
		r.Sectors = append(r.Sectors, terms.Current(id).Code)
	}
	for _, id := range a.ThemeIDs {
		r.Themes = append(r.Themes, terms.Current(id).Code)
	}
	for _, c := range a.Contacts {
		if a.ConsentOf(c) == act.TakenBack { // gone from everywhere
			continue
		}
		r.ContactName, r.ContactTitle, r.ContactEmail = c.Name, c.Title, c.Email
		break
	}
	return r
}

func stamp(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.In(i18n.Helsinki()).Format(time.RFC3339Nano)
}

// cell is the text of a column.
func (c Column) cell(r *Row) string {
	if c.List != nil {
		return strings.Join(*c.List(r), "|")
	}
	return *c.Text(r)
}
