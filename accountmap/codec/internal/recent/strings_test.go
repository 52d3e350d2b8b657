package recent_test

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/recent"
)

func TestStrings(t *testing.T) {
	var s recent.Strings
	for i := range 10_000 {
		for _, text := range []string{"", "champion", fmt.Sprint("contact ", i), strings.Repeat("long ", 20)} {
			row := []byte(text)
			kept := s.Of(row)
			clear(row)
			assert.Equal(t, text, kept)
			assert.Equal(t, text, s.Same(strings.Clone(text)))
		}
	}
	first, second := s.Of([]byte("champion")), s.Of([]byte("champion"))
	assert.Equal(t, unsafe.StringData(first), unsafe.StringData(second), "a word is there once")
	assert.Equal(t, unsafe.StringData(first), unsafe.StringData(s.Same(strings.Clone("champion"))), "a word is there once")
}
