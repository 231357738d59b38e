// Package backup writes a whole database and a folder of files into one
// archive, and reads it back. It needs no program besides the portal.
//
// An archive is a gzipped tar: manifest.json first, then each table as COPY
// has it in pieces, then the files, and end.json last, so that one cut short
// is noticed.
package backup

import (
	"errors"
	"time"
)

// format is the version of the archive's layout.
const format = 1

// The entries of an archive.
const (
	manifestName = "manifest.json"
	endName      = "end.json"
	tablesDir    = "tables/"
	filesDir     = "files/"
)

// ErrNotEmpty tells that there are rows where a backup would be restored.
var ErrNotEmpty = errors.New("the database is not empty")

// A Manifest says what an archive holds.
type Manifest struct {
	Format    int        `json:"format"`
	MadeAt    time.Time  `json:"made_at"`
	Program   string     `json:"program"`
	Schema    int64      `json:"schema"` // the newest migration
	Tables    []Table    `json:"tables"`
	Sequences []Sequence `json:"sequences"`
}

// A Table is one table and how many rows it has.
type Table struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
	Rows    int64    `json:"rows"`
}

// A Sequence is where a counter stands.
type Sequence struct {
	Name   string `json:"name"`
	Last   int64  `json:"last"`
	Called bool   `json:"called"`
}

// Rows is how many rows all tables have.
func (m Manifest) Rows() (n int64) {
	for _, t := range m.Tables {
		n += t.Rows
	}
	return n
}

// end closes an archive.
type end struct {
	Files int   `json:"files"`
	Rows  int64 `json:"rows"`
}

// ephemeral is the tables that belong to the running programs and to the
// migrations: they are made anew, and not restored.
var ephemeral = []string{"goose_db_version", "river_migration", "river_leader", "river_client", "river_client_queue", "river_queue"}
