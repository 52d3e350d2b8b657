// Package ranking contains functions for sorting and summaries, for the packages accountmap and
// insight.
package ranking

import "slices"

// First orders true before false.
func First(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// Only returns the id of a list of one, and "" for other lists.
func Only[K ~string](ids []K) K {
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// Median returns the median and sorts the numbers. It is 0 for an empty list.
func Median[N int | float64](numbers []N) float64 {
	if len(numbers) == 0 {
		return 0
	}
	slices.Sort(numbers)
	return float64(numbers[(len(numbers)-1)/2]+numbers[len(numbers)/2]) / 2
}
