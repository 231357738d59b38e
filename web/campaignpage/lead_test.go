package campaignpage

import (
	"testing"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// A campaign that is over thanks those who took part, if there were any.
func TestLead(t *testing.T) {
	t.Parallel()
	c := campaign.Campaign{Pitch: i18n.T("Tule mukaan.", "Kom med.", "Take part.")}
	for _, tt := range []struct {
		of   summary
		want string
	}{
		{summary{Campaign: c}, "Tule mukaan."},
		{summary{Campaign: c, Over: true}, ""},
		{summary{Campaign: c, Over: true, Entered: 1}, thanks.In(t.Context())},
	} {
		if got := tt.of.lead(t.Context()); got != tt.want {
			t.Errorf("over %t with %d acts: %q, want %q", tt.of.Over, tt.of.Entered, got, tt.want)
		}
	}
}
