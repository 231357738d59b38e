package address_test

import (
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/address"
)

func TestKeysOfOnePageAreTheSame(t *testing.T) {
	t.Parallel()
	for want, all := range map[string][]string{
		"/tekojen-tori/kävelykokous": {
			"/tekojen-tori/kävelykokous", "/tekojen-tori/kävelykokous/", "/Tekojen-Tori/Kävelykokous", "https://www.kunteko.fi/tekojen-tori/k%C3%A4velykokous",
			"http://kuntatyo2030.fi/tekojen%20tori/kävelykokous", "/tekojen+tori/kävelykokous", "//tekojentori.fi/tekojen-tori//kävelykokous?utm_source=uutiskirje",
			"www.tarkeissatoissa.fi/tekojen-tori/k%25C3%25A4velykokous#tulokset", "/tekojen%2520tori/kävelykokous.", " HTTPS://KUNTEKO.FI/TEKOJEN-TORI/KÄVELYKOKOUS ",
			"/https:/kunteko.fi/tekojen-tori/kävelykokous", "/sv/tekojen-tori/kävelykokous", "/tekojen-tori/ka\u0308velykokous", "/tekojen-tori/kävelykokous/index.html",
		},
		"/":                 {"", "/", "https://kunteko.fi", "kunteko.fi/", "//", "/index.php"},
		"/?p=12":            {"https://www.kunteko.fi/?p=12", "/?p=12&utm_medium=some", "/index.php?fbclid=x&p=12"},
		"/teko?b=2&id=1":    {"/teko?id=1&b=2", "/Teko/?ID=1&b=2"},
		"/100%":             {"/100%", "/100%25"},
		"/muu.example/sivu": {"/muu.example/sivu"},
	} {
		for _, a := range all {
			if got := address.Key(a); got != want {
				t.Errorf("%q is kept as %q, want %q", a, got, want)
			}
		}
	}
}

func TestKeysAreTriedWithoutTheQueryToo(t *testing.T) {
	t.Parallel()
	if got := address.Keys("/teko?id=1"); !slices.Equal(got, []string{"/teko?id=1", "/teko"}) {
		t.Errorf("keys %q", got)
	}
	if got := address.Key("/" + strings.Repeat("ä", 500)); len(got) > 300 {
		t.Errorf("a key of %d bytes", len(got))
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("https://kunteko.fi/a%20b?c=%zz#d")
	f.Fuzz(func(t *testing.T, s string) {
		for _, k := range address.Keys(s) {
			if !strings.HasPrefix(k, "/") || len(k) > 300 {
				t.Errorf("%q has the key %q", s, k)
			}
		}
	})
}
