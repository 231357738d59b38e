package mail_test

import (
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// newOutbox is an outbox that sends to the server, if there is one.
func newOutbox(t *testing.T, s *server) (*mail.Outbox, *postgres.DB) {
	t.Helper()
	url := pgtest.URL(t)
	if err := job.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	jobs, err := job.New(db, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	o := mail.Options{BaseURL: "https://tori.example", From: "Tekojen tori <tori@example.fi>", Now: time.Now}
	if s != nil {
		o.SMTPURL = s.url
	}
	out, err := mail.New(db, jobs, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := jobs.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := jobs.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
	return out, db
}

func post(t *testing.T, db *postgres.DB, out *mail.Outbox, m mail.Message, end error) {
	t.Helper()
	err := db.Tx(t.Context(), func(tx pgx.Tx) error {
		if err := out.PostTx(t.Context(), tx, m); err != nil {
			t.Fatal(err)
		}
		return end
	})
	if !errors.Is(err, end) {
		t.Fatal(err)
	}
}

// eventually waits until ok, for a while.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("never: " + what)
		}
	}
}

func TestMailArrivesOnceThoughTheServerRefusesFirst(t *testing.T) {
	t.Parallel()
	s := newServer(t, 1)
	out, db := newOutbox(t, s)
	m := mail.Message{To: "aino@kunta.example", Subject: "Tekosi\r\nBcc: x@y.example on julkaistu", Body: "Hyvää työtä!\n\n.\nTerveisin väki\n", Key: "act 7 published"}
	post(t, db, out, m, nil)
	post(t, db, out, m, nil) // the same deed told twice
	eventually(t, "the mail arrives", func() bool { return len(s.mails()) > 0 })

	got, err := netmail.ReadMessage(strings.NewReader(s.mails()[0]))
	if err != nil {
		t.Fatal(err)
	}
	if to, bcc := got.Header.Get("To"), got.Header.Get("Bcc"); to != "<aino@kunta.example>" || bcc != "" {
		t.Errorf("To %s, Bcc %s", to, bcc)
	}
	eventually(t, "it is noted", func() bool {
		recent, err := out.Recent(t.Context(), 5)
		return err == nil && len(recent) == 1 && recent[0].SentAt != nil
	})
	recent, _ := out.Recent(t.Context(), 5)
	if id := got.Header.Get("Message-ID"); id != "<"+recent[0].MessageID+">" || !strings.HasSuffix(id, "@tori.example>") {
		t.Errorf("Message-ID %s, stored %s", id, recent[0].MessageID)
	}
	if n := len(s.mails()); n != 1 {
		t.Errorf("%d mails arrived, want 1", n)
	}
}

// A mail that can be ended says so in the two headers of RFC 8058, and no
// other mail has them.
func TestMailTellsHowItEnds(t *testing.T) {
	t.Parallel()
	s := newServer(t, 0)
	out, db := newOutbox(t, s)
	end := "https://tori.example/viestit/" + strings.Repeat("A", 52)
	post(t, db, out, mail.Message{To: "a@b.example", Subject: "Kooste", Body: "x", Unsubscribe: end}, nil)
	post(t, db, out, mail.Message{To: "a@b.example", Subject: "Päätös", Body: "x"}, nil)
	eventually(t, "both arrive", func() bool { return len(s.mails()) == 2 })
	for i, want := range []string{"<" + end + "> List-Unsubscribe=One-Click", " "} {
		got, err := netmail.ReadMessage(strings.NewReader(s.mails()[i]))
		if err != nil {
			t.Fatal(err)
		}
		if has := got.Header.Get("List-Unsubscribe") + " " + got.Header.Get("List-Unsubscribe-Post"); has != want {
			t.Errorf("mail %d: %q, want %q", i, has, want)
		}
	}
}

func TestManyMailsArriveOnceEach(t *testing.T) {
	t.Parallel()
	s := newServer(t, 0)
	out, db := newOutbox(t, s)
	const n = 30
	for i := range n {
		post(t, db, out, mail.Message{To: "aino@kunta.example", Subject: fmt.Sprintf("nro-%d", i), Body: "x"}, nil)
	}
	eventually(t, "all arrive", func() bool { return len(s.mails()) >= n })
	seen := map[string]int{}
	for _, m := range s.mails() {
		_, rest, _ := strings.Cut(m, "Subject: ")
		subject, _, _ := strings.Cut(rest, "\r\n")
		seen[subject]++
	}
	if len(seen) != n || len(s.mails()) != n {
		t.Errorf("%d mails, %d subjects, want %d", len(s.mails()), len(seen), n)
	}
}

func TestRolledBackDeedTellsNothing(t *testing.T) {
	t.Parallel()
	s := newServer(t, 0)
	out, db := newOutbox(t, s)
	failed := errors.New("the deed failed")
	post(t, db, out, mail.Message{To: "a@b.example", Subject: "Ei", Body: "x"}, failed)
	post(t, db, out, mail.Message{To: "a@b.example", Subject: "Kyllä", Body: "x"}, nil)
	eventually(t, "the other mail arrives", func() bool { return len(s.mails()) > 0 })
	if got := s.mails(); len(got) != 1 || strings.Contains(got[0], "Subject: Ei") {
		t.Errorf("arrived: %q", got)
	}
	recent, err := out.Recent(t.Context(), 5)
	if err != nil || len(recent) != 1 {
		t.Errorf("stored %v, %v", recent, err)
	}
}

func TestWithoutServerMailsAreKeptAndSwept(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	out, err := mail.New(db, nil, mail.Options{
		BaseURL: "http://127.0.0.1:8080/", From: "tori@example.fi", Now: func() time.Time { return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	post(t, db, out, mail.Message{To: "a@b.example", Subject: "Hei", Body: "Moi"}, nil)
	subjects := func() []string {
		t.Helper()
		recent, err := out.Recent(t.Context(), 5)
		if err != nil {
			t.Fatal(err)
		}
		subjects := []string{}
		for _, m := range recent {
			subjects = append(subjects, m.Subject)
		}
		return subjects
	}
	for _, step := range []struct {
		later time.Duration
		want  []string
	}{{time.Hour, []string{"Hei"}}, {40 * 24 * time.Hour, []string{}}} {
		now = now.Add(step.later)
		if err := out.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(step.want, subjects()); diff != "" {
			t.Errorf("after %v (-want +got):\n%s", step.later, diff)
		}
	}
	if got, want := out.Link(i18n.SV, "/kirjaudu"), "http://127.0.0.1:8080/sv/kirjaudu"; got != want {
		t.Errorf("link %s, want %s", got, want)
	}
}

func TestBadSettingsAreNamed(t *testing.T) {
	t.Parallel()
	good := mail.Options{BaseURL: "https://tori.example", From: "tori@example.fi"}
	for want, change := range map[string]func(*mail.Options){
		"BASE_URL":  func(o *mail.Options) { o.BaseURL = "tori" },
		"MAIL_FROM": func(o *mail.Options) { o.From = "tori" },
		"allowed":   func(o *mail.Options) { o.SMTPURL = "http://mail.example" },
		"SMTP_URL":  func(o *mail.Options) { o.SMTPURL = "smtp://u:salaisuus@:x" },
	} {
		o := good
		change(&o)
		_, err := mail.New(nil, nil, o)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "salaisuus") {
			t.Errorf("%+v: error %v, want one that says %s", o, err, want)
		}
	}
}
