package actpage

import (
	"errors"
	"net/url"
	"testing"

	"tekojentori.fi/tori/internal/fault"
)

func TestQueryIsItsAddress(t *testing.T) {
	for _, address := range []string{
		"/tekojen-tori",
		"/tekojen-tori?haku=ty%C3%B6vuoro&jarjestys=vanhimmat&sivu=3&toimiala=education-and-upbringing&toimiala=employment-services",
		"/tekojen-tori?arkisto=mukana&kampanja=hyva-kiertamaan-2022&palkittu=true",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		q, err := ReadQuery(u.Query())
		if err != nil || q.URL() != address {
			t.Errorf("%s comes back as %s, %v", address, q.URL(), err)
		}
	}
}

func TestOddPagesAndOrdersAreBadRequests(t *testing.T) {
	for _, query := range []string{"sivu=0", "sivu=-1", "sivu=x", "sivu=99999999999999999999", "jarjestys=id"} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadQuery(values); !errors.Is(err, fault.BadRequest) {
			t.Errorf("%s: %v, want a bad request", query, err)
		}
	}
}
