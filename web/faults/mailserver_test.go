package faults

import (
	"io"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// A mailServer is a real one, and can be in a bad mood.
type mailServer struct {
	t    *testing.T
	addr string
	srv  *smtp.Server

	mu   sync.Mutex
	mood mood
	took []letter
}

// A letter is a mail with its lines joined again, and its Message-ID.
type letter struct{ flat, id string }

type mood struct {
	code  int           // answers the recipient with this
	delay time.Duration // before each yes
}

func newMailServer(t *testing.T) *mailServer {
	t.Helper()
	s := &mailServer{t: t, addr: freeAddress(t)}
	s.open()
	t.Cleanup(s.close)
	return s
}

func (s *mailServer) url() string { return "smtp://" + s.addr }

func (s *mailServer) open() {
	s.t.Helper()
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		s.t.Fatal(err)
	}
	s.srv = smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return s, nil }))
	go s.srv.Serve(l) //nolint:errcheck // it returns an error because the test closes the server
}

func (s *mailServer) close() { _ = s.srv.Close() }

func (s *mailServer) setMood(m mood) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mood = m
}

func (s *mailServer) now() mood {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mood
}

func (s *mailServer) Reset()                               {}
func (s *mailServer) Logout() error                        { return nil }
func (s *mailServer) Mail(string, *smtp.MailOptions) error { return nil }
func (s *mailServer) Rcpt(string, *smtp.RcptOptions) error {
	if m := s.now(); m.code != 0 {
		return &smtp.SMTPError{Code: m.code, Message: "not now"}
	}
	return nil
}

func (s *mailServer) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	time.Sleep(s.now().delay)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		return err // it was cut off: it has not come
	}
	id := messageID.FindSubmatch(b)
	if id == nil {
		s.t.Errorf("a mail without a Message-ID: %.300s", b)
		return nil
	}
	s.took = append(s.took, letter{strings.ReplaceAll(string(b), "=\r\n", ""), string(id[1])})
	return nil
}

var messageID = regexp.MustCompile(`(?mi)^Message-ID: <([^>]+)>`)

// ids is how often each mail has come whose recipient and text are as asked.
func (s *mailServer) ids(to, text string) map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := map[string]int{}
	for _, m := range s.took {
		if strings.Contains(m.flat, "To: <"+to+">") && strings.Contains(m.flat, text) {
			got[m.id]++
		}
	}
	return got
}
