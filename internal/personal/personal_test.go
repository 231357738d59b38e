package personal_test

import (
	"testing"

	"tekojentori.fi/tori/internal/personal"
)

func TestLooks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"työvuorot": false, "vuosi 2022": false, "2021-2022": false, "kuntatyö2030": false, "hyvä 100 teko": false,
		"maija.testi@example.fi": true, "maija(at)example.fi": true, "maija%40example.fi": true,
		"040 123 4567": true, "+358401234567": true, "soita 050-1234567": true,
		"131052-308T": true, "131052A308t": true, "potilas 010203+123x": true,
	} {
		if got := personal.Looks(text); got != want {
			t.Errorf("%q looks personal: %t, want %t", text, got, want)
		}
	}
}

func TestRobot(t *testing.T) {
	t.Parallel()
	for agent, want := range map[string]bool{
		"":         true,
		"curl/8.5": true,
		"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)": true,
		"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0":   false,
	} {
		if got := personal.Robot(agent); got != want {
			t.Errorf("%q is a robot: %t, want %t", agent, got, want)
		}
	}
}
