package layout

import "math"

// gaps is how far apart the boxes inside each box stand, by its index plus one: boxGap, or more where many lines will go between them. Of the lines
// that leave boxes which stand in a square, each gutter has to take about as many as there are lines to a side of the square.
func gaps(in *Input) []float64 {
	const room, lane = 5, 5 // how many lines boxGap has room for, and what one more takes
	kids, lines := make([]int, len(in.Boxes)+1), make([]int, len(in.Boxes)+1)
	for _, b := range in.Boxes {
		kids[b.Parent+1]++
	}
	depth := depths(in)
	for _, e := range in.Edges {
		a, b := in.Cards[e.From].Box, in.Cards[e.To].Box
		for a != b {
			if a < 0 || b >= 0 && depth[b] > depth[a] {
				a, b = b, a
			}
			a = in.Boxes[a].Parent
			lines[a+1]++
		}
	}
	gaps := make([]float64, len(in.Boxes)+1)
	for i := range gaps {
		many := float64(lines[i])/math.Sqrt(float64(max(1, kids[i]))) - room
		gaps[i] = math.Round(boxGap + math.Min(math.Max(0, many)*lane, mostGap-boxGap))
	}
	return gaps
}

// depths is in how many boxes each box is.
func depths(in *Input) []int {
	depth := make([]int, len(in.Boxes))
	for i, b := range in.Boxes {
		if b.Parent >= 0 {
			depth[i] = depth[b.Parent] + 1
		}
	}
	return depth
}
