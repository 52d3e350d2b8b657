package spell_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/internal/spell"
)

func TestNearest(t *testing.T) {
	words := []string{"champion", "supporter", "neutral", "in-depth", "u-madrid", "u-malaga"}
	for word, want := range map[string]string{
		"champoin": "champion", "Supporter": "supporter", "in depth": "in-depth", "natural": "neutral", "u-madird": "u-madrid",
		"banana": "", "": "", strings.Repeat("x", 100_000): "",
	} {
		got, ok := spell.Nearest(word, words)
		assert.Equal(t, want, got, word)
		assert.Equal(t, want != "", ok, word)
	}
}

func TestPlain(t *testing.T) {
	for word, want := range map[string]string{
		"Núñez-Ana": "nunezana", "ΥΠΈΡΜΑΧΟΣ": "υπερμαχοσ", "υπέρμαχος": "υπερμαχοσ", "u\u0308ber": "uber", "ma\u00a0ñana": "manana", "": "",
	} {
		assert.Equal(t, want, spell.Plain(word), word)
	}
}
