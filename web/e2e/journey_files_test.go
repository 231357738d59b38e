package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"tekojentori.fi/tori/internal/attachment/attachmenttest"
)

// TestFiles is the pictures and documents of acts, on one portal.
func TestFiles(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"add, describe and remove files": addsFiles})
}

// A writer adds a picture, a document and a program, describes the picture,
// goes on, comes back and removes the document.
func addsFiles(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		b.carry(site.session(t, member))
		step := b.contactStep()
		b.fill("contact_name", "Testi Tekijä")
		b.take("files", map[string][]byte{
			"kierros.jpg": attachmenttest.WithExif(attachmenttest.JPEG(1300, 900), 6), "ohje.pdf": attachmenttest.PDF("hei"), "ohjelma.exe": []byte("MZ\x90\x00"),
		})
		b.tap(scripts, "Lisää valitut", "”ohjelma.exe”: Tällaista tiedostoa ei voi lisätä")
		b.sound(fmt.Sprintf("submit-files-errors-%t", scripts))
		if got := b.value("contact_name"); got != "Testi Tekijä" || !b.summary() {
			t.Errorf("after the upload the name is %q, and a summary of problems is there: %t", got, b.summary())
		}
		b.refusesPrograms(scripts, step)
		b.until("the picture", func() bool {
			if !scripts {
				b.visit(step)
			}
			return strings.Count(b.text(), "Valmis") >= 2 && !strings.Contains(b.text(), "Käsitellään")
		})
		if !evaluate[bool](b, `(async () => { const i = document.querySelector('.thumb'); i.loading = 'eager'; await i.decode(); return i.naturalWidth === 480 && i.naturalHeight > 480; })()`) {
			t.Error("the small picture is not shown upright")
		}
		b.describe("kierros.jpg", "Hoitaja kävelee käytävällä.")
		b.fill("contact_email", "testi.tekija@example.fi")
		b.choose("contact_consent", "true")
		b.sound(fmt.Sprintf("submit-files-%t", scripts))
		b.press("Tallenna ja jatka")
		if text := b.text(); !strings.Contains(text, "kierros.jpg") || !strings.Contains(text, "ohje.pdf") {
			t.Errorf("%s does not name the files", b.address())
		}
		b.visit(step)
		b.soundInAll(fmt.Sprintf("submit-files-%t", scripts))
		b.tap(scripts, "Poista liite ohje.pdf", "")
		b.until("the page without the document", func() bool { return !strings.Contains(b.text(), "ohje.pdf") })
		if got := evaluate[string](b, `document.querySelector('[name^=alt-]').value`); got != "Hoitaja kävelee käytävällä." {
			t.Errorf("the description is %q", got)
		}
	})
}

// refusesPrograms adds a program in Swedish and in English.
func (b *tab) refusesPrograms(scripts bool, step string) {
	b.t.Helper()
	for _, in := range []struct{ lang, button, words string }{
		{"sv", "Lägg till de valda", "”ohjelma.exe”: "}, {"en", "Add the chosen files", "“ohjelma.exe”: "},
	} {
		b.look(view{in.lang, "dark", 320})
		b.visit(step)
		b.take("files", map[string][]byte{"ohjelma.exe": []byte("MZ\x90\x00")})
		b.tap(scripts, in.button, in.words)
		b.sound(fmt.Sprintf("submit-files-errors-%t", scripts))
	}
	b.look(usual)
	b.visit(step)
}

// contactStep begins an act and goes to the step with the files.
func (b *tab) contactStep() string {
	b.t.Helper()
	b.visit("/ilmoita-teko")
	b.fill("organization", "Limingan kunta")
	b.press("Tallenna ja jatka")
	step := strings.Replace(b.address(), "/tarve", "/yhteystiedot", 1)
	b.visit(step)
	return step
}

// take chooses files in a field.
func (b *tab) take(field string, files map[string][]byte) {
	b.t.Helper()
	folder, paths := b.t.TempDir(), []string{}
	for name, content := range files {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			b.t.Fatal(err)
		}
		paths = append(paths, file)
	}
	input := call(b, runtime.Evaluate, runtime.EvaluateParams{Expression: fmt.Sprintf("document.querySelector(%q)", selector(field))}).Result
	call(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{ObjectID: input.ObjectID, Files: paths})
}

// tap presses a button whose form a script sends, where scripts run, and waits
// for words on the page.
func (b *tab) tap(scripts bool, button, words string) {
	b.t.Helper()
	if !scripts {
		b.press(button)
	} else {
		ctx, cancel := context.WithTimeout(b.ctx, patience)
		defer cancel()
		evaluate[bool](b, `window.still = true`)
		if _, err := chromedp.Run(ctx, b.clicking(b.the("button", button).node)); err != nil {
			b.t.Fatal(err)
		}
	}
	b.until(words, func() bool { return strings.Contains(b.text(), words) })
	if scripts && !evaluate[bool](b, `window.still === true`) {
		b.t.Errorf("%s: the whole page has come anew", b.address())
	}
}

// describe tells what a picture shows.
func (b *tab) describe(file, words string) {
	b.t.Helper()
	name := evaluate[string](b, fmt.Sprintf(`[...document.querySelectorAll('.attached')].find(f => f.querySelector('legend').textContent === %q).querySelector('textarea').name`, file))
	b.fill(name, words)
}
