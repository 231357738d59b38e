package embedpg

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// maxLog is the size from which a log gives way to a new one at a start.
const maxLog = 10 << 20

// errStillHeld tells that processes of a killed server hold the data.
var errStillHeld = errors.New("processes of the last server still end")

// A logFile is the log of the server, opened to be written further.
type logFile struct {
	*os.File
	from int64 // where this start begins
}

func openLog(path string) (*logFile, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > maxLog {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, err
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	end, err := f.Seek(0, io.SeekEnd)
	return &logFile{f, end}, err
}

// complaint is why the server has not started, in its own last words.
func (l *logFile) complaint() error {
	b, err := io.ReadAll(io.NewSectionReader(l.File, l.from, 1<<20))
	if err != nil {
		return err
	}
	if bytes.Contains(b, []byte("pre-existing shared memory block")) {
		return errStillHeld
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	words := lines[max(0, len(lines)-3):]
	for i, line := range lines {
		if strings.Contains(line, "FATAL") || strings.Contains(line, "PANIC") {
			words = lines[i:min(len(lines), i+3)]
			break
		}
	}
	return fmt.Errorf("the server did not start: %s (its log is %s)", strings.Join(words, " | "), l.Name())
}
