package accountmap

import "slices"

// circles returns the circles among n things that each lead to others by their indexes. A thing that leads to itself is a circle of one.
// Of things that are tangled in several circles, the shortest through the one with the lowest index is returned; taking that apart shows
// the next. Each circle starts at its lowest index; circles come in the order of those.
//
// It does not recurse, and takes a time of n log n in the things and what they lead to. Where there are no circles it takes a byte for each thing, and a few
// words for each that something leads to.
func circles(n int, next func(int) []int) [][]int {
	var found [][]int
	for i := range n {
		if slices.Contains(next(i), i) {
			found = append(found, []int{i})
		}
	}
	led := ledTo(n, next)
	inLed := among(led, next)
	tangled := peel(len(led), inLed)
	for _, knot := range knots(len(tangled), among(tangled, inLed)) {
		for i, at := range knot {
			knot[i] = led[tangled[at]]
		}
		found = append(found, shortestCircle(knot, next))
	}
	slices.SortStableFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

// ledTo returns the things that something leads to, in rising order: only those can be in circles.
func ledTo(n int, next func(int) []int) []int {
	led, count := make([]bool, n), 0
	for i := range n {
		for _, j := range next(i) {
			if !led[j] {
				led[j] = true
				count++
			}
		}
	}
	list := make([]int, 0, count)
	for i, is := range led {
		if is {
			list = append(list, i)
		}
	}
	return list
}

// among says of some things, in rising order, which of themselves each leads to, by their indexes among them.
func among(things []int, next func(int) []int) func(int) []int {
	return func(i int) []int {
		var list []int
		for _, j := range next(things[i]) {
			if at, in := slices.BinarySearch(things, j); in {
				list = append(list, at)
			}
		}
		return list
	}
}

// peel takes away one to which nothing leads as long as there is such a one, and returns what is left, in rising order: all that are in circles, and what
// those lead to.
func peel(n int, next func(int) []int) []int {
	const gone = -1
	leading := make([]int32, n) // how many lead to each
	for i := range n {
		for _, j := range next(i) {
			leading[j]++
		}
	}
	var free []int
	for i := range n {
		if leading[i] == 0 {
			free = append(free, i)
		}
		for len(free) > 0 {
			taken := free[len(free)-1]
			free, leading[taken] = free[:len(free)-1], gone
			for _, j := range next(taken) {
				if leading[j]--; leading[j] == 0 && j <= i { // those behind i are still to come
					free = append(free, j)
				}
			}
		}
	}
	var left []int
	for i, count := range leading {
		if count != gone {
			left = append(left, i)
		}
	}
	return left
}

// shortestCircle returns the shortest way from the lowest of a knot back to it.
func shortestCircle(knot []int, next func(int) []int) []int {
	lowest := knot[0]
	from := make(map[int]int, len(knot)) // the thing before each on the shortest way from the lowest
	queue := []int{lowest}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range next(i) {
			if j == lowest && i != lowest {
				circle := []int{i}
				for i != lowest {
					i = from[i]
					circle = append(circle, i)
				}
				slices.Reverse(circle)
				return circle
			}
			if _, known := from[j]; !known && j != lowest && j != i {
				if _, inside := slices.BinarySearch(knot, j); inside {
					from[j] = i
					queue = append(queue, j)
				}
			}
		}
	}
	return knot
}
