package posting_test

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search/posting"
	"tekojentori.fi/tori/internal/search/query"
)

// tsv is the words of a text as tsvectorsend writes them, the first of which
// is the title.
func tsv(text string) []byte {
	places := map[string][]uint16{}
	for i, w := range strings.Fields(text) {
		places[w] = append(places[w], uint16(i+1)|1<<14)
		if i == 0 {
			places["^"+w] = nil
		}
	}
	b := binary.BigEndian.AppendUint32(nil, uint32(len(places)))
	for w, at := range places {
		b = append(append(b, w...), 0)
		b = binary.BigEndian.AppendUint16(b, uint16(len(at)))
		for _, p := range at {
			b = binary.BigEndian.AppendUint16(b, p)
		}
	}
	return b
}

// index is documents by their texts: act 1, 2 and so on, the last the newest.
func index(terms [][]int16, texts ...string) *posting.Index {
	x := posting.New()
	for i, t := range texts {
		d := posting.Document{ActID: int64(i + 1), Hit: int64(i + 1), TSV: tsv(t)}
		if terms != nil {
			d.Terms = terms[i]
		}
		x.Put(d)
	}
	x.Settle()
	shown := map[string]string{}
	for _, lexeme := range x.Unnamed() {
		shown[lexeme] = strings.ToUpper(lexeme)
	}
	x.Name(shown)
	return x
}

func found(x *posting.Index, e query.Expr) []int64 {
	list := []int64{}
	x.View(func(v posting.View) {
		v.Find(&e, new(posting.Room)).Each(func(doc int32) { list = append(list, v.Hits()[doc]) })
	})
	slices.Sort(list)
	return list
}

func TestFind(t *testing.T) {
	t.Parallel()
	x := index(nil, "kissa istuu puussa", "koira istuu ja kissa nukkuu", "puussa istuu kissa kissanpentu", "")
	for _, tt := range []struct {
		e    query.Expr
		want []int64
	}{
		{query.AnyOf(query.Anywhere, "kissa"), []int64{1, 2, 3}},
		{query.AnyOf(query.Title, "kissa", "koira"), []int64{1, 2}},
		{query.AnyOf(query.Anywhere, "hevonen"), []int64{}},
		{query.Expr{Sets: [][]string{{"kissa"}, {"nukkuu", "puussa"}}}, []int64{1, 2, 3}},
		{query.Expr{Sets: [][]string{{"kissa"}, {"istuu"}}, Gaps: []int{1, 1}}, []int64{1}},
		{query.Expr{Sets: [][]string{{"koira", "puussa"}, {"kissa"}}, Gaps: []int{1, 2}}, []int64{3}},
		{query.Expr{Sets: [][]string{{"kissa"}, {"hevonen"}}}, []int64{}},
		{query.Expr{Sets: [][]string{{"hevonen"}, {"kissa"}}, Gaps: []int{1, 1}}, []int64{}},
		{query.Expr{Starts: []string{"kis"}}, []int64{1, 2, 3}},
		{query.Expr{Starts: []string{"kissan"}}, []int64{3}},
	} {
		if diff := cmp.Diff(tt.want, found(x, tt.e)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.e.TSQuery(), diff)
		}
	}
	x.Remove(1)
	x.Put(posting.Document{ActID: 2, Hit: 9, TSV: tsv("hevonen")})
	x.Settle()
	if diff := cmp.Diff([]int64{3}, found(x, query.AnyOf(query.Anywhere, "kissa"))); diff != "" {
		t.Errorf("after a change (-want +got):\n%s", diff)
	}
	if x.Waste() != 0.4 {
		t.Errorf("waste %v", x.Waste())
	}
}

// What was found in a room stays until it is cleared, however much follows; and
// nothing of it is left for the next query.
func TestRoom(t *testing.T) {
	t.Parallel()
	x := index(nil, "kissa istuu", "koira istuu", "kissa nukkuu")
	kissa, koira := query.AnyOf(query.Anywhere, "kissa"), query.AnyOf(query.Anywhere, "koira")
	none, one := query.Expr{Sets: [][]string{{"kissa"}, {"istuu"}, {"hevonen"}}}, query.Expr{Sets: [][]string{{"istuu"}, {"kissa"}}}
	room := new(posting.Room)
	x.View(func(v posting.View) {
		for round := range 3 {
			for range round {
				v.Find(&koira, room) // each set lies elsewhere than before
			}
			var sets []posting.Set
			for range 5_000 {
				sets = append(sets, v.Find(&kissa, room), v.Find(&koira, room), v.Find(&none, room), v.Find(&one, room))
			}
			for i, want := range slices.Repeat([]posting.Set{{0b101}, {0b010}, nil, {0b001}}, 5_000) {
				if !slices.Equal(sets[i], want) {
					t.Fatalf("set %d is %b, want %b", i, sets[i], want)
				}
			}
			room.Clear()
		}
	})
}

func TestSimilar(t *testing.T) {
	t.Parallel()
	x := index([][]int16{{1, 2}, {3}, {2}, {3}, {1}, {4}},
		"kissa istuu puussa", "kissa nukkuu", "istuu kissa", "koira", "hevonen", "lehmä")
	similar := func(id int64) (list []posting.Similar) {
		x.View(func(v posting.View) { list = v.Similar(id, 3) })
		for i := range list {
			list[i].Score = 0
		}
		return list
	}
	if diff := cmp.Diff([]posting.Similar{
		{ActID: 3, Words: []string{"KISSA", "ISTUU"}, Terms: []int16{2}},
		{ActID: 2, Words: []string{"KISSA"}},
		{ActID: 5, Terms: []int16{1}},
	}, similar(1)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	x.Remove(3)
	x.Settle()
	if got := similar(1); len(got) != 2 || got[0].ActID != 2 {
		t.Errorf("after a removal: %+v", got)
	}
	if got := similar(99); got != nil {
		t.Errorf("of no act: %+v", got)
	}
}
