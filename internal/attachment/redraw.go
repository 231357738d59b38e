package attachment

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/validate"
)

// A Drawing is a picture in our widths, without anything that was written
// beside it.
type Drawing struct {
	MediaType, Ending string
	Pictures          []Drawn // from small to large
}

// A Drawn is a picture in one width.
type Drawn struct {
	Width, Height int
	Bytes         []byte
}

// Redraw draws a picture anew that belongs to no act, as those of acts are:
// known by its bytes, scanned and bounded. What keeps it out is a
// validate.Problems with the name of the file.
func (s *Service) Redraw(ctx context.Context, in Incoming) (Drawing, error) {
	refuse := func(r validate.Rule) error {
		return validate.Problems{{Field: "files", Rule: r, Subject: in.Name}}
	}
	f, err := classify(in)
	if err != nil {
		return Drawing{}, err
	}
	if f.kind != Picture {
		return Drawing{}, refuse(validate.WrongType)
	}
	clean, err := s.scan(ctx, in.reader())
	if err != nil {
		return Drawing{}, fmt.Errorf("scan a picture: %w", err)
	}
	if !clean {
		return Drawing{}, refuse(validate.WrongType)
	}
	s.drawing.Lock() // a large one takes some hundred megabytes of memory
	defer s.drawing.Unlock()
	drawn, reason, err := draw(in.reader())
	if err != nil {
		return Drawing{}, fmt.Errorf("draw a picture: %w", err)
	}
	if reason != "" {
		return Drawing{}, refuse(validate.WrongType)
	}
	d := Drawing{MediaType: drawn.mediaType, Ending: drawn.ending}
	for _, p := range drawn.pictures {
		d.Pictures = append(d.Pictures, Drawn{p.width, p.height, p.bytes})
	}
	return d, nil
}
