package session

import (
	"net/http"
)

// Flash keeps a word for the next page of somebody who has signed in. For
// others it does nothing.
func (s *Store) Flash(w http.ResponseWriter, r *http.Request, word string) error {
	sess, err := s.Get(r, s.name())
	if err != nil || sess.IsNew {
		return err
	}
	sess.AddFlash(word)
	return s.Save(r, w, sess)
}

// Flashes takes the words that were kept, so that each is said once. Call it
// before anything is written to w.
func (s *Store) Flashes(w http.ResponseWriter, r *http.Request) ([]string, error) {
	if !Present(r) {
		return nil, nil
	}
	sess, err := s.Get(r, s.name())
	if err != nil {
		return nil, err
	}
	var words []string
	for _, f := range sess.Flashes() {
		if word, ok := f.(string); ok {
			words = append(words, word)
		}
	}
	if words == nil {
		return nil, nil
	}
	return words, s.Save(r, w, sess)
}
