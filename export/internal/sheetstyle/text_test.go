package sheetstyle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCut(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int
		want string
	}{
		{"", 3, ""}, {"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"αβγ", 3, "αβγ"}, {"αβγδ", 3, "αβ…"}, {"🙂🙂", 4, "🙂🙂"}, {"🙂🙂", 3, "🙂…"}, {"🙂🙂", 2, "…"},
	} {
		assert.Equal(t, test.want, Cut(test.text, test.n), "%q to %d", test.text, test.n)
	}
}

func TestLines(t *testing.T) {
	assert.Equal(t, 1, Lines("", 10))
	assert.Equal(t, 1, Lines("a word", 10))
	assert.Equal(t, 2, Lines("two longer words", 12))
	assert.Equal(t, 5, Lines(strings.Repeat("n", 50), 11))
	assert.Equal(t, 2, Lines("a "+strings.Repeat("n", 9), 10))
}
