package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// TestSuggestions: JSON for any text, and no more than what is public.
func TestSuggestions(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	for query, some := range map[string]bool{"": false, "haku=a": false, "haku=liming": true, "haku=%27%22%3C%25_": false, "haku=" + strings.Repeat("a", 9_000): false} {
		res := p.get("/tekojen-tori/ehdotukset?" + query)
		var got struct {
			List []struct{ Kind, Text, URL string }
			Said string
		}
		if res.Code != http.StatusOK || json.Unmarshal(res.Body.Bytes(), &got) != nil || got.Said == "" {
			t.Fatalf("%.40s: %d %.200s", query, res.Code, res.Body)
		}
		if (len(got.List) > 0) != some {
			t.Errorf("%.40s: %+v", query, got.List)
		}
	}
}
