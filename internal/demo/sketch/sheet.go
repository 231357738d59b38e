package sketch

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Sheet is a PDF of one page with a heading and lines of text.
func Sheet(title string, lines ...string) []byte {
	var text strings.Builder
	fmt.Fprintf(&text, "BT /F2 22 Tf 72 760 Td (%s) Tj /F1 13 Tf 0 -18 Td ", literal(title))
	for _, l := range lines {
		fmt.Fprintf(&text, "0 -24 Td (%s) Tj ", literal(l))
	}
	text.WriteString("ET")
	const font = "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/%s>>"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R/Lang(fi)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", text.Len(), text.String()),
		fmt.Sprintf(font, "Helvetica"), fmt.Sprintf(font, "Helvetica-Bold"), "<</Title(" + literal(title) + ")>>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// literal is a text inside the parentheses of a PDF.
func literal(s string) string {
	s, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil { // the texts are ours, and have no other letters
		return ""
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
}
