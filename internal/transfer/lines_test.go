package transfer_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/transfer"
)

// JSON Lines are an act a line and nothing else, whatever the texts hold.
func TestJSONLinesAreAnActALine(t *testing.T) {
	t.Parallel()
	s := newService(t)
	in := []string{
		`{"ref":"l-1","title":"Yksi rivi","organization":"Limingan kunta","need":"rivi\ntoinen\u2028kolmas <b>"}`,
		`{"ref":"l-2","title":"Toinen rivi","organization":"Limingan kunta","tags":["a","b"]}`,
	}
	if _, bad, err := run(t, s, write(t, "l.jsonl", strings.Join(in, "\n")), transfer.Options{}); err != nil {
		t.Fatal(err, bad)
	}
	ids, err := s.Acts.IDs(t.Context(), []act.Status{act.Published})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Export(t.Context(), &out, transfer.Order{IDs: ids, Format: transfer.JSONL}); err != nil {
		t.Fatal(err)
	}
	var refs []string
	for line := range strings.Lines(out.String()) {
		var one struct{ Ref string }
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Errorf("%q: %v", line, err)
		}
		refs = append(refs, one.Ref)
	}
	if slices.Sort(refs); !slices.Equal(refs, []string{"l-1", "l-2"}) {
		t.Errorf("the lines are %q", refs)
	}
}
