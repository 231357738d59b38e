package act_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/limit"
)

// What is said becomes whole sentences in the language of the act.
func TestCompose(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		language string
		answers  act.Answers
		want     act.Wording
	}{
		"nothing": {"fi", act.Answers{}, act.Wording{}},
		"Finnish": {
			"fi",
			act.Answers{
				Before: "no, viikkopalaverissa istuttiin puolitoista tuntia", Wish: "että jokainen tulee kuulluksi ", Deed: "alettiin pitää palaveri kävellen. Se oli esim. Liisan idea!",
				How: "1. kävellään pareittain\n2. päätökset taululle", Change: "Palaveri kestää nyt 45 minuuttia, ennen 90. Keväällä 11 ihmistä puhui", Tip: "Ettei kannata odottaa poutaa",
			},
			act.Wording{
				Lead:     "Alettiin pitää palaveri kävellen. Palaveri kestää nyt 45 minuuttia, ennen 90.",
				Need:     "Viikkopalaverissa istuttiin puolitoista tuntia. Toivoimme, että jokainen tulee kuulluksi.",
				Approach: "Alettiin pitää palaveri kävellen. Se oli esim. Liisan idea!\n\n1. kävellään pareittain\n2. päätökset taululle",
				Results:  "Palaveri kestää nyt 45 minuuttia, ennen 90. Keväällä 11 ihmistä puhui.",
				Lessons:  "Muistakaa, ettei kannata odottaa poutaa.",
			},
		},
		"Swedish": {
			"sv",
			act.Answers{Before: "alltså, mötena  var långa", Wish: "att alla ska bli hörda", Deed: "Vi går ut.", How: "genom att gå i par", Change: "på att mötet tar 45 minuter"},
			act.Wording{
				Lead: "Vi går ut. Förändringen märks på att mötet tar 45 minuter.", Need: "Mötena var långa. Målet var att alla ska bli hörda.",
				Approach: "Vi går ut. Vi gjorde det genom att gå i par.", Results: "Förändringen märks på att mötet tar 45 minuter.",
			},
		},
		"English": {
			"en",
			act.Answers{Before: "well, meetings were long", Wish: "to hear everyone", Deed: "so we walk", Tip: "That rain is no excuse"},
			act.Wording{Lead: "So we walk.", Need: "Meetings were long. We wanted to hear everyone.", Approach: "So we walk.", Lessons: "Remember that rain is no excuse."},
		},
		"a word that only begins like an opener": {"sv", act.Answers{Wish: "attityden borde ändras"}, act.Wording{Need: "Attityden borde ändras."}},
		"paragraphs":                             {"fi", act.Answers{Before: "yksi\r\n\r\nkaksi?", Wish: "kolme"}, act.Wording{Need: "Yksi.\n\nKaksi?\n\nKolme."}},
		"nothing but a filler":                   {"fi", act.Answers{Tip: "no"}, act.Wording{Lessons: "No."}},
		"an abbreviation ends no sentence":       {"fi", act.Answers{Deed: "Kokeilimme mm. Turussa kävelyä. Sitten muualla."}, act.Wording{Lead: "Kokeilimme mm. Turussa kävelyä.", Approach: "Kokeilimme mm. Turussa kävelyä. Sitten muualla."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.answers.Compose(c.language)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The lead never gets longer than a lead may be, and is cut between words.
func TestComposedLeadFits(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("pitkä ", 80)
	for _, deed := range []string{long, "Lyhyt.", strings.Repeat("ä", 400)} {
		lead := act.Answers{Deed: deed, Change: long}.Compose("fi").Lead
		if n := utf8.RuneCountInString(lead); n == 0 || n > limit.Lead {
			t.Errorf("a lead of %d characters", n)
		}
		if strings.Contains(lead, "pit…") || strings.Contains(lead, " …") {
			t.Errorf("cut in a word: %s", lead)
		}
	}
}
