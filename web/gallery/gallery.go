// Package gallery makes what pages show of attachments: every page of an act
// shows the same pictures and documents.
package gallery

import (
	"context"
	"fmt"
	"strings"

	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

// A Gallery is the pictures and documents of an act that are ready.
type Gallery struct {
	Pictures  []ui.Photo
	Documents []ui.File
}

// Of is the gallery of some attachments; lang is the language of the act.
func Of(ctx context.Context, all []attachment.Attachment, lang string) Gallery {
	var g Gallery
	for _, a := range all {
		switch {
		case a.State != attachment.Ready:
		case a.Kind == attachment.Picture:
			g.Pictures = append(g.Pictures, Photo(a, lang))
		default:
			g.Documents = append(g.Documents, ui.File{Name: a.Name, URL: Path(a, 0), Type: Type(ctx, a), Alt: a.Alt, Lang: lang})
		}
	}
	return g
}

// Photo is a picture that is ready, in all its widths.
func Photo(a attachment.Attachment, lang string) ui.Photo {
	p := ui.Photo{Alt: a.Alt, Lang: lang, Width: a.Width, Height: a.Height}
	var set []string
	for _, width := range a.Widths {
		set = append(set, fmt.Sprintf("%s %dw", Path(a, width), width))
	}
	p.SrcSet = strings.Join(set, ", ")
	p.URL = Path(a, a.Widths[min(1, len(a.Widths)-1)])
	return p
}

// Thumb is a picture that is ready, in its smallest width.
func Thumb(a attachment.Attachment, lang string) ui.Photo {
	p := Photo(a, lang)
	p.URL, p.SrcSet = Path(a, a.Widths[0]), ""
	return p
}

// Path is the address of a picture in a width, or of a document.
func Path(a attachment.Attachment, width int) string {
	return fmt.Sprintf("/liitteet/%d/%s", int64(a.ID), a.File(width))
}

// types is what people call the types of files, by their endings.
var types = map[string]i18n.Text{
	"pdf":  i18n.T("PDF", "PDF", "PDF"),
	"docx": i18n.T("Word-asiakirja", "Word-dokument", "Word document"),
	"xlsx": i18n.T("Excel-taulukko", "Excel-tabell", "Excel sheet"),
	"pptx": i18n.T("PowerPoint-esitys", "PowerPoint-presentation", "PowerPoint presentation"),
	"odt":  i18n.T("OpenDocument-asiakirja", "OpenDocument-dokument", "OpenDocument text"),
	"jpg":  i18n.T("kuva", "bild", "picture"),
	"png":  i18n.T("kuva", "bild", "picture"),
	"webp": i18n.T("kuva", "bild", "picture"),
}

// Type is the type and the size of a file in words.
func Type(ctx context.Context, a attachment.Attachment) string {
	ending := a.Name[strings.LastIndexByte(a.Name, '.')+1:]
	return types[ending].In(ctx) + ", " + ui.Bytes(ctx, a.Size)
}
