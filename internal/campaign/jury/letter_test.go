package jury_test

import (
	"fmt"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/postgres"
)

// A juror gets one letter, in their own language, which leads to their nominees
// in that language.
func TestAJurorIsToldInTheirLanguage(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForOrganization)
	c.rules()
	who := accounttest.New(t, c.db, account.Juror)
	c.must(postgres.Exec(t.Context(), c.db, "UPDATE account SET language = 'sv' WHERE id = $1", who.ID))
	for range 2 { // added twice
		c.must(c.juries.AddMember(t.Context(), c.team, c.prize, who.Email))
	}
	posted, err := c.mails.Recent(t.Context(), 10)
	c.must(err)
	if len(posted) != 1 || posted[0].Recipient != who.Email || posted[0].Subject != "Du sitter i juryn: Pris" || !strings.Contains(posted[0].Body, fmt.Sprintf("/sv/raati/%d\n", int64(c.prize))) {
		t.Errorf("the letters are %+v", posted)
	}
}
