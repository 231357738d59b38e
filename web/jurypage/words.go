package jurypage

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
)

// phaseOf is how far a jury is, before one juror.
func phaseOf(ctx context.Context, b jury.Bench) string {
	switch b.Jury.Phase() {
	case jury.Preparing:
		return notBegun.In(ctx)
	case jury.Scoring:
		return doneSays(ctx, b)
	default:
		return scoringOver.In(ctx)
	}
}

// doneSays is what a juror has still to do.
func doneSays(ctx context.Context, b jury.Bench) string {
	done, asked := b.Done(), b.Asked()
	switch {
	case len(b.Cases) == 0:
		return noneNominated.In(ctx)
	case asked == 0:
		return noneAsked.In(ctx)
	case done == asked:
		return doneOf.In(ctx, done, asked) + " " + allDone.In(ctx)
	}
	return doneOf.In(ctx, done, asked)
}

// standingOf is how far a juror is with a nominee.
func standingOf(ctx context.Context, j jury.Jury, c jury.Case) string {
	switch {
	case c.Conflict != "":
		return tied.In(ctx)
	case !c.Stands():
		return notPublic.In(ctx)
	case c.Ballot.Whole(j.Criteria):
		return scored.In(ctx)
	case len(c.Ballot.Points) > 0:
		return begun.In(ctx)
	}
	return toScore.In(ctx)
}

// scores reports whether the juror can score the nominee now.
func (v caseView) scores() bool {
	return v.Case.Conflict == "" && v.Case.Stands() && v.Jury.Phase() == jury.Scoring
}

// script keeps what is typed.
func (v caseView) script() string {
	if v.scores() {
		return "write.js"
	}
	return ""
}

// share is how much of the whole a criterion is, in per cent.
func share(j jury.Jury, c jury.Criterion) int {
	all := 0
	for _, x := range j.Criteria {
		all += x.Weight
	}
	return (200*c.Weight + all) / (2 * all)
}

func shareOf(ctx context.Context, j jury.Jury, c jury.Criterion) string {
	return weightOf.In(ctx, share(j, c))
}

func shareText(j jury.Jury, c jury.Criterion) i18n.Text {
	in := func(l i18n.Lang) string { return fmt.Sprintf(weightOf.To(l), share(j, c)) }
	return i18n.Typed(in(i18n.FI), in(i18n.SV), in(i18n.EN))
}

func scaleRule(ctx context.Context, j jury.Jury) string {
	return scaleIs.In(ctx, j.Scale.Least(), j.Scale.Most())
}

func readOf(ctx context.Context, n nominee) string {
	if n.ActID != 0 {
		return readAct.In(ctx)
	}
	return readOrganization.In(ctx)
}

// pointsOf is the points of a ballot in words.
func pointsOf(ctx context.Context, j jury.Jury, b jury.Ballot) string {
	var parts []string
	for _, c := range j.Criteria {
		points := "–"
		if n, given := b.Points[c.ID]; given {
			points = strconv.Itoa(n)
		}
		parts = append(parts, c.Name.In(ctx)+": "+points)
	}
	return strings.Join(parts, ", ") + "."
}
