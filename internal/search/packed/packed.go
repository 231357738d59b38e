// Package packed keeps many small things in few pieces of memory. Made one by
// one, each lies among what has since been thrown away, and the room around it
// is of no use to anybody.
package packed

import (
	"reflect"
	"slices"
	"strings"
)

// block is how many bytes are taken at a time.
const block = 64 << 10

// Lists copies lists into blocks, one list after the other.
type Lists[T any] struct{ room []T }

// Copy is the list with the same elements; nil of an empty one.
func (l *Lists[T]) Copy(list []T) []T {
	if len(list) == 0 {
		return nil
	}
	if cap(l.room)-len(l.room) < len(list) {
		l.room = make([]T, 0, max(block/int(reflect.TypeFor[T]().Size()), len(list)))
	}
	begin := len(l.room)
	l.room = append(l.room, list...)
	return slices.Clip(l.room[begin:])
}

// Texts copies texts into blocks, each text once.
type Texts struct {
	room   strings.Builder
	copied map[string]string
}

// Copy is the same text.
func (t *Texts) Copy(text string) string {
	if same, ok := t.copied[text]; ok {
		return same
	}
	if t.room.Cap()-t.room.Len() < len(text) {
		t.room = strings.Builder{}
		t.room.Grow(max(block, len(text)))
	}
	begin := t.room.Len()
	t.room.WriteString(text)
	same := t.room.String()[begin:]
	if t.copied == nil {
		t.copied = map[string]string{}
	}
	t.copied[same] = same
	return same
}
