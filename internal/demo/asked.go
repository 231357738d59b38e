package demo

import (
	"context"

	"tekojentori.fi/tori/internal/search"
)

// browser is who asks: what programs ask for is not counted.
const browser = "Mozilla/5.0"

// searches is what readers have looked for today, and how often. Of the last
// ones there is no act yet.
var searches = map[string]int{
	"perehdytys": 31, "etätyö": 27, "työvuorot": 24, "sairauspoissaolot": 19, "kävelykokous": 16, "ruokahävikki": 14, "tekoäly": 13, "kehityskeskustelu": 8,
	"mentorointi": 6, "introduktion": 4, "arbetsskift": 3, "onboarding": 2,
	"jooga": 5, "drooni": 3, "padel": 2,
}

// lost is old addresses that readers still ask for in vain, and how often.
var lost = map[string]int{"/kunteko/teot/kahvihuoneen-kirjahylly": 7, "/kunteko/uutiskirje-2018": 4, "/tyoelama/sparraajat": 2}

// asked lets readers have looked for acts and for old addresses, and the
// administrator have pointed one of those where it leads now.
func (s *Service) asked(ctx context.Context) error {
	for text, times := range searches {
		found, err := s.Index.Find(ctx, search.Query{Text: text, Lang: "fi"})
		if err != nil {
			return err
		}
		for range times {
			s.Curation.Asked(text, browser)
		}
		s.Curation.Found(text, len(found.Hits))
	}
	for address, times := range lost {
		for range times {
			s.Redirects.Miss(address, browser)
		}
	}
	admin, err := s.Accounts.FindByEmail(ctx, "yllapito@example.fi")
	if err != nil {
		return err
	}
	if err := s.Redirects.Point(ctx, admin, "/kunteko/teot/palaverit-ulkona", "/katso/palaveri-lahtee-lenkille", ""); err != nil {
		return err
	}
	if err := s.Redirects.Flush(ctx); err != nil {
		return err
	}
	return s.Curation.Flush(ctx)
}
