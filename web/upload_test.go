package web_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
)

// A sent is a file of a form.
type sent struct {
	name    string
	content []byte
}

// upload posts the form of the step with the files.
func (p *portal) upload(who string, a act.Act, fields url.Values, files ...sent) *httptest.ResponseRecorder {
	p.t.Helper()
	return p.uploadTo(who, fmt.Sprintf("/ilmoita-teko/%d/liitteet", int64(a.ID)), fields, files...)
}

// uploadTo posts a form with files.
func (p *portal) uploadTo(who, path string, fields url.Values, files ...sent) *httptest.ResponseRecorder {
	p.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, values := range fields {
		for _, v := range values {
			if err := form.WriteField(name, v); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	for _, f := range files {
		w, err := form.CreateFormFile("files", f.name)
		if err == nil {
			_, err = w.Write(f.content)
		}
		if err != nil {
			p.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		p.t.Fatal(err)
	}
	r := httptest.NewRequest("POST", path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	if c := p.cookies[who]; c != nil {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// contact is what the step with the files asks for besides.
func contact(a act.Act, action string) url.Values {
	return url.Values{
		"version": {fmt.Sprint(a.Version)}, "action": {action}, "contact_name": {"Aino Aalto"}, "contact_email": {"aino@example.fi"},
		"contact_consent": {"true"}, "contact_visible_to": {"everyone"},
	}
}

// draft is an act of the member.
func (p *portal) draft() act.Act {
	p.t.Helper()
	a, err := p.site.Acts.Begin(p.t.Context(), p.accounts["member"], "0198b1f2-0000-7000-8000-000000000001", acttest.Content())
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

func (p *portal) find(a act.Act) act.Act {
	p.t.Helper()
	a, err := p.site.Acts.Find(p.t.Context(), p.accounts["member"], a.ID)
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

func (p *portal) filesOf(a act.Act) []attachment.Attachment {
	p.t.Helper()
	all, err := p.site.Attachments.Of(p.t.Context(), a, p.accounts["member"])
	if err != nil {
		p.t.Fatal(err)
	}
	return all
}

// What is typed beside the files is kept with them, whichever button is
// pressed, and nothing goes on with a file that was refused.
func TestFilesComeWithTheTextOfTheirStep(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	w := p.upload("member", a, contact(a, "upload"), sent{"kuva.jpg", attachmenttest.JPEG(50, 40)}, sent{"ohje.pdf", attachmenttest.PDF("x")})
	step := fmt.Sprintf("/ilmoita-teko/%d/yhteystiedot", int64(a.ID))
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != step+"#liitteet" {
		t.Fatalf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	a = p.find(a)
	files := p.filesOf(a)
	if len(files) != 2 || a.Contacts[0].Name != "Aino Aalto" {
		t.Fatalf("%d files, contact %q", len(files), a.Contacts[0].Name)
	}
	shown := p.as("member", step, nil).Body.String()
	for _, want := range []string{`enctype="multipart/form-data"`, "kuva.jpg", "Käsitellään vielä", `name="alt-`, `accept=".jpeg,.jpg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt"`} {
		if !strings.Contains(shown, want) {
			t.Errorf("the step lacks %s", want)
		}
	}
	w = p.upload("member", a, contact(a, "next"), sent{"vaara.exe", []byte("MZ\x90")}, sent{"toinen.pdf", attachmenttest.PDF("y")})
	body := w.Body.String()
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, "”vaara.exe”: Tällaista tiedostoa ei voi lisätä") || !strings.Contains(body, `href="#files"`) {
		t.Errorf("a file that is not taken: %d", w.Code)
	}
	if !strings.Contains(body, "”kuva.jpg”: Täytä tämä kohta") || !strings.Contains(body, `href="#alt-`) {
		t.Error("nobody asks what is in the picture")
	}
	a = p.find(a)
	fields := contact(a, "next")
	fields.Set(files[0].AltField(), "Hoitajat kävelevät.")
	if w = p.upload("member", a, fields); w.Header().Get("Location") != fmt.Sprintf("/ilmoita-teko/%d/tarkista", int64(a.ID)) {
		t.Errorf("with everything told: %d to %q", w.Code, w.Header().Get("Location"))
	}
	a = p.find(a)
	fields = contact(a, "")
	fields.Set("remove", fmt.Sprint(int64(files[0].ID)))
	if w = p.upload("member", a, fields); w.Code != http.StatusSeeOther || len(p.filesOf(a)) != 2 {
		t.Errorf("removed: %d, %d files left, want 2", w.Code, len(p.filesOf(a)))
	}
}

func TestEachFileIsToldItsOwnLimit(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	w := p.upload("member", a, contact(a, "upload"),
		sent{"iso.jpg", append(attachmenttest.JPEG(9, 9), make([]byte, 11<<20)...)},
		sent{"iso.pdf", append(attachmenttest.PDF("x"), make([]byte, 21<<20)...)},
		sent{"tyhja.pdf", nil}, sent{"sivu.jpg", []byte("<!doctype html><script>alert(1)</script>")}, sent{"hyva.pdf", attachmenttest.PDF("y")})
	body := w.Body.String()
	for _, want := range []string{
		"”iso.jpg”: Tiedosto on liian suuri: enintään 10 Mt", "”iso.pdf”: Tiedosto on liian suuri: enintään 20 Mt",
		"”tyhja.pdf”: Tiedosto on tyhjä", "”sivu.jpg”: Tällaista tiedostoa",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%d without %s", w.Code, want)
		}
	}
	if files := p.filesOf(a); len(files) != 1 || files[0].Name != "hyva.pdf" {
		t.Errorf("kept: %v", files)
	}
}

// A clash of texts loses no file, and an ended session no text.
func TestNothingIsLostWithFiles(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	stale := contact(a, "next")
	stale.Set("version", fmt.Sprint(a.Version+7))
	if w := p.upload("member", a, stale, sent{"ohje.pdf", attachmenttest.PDF("x")}); w.Code != http.StatusConflict || len(p.filesOf(a)) != 1 {
		t.Errorf("a clash: %d with %d files", w.Code, len(p.filesOf(a)))
	}
	w := p.upload("visitor", a, contact(a, "next"), sent{"ohje.pdf", append(attachmenttest.PDF("y"), make([]byte, 3<<20)...)})
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu?next=%2Fjatka%2F") {
		t.Fatalf("an ended session: %d to %s", w.Code, w.Header().Get("Location"))
	}
	next, err := url.Parse(w.Header().Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	if body := p.as("member", next.Query().Get("next"), nil).Body.String(); !strings.Contains(body, "Aino Aalto") {
		t.Error("the text is not given back after signing in")
	}
	again := p.as("member", fmt.Sprintf("/ilmoita-teko/%d/liitteet", int64(a.ID)), contact(a, "next"))
	if again.Code != http.StatusSeeOther || p.find(a).Contacts[0].Name != "Aino Aalto" {
		t.Errorf("the form without files: %d", again.Code)
	}
}

func TestFilesOfOthersAreNotChanged(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	for _, who := range people()[2:] {
		if w := p.upload(who, a, contact(a, "upload"), sent{"ohje.pdf", attachmenttest.PDF("x")}); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", who, w.Code)
		}
	}
	p.live(a.ID, func(a *act.Act) []error { return []error{a.Submit(p.accounts["member"], p.site.Now())} })
	if w := p.upload("member", p.find(a), contact(p.find(a), "upload"), sent{"ohje.pdf", attachmenttest.PDF("x")}); w.Code != http.StatusConflict {
		t.Errorf("the owner of a sent act: %d, want 409", w.Code)
	}
	if n := len(p.filesOf(a)); n != 0 {
		t.Errorf("%d files have come", n)
	}
}

// Odd bodies are never a failure.
func TestOddUploads(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	for name, body := range map[string]string{
		"nothing": "", "no end": "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF",
		"NUL":        "--x\r\nContent-Disposition: form-data; name=\"contact_name\"\r\n\r\na\x00b\r\n--x--\r\n",
		"many parts": strings.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n", 500) + "--x--\r\n",
		"long text":  "--x\r\nContent-Disposition: form-data; name=\"contact_name\"\r\n\r\n" + strings.Repeat("a", 2<<20) + "\r\n--x--\r\n",
		"no name":    "--x\r\nContent-Disposition: attachment\r\n\r\nb\r\n--x--\r\n",
	} {
		r := httptest.NewRequest("POST", fmt.Sprintf("/ilmoita-teko/%d/liitteet", int64(a.ID)), strings.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		r.AddCookie(p.cookies["member"])
		w := httptest.NewRecorder()
		p.handler.ServeHTTP(w, r)
		if w.Code < 400 || w.Code >= 500 {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	if w := p.upload("member", a, contact(a, "upload"), sent{"../../\xff\x00\u202eevil\".pdf", attachmenttest.PDF("x")}); w.Code >= 500 {
		t.Errorf("an odd name: %d", w.Code)
	}
}
