package submitpage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// A part is one thing that a step asks: what it is called, what it says, and
// how it gets from one text to another.
type part struct {
	name  string
	label i18n.Text
	words func(ctx context.Context, v view) string
	prose bool
	take  func(to *act.Content, from act.Content)
}

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
	"organization": {"", organizationL, func(ctx context.Context, v view) string { return v.organizationName(ctx) }, false, func(to *act.Content, from act.Content) { to.OrganizationID = from.OrganizationID }},
	"partners":     {"", partnersL, func(ctx context.Context, v view) string { return strings.ReplaceAll(v.partners(ctx), "\n", ", ") }, false, func(to *act.Content, from act.Content) { to.PartnerIDs = from.PartnerIDs }},
	"unit":         {"", unitL, func(_ context.Context, v view) string { return v.Act.Unit }, false, func(to *act.Content, from act.Content) { to.Unit = from.Unit }},
	"locality": {"", localityL, func(_ context.Context, v view) string { return v.Act.Locality }, false, func(to *act.Content, from act.Content) {
		to.Locality, to.MunicipalityCode = from.Locality, from.MunicipalityCode
	}},
	"title":        {"", titleL, func(_ context.Context, v view) string { return v.Act.Title }, false, func(to *act.Content, from act.Content) { to.Title = from.Title }},
	"lead":         {"", leadL, func(_ context.Context, v view) string { return v.Act.Lead }, false, func(to *act.Content, from act.Content) { to.Lead = from.Lead }},
	"need":         {"", needL, func(_ context.Context, v view) string { return v.Act.Need }, true, func(to *act.Content, from act.Content) { to.Need = from.Need }},
	"sectors":      {"", sectorL, func(ctx context.Context, v view) string { return v.names(ctx, v.Act.SectorIDs) }, false, func(to *act.Content, from act.Content) { to.SectorIDs = from.SectorIDs }},
	"themes":       {"", themesL, func(ctx context.Context, v view) string { return v.names(ctx, v.Act.ThemeIDs) }, false, func(to *act.Content, from act.Content) { to.ThemeIDs = from.ThemeIDs }},
	"language":     {"", languageL, func(_ context.Context, v view) string { return i18n.Lang(v.Act.Language).Name() }, false, func(to *act.Content, from act.Content) { to.Language = from.Language }},
	"approach":     {"", approachL, func(_ context.Context, v view) string { return v.Act.Approach }, true, func(to *act.Content, from act.Content) { to.Approach = from.Approach }},
	"stage":        {"", stageL, func(ctx context.Context, v view) string { return v.stageName(ctx) }, false, func(to *act.Content, from act.Content) { to.Stage = from.Stage }},
	"started":      {"", startedL, func(ctx context.Context, v view) string { return monthOf(ctx, v.Act.Started) }, false, func(to *act.Content, from act.Content) { to.Started = from.Started }},
	"ended":        {"", endedL, func(ctx context.Context, v view) string { return monthOf(ctx, v.Act.Ended) }, false, func(to *act.Content, from act.Content) { to.Ended = from.Ended }},
	"results":      {"", resultsL, func(_ context.Context, v view) string { return v.Act.Results }, true, func(to *act.Content, from act.Content) { to.Results = from.Results }},
	"lessons":      {"", lessonsL, func(_ context.Context, v view) string { return v.Act.Lessons }, true, func(to *act.Content, from act.Content) { to.Lessons = from.Lessons }},
	"tags":         {"", tagsL, func(_ context.Context, v view) string { return strings.Join(v.Act.Tags, ", ") }, false, func(to *act.Content, from act.Content) { to.Tags = from.Tags }},
	"contact_name": {"", contactTitle1, func(ctx context.Context, v view) string { return v.people(ctx) }, false, func(to *act.Content, from act.Content) { to.Contacts = from.Contacts }},
	"links":        {"", linksL, func(_ context.Context, v view) string { return strings.Join(v.Act.Links, ", ") }, false, func(to *act.Content, from act.Content) { to.Links = from.Links }},
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
