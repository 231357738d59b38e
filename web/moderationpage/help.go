package moderationpage

import (
	"fmt"

	"tekojentori.fi/tori/internal/validate"
)

// post is where a deed is posted: it keeps the way through the queue.
func (v reviewView) post(deed string) string {
	return fmt.Sprintf("/moderointi/teot/%d/%s%s", int64(v.Act.ID), deed, v.Part.at(1).query())
}

// reasonFor is the reason as typed, in the form that it was typed in.
func reasonFor(v reviewView, deed string) string {
	if v.Deed == deed {
		return v.Reason
	}
	return ""
}

func problemsFor(v reviewView, deed string) validate.Problems {
	if v.Deed == deed {
		return v.Problems
	}
	return nil
}
