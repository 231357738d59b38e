package accountpage

import "testing"

func TestLocalPath(t *testing.T) {
	t.Parallel()
	for next, want := range map[string]string{
		"":                         "",
		"/omat-teot":               "/omat-teot",
		"/ilmoita-teko/3?vaihe=2":  "/ilmoita-teko/3?vaihe=2",
		"/sv/omat-teot":            "/omat-teot",
		"/":                        "/",
		"omat-teot":                "",
		"https://paha.example/":    "",
		"//paha.example":           "",
		"/\\paha.example":          "",
		"/sv//paha.example":        "",
		"/\t/paha.example":         "",
		"/x\r\nSet-Cookie: a=b":    "",
		"javascript:alert(1)":      "",
		"/kirjaudu?next=/kirjaudu": "",
		"/en/kirjaudu":             "",
		"/%zz":                     "",
	} {
		if got := localPath(next); got != want {
			t.Errorf("%q: %q, want %q", next, got, want)
		}
	}
}
