package attachmenttest

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"testing"
)

// Eicar is what every virus scanner takes for a virus, in two parts so that
// this file is none.
const Eicar = `X5O!P%@AP[4\PZX54(P^)7CC)7}$` + `EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

// A Scanner speaks the protocol of clamd: a real one needs signatures of some
// hundred megabytes.
type Scanner struct {
	Addr     string
	t        testing.TB
	listener net.Listener
}

// Clamd is a scanner that answers until the test ends.
func Clamd(t testing.TB) *Scanner {
	t.Helper()
	s := &Scanner{Addr: "127.0.0.1:0", t: t}
	s.Back()
	s.Addr = s.listener.Addr().String()
	t.Cleanup(s.Away)
	return s
}

// Away has nobody answer.
func (s *Scanner) Away() { _ = s.listener.Close() }

// Back has the scanner answer at its address, as before Away.
func (s *Scanner) Back() {
	s.t.Helper()
	l, err := net.Listen("tcp", s.Addr)
	if err != nil {
		s.t.Fatal(err)
	}
	s.listener = l
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go scan(conn)
		}
	}()
}

// scan answers one INSTREAM: chunks with their lengths, the last one empty.
func scan(conn net.Conn) {
	defer conn.Close()
	r := bufio.NewReader(conn)
	if command, err := r.ReadString(0); err != nil || command != "zINSTREAM\x00" {
		_, _ = io.WriteString(conn, "UNKNOWN COMMAND\x00")
		return
	}
	var all bytes.Buffer
	for {
		var n uint32
		if err := binary.Read(r, binary.BigEndian, &n); err != nil {
			return
		}
		if n == 0 {
			break
		}
		if _, err := io.CopyN(&all, r, int64(n)); err != nil {
			return
		}
	}
	verdict := "stream: OK\x00"
	if bytes.Contains(all.Bytes(), []byte(Eicar)) {
		verdict = "stream: Eicar-Signature FOUND\x00"
	}
	_, _ = io.WriteString(conn, verdict)
}
