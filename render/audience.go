package render

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// forClient reports whether a map is for the client, or for anyone else who may not read everything.
func forClient(m *accountmap.Map) bool { return m.Audience() != accountmap.AudienceInternal }

// oursAlone is the error of a view of which nothing would be left on a map for the client.
func oursAlone(view string, m *accountmap.Map) error {
	if !forClient(m) {
		return nil
	}
	return fmt.Errorf("the %s is for our own people, but the map is for the audience %q: draw Stakeholders, Coverage, Roadmap or Changes instead", view, m.Audience())
}

// either is the key of a text for our own people, or of the one that the client reads instead.
func (b *people) either(ours, theirs terms.Key) terms.Key {
	if b.client {
		return theirs
	}
	return ours
}
