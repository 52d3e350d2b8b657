package commandline_test

import (
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/examples/internal/commandline"
)

func TestHasReadLeavesVariablesOfGoInForce(t *testing.T) {
	percent, limit := debug.SetGCPercent(77), debug.SetMemoryLimit(-1)
	t.Cleanup(func() { debug.SetGCPercent(percent); debug.SetMemoryLimit(limit) })
	t.Setenv("GOGC", "77")
	t.Setenv("GOMEMLIMIT", "9GiB")
	commandline.HasRead()
	assert.Equal(t, limit, debug.SetMemoryLimit(-1))
	assert.Equal(t, 77, debug.SetGCPercent(77))

	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	commandline.HasRead()
	assert.EqualValues(t, 540<<20, debug.SetMemoryLimit(-1))
	assert.Equal(t, 200, debug.SetGCPercent(77))
}
