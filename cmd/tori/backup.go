package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tekojentori.fi/tori/internal/backup"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/migrations"
)

func backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write the database and the files into one archive",
		Long: "Write the whole database, as it is at one moment, and the files into one archive (tar.gz).\n" +
			"The portal may run meanwhile. The archive holds personal data and is for its owner alone.\n" +
			"The session keys are not in it, nor are files that are kept in S3.",
		Example: "  tori backup tori-2026-11-25.tar.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openDatabase(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			progress, finish := progressOfAll("Backing up")
			m, err := p.backUp(cmd.Context(), args[0], progress)
			finish()
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s: %d tables, %d rows, schema %d\n", args[0], len(m.Tables), m.Rows(), m.Schema)
			return nil
		},
	}
}

// backUp writes the archive beside its place and moves it there once it is
// whole and on the disk.
func (p *portal) backUp(ctx context.Context, file string, progress func(done, of int64)) (backup.Manifest, error) {
	f, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*") // with mode 0600
	if err != nil {
		return backup.Manifest{}, err
	}
	defer os.Remove(f.Name()) // moved away when all went well
	m, err := backup.Source{DB: p.db, Files: p.filesDir(), Program: build(), Now: time.Now(), Progress: progress}.Write(ctx, f)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return m, err
	}
	return m, os.Rename(f.Name(), file)
}

func restoreCommand() *cobra.Command {
	var replace bool
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Bring back what tori backup has written",
		Long: "Bring back what tori backup has written: all of it, or nothing. Stop the portals first.\n" +
			"A database that has people or acts is refused, unless --replace says that they may go.",
		Example: "  tori restore tori-2026-11-25.tar.gz\n  tori restore --replace tori-2026-11-25.tar.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			p, err := openDatabase(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			progress, finish := progressOfAll("Restoring")
			m, err := p.restore(cmd.Context(), f, replace, progress)
			finish()
			if errors.Is(err, backup.ErrNotEmpty) {
				return fmt.Errorf("%w; nothing was changed; --replace puts the backup in their place", err)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s of %s is back: %d tables, %d rows\n", args[0], m.MadeAt.Local().Format("2006-01-02 15:04"), len(m.Tables), m.Rows())
			return nil
		},
	}
	cmd.Flags().BoolVar(&replace, "replace", false, "what is in the database now may go")
	return cmd
}

// restore brings back an archive, and then the schema to the newest.
func (p *portal) restore(ctx context.Context, from io.Reader, replace bool, progress func(done, of int64)) (backup.Manifest, error) {
	var seen int64 // by the portals that may run: they read anew only what is newer
	if replace {
		seen, _ = version.Now(ctx, p.db) // 0: there was no portal here
	}
	m, err := backup.Target{
		DB: p.db, Files: p.filesDir(), Replace: replace, People: []string{"account", "act"}, Progress: progress,
		Migrate: func(ctx context.Context, schema int64) error {
			if err := postgres.MigrateTo(ctx, p.url, migrations.FS, schema); err != nil {
				return err
			}
			return job.Migrate(ctx, p.url)
		},
		After: func(ctx context.Context, tx pgx.Tx) error { return version.PassTx(ctx, tx, seen) },
	}.Restore(ctx, from)
	if err != nil {
		return m, err
	}
	if err := postgres.Exec(ctx, p.db, "ANALYZE"); err != nil {
		return m, err
	}
	return m, p.open(ctx)
}

// filesDir is the folder of the attachments; "" when they are elsewhere.
func (p *portal) filesDir() string {
	u, err := url.Parse(p.config.BlobURL)
	switch {
	case p.config.BlobURL == "":
		return filepath.Join(p.config.DataDir, "files")
	case err == nil && u.Scheme == "file":
		return u.Path
	}
	return ""
}

// progressOfAll shows a bar on a terminal and a line now and then elsewhere.
func progressOfAll(what string) (func(done, of int64), func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		said := time.Now()
		return func(done, of int64) {
			if time.Since(said) > 5*time.Second {
				said = time.Now()
				fmt.Fprintf(os.Stderr, "%s: %d of %d rows\n", what, done, of)
			}
		}, func() {}
	}
	bar := progressbar.Default(1, what)
	return func(done, of int64) {
		bar.ChangeMax64(of)
		_ = bar.Set64(done)
	}, func() { _ = bar.Finish() }
}
