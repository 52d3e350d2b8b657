// Package norace marks the tests that would take long under the race detector, which has nothing to
// find in them: they start no goroutine of ours, and are about texts, pixels, huge files or other
// programs.
package norace

import "testing"

// Only skips a test under the race detector.
func Only(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("takes long under the race detector, which has nothing to find here: run it without -race")
	}
}
