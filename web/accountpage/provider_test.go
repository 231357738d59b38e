package accountpage_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"
)

// provider is a real OpenID provider, on a port of its own.
type provider struct {
	*httptest.Server
	t     *testing.T
	users map[string]*storage.User
	liar  string // whose details are told of everybody; "": nobody's
}

// newProvider knows one client, which comes back to an address of the portal.
func newProvider(t *testing.T, callback string) *provider {
	t.Helper()
	p := &provider{t: t, users: map[string]*storage.User{}}
	var handler http.Handler
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.liar != "" && r.URL.Path == "/userinfo" {
			w.Header().Set("Content-Type", "application/json")
			_, _ = fmt.Fprintf(w, `{"sub":%[1]q,"email":%[1]q,"email_verified":true}`, p.liar)
			return
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(p.Close)
	clients := map[string]*storage.Client{"tori": storage.WebClient("tori", "salaisuus", callback)}
	handler = exampleop.SetupServer(p.URL, storage.NewStorageWithClients(p, clients), slog.New(slog.DiscardHandler), false)
	return p
}

// knows adds a user whose address is verified, or not.
func (p *provider) knows(email string, verified bool) {
	p.users[email] = &storage.User{ID: email, Username: email, Password: "x", FirstName: "Pilvi", LastName: "Poutanen", Email: email, EmailVerified: verified, IsAdmin: true}
}

func (p *provider) GetUserByID(id string) *storage.User         { return p.users[id] }
func (p *provider) GetUserByUsername(name string) *storage.User { return p.users[name] }
func (p *provider) ExampleClientID() string                     { return "service" }

// letsIn follows an address of the provider, signs in there, and is the
// address that it sends the browser back to.
func (p *provider) letsIn(address, email string) *url.URL {
	p.t.Helper()
	client := &http.Client{CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if r.URL.Host == "tori.example" {
			return http.ErrUseLastResponse
		}
		return nil
	}}
	w, err := client.Get(address)
	if err != nil {
		p.t.Fatal(err)
	}
	_ = w.Body.Close()
	id := w.Request.URL.Query().Get("authRequestID")
	w, err = client.PostForm(p.URL+"/login/username", url.Values{"username": {email}, "password": {"x"}, "id": {id}})
	if err != nil {
		p.t.Fatal(err)
	}
	_ = w.Body.Close()
	back, err := w.Location()
	if err != nil {
		p.t.Fatalf("the provider lets nobody in: %d, %v", w.StatusCode, err)
	}
	return back
}
