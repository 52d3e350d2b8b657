package terms

import "github.com/accountatlas/accountatlas/accountmap"

// Standing returns how many people are for us, against us, neutral and unknown, in this order and without those of which there are none:
// "12 for", "3 against".
func (t *Terms) Standing(s accountmap.Standing) []string {
	var counts []string
	for _, count := range []struct {
		key Key
		n   int
	}{{MapFor, s.For}, {MapAgainst, s.Against}, {MapNeutral, s.Neutral}, {MapUnknown, s.Unknown}} {
		if count.n > 0 {
			counts = append(counts, t.Count(count.key, count.n))
		}
	}
	return counts
}
