// Package limit is how much each field of the portal takes: the one table that
// checks, forms and the README are made of.
package limit

import (
	"fmt"
	"strings"
)

// Of an act. Texts are counted in characters, lists in items.
const (
	Title         = 120
	MinTitleWords = 2
	MaxTitleWords = 9
	Lead          = 300
	Text          = 5000  // each of need, approach, results and lessons
	Short         = 150   // unit, locality, names and titles of contacts and organisations
	Draft         = 20000 // any text of a draft, so that a long one is not lost
	Sectors       = 3
	Themes        = 3
	Tags          = 8
	Tag           = 40
	Contacts      = 5
	Links         = 10
	Link          = 500
	Partners      = 20
	Authors       = 10 // besides the owner, with those who are invited
)

// Of its attachments.
const (
	Files       = 10
	Picture     = 10 // megabytes
	Pixels      = 40 // millions
	Document    = 20 // megabytes
	Description = 300
	FileName    = 120
)

// Of what else people tell.
const (
	Reason         = 2000   // of a moderator, as each comment, note and opinion
	Bulk           = 300    // acts that a moderator decides on at once
	Note           = 500    // of an adoption, or of who is no partner
	Greeting       = 500    // of somebody who asks to join an act
	CampaignName   = 120    // in each language
	Pitch          = 300    // of a campaign: why to take part
	About          = 5000   // of a campaign: the rest
	Staff          = 20_000 // how many people organisations employ, a line each
	Criteria       = 6      // of a jury
	Jurors         = 20     // of a jury
	Nominees       = 60     // of a prize
	Message        = 5000   // of feedback
	Page           = 500    // address that feedback is about
	ExportReason   = 500
	ReportName     = 120
	CannedName     = 80  // of a text that moderators begin their reasons with
	Name           = 120 // of an account, and its title
	Phone          = 40  // of an account
	Passkey        = 60  // name of one
	MinPassword    = 12
	MaxPassword    = 128
	Email          = 254
	Follows        = 100 // of a person: acts and lists together
	Bookmarks      = 500
	Synonyms       = 500 // a group of them
	PinnedQuery    = 100
	Domains        = 20  // of the addresses of an organisation
	TaughtWord     = 60  // and its model
	Query          = 200 // a search, in bytes; more is not read
	Form           = 1   // MiB
	Upload         = Files*Document + Form
	UploadMinutes  = 10
	FormFieldCount = 200 // of a form with files
)

// A Row is a limit in words, and the form fields that have it.
type Row struct {
	What, Limit string
	Fields      []string // names in the forms
	Characters  int      // the most that each takes; 0: not counted in characters
}

// Rows is the table, as the README has it.
func Rows() []Row {
	return []Row{
		{"title", fmt.Sprintf("%d–%d words, %d characters", MinTitleWords, MaxTitleWords, Title), []string{"title"}, Title},
		characters("lead", Lead, "lead"),
		{"need, approach, results, lessons", count(Text) + " characters each, Markdown", []string{"need", "approach", "results", "lessons"}, Text},
		characters("unit, locality, names of organisations", Short, "unit", "locality", "organization"),
		characters("name, title, phone and organisation of a contact", Short, "contact_name", "contact_title", "contact_phone", "contact_organization"),
		{"sectors, themes", fmt.Sprintf("1–%d each", Sectors), nil, 0},
		{"tags", fmt.Sprintf("%d, %d characters each", Tags, Tag), []string{"tags"}, Tag},
		{"contacts, partners", fmt.Sprintf("%d, %d", Contacts, Partners), nil, 0},
		{"co-authors, with those who are invited", count(Authors), nil, 0},
		{"links", fmt.Sprintf("%d, %d characters each", Links, Link), []string{"links"}, Link},
		{"attachments", fmt.Sprintf("%d an act; pictures (jpg, png, webp) %d MB and %d million pixels, documents (pdf, docx, xlsx, pptx, odt) %d MB; names are shortened to %d characters", Files, Picture, Pixels, Document, FileName), nil, 0},
		characters("description of a picture (required) or document", Description, "alt"),
		characters("a moderator’s reason, comment, note, question or opinion; a message about an act; why an act is to be deleted; why a membership is not approved; why somebody is nominated or awarded; a juror’s note", Reason, "reason", "comment", "moderators note", "message to authors", "message to moderators", "question", "reason to delete", "answer"),
		{"acts that a moderator decides on at once", count(Bulk), nil, 0},
		{"a campaign’s name, why to take part", fmt.Sprintf("%d and %d characters in each language", CampaignName, Pitch), nil, 0},
		{"criteria and members of a jury, nominees of a prize", fmt.Sprintf("%d, %d and %d", Criteria, Jurors, Nominees), nil, 0},
		{"employees of organisations, told for a campaign", count(Staff) + " characters", nil, 0},
		{"more of a campaign", count(About) + " characters in each language", nil, 0},
		characters("note of an adoption; what an organisation says that is no partner", Note, "note", "partner note"),
		characters("greeting to the people of an act", Greeting, "greeting"),
		characters("feedback", Message, "message"),
		characters("page that feedback is about", Page, "page"),
		characters("reason for personal data in an export", ExportReason, "export reason"),
		characters("name of a report", ReportName, "report name"),
		characters("name of a canned text", CannedName, "canned name"),
		characters("name and title of an account", Name, "account name", "account title"),
		characters("phone of an account", Phone, "account phone"),
		characters("name of a passkey", Passkey),
		{"password", fmt.Sprintf("%d–%d characters", MinPassword, MaxPassword), nil, 0},
		characters("e-mail address", Email),
		{"address, client id and secret of an organisation’s sign-in; its domains", fmt.Sprintf("%d characters each; %d", Link, Domains), nil, 0},
		{"follows and bookmarks of a person", fmt.Sprintf("%d, %d", Follows, Bookmarks), nil, 0},
		characters("group of synonyms", Synonyms, "line"),
		characters("query of a pinned act", PinnedQuery, "query"),
		characters("word taught to the search", TaughtWord, "lemma", "model"),
		{"words of a search", count(Query) + " bytes; the rest is not read", nil, 0},
		{"a form as a whole", fmt.Sprintf("%d MiB; with attachments %d MiB and %d fields in %d minutes", Form, Upload, FormFieldCount, UploadMinutes), nil, 0},
	}
}

func characters(what string, most int, fields ...string) Row {
	return Row{what, count(most) + " characters", fields, most}
}

// count is a number with commas, as English has it.
func count(n int) string {
	s := fmt.Sprint(n)
	if len(s) > 3 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

// Markdown is the table of the README.
func Markdown() string {
	var b strings.Builder
	b.WriteString("| field | limit |\n|---|---|\n")
	for _, r := range Rows() {
		fmt.Fprintf(&b, "| %s | %s |\n", r.What, r.Limit)
	}
	return b.String()
}
