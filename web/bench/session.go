package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os/exec"
	"strings"
)

// Who counts the cross table of the programme team, and looks at the queue.
const (
	teamEmail    = "ohjelma@kunta.example"
	teamPassword = "mittaaja mittaa" // of a portal that lives for the bench
)

// team makes an account of the programme team that moderates too.
func team(ctx context.Context, program string, env []string) error {
	for _, args := range [][]string{{"create", teamEmail, "--roles", "team,moderator"}, {"password", teamEmail}} {
		cmd := exec.CommandContext(ctx, program, append([]string{"account"}, args...)...)
		cmd.Env, cmd.Stdin = env, strings.NewReader(teamPassword+"\n")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("account %s: %w\n%s", args[0], err, out)
		}
	}
	return nil
}

// signIn is the cookies of somebody who has signed in.
func (p *portal) signIn(ctx context.Context, email string) (string, error) {
	form := url.Values{"email": {email}, "password": {teamPassword}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+p.addr+"/kirjaudu", strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultTransport.RoundTrip(req) // the answer leads on, which nobody follows
	if err != nil {
		return "", err
	}
	_ = resp.Body.Close()
	var cookies []string
	for _, c := range resp.Cookies() {
		cookies = append(cookies, c.Name+"="+c.Value)
	}
	if resp.StatusCode != http.StatusSeeOther || len(cookies) == 0 {
		return "", fmt.Errorf("sign in: status %d, %d cookies", resp.StatusCode, len(cookies))
	}
	return strings.Join(cookies, "; "), nil
}

// tables is cross tables of everything that the team may choose.
func tables() []string {
	var paths []string
	for _, lens := range []string{"", "&luettelo=2020", "&yhdistyneet=seuraajat", "&tilanne=2024-03-01"} {
		for _, rows := range []string{"toimiala", "teema", "maakunta", "tyyppi", "vaihe", "vuosi"} {
			for _, columns := range []string{"", "vuosi", "tyyppi", "maakunta"} {
				for _, measure := range []string{"teot", "organisaatiot", "lukukerrat"} {
					paths = append(paths, "/ohjelma/tilastot?rivit="+rows+"&sarakkeet="+columns+"&luku="+measure+lens)
				}
			}
		}
	}
	return paths
}
