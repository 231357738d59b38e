package adminpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

const (
	logPath    = "/yllapito/loki"
	logPerPage = 50
)

// The names of the choices in the address of the log.
const (
	whoParam    = "henkilo"
	deedParam   = "toiminto"
	kindParam   = "laji"
	objectParam = "kohde"
	beforeParam = "ennen"
)

// thePortal is what to ask for to see what the portal itself did.
const thePortal = "portaali"

type logView struct {
	Typed    url.Values // as it came, so that a wrong day stays to be mended
	Entries  []audit.Entry
	People   map[account.ID]account.Account
	Older    int64 // the entry before which there is more; 0: none
	Newest   bool  // nothing is newer than what is shown
	Admin    bool
	Deeds    []ui.Option
	Kinds    []ui.Option
	Problems validate.Problems
}

// Log is who did what and when, the newest first.
func (p Pages) Log(w http.ResponseWriter, r *http.Request) error {
	values := r.URL.Query()
	v := logView{Typed: values, Newest: values.Get(beforeParam) == "", Admin: page.Viewer(r).Administers()}
	v.choices(r.Context())
	before, err := entryBefore(values)
	if err != nil {
		return err
	}
	f, err := p.logFilter(r.Context(), values)
	if errors.As(err, &v.Problems) {
		return page.Render(w, r, http.StatusUnprocessableEntity, showLog(v))
	}
	if err != nil {
		return err
	}
	if v.Entries, err = p.AuditLog.Entries(r.Context(), page.Viewer(r), f, before, logPerPage+1); err != nil {
		return err
	}
	if len(v.Entries) > logPerPage {
		v.Entries = v.Entries[:logPerPage]
		v.Older = v.Entries[logPerPage-1].ID
	}
	if v.People, err = p.AuditLog.People(r.Context(), v.Entries); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, showLog(v))
}

func entryBefore(values url.Values) (int64, error) {
	text := values.Get(beforeParam)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("entry %q: %w", text, fault.BadRequest)
	}
	return n, nil
}

// logFilter is what the address keeps of the log.
func (p Pages) logFilter(ctx context.Context, values url.Values) (audit.Filter, error) {
	f := audit.Filter{Action: values.Get(deedParam), Kind: values.Get(kindParam), Object: strings.TrimSpace(cut(values.Get(objectParam), limit.Query))}
	if _, known := deedNames[f.Action]; f.Action != "" && !known {
		return f, fmt.Errorf("deed %q: %w", f.Action, fault.NotFound)
	}
	if _, known := kindNames[f.Kind]; f.Kind != "" && !known {
		return f, fmt.Errorf("kind %q: %w", f.Kind, fault.NotFound)
	}
	period, err := deck.ReadPeriod(values)
	if err != nil {
		return f, err
	}
	if f.From = period.First; !period.Last.IsZero() {
		f.Until = period.Last.AddDate(0, 0, 1)
	}
	f.By, err = p.whom(ctx, strings.TrimSpace(cut(values.Get(whoParam), limit.Query)))
	return f, err
}

// whom is the accounts that a reader of the log means: by number, or by a part
// of the name or the address.
func (p Pages) whom(ctx context.Context, text string) ([]account.ID, error) {
	number, numbered := strings.CutPrefix(text, "#")
	switch n, err := strconv.ParseInt(number, 10, 64); {
	case text == "":
		return nil, nil
	case strings.EqualFold(text, thePortal):
		return []account.ID{0}, nil
	case numbered && err == nil && n > 0:
		return []account.ID{account.ID(n)}, nil
	}
	ids, err := p.Accounts.Meant(ctx, text)
	return append([]account.ID{}, ids...), err
}

// ExportLog sends the log, as the form narrows it, as a file.
func (p Pages) ExportLog(w http.ResponseWriter, r *http.Request) error {
	format := transfer.Format(r.PostFormValue("format"))
	if format != transfer.CSV && format != transfer.JSON {
		return fmt.Errorf("the log as %q: %w", format, fault.BadRequest)
	}
	f, err := p.logFilter(r.Context(), r.PostForm)
	if err != nil {
		return err
	}
	if err := p.AuditLog.AllowExport(r.Context(), page.Viewer(r), exportDetail(format, f, r.PostForm)); err != nil {
		return err
	}
	w.Header().Set("Content-Type", format.ContentType())
	w.Header().Set("Content-Disposition", `attachment; filename="loki.`+string(format)+`"`)
	w.Header().Set("Cache-Control", "no-store")
	err = transfer.WriteLines(w, format, logColumns, func(line func(...string) error) error {
		return p.AuditLog.Each(r.Context(), page.Viewer(r), f, func(e audit.Entry, who account.Account) error {
			return line(strconv.FormatInt(e.ID, 10), e.CreatedAt.In(i18n.Helsinki()).Format(time.RFC3339), strconv.FormatInt(int64(e.AccountID), 10), who.Name, who.Email, e.Action, e.Subject, e.Detail)
		})
	})
	if err != nil {
		panic(http.ErrAbortHandler) // half a file has been sent: the reader must see that it broke
	}
	return nil
}

var logColumns = []string{"id", "at", "account", "name", "email", "action", "subject", "detail"}

// exportDetail is what was taken out: people by their numbers, since the log
// outlives their names.
func exportDetail(format transfer.Format, f audit.Filter, asked url.Values) string {
	told := url.Values{}
	for _, name := range logParams {
		if value := asked.Get(name); value != "" && name != whoParam {
			told.Set(name, value)
		}
	}
	detail := strings.TrimSpace(string(format) + " " + told.Encode())
	if f.By != nil {
		detail += " " + fmt.Sprint(f.By)
	}
	return detail
}

// logParams is all by which the log is narrowed.
var logParams = []string{whoParam, deedParam, kindParam, objectParam, deck.FromParam, deck.UntilParam}
