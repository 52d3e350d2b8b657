// Package norace marks the tests that would take ten times as long under the race detector and would find nothing: they start no goroutine, and
// are about texts, pixels or huge files.
package norace

import "testing"

// Only skips a test under the race detector.
func Only(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("takes long under the race detector, which has nothing to find here: run it without -race")
	}
}
