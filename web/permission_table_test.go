package web_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// mayTable is who may do what with an act of each status, and all that is known
// of it: services and routes are both tested against it.
//
//	V visitor   S member   E editor   T team   J juror   H coach
//	C coordinator of the act's organisation   c of another
//	M moderator   A admin   O whose act it is, moderators and admins too
//	W who writes it with them; w the same as a moderator or an admin, of whom what is said of W is true too
//
// A * is everyone, + is whoever has signed in. Whoever may not even read the
// act gets the answer of an act that does not exist; who may do the deed at
// another time of the act's life is told that it has changed; everyone else
// that it is not theirs to do.
const mayTable = `
deed     draft submitted in_review changes_requested approved published hidden archived rejected withdrawn merged
read     OW    OWMA      OWMA      OWMA              OWMA     *         OWMA   *        OWMA     OWMA      *
save     OW    -         -         OW                -        -         -      -        -        -         -
attach   OW    -         -         OW                -        -         -      -        -        -         -
describe OW    -         -         OW                -        -         -      -        -        -         -
detach   OW    -         -         OW                -        -         -      -        -        -         -
people   OW    OW        OW        OW                OW       OW        OW     OW       OW       OW        OW
expel    O     O         O         O                 O        O         O      O        O        O         O
invite   O     O         O         O                 O        O         O      O        O        -         -
handover O     O         O         O                 O        O         O      O        O        -         -
submit   O     -         -         O                 -        -         -      -        -        -         -
withdraw O     O         -         O                 -        -         -      -        -        -         -
revise   -     -         -         -                 -        O         O      -        -        -         -
take     -     MA        -         -                 -        -         -      -        -        -         -
return   -     -         MA        -                 -        -         -      -        -        -         -
approve  -     -         MA        -                 -        -         -      -        -        -         -
schedule -     -         MA        -                 -        -         -      -        -        -         -
publish  -     -         -         -                 MA       -         -      -        -        -         -
reject   -     -         MA        -                 -        -         -      -        -        -         -
hide     -     -         -         -                 -        MA        -      -        -        -         -
show     -     -         -         -                 -        -         MA     -        -        -         -
archive  -     -         -         -                 -        OCMAw     -      -        -        -         -
merge    -     -         -         -                 -        MA        -      -        -        -         -
reopen   -     -         -         -                 -        -         -      -        A        -         -
comment  -     -         MA        -                 -        -         -      -        -        -         -
plead    -     -         -         -                 -        O         -      O        -        -         -
refuse   -     MA        MA        MA                MA       MA        MA     MA       MA       MA        MA
reword   -     -         MA        -                 -        -         -      -        -        -         -
reworded OW    OWMA      OWMA      OWMA              OWMA     OWMA      OWMA   OWMA     OWMA     OWMA      OWMA
ask      -     MA        MA        -                 -        -         -      -        -        -         -
opine    -     MA        MA        MA                MA       -         -      -        -        -         -
write    -     OWMA      OWMA      OWMA              OWMA     OWMA      OWMA   OWMA     OWMA     OWMA      OWMA
settle   -     MA        MA        MA                MA       MA        MA     MA       MA       MA        MA
note     -     MA        MA        MA                MA       MA        MA     MA       MA       MA        MA
adopt    -     -         -         -                 -        +         -      -        -        -         -
join     -     -         -         -                 -        SETJHCcMA -      SETJHCcMA -      -         -
`

// A figure is somebody in the table.
type figure struct {
	name, letter string
	account      account.Account
	owner        bool // the act is theirs
	author       bool // they write it with its owner
}

