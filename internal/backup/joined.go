package backup

import (
	"errors"
	"io"
	"strings"
)

// joined reads the pieces of one table as one.
type joined struct {
	r      *reader
	prefix string
}

func (p *joined) Read(b []byte) (int, error) {
	for strings.HasPrefix(p.r.header.Name, p.prefix) {
		n, err := p.r.tar.Read(b)
		if n > 0 {
			return n, nil
		}
		if errors.Is(err, io.EOF) {
			err = p.r.next()
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, io.EOF
}
