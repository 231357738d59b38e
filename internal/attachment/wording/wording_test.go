package wording_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/attachment/wording"
)

func TestMain(m *testing.M) {
	wording.Child()
	os.Exit(m.Run())
}

const (
	pdfType  = "application/pdf"
	office   = "application/vnd.openxmlformats-officedocument."
	docxType = office + "wordprocessingml.document"
	odtType  = "application/vnd.oasis.opendocument.text"
)

func read(mediaType string, doc []byte) wording.Text {
	return wording.Read(mediaType, bytes.NewReader(doc), int64(len(doc)))
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		mediaType string
		doc       []byte
		want      wording.Text
	}{
		"a page of a PDF": {pdfType, attachmenttest.PDF("Kotihoidon ty\366nkierto"), wording.Text{Outcome: wording.Whole, Body: "Kotihoidon työnkierto"}},
		"a scanned page":  {pdfType, attachmenttest.PDF(""), wording.Text{Outcome: wording.Wordless}},
		"half a PDF":      {pdfType, attachmenttest.PDF("Kotihoito")[:200], wording.Text{Outcome: wording.Damaged}},
		"a locked PDF": {
			pdfType, bytes.Replace(attachmenttest.PDF("Kotihoito"), []byte("/Root"), []byte("/Encrypt<</Filter/Standard/V 1/R 2/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)/P 0>>/ID[(a)(b)]/Root"), 1),
			wording.Text{Outcome: wording.Encrypted},
		},
		"a document of Word": {
			docxType, attachmenttest.Office("word/document.xml", `<w:document xmlns:w="w"><w:p><w:r><w:t>Pereh</w:t></w:r><w:r><w:t>dytys</w:t></w:r></w:p><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>ja </w:t><w:tab/><w:t>tuki</w:t></w:r></w:p></w:document>`),
			wording.Text{Outcome: wording.Whole, Body: "Perehdytys\nja tuki"},
		},
		"slides": {
			office + "presentationml.presentation", attachmenttest.Office("ppt/slides/slide12.xml", `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>Kävely-</a:t></a:p><a:p><a:t>kokous &amp; muuta</a:t></a:p></p:sld>`),
			wording.Text{Outcome: wording.Whole, Body: "Kävelykokous & muuta"},
		},
		"a sheet": {
			office + "spreadsheetml.sheet", attachmenttest.Office("xl/sharedStrings.xml", `<sst><si><t>Yötyö</t></si><si><t>Raja- ja muut</t></si></sst>`),
			wording.Text{Outcome: wording.Whole, Body: "Yötyö\nRaja- ja muut"},
		},
		"an open document": {
			odtType, attachmenttest.Office("content.xml", `<office:text xmlns:office="o" xmlns:text="t"><text:h>Opas</text:h><text:p>Työ<text:s/>vuorot<text:line-break/>itse</text:p></office:text>`),
			wording.Text{Outcome: wording.Whole, Body: "Opas\nTyö vuorot\nitse"},
		},
		"a document without its text": {docxType, attachmenttest.Office("word/other.xml", "<w/>"), wording.Text{Outcome: wording.Damaged}},
		"no XML":                      {docxType, attachmenttest.Office("word/document.xml", "<w:p><w:t>a</w:u>"), wording.Text{Outcome: wording.Whole, Body: "a"}},
		"broken XML":                  {docxType, attachmenttest.Office("word/document.xml", "<w:p <"), wording.Text{Outcome: wording.Damaged}},
		"what PostgreSQL would not take": {
			docxType, attachmenttest.Office("word/document.xml", "<w:t>a\u00adb\ufffec</w:t>"), wording.Text{Outcome: wording.Damaged},
		},
	} {
		if got := read(tt.mediaType, tt.doc); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

// A few bytes that unfold to very many cost little: what is over the limits is
// left out.
func TestBombs(t *testing.T) {
	t.Parallel()
	long := attachmenttest.Office("word/document.xml", "<w:t>"+strings.Repeat("työ ", 5_000_000)+"</w:t>")
	if got := read(docxType, long); got.Outcome != wording.Cut && got.Outcome != wording.Wordless || len(got.Body) > 200_000 {
		t.Errorf("a long document: %s with %d bytes", got.Outcome, len(got.Body))
	}
	tags := attachmenttest.Office("word/document.xml", "<w:t>alku</w:t>"+strings.Repeat("<x>", 10_000_000))
	if got := read(docxType, tags); got.Outcome != wording.Cut || got.Body != "alku" {
		t.Errorf("very many tags: %s with %d bytes", got.Outcome, len(got.Body))
	}
	pages := attachmenttest.PDFOf(strings.Repeat("(x y ) Tj ", 1_000_000))
	if got := read(pdfType, pages); got.Outcome != wording.Cut || len(got.Body) > 200_000 {
		t.Errorf("a long page: %s with %d bytes", got.Outcome, len(got.Body))
	}
}

// A process of its own tells the same, and a document that breaks it or takes
// all memory breaks nothing else.
func TestApart(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		mediaType string
		doc       []byte
		want      wording.Outcome
	}{
		"a document":   {pdfType, attachmenttest.PDF("Kotihoito"), wording.Whole},
		"a deep one":   {pdfType, attachmenttest.PDFOf(strings.Repeat("[", 3_000_000)), wording.Wordless},
		"a large one":  {pdfType, bomb(150 << 20), wording.Heavy},
		"another kind": {"text/html", []byte("<p>moi"), wording.Damaged},
	} {
		got, err := wording.Apart(t.Context(), tt.mediaType, bytes.NewReader(tt.doc))
		if err != nil || got.Outcome != tt.want {
			t.Errorf("%s: %s with %.40q, %v; want %s", name, got.Outcome, got.Body, err, tt.want)
		}
	}
}

// bomb is a PDF of a few bytes with a string that unfolds to size.
func bomb(size int) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	fmt.Fprintf(z, "(%s) /x\n", bytes.Repeat([]byte("a"), size))
	_ = z.Close() // a buffer takes everything
	return attachmenttest.PDFWith("/Filter/FlateDecode", b.String())
}

func FuzzOffice(f *testing.F) {
	f.Add([]byte(`<w:p><w:t>Perehdytys</w:t></w:p>`))
	f.Add([]byte("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;<t>x</t><![CDATA[y]]></a>"))
	f.Fuzz(func(t *testing.T, xml []byte) {
		check(t, read(docxType, attachmenttest.Office("word/document.xml", string(xml))))
		check(t, read(docxType, xml)) // as the ZIP itself
	})
}

func FuzzPDF(f *testing.F) {
	f.Add(attachmenttest.PDF("Kotihoito"))
	f.Add(attachmenttest.PDFOf("/F1 9 Tf [(a) -300 (b)] TJ 1 0 0 1 2 3 cm q Q /X Do T*"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		got, err := wording.Apart(t.Context(), pdfType, bytes.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		check(t, got)
	})
}

// check is what holds of every text, whatever the document.
func check(t *testing.T, got wording.Text) {
	t.Helper()
	has := got.Outcome == wording.Whole || got.Outcome == wording.Cut
	if got.Outcome == "" || has != (got.Body != "") || strings.ContainsAny(got.Body, "\x00\ufffd") || len(got.Body) > 200_000 {
		t.Errorf("%q with %.60q", got.Outcome, got.Body)
	}
}