// figures is everyone in the table: each role, and whose act it may be.
func (p *portal) figures(organization int64) []figure {
	visitor := figure{name: "visitor", letter: "V"}
	all := []figure{visitor}
	letters := map[string]string{"member": "S", "coordinator": "c", "moderator": "M", "editor": "E", "team": "T", "juror": "J", "coach": "H", "admin": "A"}
	for _, who := range people()[1:] {
		all = append(all, figure{name: who, letter: letters[who], account: p.accounts[who]})
	}
	for _, role := range []account.Role{"", account.Moderator, account.Admin} {
		name := strings.TrimSpace("owner " + string(role))
		p.signInAs(name, role)
		all = append(all, figure{name: name, letter: "O", account: p.accounts[name], owner: true})
	}
	for _, role := range []account.Role{"", account.Moderator, account.Admin} {
		name := strings.TrimSpace("author " + string(role))
		p.signInAs(name, role)
		letter := "W"
		if role != "" {
			letter = "w"
		}
		all = append(all, figure{name: name, letter: letter, account: p.accounts[name], author: true})
	}
	p.signInAs("own coordinator", account.Coordinator)
	if _, err := p.db.Exec(p.t.Context(), "UPDATE account SET organization_id = $1 WHERE id = $2", organization, p.accounts["own coordinator"].ID); err != nil {
		p.t.Fatal(err)
	}
	own := p.accounts["own coordinator"]
	own.OrganizationID = organization
	return append(all, figure{name: "own coordinator", letter: "C", account: own})
}

// may reads the table.
func may(t *testing.T) (deeds []string, who map[string]map[act.Status]string) {
	t.Helper()
	who = map[string]map[act.Status]string{}
	lines := strings.Split(strings.TrimSpace(mayTable), "\n")
	statuses := strings.Fields(lines[0])[1:]
	if len(statuses) != len(act.Statuses()) {
		t.Fatalf("the table has %d statuses, an act %d", len(statuses), len(act.Statuses()))
	}
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		deeds, who[cells[0]] = append(deeds, cells[0]), map[act.Status]string{}
		for i, cell := range cells[1:] {
			if !slices.Contains(act.Statuses(), act.Status(statuses[i])) {
				t.Fatalf("no status %s", statuses[i])
			}
			who[cells[0]][act.Status(statuses[i])] = cell
		}
	}
	return deeds, who
}

// in reports whether a cell of the table names somebody.
func (f figure) in(cell string) bool {
	return cell == "*" || cell == "+" && f.letter != "V" || strings.Contains(cell, f.letter) || f.letter == "w" && strings.Contains(cell, "W")
}

// A deed is how a row of the table is done: by a service, and over HTTP where
// it has a route.
type deed struct {
	do    func(by account.Account, a act.Act) error
	route func(a act.Act) (path string, form url.Values) // nil: none
}

