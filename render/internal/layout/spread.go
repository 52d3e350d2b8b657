package layout

import "math"

// Where there are many lines for the cards, they need room to run beside one another: the cards stand farther apart, the more so the more
// lines there are, up to mostSpread times as far as usual.
const (
	easyLines  = 1.0 // lines a card, beside the hierarchy, for which the usual gaps have room
	spreadEach = 0.5 // of the usual gaps more for each line a card above that
	mostSpread = 2.5
)

// spreadOut is the input with its cards as far apart as its lines need.
func (in *Input) spreadOut() *Input {
	lines := 0
	for _, e := range in.Edges {
		if !e.Hierarchy {
			lines++
		}
	}
	many := float64(lines)/math.Max(1, float64(len(in.Cards))) - easyLines
	out := *in
	out.spread = 1 + math.Min(math.Max(0, many*spreadEach), mostSpread-1)
	return &out
}

// gap is a usual gap as it is in this picture.
func (in *Input) gap(usual float64) float64 { return math.Round(usual * math.Max(1, in.spread)) }
