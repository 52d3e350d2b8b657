// Package norace marks tests that take long under the race detector without any benefit, since they
// are about texts, pixels, huge files or other programs. Concurrent code has short tests of its
// own, which run under the detector.
package norace

import "testing"

// Only skips a test under the race detector.
func Only(t testing.TB) {
	t.Helper()
	if underRace {
		t.Skip("takes long under the race detector, which has nothing to find here: run it without -race")
	}
}