// deedsOf is every deed of the table. The other act is one to merge into.
func (p *portal) deedsOf(other act.ID) map[string]deed {
	ctx, acts, mods, files := p.t.Context(), p.site.Acts, p.site.Moderation, p.site.Attachments
	document := attachmenttest.File("ohje.pdf", attachmenttest.PDF("x"))
	step := func(a act.Act) (string, url.Values) {
		return "/ilmoita-teko/" + number(a) + "/yhteystiedot", contact(a, "draft")
	}
	return map[string]deed{
		"read": {func(by account.Account, a act.Act) error { _, err := acts.Find(ctx, by, a.ID); return err }, func(a act.Act) (string, url.Values) { return "/katso/" + a.Slug, nil }},
		"save": {func(by account.Account, a act.Act) error {
			_, err := acts.Edit(ctx, by, a.ID, a.Version, a.Content)
			return err
		}, step},
		"attach": {func(by account.Account, a act.Act) error { return files.Add(ctx, by, a.ID, document) }, nil},
		"describe": {func(by account.Account, a act.Act) error {
			return files.Describe(ctx, by, a.ID, map[attachment.ID]string{1: "Kuva"})
		}, nil},
		"detach": {func(by account.Account, a act.Act) error { return files.Remove(ctx, by, a.ID, 99) }, nil},
		"submit": {func(by account.Account, a act.Act) error { _, err := acts.Submit(ctx, by, a.ID, a.Version); return err }, versioned("/ilmoita-teko/%/lahetys")},
		"withdraw": {func(by account.Account, a act.Act) error {
			_, err := acts.Withdraw(ctx, by, a.ID, a.Version)
			return err
		}, versioned("/omat-teot/%/peruutus")},
		"revise":  {func(by account.Account, a act.Act) error { _, err := acts.Revise(ctx, by, a.ID); return err }, versioned("/omat-teot/%/paivitys")},
		"take":    {func(by account.Account, a act.Act) error { return mods.Take(ctx, by, a.ID, a.Version) }, versioned("/moderointi/teot/%/otto")},
		"return":  {func(by account.Account, a act.Act) error { return mods.Return(ctx, by, a.ID, a.Version, "Lisää.") }, versioned("/moderointi/teot/%/palautus")},
		"approve": {func(by account.Account, a act.Act) error { return mods.Approve(ctx, by, a.ID, a.Version, nil) }, nil}, // its route is that of publish
		"schedule": {func(by account.Account, a act.Act) error {
			return mods.Schedule(ctx, by, a.ID, a.Version, p.site.Now().AddDate(0, 1, 0))
		}, func(a act.Act) (string, url.Values) {
			return "/moderointi/teot/" + number(a) + "/ajastus", url.Values{"version": {itoa(a.Version)}, "publish_at": {"1.1.2100 12.00"}}
		}},
		"publish": {func(by account.Account, a act.Act) error { return mods.Publish(ctx, by, a.ID, a.Version) }, versioned("/moderointi/teot/%/julkaisu")},
		"reject": {func(by account.Account, a act.Act) error {
			return mods.Reject(ctx, by, a.ID, a.Version, "Ei ole teko.")
		}, versioned("/moderointi/teot/%/hylkays")},
		"hide": {func(by account.Account, a act.Act) error { return mods.Hide(ctx, by, a.ID, a.Version, "Virhe.") }, versioned("/moderointi/teot/%/piilotus")},
		"show": {func(by account.Account, a act.Act) error { return mods.Show(ctx, by, a.ID, a.Version) }, versioned("/moderointi/teot/%/esiin")},
		"archive": {func(by account.Account, a act.Act) error {
			_, err := acts.Archive(ctx, by, a.ID, a.Version)
			return err
		}, nil},
		"merge":  {func(by account.Account, a act.Act) error { return mods.Merge(ctx, by, a.ID, a.Version, other) }, versioned(fmt.Sprintf("/moderointi/teot/%%/rinnalla/%d/yhdistys", int64(other)))},
		"reopen": {func(by account.Account, a act.Act) error { return mods.Reopen(ctx, by, a.ID, a.Version) }, versioned("/moderointi/teot/%/avaus")},
		"people": {func(by account.Account, a act.Act) error { _, err := p.site.People.Of(ctx, by, a.ID); return err }, func(a act.Act) (string, url.Values) { return "/omat-teot/" + number(a) + "/tekijat", nil }},
		"expel":  {func(by account.Account, a act.Act) error { return p.site.People.Remove(ctx, by, a.ID, 999_999) }, versioned("/omat-teot/%/tekijat/999999/poisto")},
		"invite": {func(by account.Account, a act.Act) error {
			return p.invited(by, a, false)
		}, nil},
		"handover": {func(by account.Account, a act.Act) error {
			return p.invited(by, a, true)
		}, nil},
		"join": {func(by account.Account, a act.Act) error {
			if _, err := p.db.Exec(ctx, "DELETE FROM act_join_request"); err != nil { // of the deed before
				return err
			}
			return p.site.People.Ask(ctx, by, a.ID, "Teimme tätä yhdessä.")
		}, nil},
		"comment": {func(by account.Account, a act.Act) error {
			return mods.Comment(ctx, by, a.ID, "0198b1f2-0000-7000-8003-000000000001", "need", "Miksi?")
		}, keyed("/moderointi/teot/%/huomiot", "need")},
		"plead": {func(by account.Account, a act.Act) error { return acts.AskRemoval(ctx, by, a.ID, "Virhe.") }, func(a act.Act) (string, url.Values) {
			return "/omat-teot/" + number(a) + "/poisto", url.Values{"reason": {"Virhe."}}
		}},
		"refuse": {func(by account.Account, a act.Act) error {
			return acts.DecideRemoval(ctx, by, p.removal(a), false, "Hyödyksi muille.")
		}, nil},
		"reword": {func(by account.Account, a act.Act) error {
			return acts.Reword(ctx, by, a.ID, a.Version, a.Wording().Set("lead", by.Email))
		}, func(a act.Act) (string, url.Values) {
			form := url.Values{"version": {itoa(a.Version)}}
			for _, f := range act.WordingFields() {
				form.Set(f, a.Wording().Of(f))
			}
			return "/moderointi/teot/" + number(a) + "/kieli", form
		}},
		"reworded": {func(by account.Account, a act.Act) error { _, _, err := acts.Rewordings(ctx, by, a.ID); return err }, func(a act.Act) (string, url.Values) { return "/omat-teot/" + number(a) + "/korjaukset", nil }},
		"ask": {func(by account.Account, a act.Act) error {
			return mods.AskOpinion(ctx, by, a.ID, "0198b1f2-0000-7000-8003-000000000003", 0, "Mitä mieltä?")
		}, func(a act.Act) (string, url.Values) {
			return "/moderointi/teot/" + number(a) + "/mielipiteet", url.Values{"form_key": {strings.Repeat("0", 31) + "4"}, "question": {"Mitä mieltä?"}}
		}},
		"opine": {func(by account.Account, a act.Act) error {
			_, err := mods.GiveOpinion(ctx, by, p.opinion(a), moderation.Opposes, "Liian yleinen.")
			return err
		}, nil},
		"note": {func(by account.Account, a act.Act) error {
			return mods.Note(ctx, by, a.ID, "0198b1f2-0000-7000-8003-000000000002", "Muistiinpano.")
		}, keyed("/moderointi/teot/%/muistiinpanot", "")},
		"write": {func(by account.Account, a act.Act) error {
			return mods.Write(ctx, by, a.ID, "0198b1f2-0000-7000-8003-000000000005", "Kysyn vielä.")
		}, nil},
		"settle": {func(by account.Account, a act.Act) error { return mods.Settle(ctx, by, a.ID) }, nil},
		"adopt": {func(by account.Account, a act.Act) error {
			_, err := p.site.Adoptions.Tell(ctx, belonging(by, organization.ID(9+by.ID)), a.ID, adoption.Telling{State: adoption.InUse}) // as a member of another organisation
			return err
		}, nil},
	}
}

