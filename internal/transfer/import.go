package transfer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// Service moves acts in and out of files.
type Service struct {
	DB            *postgres.DB
	Acts          *act.Service
	Organizations *organization.Service
	Terms         *taxonomy.Service
	Campaigns     *campaign.Service
	Content       *content.Service
	Now           func() time.Time
}

// Options of an import.
type Options struct {
	SkipBad  bool              // store the good rows although there are bad ones
	DryRun   bool              // check everything, store nothing
	Progress func(done int)    // called now and then with the rows read; may be nil
	Bad      func(BadRow, Row) // called for each problem; may be nil
}

// A Report is what an import did.
type Report struct {
	Rows, Created, Changed, Unchanged int
	Bad                               int // rows that are wrong
	Stored                            bool
}

// ErrBadRows is the result of an import that stored nothing because of bad
// rows.
var ErrBadRows = errors.New("nothing was imported because some rows are wrong")

// batch is how many rows are stored in one round trip: more are no faster, and
// memory stays small.
const batch = 250

// Import stores the acts and solutions of a file, all in one transaction. The
// services' directories must have been refreshed.
func (s *Service) Import(ctx context.Context, file File, o Options) (Report, error) {
	if o.Bad == nil {
		o.Bad = func(BadRow, Row) {}
	}
	if o.Progress == nil {
		o.Progress = func(int) {}
	}
	merged, err := s.Acts.MergedRefs(ctx)
	if err != nil {
		return Report{}, err
	}
	run := &run{Service: s, options: o, file: file, checker: s.checker(), refs: map[string]int{}, merged: merged}
	if err := run.check(); err != nil {
		return run.report, err
	}
	if run.report.Bad > 0 && !o.SkipBad {
		return run.report, ErrBadRows
	}
	if o.DryRun {
		return run.report, nil
	}
	err = s.DB.Tx(ctx, func(tx pgx.Tx) error { return run.store(ctx, tx) })
	run.report.Stored = err == nil
	return run.report, err
}

func (s *Service) checker() *checker {
	known := map[string]bool{}
	for _, c := range s.Campaigns.All() {
		known[c.Slug] = true
	}
	return &checker{
		terms: s.Terms.Lists(), places: s.Organizations.Directory(), campaigns: known,
		now: s.Now().Truncate(time.Microsecond),
	}
}

// run is one import under way. The file is read twice: once to check it whole
// and once to store it, so that memory does not grow with the file.
type run struct {
	*Service
	*checker
	options Options
	file    File
	report  Report
	refs    map[string]int    // the line of each reference
	merged  map[string]string // where references of merged acts lead
	badLine map[int]bool
	orgs    map[string]organization.ID
}

// each calls fn with every row that can be read, and bad with every one that
// cannot.
func (r *run) each(fn func(row Row, line int, in act.Import, wrong []wrong) error) error {
	src, err := open(r.file)
	if err != nil {
		return err
	}
	defer src.close() //nolint:errcheck // the file was only read, so nothing is lost
	for {
		row, line, err := src.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var problems []wrong
		var in act.Import
		if err != nil {
			problems = []wrong{{what: err.Error()}}
		} else {
			in, problems = r.parse(&row)
		}
		if err := fn(row, line, in, problems); err != nil {
			return err
		}
	}
}

// check reads the whole file and reports every problem of every row.
func (r *run) check() error {
	r.badLine = map[int]bool{}
	return r.each(func(row Row, line int, _ act.Import, problems []wrong) error {
		r.report.Rows++
		if first, twice := r.refs[row.Ref]; twice && row.Ref != "" {
			problems = append(problems, wrong{"ref", fmt.Sprintf("%q stands on line %d already; each row needs its own", row.Ref, first)})
		} else {
			r.refs[row.Ref] = line
		}
		if into, gone := r.merged[row.Ref]; gone {
			problems = append(problems, wrong{"ref", fmt.Sprintf("%q has been merged into %q; change that one instead", row.Ref, into)})
		}
		for _, w := range problems {
			r.options.Bad(BadRow{File: r.file.Name, Line: line, Column: w.column, What: w.what}, row)
		}
		if len(problems) > 0 {
			r.badLine[line] = true
			r.report.Bad++
		}
		return nil
	})
}
