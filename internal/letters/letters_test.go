package letters_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/letters"
)

func TestBase(t *testing.T) {
	for letter, want := range map[rune]rune{'ễ': 'e', 'Ặ': 'A', 'ẹ': 'e', 'ə': 'e', 'қ': 'к', 'ң': 'н', 'ő': 'o'} {
		got, ok := letters.Base(letter)
		assert.True(t, ok, string(letter))
		assert.Equal(t, string(want), string(got), string(letter))
	}
	for _, letter := range "ae漢★ " {
		_, ok := letters.Base(letter)
		assert.False(t, ok, string(letter))
	}
}

// TestSigns checks that outlines are inside the width of a sign, and that letters have none.
func TestSigns(t *testing.T) {
	for _, sign := range "✓✔✗✘✕✖★☆☐☑☒◆➜✅❌⭐" {
		outlines, ok := letters.Sign(sign)
		require.True(t, ok, string(sign))
		for _, outline := range outlines {
			require.GreaterOrEqual(t, len(outline), 3)
			for _, p := range outline {
				assert.True(t, p.X >= 0 && p.X <= letters.SignWidth && p.Y <= 0.1 && p.Y >= -1, "%c: %v", sign, p)
			}
		}
	}
	for _, letter := range "a→漢" {
		_, ok := letters.Sign(letter)
		assert.False(t, ok, string(letter))
	}
}

func TestRightToLeft(t *testing.T) {
	for s, want := range map[string]bool{
		"Ana": false, "Ελένη": false, "田中": false, "": false, "שמעון": true, "a محمد": true, "a\u202Eb": true, "👩‍👩‍👧": false,
	} {
		assert.Equal(t, want, letters.RightToLeft(s), "%q", s)
	}
	assert.Equal(t, "Ana ןועמש", letters.Visual("Ana שמעון"))
	assert.Equal(t, "Ana", letters.Visual("Ana"))
}

func TestBeginsRightToLeft(t *testing.T) {
	for text, want := range map[string]bool{"": false, "123": false, "Ana שלום": false, "1. שלום Ana": true, "«سلام»": true, "Άννα": false} {
		assert.Equal(t, want, letters.BeginsRightToLeft(text), text)
	}
}
