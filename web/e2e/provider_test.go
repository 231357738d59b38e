package e2e

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"
)

// A provider is a real OpenID provider of an organisation, on a port of its own.
type provider struct {
	url     string
	clients map[string]*storage.Client
	users   map[string]*storage.User
}

func newProvider(t *testing.T) *provider {
	t.Helper()
	p := &provider{clients: map[string]*storage.Client{}, users: map[string]*storage.User{}}
	var handler http.Handler
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handler.ServeHTTP(w, r) }))
	t.Cleanup(s.Close)
	p.url = s.URL
	handler = exampleop.SetupServer(s.URL, storage.NewStorageWithClients(p, p.clients), slog.New(slog.DiscardHandler), false)
	return p
}

// comesBack lets the provider send people to an address of the portal.
func (p *provider) comesBack(callback string) {
	p.clients["tori"] = storage.WebClient("tori", "salaisuus", callback)
}

// knows adds somebody whose address is verified, or not.
func (p *provider) knows(email string, verified bool) {
	p.users[email] = &storage.User{ID: email, Username: email, Password: "x", FirstName: "Vilma", LastName: "Virta", Email: email, EmailVerified: verified, IsAdmin: true}
}

// GetUserByID, GetUserByUsername and ExampleClientID are what the provider asks.
func (p *provider) GetUserByID(id string) *storage.User { return p.users[id] }

// GetUserByUsername is somebody by the name that they sign in with.
func (p *provider) GetUserByUsername(name string) *storage.User { return p.users[name] }

// ExampleClientID is needed for services, of which there are none.
func (p *provider) ExampleClientID() string { return "service" }
