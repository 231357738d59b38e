// Package wording takes the text out of documents of strangers, for the
// search. It knows PDF, and what word processors keep as XML in a ZIP.
//
// What it reads is hostile until proven otherwise: it reads so many bytes,
// pages and letters and no more, and the program does it in a process of its
// own (see Apart), whose time and memory are bounded too.
package wording

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Version names the way in which texts are taken. Documents that another
// version has read are read anew.
const Version = 1

// An Outcome is how the reading of a document went.
type Outcome string

// The outcomes.
const (
	Whole     Outcome = "whole"
	Cut       Outcome = "cut"       // the text goes on, but we do not
	Wordless  Outcome = "wordless"  // as a scanned paper
	Encrypted Outcome = "encrypted" // nobody but its reader can open it
	Damaged   Outcome = "damaged"   // or made as we cannot read it
	Heavy     Outcome = "heavy"     // it would take too much time or memory
)

// A Text is the words of a document, lines and all.
type Text struct {
	Outcome Outcome
	Body    string // "" unless Whole or Cut
}

// The limits. What a limit leaves out is not looked for.
const (
	maxFile  = 24 << 20 // bytes: more than an attachment may have
	maxPages = 400
	maxText  = 200_000  // bytes of text
	maxPart  = 16 << 20 // bytes that all parts of a ZIP may unfold to
)

// errEncrypted tells that a document is locked.
var errEncrypted = errors.New("encrypted")

// formats is how the documents of each media type are read.
var formats = map[string]func(doc io.ReaderAt, size int64, to *collector) error{
	"application/pdf": readPDF,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   office(`word/(document|footnotes|endnotes)\.xml`, "t", "p", "tab", "br", "tc"),
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": office(`ppt/slides/slide\d+\.xml`, "t", "p", "br"),
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         office(`xl/sharedStrings\.xml`, "t", "si"),
	"application/vnd.oasis.opendocument.text":                                   office(`content\.xml`, "", "p", "h", "s", "tab", "line-break"),
}

// Readable reports whether documents of a media type have text for us.
func Readable(mediaType string) bool { return formats[mediaType] != nil }

// Read is the text of a document. No document makes it panic; some would take
// long, so strangers' ones are for Apart.
func Read(mediaType string, doc io.ReaderAt, size int64) (text Text) {
	read := formats[mediaType]
	if read == nil || size > maxFile {
		return Text{Outcome: Damaged}
	}
	to := &collector{}
	err := caught(func() error { return read(doc, size, to) })
	body := tidy(to.text.String())
	switch {
	case errors.Is(err, errEncrypted):
		return Text{Outcome: Encrypted}
	case err != nil && body == "":
		return Text{Outcome: Damaged}
	case body == "":
		return Text{Outcome: Wordless}
	case err != nil || to.full:
		return Text{Cut, body}
	}
	return Text{Whole, body}
}

// caught makes an error of a panic.
func caught(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return do()
}

// A collector takes text until it is full.
type collector struct {
	text strings.Builder
	full bool
}

func (c *collector) add(s string) {
	if room := maxText - c.text.Len(); len(s) > room {
		s, c.full = s[:max(room, 0)], true
	}
	c.text.WriteString(s)
}

// tidy makes text that PostgreSQL takes and people can read: words that were
// divided at the ends of lines are whole, and letters that nobody knows gone.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError || r == '\u00ad' || unicode.Is(unicode.Co, r) || !unicode.IsPrint(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	var lines []string
	for line := range strings.Lines(s) {
		line = strings.Join(strings.Fields(line), " ")
		switch n := len(lines) - 1; {
		case line == "":
		case n >= 0 && divided(lines[n], line):
			lines[n] = strings.TrimSuffix(lines[n], "-") + line
		default:
			lines = append(lines, line)
		}
	}
	body := strings.Join(lines, "\n")
	if !strings.ContainsFunc(body, unicode.IsLetter) {
		return ""
	}
	return body
}

// conjunctions follow a hyphen that stands for a word: ala- ja yläkoulu.
var conjunctions = map[string]bool{"ja": true, "tai": true, "eli": true, "sekä": true, "och": true, "eller": true, "and": true, "or": true}

// divided reports whether a word goes on from one line to the next.
func divided(before, next string) bool {
	head, ok := strings.CutSuffix(before, "-")
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(next)
	word, _, _ := strings.Cut(next, " ")
	return unicode.IsLower(last) && unicode.IsLower(first) && !conjunctions[word]
}
