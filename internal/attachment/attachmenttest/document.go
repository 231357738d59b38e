package attachmenttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// PDF is a document of one page with a line of text, in the letters of
// Windows.
func PDF(text string) []byte { return PDFOf("(" + text + ") Tj") }

// PDFOf is a document of one page that is drawn so, in the font F1.
func PDFOf(drawing string) []byte {
	return PDFWith("", "BT /F1 12 Tf 72 720 Td "+drawing+" ET")
}

// PDFWith is a document of one page with these bytes, which more of the
// dictionary of their stream tells how to read.
func PDFWith(more, page string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
		fmt.Sprintf("<</Length %d%s>>stream\n%s\nendstream", len(page), more, page),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// Office is a document of a word processor with one part.
func Office(part, xml string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"[Content_Types].xml": "<xml/>", part: xml} {
		w, err := z.Create(name)
		if err == nil {
			_, err = strings.NewReader(text).WriteTo(w)
		}
		if err != nil {
			panic(err)
		}
	}
	_ = z.Close() // a buffer takes everything
	return b.Bytes()
}
