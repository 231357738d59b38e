package demo

import (
	"bytes"
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/demo/sketch"
)

// A file is an attachment of a demo act.
type file struct {
	ref, name, alt string
	content        func() []byte
}

// attachments is every attachment of the demo acts. They are drawn and written
// by us.
func attachments() []file {
	return []file{
		{"2022-126", "kavelypalaveri.png", "Piirros: kaksi työkaveria kävelee ja juttelee rantapolulla kuusten välissä.", sketch.Walk},
		{
			"2022-116", "esityslistan-taulu.png",
			"Piirros seinätaulusta, jossa on neljä saraketta värillisiä lappuja. Viimeisessä sarakkeessa kaikki laput ovat vihreitä, eli asiat ovat valmiina.", sketch.Notes,
		},
		{"2022-116", "asialapun-pohja.pdf", "Lapun pohja, johon kirjoitetaan asia, valmistelija, määräpäivä ja se, mihin tarvitaan apua.", card},
		{"2022-041", "tyokalutaulu.png", "Piirros työkaluseinästä: jokaisella avaimella on vaalea ääriviiva, ja neljännen paikka on tyhjä, koska avain on lainassa.", sketch.Tools},
		{"2022-131", "kota.png", "Piirros kodasta metsässä. Kodan huipusta nousee savua, ja edessä kävelee kolme lasta.", sketch.Hut},
		{"2024-007", "havikkivaaka.png", "Piirros keittiön vaa’asta, jonka päällä on ruokavati, ja liikennevaloista, joissa palaa vihreä.", sketch.Lights},
	}
}

func card() []byte {
	return sketch.Sheet("Asialapun pohja", "Asia: ____________________________________", "Valmistelija: ______________________________",
		"Valmiina viimeistään: _______________________", "Tarvitsen apua (käytä keltaista lappua): ___________",
		"Laput kulkevat taululla: idea, valmistelussa, tarkistettavana, valmis.")
}

// addFiles gives some acts their pictures and documents.
func (s *Service) addFiles(ctx context.Context, ids map[string]act.ID) error {
	for _, f := range attachments() {
		content := f.content()
		in := attachment.Incoming{Name: f.name, Size: int64(len(content)), Content: bytes.NewReader(content)}
		if err := s.Attachments.Import(ctx, ids[f.ref], in, f.alt); err != nil {
			return fmt.Errorf("%s of %s: %w", f.name, f.ref, err)
		}
	}
	return nil
}
