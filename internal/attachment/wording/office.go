package wording

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
)

// locked is the bit of a ZIP entry that is encrypted.
const locked = 1

// office reads the parts of a ZIP whose names match: the characters inside the
// elements named in, or all when that is "", and a new word or line after each
// of the elements named apart.
func office(parts, in string, apart ...string) func(io.ReaderAt, int64, *collector) error {
	matching := regexp.MustCompile("^(" + parts + ")$")
	return func(doc io.ReaderAt, size int64, to *collector) error {
		z, err := zip.NewReader(doc, size)
		if err != nil {
			return fmt.Errorf("open a document: %w", err)
		}
		budget := int64(maxPart)
		found := false
		for _, f := range z.File {
			if to.full || !matching.MatchString(f.Name) {
				continue
			}
			found = true
			if f.Flags&locked != 0 {
				return errEncrypted
			}
			if err := readPart(f, &budget, to, in, apart); err != nil {
				return err
			}
		}
		if !found {
			return errors.New("a document without its text")
		}
		return nil
	}
}

// readPart unfolds one part, within what is left of the budget.
func readPart(f *zip.File, budget *int64, to *collector, in string, apart []string) error {
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("open a part: %w", err)
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: *budget}
	defer func() { *budget = limited.N }()
	d := xml.NewDecoder(limited)
	inside := 0
	for !to.full {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && limited.N > 0:
			return nil
		case err != nil && limited.N <= 0:
			to.full = true
			return nil
		case err != nil:
			return fmt.Errorf("read a part: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == in {
				inside++
			}
		case xml.EndElement:
			if t.Name.Local == in {
				inside--
			}
			if slices.Contains(apart, t.Name.Local) {
				to.add(between(t.Name.Local))
			}
		case xml.CharData:
			if in == "" || inside > 0 {
				to.add(string(t))
			}
		}
	}
	return nil
}

// between is what stands after an element: a line after a paragraph, else a
// gap.
func between(element string) string {
	switch element {
	case "p", "h", "si", "br", "line-break":
		return "\n"
	}
	return " "
}
