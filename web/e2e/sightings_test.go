package e2e

import (
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// sightings is what the browser tells of a page while it loads: what it
// fetched, and what went wrong in it.
type sightings struct {
	home     string
	mu       sync.Mutex
	kinds    map[network.RequestID]network.ResourceType
	bytes    map[network.ResourceType]float64
	requests []string
	foreign  []string // addresses of other sites
	troubles []string // errors of scripts, refusals of the content policy
}

func newSightings(home string) *sightings {
	s := &sightings{home: home}
	s.forget()
	return s
}

// forget begins a new page.
func (s *sightings) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kinds, s.bytes = map[network.RequestID]network.ResourceType{}, map[network.ResourceType]float64{}
	s.requests, s.foreign, s.troubles = nil, nil, nil
}

func (s *sightings) notice(event any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if address := e.Request.URL; strings.HasPrefix(address, "http") {
			s.requests = append(s.requests, address)
			if !strings.HasPrefix(address, s.home+"/") {
				s.foreign = append(s.foreign, address)
			}
		}
	case *network.EventResponseReceived:
		s.kinds[e.RequestID] = e.Type
	case *network.EventLoadingFinished:
		s.bytes[s.kinds[e.RequestID]] += e.EncodedDataLength
	case *runtime.EventExceptionThrown:
		s.troubles = append(s.troubles, "exception: "+e.ExceptionDetails.Text+" "+description(e.ExceptionDetails))
	case *log.EventEntryAdded:
		// The status of the page itself is no trouble: error pages are tested too.
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			s.troubles = append(s.troubles, fmt.Sprintf("%s: %s", e.Entry.Source, e.Entry.Text))
		}
	}
}

func description(d *runtime.ExceptionDetails) string {
	if d.Exception == nil {
		return ""
	}
	return d.Exception.Description
}

// wrong is what went wrong in the page.
func (s *sightings) wrong() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	wrong := append([]string(nil), s.troubles...)
	for _, address := range s.foreign {
		wrong = append(wrong, "a request to another site: "+address)
	}
	return wrong
}
