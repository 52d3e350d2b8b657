package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/internal/quote"
)

func TestText(t *testing.T) {
	assert.Equal(t, `"doce mil"`, quote.Text("doce mil"))
	assert.Equal(t, `"`+strings.Repeat("α", 60)+`…"`, quote.Text(strings.Repeat("α", 61)))
	assert.Equal(t, strings.Repeat("α", 60), quote.Cut(strings.Repeat("α", 60)))
}

func TestMessage(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		"Árvíztűrő · “x” 12 €": "Árvíztűrő · “x” 12 €",
		"\x1b[31mred.csv":      `\x1b[31mred.csv`,
		"two\nlines\r":         `two\nlines\r`,
		"a\u202eb\u2066":       `a\u202eb\u2066`,
		"\x9b1m \xff":          `\x9b1m \xff`,
		"\u009b2J":             `\u009b2J`,
	} {
		assert.Equal(t, want, quote.Message(text))
	}
	assert.Equal(t, 1000+len("…"), len(quote.Message(strings.Repeat("|", 1_000_000))))
}
