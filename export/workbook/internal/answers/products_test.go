package answers

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestChunks(t *testing.T) {
	assert.Empty(t, chunks(nil, 10))
	assert.Equal(t, []string{"a, b, c"}, chunks([]string{"a", "b", "c"}, 7))
	assert.Equal(t, []string{"a, b", "c"}, chunks([]string{"a", "b", "c"}, 6))
	assert.Equal(t, []string{"ab…", "c"}, chunks([]string{"abcdef", "c"}, 3))
}
