package moderation_test

import (
	"errors"
	"testing"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
)

// Moderators add canned texts in three languages, change and drop them; of two
// who change one the second is told, and nobody else may.
func TestCannedTextsAreTended(t *testing.T) {
	t.Parallel()
	d, ctx := newDesk(t), t.Context()
	const key = "0198b1f200007000800000000000000a"
	c := moderation.Canned{Name: "Aa", BodyFi: "Hei", BodySv: "Hej", BodyEn: "Hello"}
	for range 2 {
		if err := d.mods.AddCanned(ctx, d.maija, key, c); err != nil {
			t.Fatal(err)
		}
	}
	all, err := d.mods.CannedTexts(ctx, d.olli)
	if err != nil || len(all) != 4 || all[0].Name != "Aa" || all[0].Body("sv") != "Hej" {
		t.Fatalf("%d texts, %v: want one and those that come with the portal", len(all), err)
	}
	c = all[0]
	c.BodyEn = "Hi"
	if err := d.mods.ChangeCanned(ctx, d.olli, c); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.ChangeCanned(ctx, d.maija, c); !errors.Is(err, fault.Conflict) {
		t.Errorf("of an earlier version: %v", err)
	}
	var p validate.Problems
	if err := d.mods.AddCanned(ctx, d.maija, key, moderation.Canned{Name: "B", BodyFi: "x"}); !errors.As(err, &p) || len(p) != 2 {
		t.Errorf("without Swedish and English: %v", err)
	}
	for what, err := range map[string]error{
		"add": d.mods.AddCanned(ctx, d.author, key, c), "change": d.mods.ChangeCanned(ctx, d.author, c), "drop": d.mods.DropCanned(ctx, d.author, c.ID),
	} {
		if !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s by an author: %v", what, err)
		}
	}
	if _, err := d.mods.CannedTexts(ctx, d.author); !errors.Is(err, fault.Forbidden) {
		t.Errorf("read by an author: %v", err)
	}
	for range 2 {
		if err := d.mods.DropCanned(ctx, d.maija, c.ID); err != nil {
			t.Error(err)
		}
	}
	if _, err := d.mods.CannedText(ctx, d.maija, c.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("the dropped text: %v", err)
	}
}
