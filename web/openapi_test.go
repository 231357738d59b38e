package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// described is what the API says of itself.
type described struct {
	Paths map[string]map[string]struct {
		Summary, Description string
		Parameters           []struct {
			Name, In, Description string
			Schema                struct{ Examples []any }
		}
	}
}

// What the API says of itself can be followed: each deed is told in words, and
// each parameter with an example that it takes.
func TestTheDescriptionOfTheAPICanBeFollowed(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	var all described
	if err := json.Unmarshal(p.as("visitor", "/api/v1/openapi.json", nil).Body.Bytes(), &all); err != nil || len(all.Paths) < 5 {
		t.Fatalf("%d paths, %v", len(all.Paths), err)
	}
	for path, deeds := range all.Paths {
		get := deeds["get"]
		if strings.HasPrefix(get.Summary, "Get API") || get.Description == "" {
			t.Errorf("%s is told as %q: %q", path, get.Summary, get.Description)
		}
		at, asked := path, url.Values{}
		if strings.HasSuffix(path, "/statistics") {
			asked.Set("by", "sector")
		}
		for _, x := range get.Parameters {
			if x.Description == "" || len(x.Schema.Examples) == 0 {
				t.Errorf("%s: %s has no words or no example", path, x.Name)
				continue
			}
			example := fmt.Sprint(x.Schema.Examples[0])
			if some, ok := x.Schema.Examples[0].([]any); ok {
				example = fmt.Sprint(some...)
			}
			one := url.Values{x.Name: {example}, "by": asked["by"]}
			if x.In == "path" {
				at, one = strings.Replace(path, "{"+x.Name+"}", a.Slug, 1), nil
			}
			if w := p.as("visitor", at+"?"+one.Encode(), nil); w.Code != http.StatusOK {
				t.Errorf("%s?%s: %d %s", at, one.Encode(), w.Code, w.Body)
			}
		}
	}
}
