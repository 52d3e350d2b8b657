package baseletter_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/internal/baseletter"
)

func TestOf(t *testing.T) {
	for letter, want := range map[rune]rune{'ễ': 'e', 'Ặ': 'A', 'ẹ': 'e', 'ə': 'e', 'қ': 'к', 'ң': 'н', 'ő': 'o'} {
		got, ok := baseletter.Of(letter)
		assert.True(t, ok, string(letter))
		assert.Equal(t, string(want), string(got), string(letter))
	}
	for _, letter := range "ae漢★ " {
		_, ok := baseletter.Of(letter)
		assert.False(t, ok, string(letter))
	}
}
