package attachment

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// scanTime is the longest that a scan of one file may take.
const scanTime = time.Minute

// scan asks clamd whether a file is clean. Without a scanner everything is.
// While clamd is away, files wait.
func (s *Service) scan(ctx context.Context, r io.ReadSeeker) (bool, error) {
	if s.Clamd == "" {
		return true, nil
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	ctx, cancel := context.WithTimeout(ctx, scanTime)
	defer cancel()
	network, address := "tcp", s.Clamd
	if path, ok := strings.CutPrefix(address, "unix:"); ok {
		network, address = "unix", path
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	if deadline, ok := ctx.Deadline(); ok {
		if err := conn.SetDeadline(deadline); err != nil {
			return false, err
		}
	}
	sent := instream(conn, r)
	answer, err := bufio.NewReader(conn).ReadString(0)
	answer = strings.TrimRight(answer, "\x00\n")
	switch {
	case strings.HasSuffix(answer, " FOUND"):
		return false, nil
	case sent == nil && err == nil && strings.HasSuffix(answer, ": OK"):
		return true, nil
	}
	return false, fmt.Errorf("clamd answers %q: %w", answer, errors.Join(sent, err))
}

// instream sends a file in the chunks of clamd's command INSTREAM: a length of
// four bytes, then as many bytes; a length of zero is the end.
func instream(w io.Writer, r io.Reader) error {
	if _, err := io.WriteString(w, "zINSTREAM\x00"); err != nil {
		return err
	}
	chunk := make([]byte, 4+64<<10)
	for {
		n, err := r.Read(chunk[4:])
		if n > 0 {
			binary.BigEndian.PutUint32(chunk, uint32(n)) // at most 64 KiB
			if _, err := w.Write(chunk[:4+n]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			_, err = w.Write([]byte{0, 0, 0, 0})
			return err
		}
		if err != nil {
			return err
		}
	}
}
