package moderation_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/moderation"
)

func TestCopied(t *testing.T) {
	t.Parallel()
	const passage = "Kokoukset pidetään kävellen lähimetsässä aina kun sää sallii ja asiat kirjataan jälkikäteen yhteiseen muistioon"
	other := act.Content{Need: "Alussa oli istumista. " + passage + ". Lopuksi mitattiin askeleet.", Results: "Mieli virkistyi."}
	for name, tt := range map[string]struct {
		c       act.Content
		passage string
		least   int
	}{
		"the same words elsewhere": {act.Content{Approach: "Me teimme näin: " + strings.ToUpper(passage) + "! Hyvin toimi."}, strings.ToUpper(passage), 60},
		"marks between":            {act.Content{Results: strings.ReplaceAll(passage, " ja ", ", ja ")}, passage, 100},
		"other words":              {act.Content{Approach: "Kokoukset pidetään seisten eikä kävellen, ja asiat kirjataan heti taululle kaikkien nähden."}, "", 0},
		"a few words in a row":     {act.Content{Approach: "Kokoukset pidetään kävellen lähimetsässä aina kun sää sallii, muuten sisällä."}, "", 0},
		"nothing":                  {act.Content{}, "", 0},
		"in two pieces":            {act.Content{Need: "Kokoukset pidetään kävellen lähimetsässä aina kun", Approach: "sää sallii ja asiat kirjataan jälkikäteen yhteiseen muistioon"}, "", 0},
	} {
		got := moderation.Copied(tt.c, other)
		if got.Passage != tt.passage || got.Percent < tt.least || got.Percent > 100 || tt.passage == "" && got.Percent != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
