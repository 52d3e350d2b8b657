// Package norace marks the tests that would take ten times as long under the race detector, and would find nothing: they start no goroutine of
// their own, and are about texts, pixels or huge files. What they run is run under the race detector by other tests, with less.
package norace

import "testing"

// Only skips a test under the race detector. Make it the first line of the test: that is how .ci/run finds the tests to run without the
// detector.
func Only(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("takes long under the race detector, which has nothing to find here: run it without -race")
	}
}
