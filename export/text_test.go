package export

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
		assert.Equal(t, test.want, cut(test.text, test.n), "%q to %d", test.text, test.n)
	}
}

func TestChunks(t *testing.T) {
	assert.Empty(t, chunks(nil, 10))
	assert.Equal(t, []string{"a, b, c"}, chunks([]string{"a", "b", "c"}, 7))
	assert.Equal(t, []string{"a, b", "c"}, chunks([]string{"a", "b", "c"}, 6))
	assert.Equal(t, []string{"ab…", "c"}, chunks([]string{"abcdef", "c"}, 3))
}

func TestLines(t *testing.T) {
	assert.Equal(t, 1, lines("", 10))
	assert.Equal(t, 1, lines("a word", 10))
	assert.Equal(t, 2, lines("two longer words", 12))
	assert.Equal(t, 5, lines(strings.Repeat("n", 50), 11))
	assert.Equal(t, 2, lines("a "+strings.Repeat("n", 9), 10))
}

func TestMailto(t *testing.T) {
	for email, want := range map[string]string{
		"ana@meridiano.example":           "mailto:ana@meridiano.example",
		"ana+sales@meridiano.example":     "mailto:ana+sales@meridiano.example",
		"a?cc=b@meridiano.example":        "mailto:a%3Fcc=b@meridiano.example",
		"ana@meridiano.example?subject=x": "mailto:ana@meridiano.example%3Fsubject=x",
		"αν@παράδειγμα":                   "mailto:%CE%B1%CE%BD@%CF%80%CE%B1%CF%81%CE%AC%CE%B4%CE%B5%CE%B9%CE%B3%CE%BC%CE%B1",
		"":                                "",
		"ana":                             "",
		"ana@":                            "",
		"@example":                        "",
		"a@b@c":                           "",
		"a@b, c@d":                        "",
		"a@b\nbcc:c":                      "",
		"javascript:alert(1)//@x":         "",
		strings.Repeat("a", 300) + "@x":   "",
	} {
		address, ok := mailto(email)
		assert.Equal(t, want, address)
		assert.Equal(t, want != "", ok, email)
	}
}
