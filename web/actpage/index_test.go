package actpage

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/fault"
)

// A letter stands whole on one page, and every letter leads to its own.
func TestLettersStandWholeOnPages(t *testing.T) {
	t.Parallel()
	var names []name
	for _, of := range []struct {
		initial string
		n       int
	}{{"A", 200}, {"b", 100}, {"C", 1}, {"Å", 239}, {"Ö", 2}} {
		for i := range of.n {
			names = append(names, name{Label: fmt.Sprint(of.initial, i)})
		}
	}
	v := indexView{index: indexOf(indexes()[0].dimension), Page: 1, Last: 1}
	v.divide(names)
	got := map[string]string{}
	for _, l := range v.Letters {
		got[l.Initial] = fmt.Sprint(len(l.Names), " on ", l.Page, " ", v.anchor(l, v.address(l.Page)))
	}
	want := map[string]string{
		"A": "200 on 1 #alku-a", "B": "100 on 1 #alku-b", "C": "1 on 2 /organisaatiot?sivu=2#alku-c", "Å": "239 on 2 /organisaatiot?sivu=2#alku-å", "Ö": "2 on 3 /organisaatiot?sivu=3#alku-ö",
	}
	if diff := cmp.Diff(want, got); diff != "" || v.Last != 3 {
		t.Errorf("%d pages (-want +got):\n%s", v.Last, diff)
	}
	for asked, wrong := range map[string]error{"": nil, "2": nil, "3": nil, "4": fault.NotFound, "0": fault.BadRequest, "x": fault.BadRequest} {
		if err := v.turn(asked); !errors.Is(err, wrong) {
			t.Errorf("page %q: %v, want %v", asked, err, wrong)
		}
	}
	v.Page = 2
	v.show()
	if len(v.Shown) != 2 || v.Shown[0].Initial != "C" {
		t.Errorf("on the second page: %d letters", len(v.Shown))
	}
}
