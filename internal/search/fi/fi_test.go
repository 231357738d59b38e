package fi_test

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

func TestAnalyze(t *testing.T) {
	t.Parallel()
	l := fitest.Open(t)
	for _, tt := range []struct {
		form, lemma string
		parts       []string
		root        string
	}{
		{"limingan", "liminka", nil, ""},
		{"päiväkodissa", "päiväkoti", []string{"päivä", "koti"}, ""},
		{"varhaiskasvatuksen", "varhaiskasvatus", []string{"varhais", "kasvatus"}, ""},
		{"esihenkilötyöhön", "esihenkilötyö", []string{"esihenkilö", "henkilö", "henkilötyö", "työ"}, ""},
		{"osaamista", "osaaminen", nil, "osata"},
		{"osaamiskartoitus", "osaamiskartoitus", []string{"osaaminen", "kartoitus"}, ""},
		{"työ-ura", "työura", []string{"työ", "ura"}, ""},
		{"eu:n", "eu", nil, ""},
		{"vertaistuen", "vertaistuki", []string{"vertais", "tuki"}, ""},
		{"te-palveluissa", "tepalvelu", []string{"palvelu"}, ""},
		{"zumbakoulutus", "zumbakoulutus", []string{"zumba", "koulutus"}, ""},
		{"mentoroinnista", "mentorointi", nil, "mentoroida"},
		{"vertaismentoreita", "vertaismentori", []string{"mentori"}, ""},
		{"tyhytoiminnan", "tyhytoiminta", []string{"tyhy", "toiminta"}, ""},
		{"xyzzy", "xyzzy", nil, ""},
	} {
		w := l.Analyze(tt.form)
		if !slices.Contains(w.Lemmas, tt.lemma) {
			t.Errorf("%s: lemmas %q, want %q", tt.form, w.Lemmas, tt.lemma)
		}
		for _, p := range tt.parts {
			if !slices.Contains(w.Parts, p) {
				t.Errorf("%s: parts %q, want %q", tt.form, w.Parts, p)
			}
		}
		if tt.root != "" && !slices.Contains(w.Roots, tt.root) {
			t.Errorf("%s: roots %q, want %q", tt.form, w.Roots, tt.root)
		}
	}
	for form, want := range map[string]bool{"hoitajat": true, "nepsyille": true, "esihenklio": false} {
		if got := l.Analyze(form).Known; got != want {
			t.Errorf("%s known: %t", form, got)
		}
	}
}

// TestNounOfItsOwn: parents are not what is old, and the other way round.
func TestNounOfItsOwn(t *testing.T) {
	t.Parallel()
	l := fitest.Open(t)
	for form, want := range map[string]string{
		"vanhemmat": "vanhempi", "vanhempien": "vanhempi", "vanhempi": "vanhempi",
		"vanhat": "vanha", "vanhoja": "vanha", "vanhan": "vanha",
	} {
		if w := l.Analyze(form); !slices.Equal(w.Lemmas, []string{want}) || w.Shown != want {
			t.Errorf("%s: lemmas %q, shown %q", form, w.Lemmas, w.Shown)
		}
	}
}

func TestMoreAnalogies(t *testing.T) {
	t.Parallel()
	l := fitest.Open(t)
	if l.Analyze("äpin").Known {
		t.Fatal("the dictionary has learnt äppi; choose another word")
	}
	more := l.With(fi.Analogy{Lemma: "äppi", Model: "näppi"})
	if w := more.Analyze("äpeissä"); !slices.Contains(w.Lemmas, "äppi") {
		t.Errorf("lemmas %q", w.Lemmas)
	}
	if l.Analyze("äpin").Known {
		t.Error("the first lexicon has changed")
	}
}

// TestFallback: forms of one word meet, and a compound is found by its end.
func TestFallback(t *testing.T) {
	t.Parallel()
	l := fi.Fallback()
	for _, forms := range [][]string{
		{"limingan", "liminka", "limingassa"},
		{"kuoppa", "kuopat", "kuopista"},
		{"terveys", "terveyden", "terveyttä"},
		{"kehitys", "kehityksen"},
		{"mökkiläinen", "mökkiläiset"},
		{"liukuma", "liukumasta"},
		{"esimies", "esimiehen", "esimiehet", "esimiesten"},
		{"kunta", "kunnan", "kunnissa"},
		{"silta", "sillan"},
		{"etätyö", "etätöissä"},
		{"lapsi", "lasten", "lapsille"},
		{"asiakas", "asiakkaan", "asiakasta", "asiakkaiden"},
		{"potilas", "potilaan", "potilaalle"},
		{"puhelin", "puhelimen", "puhelimella", "puhelinta"},
		{"toiminta", "toiminnan", "toimintaa"},
		{"viestintä", "viestinnän"},
		{"tilanne", "tilanteen", "tilanteissa"},
		{"ilmoitus", "ilmoitusta", "ilmoituksen", "ilmoitusten"},
		{"kokous", "kokousten", "kokousta"},
		{"työaika", "työajan", "työajalla"},
		{"kouluruoka", "kouluruoan", "kouluruuan"},
		{"vuorolista", "vuorolistan", "vuorolistalla"},
		{"sähköposti", "sähköpostin", "sähköpostiin"},
		{"viesti", "viestejä"},
		{"työtön", "työttömän", "työttömille"},
		{"kirjoittaa", "kirjoittivat", "kirjoitettiin"},
		{"opettaja", "opettajan", "opettajat"},
	} {
		first := l.Analyze(forms[0]).Lemmas[0]
		for _, f := range forms[1:] {
			if got := l.Analyze(f).Lemmas[0]; got != first {
				t.Errorf("%s: %q, but %s: %q", f, got, forms[0], first)
			}
		}
	}
	for _, two := range [][2]string{{"kunta", "kun"}, {"hoitajan", "hoitoaika"}, {"kirjasot", "kirja"}, {"tilanne", "tila"}, {"toimi", "to"}} {
		if l.Analyze(two[0]).Lemmas[0] == l.Analyze(two[1]).Lemmas[0] {
			t.Errorf("%s and %s are one word", two[0], two[1])
		}
	}
	if a, b := l.Analyze("perehdytys").Roots, l.Analyze("perehdyttää").Lemmas; !slices.Equal(a, b) {
		t.Errorf("perehdytys is of %q, perehdyttää is %q", a, b)
	}
	if a, b := l.Analyze("tauottaminen").Roots, l.Analyze("tauottajan").Roots; len(a) == 0 || !slices.Equal(a, b) {
		t.Errorf("tauottaminen is of %q, tauottaja of %q", a, b)
	}
	head := l.Analyze("kasvatus").Lemmas[0]
	if w := l.Analyze("varhaiskasvatuksessa"); !slices.Contains(w.Parts, head) {
		t.Errorf("parts %q lack %q", w.Parts, head)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add("hoitotyö-")
	f.Add("mentor:in")
	full, err := fi.Open(fitest.Dictionary)
	if err != nil {
		full = fi.Fallback()
	}
	f.Fuzz(func(_ *testing.T, form string) {
		full.Analyze(form)
		fi.Fallback().Analyze(form)
	})
}
