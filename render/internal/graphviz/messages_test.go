package graphviz

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMessages(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"two lines", "Warning: a\n\n  Error: b\r\n", []string{"Warning: a", "Error: b"}},
		{"no end", "Warning: a", []string{"Warning: a"}},
		{"not text", "a\x1b[31m\xff\tb\n", []string{"a\ufffd[31m\ufffd b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var m messages
			fmt.Fprint(&m, tt.text)
			assert.Equal(t, tt.want, m.lines())
		})
	}
}

func TestMessagesAreBounded(t *testing.T) {
	var m messages
	for range 1000 {
		n, err := m.Write([]byte(strings.Repeat("x", 99) + "\n"))
		assert.Equal(t, 100, n)
		assert.NoError(t, err)
	}
	lines := m.lines()
	assert.Equal(t, "(further messages are left out)", lines[len(lines)-1])
	assert.LessOrEqual(t, len(strings.Join(lines[:len(lines)-1], "\n")), messagesLimit)
}

func TestFirstError(t *testing.T) {
	assert.Equal(t, "Error: b", firstError([]string{"Warning: a", "Error: b", "Error: c"}))
	assert.Equal(t, "what", firstError([]string{"what", "ever"}))
	assert.Empty(t, firstError(nil))
}
