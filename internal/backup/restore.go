package backup

import (
	"archive/tar"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/klauspost/compress/gzip"

	"tekojentori.fi/tori/internal/postgres"
)

// A Target is where a backup goes back to.
type Target struct {
	DB       *postgres.DB
	Files    string                                        // the folder of the files; "" leaves them out
	Migrate  func(ctx context.Context, schema int64) error // brings the schema to a version
	People   []string                                      // tables that have no rows in an empty portal
	Replace  bool                                          // what is there may go
	Progress func(done, of int64)                          // rows
	After    func(ctx context.Context, tx pgx.Tx) error    // in the same transaction, once all is there
}

// Restore reads an archive into the target: all of it, or nothing. Whatever is
// wrong with the archive shows before anything is kept.
func (t Target) Restore(ctx context.Context, from io.Reader) (Manifest, error) {
	z, err := gzip.NewReader(from)
	if err != nil {
		return Manifest{}, fmt.Errorf("this is no backup of the portal: %w", err)
	}
	r := &reader{Target: t, gzip: z, tar: tar.NewReader(z)}
	if err := r.readManifest(); err != nil {
		return r.manifest, err
	}
	if err := t.checkEmpty(ctx); err != nil {
		return r.manifest, err
	}
	if err := t.Migrate(ctx, r.manifest.Schema); err != nil {
		return r.manifest, fmt.Errorf("the backup has schema %d: %w", r.manifest.Schema, err)
	}
	err = t.DB.Tx(ctx, func(tx pgx.Tx) error { return r.restore(ctx, tx) })
	if err != nil {
		r.dropFiles()
		return r.manifest, fmt.Errorf("restore: %w", err)
	}
	return r.manifest, nil
}

// checkEmpty refuses a database that somebody uses.
func (t Target) checkEmpty(ctx context.Context) error {
	if t.Replace {
		return nil
	}
	for _, table := range t.People {
		there, err := postgres.Value[bool](ctx, t.DB, "SELECT to_regclass($1) IS NOT NULL", quoted(table))
		if err != nil {
			return err
		}
		if !there {
			continue
		}
		used, err := postgres.Value[bool](ctx, t.DB, "SELECT EXISTS (SELECT FROM "+quoted(table)+")")
		if err != nil {
			return err
		}
		if used {
			return fmt.Errorf("%w: table %s has rows", ErrNotEmpty, table)
		}
	}
	return nil
}

type reader struct {
	Target
	gzip     io.Reader
	tar      *tar.Reader
	manifest Manifest
	header   *tar.Header // the entry that comes next; nil: at the end
	done     int64       // rows
	staged   []staged    // files that wait for the end
}

func (r *reader) readManifest() error {
	h, err := r.tar.Next()
	if err != nil || h.Name != manifestName {
		return errors.New("this is no backup of the portal: it does not begin with a manifest")
	}
	if err := json.NewDecoder(r.tar).Decode(&r.manifest); err != nil {
		return fmt.Errorf("read the manifest: %w", err)
	}
	if r.manifest.Format != format {
		return fmt.Errorf("the backup has format %d, and this program reads %d", r.manifest.Format, format)
	}
	return r.next()
}

// next goes on to the next entry. An archive without its end is damaged.
func (r *reader) next() (err error) {
	r.header, err = r.tar.Next()
	if errors.Is(err, io.EOF) {
		return errors.New("the backup is cut short: it has no end")
	}
	return err
}

func (r *reader) restore(ctx context.Context, tx pgx.Tx) error {
	keys, err := r.clear(ctx, tx)
	if err != nil {
		return err
	}
	for _, t := range r.manifest.Tables {
		if err := r.table(ctx, tx, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	if err := r.files(); err != nil {
		return err
	}
	if err := r.checkEnd(); err != nil {
		return err
	}
	if err := r.rebuild(ctx, tx, keys); err != nil {
		return err
	}
	if r.After != nil {
		if err := r.After(ctx, tx); err != nil {
			return err
		}
	}
	return r.keepFiles()
}

// clear empties the tables and lifts what would stand in the way: the foreign
// keys, which are made and checked again at the end, and our own triggers.
func (r *reader) clear(ctx context.Context, tx pgx.Tx) ([]key, error) {
	keys, err := foreignKeys(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if err := postgres.Exec(ctx, tx, "ALTER TABLE "+quoted(k.TableName)+" DROP CONSTRAINT "+quoted(k.Name)); err != nil {
			return nil, err
		}
	}
	now, err := tables(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, t := range now {
		if err := postgres.Exec(ctx, tx, "ALTER TABLE "+quoted(t.Name)+" DISABLE TRIGGER USER"); err != nil {
			return nil, err
		}
		if err := postgres.Exec(ctx, tx, "TRUNCATE "+quoted(t.Name)); err != nil {
			return nil, err
		}
	}
	for _, t := range r.manifest.Tables {
		if !slices.ContainsFunc(now, func(n Table) bool { return n.Name == t.Name }) {
			return nil, fmt.Errorf("the backup has a table %s that this program does not know", t.Name)
		}
	}
	return keys, nil
}

func (r *reader) table(ctx context.Context, tx pgx.Tx, t Table) error {
	p := &joined{r: r, prefix: tablesDir + t.Name + "/"}
	sql := "COPY " + quoted(t.Name) + " (" + quotedAll(t.Columns) + ") FROM STDIN"
	tag, err := tx.Conn().PgConn().CopyFrom(ctx, p, sql)
	if err != nil {
		return err
	}
	if tag.RowsAffected() != t.Rows {
		return fmt.Errorf("%d rows came, the manifest says %d", tag.RowsAffected(), t.Rows)
	}
	if r.done += t.Rows; r.Progress != nil {
		r.Progress(r.done, r.manifest.Rows())
	}
	return nil
}

func (r *reader) checkEnd() error {
	if r.header.Name != endName {
		return fmt.Errorf("the backup holds %q where its end should be", r.header.Name)
	}
	var e end
	if err := json.NewDecoder(r.tar).Decode(&e); err != nil {
		return fmt.Errorf("read the end: %w", err)
	}
	if r.Target.Files != "" && e.Files != len(r.staged) {
		return fmt.Errorf("%d files came, the backup says %d", len(r.staged), e.Files)
	}
	if _, err := r.tar.Next(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("the backup goes on after its end: %w", err)
	}
	if _, err := io.Copy(io.Discard, r.gzip); err != nil { // on to the checksum
		return fmt.Errorf("the backup is damaged: %w", err)
	}
	return nil
}

// rebuild makes the foreign keys again, which checks every row, and sets the
// counters.
func (r *reader) rebuild(ctx context.Context, tx pgx.Tx, keys []key) error {
	now, err := tables(ctx, tx)
	if err != nil {
		return err
	}
	for _, t := range now {
		if err := postgres.Exec(ctx, tx, "ALTER TABLE "+quoted(t.Name)+" ENABLE TRIGGER USER"); err != nil {
			return err
		}
	}
	for _, k := range keys {
		if err := postgres.Exec(ctx, tx, "ALTER TABLE "+quoted(k.TableName)+" ADD CONSTRAINT "+quoted(k.Name)+" "+k.Definition); err != nil {
			return fmt.Errorf("check %s: %w", k.Name, err)
		}
	}
	for _, s := range r.manifest.Sequences {
		err := postgres.Exec(ctx, tx, "SELECT setval(to_regclass($1), $2, $3) WHERE to_regclass($1) IS NOT NULL", quoted(s.Name), s.Last, s.Called)
		if err != nil {
			return fmt.Errorf("counter %s: %w", s.Name, err)
		}
	}
	return nil
}
