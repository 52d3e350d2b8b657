package paint

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRightToLeft(t *testing.T) {
	for s, want := range map[string]bool{
		"Ana": false, "Ελένη": false, "田中": false, "": false, "שמעון": true, "a محمد": true, "a\u202Eb": true, "👩‍👩‍👧": false,
	} {
		assert.Equal(t, want, RightToLeft(s), "%q", s)
	}
}
