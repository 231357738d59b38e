package submitpage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

// A part is one thing that a step asks: what it is called, what it says, and
// how it gets from one text to another.
type part struct {
	name  string
	label i18n.Text
	words func(ctx context.Context, v view) string
	told  telling
	take  func(to *act.Content, from act.Content)
}

// A telling is how the words of a part are told.
type telling int

const (
	inNames    telling = iota // chosen from a list: in the language of the page
	inWords                   // of the writer: in the language of the act
	inMarkdown                // so too
)

// parts is what a step asks, in its order.
func parts(s step) []part {
	if s.slug == clinicStep {
		return answerParts()
	}
	var some []part
	for _, name := range s.fields {
		if p, ok := partOf[name]; ok {
			p.name = name
			some = append(some, p)
		}
	}
	return some
}

// partOf is the parts by the name of their field. All contacts are one.
var partOf = map[string]part{
	"organization": {"", organizationL, func(ctx context.Context, v view) string { return v.organizationName(ctx) }, inNames, func(to *act.Content, from act.Content) { to.OrganizationID = from.OrganizationID }},
	"partners":     {"", partnersL, func(ctx context.Context, v view) string { return strings.ReplaceAll(v.partners(ctx), "\n", ", ") }, inNames, func(to *act.Content, from act.Content) { to.PartnerIDs = from.PartnerIDs }},
	"unit":         {"", unitL, func(_ context.Context, v view) string { return v.Act.Unit }, inWords, func(to *act.Content, from act.Content) { to.Unit = from.Unit }},
	"locality": {"", localityL, func(_ context.Context, v view) string { return v.Act.Locality }, inWords, func(to *act.Content, from act.Content) {
		to.Locality, to.MunicipalityCode = from.Locality, from.MunicipalityCode
	}},
	"title":        {"", titleL, func(_ context.Context, v view) string { return v.Act.Title }, inWords, func(to *act.Content, from act.Content) { to.Title = from.Title }},
	"lead":         {"", leadL, func(_ context.Context, v view) string { return v.Act.Lead }, inWords, func(to *act.Content, from act.Content) { to.Lead = from.Lead }},
	"need":         {"", needL, func(_ context.Context, v view) string { return v.Act.Need }, inMarkdown, func(to *act.Content, from act.Content) { to.Need = from.Need }},
	"sectors":      {"", sectorL, func(ctx context.Context, v view) string { return v.names(ctx, v.Act.SectorIDs) }, inNames, func(to *act.Content, from act.Content) { to.SectorIDs = from.SectorIDs }},
	"themes":       {"", themesL, func(ctx context.Context, v view) string { return v.names(ctx, v.Act.ThemeIDs) }, inNames, func(to *act.Content, from act.Content) { to.ThemeIDs = from.ThemeIDs }},
	"language":     {"", languageL, func(_ context.Context, v view) string { return i18n.Lang(v.Act.Language).Name() }, inWords, func(to *act.Content, from act.Content) { to.Language = from.Language }},
	"approach":     {"", approachL, func(_ context.Context, v view) string { return v.Act.Approach }, inMarkdown, func(to *act.Content, from act.Content) { to.Approach = from.Approach }},
	"stage":        {"", stageL, func(ctx context.Context, v view) string { return v.stageName(ctx) }, inNames, func(to *act.Content, from act.Content) { to.Stage = from.Stage }},
	"started":      {"", startedL, func(ctx context.Context, v view) string { return monthOf(ctx, v.Act.Started) }, inNames, func(to *act.Content, from act.Content) { to.Started = from.Started }},
	"ended":        {"", endedL, func(ctx context.Context, v view) string { return monthOf(ctx, v.Act.Ended) }, inNames, func(to *act.Content, from act.Content) { to.Ended = from.Ended }},
	"results":      {"", resultsL, func(_ context.Context, v view) string { return v.Act.Results }, inMarkdown, func(to *act.Content, from act.Content) { to.Results = from.Results }},
	"lessons":      {"", lessonsL, func(_ context.Context, v view) string { return v.Act.Lessons }, inMarkdown, func(to *act.Content, from act.Content) { to.Lessons = from.Lessons }},
	"tags":         {"", tagsL, func(_ context.Context, v view) string { return strings.Join(v.Act.Tags, ", ") }, inWords, func(to *act.Content, from act.Content) { to.Tags = from.Tags }},
	"contact_name": {"", contactTitle1, func(ctx context.Context, v view) string { return v.people(ctx) }, inNames, func(to *act.Content, from act.Content) { to.Contacts = from.Contacts }},
	"links":        {"", linksL, func(_ context.Context, v view) string { return strings.Join(v.Act.Links, ", ") }, inNames, func(to *act.Content, from act.Content) { to.Links = from.Links }},
}

// langOf marks what a part says where it is in another language than the page.
func (v view) langOf(ctx context.Context, p part) templ.Attributes {
	if p.told == inNames {
		return nil
	}
	return ui.LangOf(ctx, v.Act.Language)
}

// differs reports whether two texts say otherwise in a part.
func (p part) differs(a, b act.Content) bool {
	x := a
	p.take(&x, b)
	return !reflect.DeepEqual(x, a)
}

// differing is the parts of a step in which two texts say otherwise.
func differing(s step, a, b act.Content) []part {
	var some []part
	for _, p := range parts(s) {
		if p.differs(a, b) {
			some = append(some, p)
		}
	}
	return some
}

// digest is a mark of what a step says: a form carries that of the text it was
// made for, so that one can tell whether the step has changed since.
func digest(s step, c act.Content) string {
	var only act.Content
	for _, p := range parts(s) {
		p.take(&only, c)
	}
	text, err := json.Marshal(only)
	if err != nil { // strings and numbers always can
		panic(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
