package accountmaptest

import "testing"

// WithoutRace skips a test under the race detector: use it for a test that starts no goroutine and would take ten times as long to find nothing.
// .ci/run runs these tests without the detector.
func WithoutRace(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("takes minutes under the race detector, which has nothing to find here: run it without -race")
	}
}