// removal is one that waits.
func (p *portal) removal(a act.Act) act.RemovalID {
	if _, err := p.db.Exec(p.t.Context(), "DELETE FROM act_removal"); err != nil { // of the deed before
		p.t.Fatal(err)
	}
	ids, err := postgres.Values[act.RemovalID](p.t.Context(), p.db, `
		INSERT INTO act_removal (act_id, by_id, reason, asked_at) SELECT id, $2, 'Syy.', now() FROM act WHERE id = $1 RETURNING id`, a.ID, p.accounts["editor"].ID)
	if err != nil {
		p.t.Fatal(err)
	}
	if len(ids) == 0 { // of no act
		return 999_999
	}
	return ids[0]
}

// opinion is one that somebody has been asked for.
func (p *portal) opinion(a act.Act) moderation.OpinionID {
	ids, err := postgres.Values[moderation.OpinionID](p.t.Context(), p.db, `
		INSERT INTO review_opinion (act_id, revision, question, asker_id, asked_at, form_key)
		SELECT id, revision, 'Kelpaako?', $2, now(), gen_random_uuid() FROM act WHERE id = $1 RETURNING id`, a.ID, p.accounts["editor"].ID)
	if err != nil {
		p.t.Fatal(err)
	}
	if len(ids) == 0 { // of no act
		return 999_999
	}
	return ids[0]
}

// invited invites somebody, whatever invitations there are.
func (p *portal) invited(by account.Account, a act.Act, asOwner bool) error {
	if _, err := p.db.Exec(p.t.Context(), "DELETE FROM act_invitation"); err != nil {
		return err
	}
	return p.site.People.Invite(p.t.Context(), by, a.ID, "kutsuttu@kunta.example", asOwner, i18n.FI)
}

// versioned is a form with the version, a reason and nothing else.
func versioned(path string) func(act.Act) (string, url.Values) {
	return func(a act.Act) (string, url.Values) {
		return strings.Replace(path, "%", number(a), 1), url.Values{"version": {itoa(a.Version)}, "reason": {"Syy."}}
	}
}

// keyed is a form with a key and some words about a section.
func keyed(path, section string) func(act.Act) (string, url.Values) {
	return func(a act.Act) (string, url.Values) {
		return strings.Replace(path, "%", number(a), 1), url.Values{"form_key": {strings.Repeat("0", 31) + "3"}, "section": {section}, "body": {"Sana."}}
	}
}
