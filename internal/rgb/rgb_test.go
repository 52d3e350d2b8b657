package rgb

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParse(t *testing.T) {
	c, ok := Parse("#1f3A68")
	assert.True(t, ok)
	assert.Equal(t, Colour{0x1F, 0x3A, 0x68}, c)
	assert.Equal(t, "#1F3A68", c.String())
	for _, s := range []string{"", "none", "#12345", "#1234567", "1F3A680", "#1F3A6G", "#+F3A68", "#0x1234", "#1_3A68"} {
		assert.False(t, Valid(s), s)
	}
}
