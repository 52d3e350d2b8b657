package layout

// routeFeet finds cards by their lower sides.
type routeFeet struct {
	cards []routeBar
	// rows lists the cards by where their lower sides are.
	rows map[int][]int32
}

func newRouteFeet(cards []routeBar) routeFeet {
	f := routeFeet{cards: cards, rows: map[int][]int32{}}
	for i := range cards {
		y := cards[i].max[1]
		f.rows[y] = append(f.rows[y], int32(i))
	}
	return f
}

// card is the first card on whose lower side a place lies, a point more or less, or -1.
func (f routeFeet) card(at routeSpot) int32 {
	first := int32(-1)
	for y := at[1] - routeUnit; y <= at[1]+routeUnit; y++ {
		for _, i := range f.rows[y] {
			if b := &f.cards[i]; at[0] >= b.min[0] && at[0] <= b.max[0] && (first < 0 || i < first) {
				first = i
			}
		}
	}
	return first
}
