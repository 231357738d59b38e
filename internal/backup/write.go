package backup

import (
	"archive/tar"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/klauspost/compress/gzip"

	"tekojentori.fi/tori/internal/postgres"
)

// A Source is what is backed up.
type Source struct {
	DB       *postgres.DB
	Files    string // a folder; "" or missing: there are none
	Program  string // which build writes the archive
	Now      time.Time
	Progress func(done, of int64) // rows
}

// pieceSize is how much of a table one entry of the archive holds.
const pieceSize = 1 << 20

// Write writes an archive of the source as it is at one moment: who writes
// meanwhile is not held up, and not seen.
func (s Source) Write(ctx context.Context, to io.Writer) (Manifest, error) {
	z, err := gzip.NewWriterLevel(to, gzip.BestSpeed)
	if err != nil {
		return Manifest{}, err
	}
	w := &writer{Source: s, tar: tar.NewWriter(z)}
	err = pgx.BeginTxFunc(ctx, s.DB.Pool, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		return w.database(ctx, tx)
	})
	if err != nil {
		return w.manifest, fmt.Errorf("back up the database: %w", err)
	}
	if err := w.files(); err != nil {
		return w.manifest, fmt.Errorf("back up the files: %w", err)
	}
	if err := w.json(endName, end{w.count, w.manifest.Rows()}); err != nil {
		return w.manifest, err
	}
	return w.manifest, errors.Join(w.tar.Close(), z.Close())
}

type writer struct {
	Source
	tar      *tar.Writer
	manifest Manifest
	done     int64 // rows
	count    int   // files
}

func (w *writer) database(ctx context.Context, tx pgx.Tx) (err error) {
	w.manifest = Manifest{Format: format, MadeAt: w.Now.UTC(), Program: w.Program}
	if w.manifest.Schema, err = postgres.Schema(ctx, tx); err != nil {
		return err
	}
	if w.manifest.Tables, err = tables(ctx, tx); err != nil {
		return err
	}
	if w.manifest.Sequences, err = sequences(ctx, tx); err != nil {
		return err
	}
	if err := w.json(manifestName, w.manifest); err != nil {
		return err
	}
	for _, t := range w.manifest.Tables {
		if err := w.table(ctx, tx, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	return nil
}

func (w *writer) table(ctx context.Context, tx pgx.Tx, t Table) error {
	p := &pieces{w: w, name: tablesDir + t.Name}
	sql := "COPY " + quoted(t.Name) + " (" + quotedAll(t.Columns) + ") TO STDOUT"
	if _, err := tx.Conn().PgConn().CopyTo(ctx, p, sql); err != nil {
		return err
	}
	return p.flush()
}

// pieces cuts what a table writes into entries. COPY writes a row at a time.
type pieces struct {
	w    *writer
	name string
	n    int
	buf  []byte
}

func (p *pieces) Write(row []byte) (int, error) {
	p.buf = append(p.buf, row...)
	if p.w.done++; p.w.Progress != nil && p.w.done%500 == 0 {
		p.w.Progress(p.w.done, p.w.manifest.Rows())
	}
	if len(p.buf) >= pieceSize {
		return len(row), p.flush()
	}
	return len(row), nil
}

func (p *pieces) flush() error {
	if len(p.buf) == 0 {
		return nil
	}
	p.n++
	err := p.w.entry(fmt.Sprintf("%s/%06d", p.name, p.n), p.buf)
	p.buf = p.buf[:0]
	return err
}

func (w *writer) json(name string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return w.entry(name, append(b, '\n'))
}

func (w *writer) entry(name string, b []byte) error {
	if err := w.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(b)), ModTime: w.manifest.MadeAt}); err != nil {
		return err
	}
	_, err := w.tar.Write(b)
	return err
}

// files adds the folder. A file that somebody deletes meanwhile was not one of
// the rows' any more.
func (w *writer) files() error {
	if w.Files == "" {
		return nil
	}
	return filepath.WalkDir(w.Files, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		rel, err := filepath.Rel(w.Files, name)
		if err != nil {
			return err
		}
		return w.file(name, path.Join(filesDir, filepath.ToSlash(rel)))
	})
}

func (w *writer) file(name, entry string) error {
	f, err := os.Open(name) //nolint:gosec // the name comes from walking the portal's own folder
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := w.tar.WriteHeader(&tar.Header{Name: entry, Mode: 0o600, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return err
	}
	w.count++
	_, err = io.CopyN(w.tar, f, info.Size())
	return err
}
