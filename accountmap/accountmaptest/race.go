package accountmaptest

import "testing"

// WithoutRace skips a test under the race detector: one that starts no goroutine of its own and takes ten times as long there, to find
// nothing. .ci/run runs these tests without it.
func WithoutRace(t *testing.T) {
	t.Helper()
	if underRace {
		t.Skip("takes minutes under the race detector, which has nothing to find here: run it without -race")
	}
}
