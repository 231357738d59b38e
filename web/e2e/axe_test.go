package e2e

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

//go:embed testdata/axe/axe.min.js
var axeScript string

// rules is which rules of axe a page is held to.
type rules string

const (
	noRules rules = ""
	// allRules is WCAG 2.2 AA, and what every good page keeps.
	allRules rules = `['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']`
	// rulesOfWords are the ones that another language can break.
	rulesOfWords rules = `['cat.language', 'cat.name-role-value', 'cat.text-alternatives', 'cat.forms']`
	// rulesOfLooks are the ones to which colours and sizes matter.
	rulesOfLooks rules = `['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'focus-order-semantics']`
)

// axeRun asks for some rules.
const axeRun = `axe.run(document, {
	runOnly: %s,
	resultTypes: ['violations'],
	preload: false, // only a rule that is not asked for needs the stylesheets once more
}).then(found => JSON.stringify(found.violations.map(v => ({
	rule: v.id, impact: v.impact, help: v.help,
	places: v.nodes.map(n => ({selector: n.target.join(' '), why: n.failureSummary, html: n.html})),
}))))`

// A violation is a rule that a page breaks.
type violation struct {
	Rule   string  `json:"rule"`
	Impact string  `json:"impact"`
	Help   string  `json:"help"`
	Places []place `json:"places"`
}

type place struct {
	Selector string `json:"selector"`
	Why      string `json:"why"`
	HTML     string `json:"html"`
}

// handed has the tab keep axe: sending it to each page anew takes longer than
// all its rules.
const handed = `function (script) {
	if (script) sessionStorage.axe = script;
	(0, eval)(sessionStorage.axe ?? '');
	return typeof axe !== 'undefined';
}`

// axe is the world in which axe sees the page. It is one of its own, which the
// content policy of the page does not reach.
func (b *tab) axe() runtime.ExecutionContextID {
	b.t.Helper()
	frame := call(b, page.GetFrameTree, struct{}{}).FrameTree.Frame
	if b.world.document != frame.LoaderID {
		world := call(b, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: frame.ID, WorldName: "axe"}).ExecutionContextID
		if !b.hand(world, "") && !b.hand(world, axeScript) {
			b.t.Fatalf("%s: axe does not begin", b.address())
		}
		b.world.document, b.world.id = frame.LoaderID, world
	}
	return b.world.id
}

// hand begins axe in a world and reports whether it is there: the script, or
// the one that the tab has kept.
func (b *tab) hand(world runtime.ExecutionContextID, script string) bool {
	b.t.Helper()
	argument, err := jsonv2.Marshal(script)
	if err != nil {
		b.t.Fatal(err)
	}
	begun := call(b, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
		FunctionDeclaration: handed, ExecutionContextID: world, Arguments: []*runtime.CallArgument{{Value: argument}}, ReturnByValue: new(true),
	})
	if begun.ExceptionDetails != nil {
		b.t.Fatalf("axe: %s", description(begun.ExceptionDetails))
	}
	return string(begun.Result.Value) == "true"
}

// violations is what axe finds wrong in the page.
func (b *tab) violations(asked rules) []violation {
	b.t.Helper()
	if b.mute { // axe waits for promises; the page's own scripts have missed their time
		b.allowScripts(true)
		defer b.allowScripts(false)
	}
	result := call(b, runtime.Evaluate, runtime.EvaluateParams{
		Expression: fmt.Sprintf(axeRun, asked), ContextID: b.axe(), AwaitPromise: new(true), ReturnByValue: new(true),
	})
	if result.ExceptionDetails != nil {
		b.t.Fatalf("axe: %s", description(result.ExceptionDetails))
	}
	var text string
	var found []violation
	if err := jsonv2.Unmarshal(result.Result.Value, &text); err != nil {
		b.t.Fatalf("axe: %v", err)
	}
	if err := jsonv2.Unmarshal([]byte(text), &found); err != nil {
		b.t.Fatalf("axe: %v", err)
	}
	return found
}

// accessible fails the test for each rule that the page breaks.
func (b *tab) accessible(asked rules) {
	b.t.Helper()
	for _, v := range b.violations(asked) {
		b.t.Errorf("%s (%s): axe %s, %s: %s%s", b.address(), b.view, v.Rule, v.Impact, v.Help, v.where())
	}
}

// where is the first places of a violation; more of the same help nobody.
func (v violation) where() string {
	const most = 4
	var s strings.Builder
	for i, p := range v.Places {
		if i == most {
			fmt.Fprintf(&s, "\n\t… and %d more", len(v.Places)-most)
			break
		}
		fmt.Fprintf(&s, "\n\t%s\n\t\t%.200s\n\t\t%s", p.Selector, p.HTML, strings.ReplaceAll(p.Why, "\n", "\n\t\t"))
	}
	return s.String()
}
