package pack

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// paretoFront returns the candidates for which no other is smaller in both width and height, the
// narrowest first.
func paretoFront[T any](all []T, size func(T) geom.Size) []T {
	slices.SortStableFunc(all, func(a, b T) int {
		return cmp.Or(cmp.Compare(size(a).W, size(b).W), cmp.Compare(size(a).H, size(b).H))
	})
	var kept []T
	for _, t := range all {
		if len(kept) == 0 || size(t).H < size(kept[len(kept)-1]).H {
			kept = append(kept, t)
		}
	}
	return kept
}

// reduceFront keeps at most n candidates of a front: the least area in each of n ranges of aspect
// ratios.
func reduceFront[T any](all []T, size func(T) geom.Size, n int) []T {
	if len(all) <= n {
		return all
	}
	aspect := func(t T) float64 { return math.Log(size(t).W / size(t).H) }
	area := func(t T) float64 { return size(t).W * size(t).H }
	first, last := aspect(all[0]), aspect(all[len(all)-1])
	kept := make([]T, 0, n)
	current := -1
	for _, t := range all {
		switch at := min(n-1, int(float64(n)*(aspect(t)-first)/(last-first))); {
		case at != current:
			kept, current = append(kept, t), at
		case area(t) < area(kept[len(kept)-1]):
			kept[len(kept)-1] = t
		}
	}
	return kept
}

// sample returns n elements of a list at even distances, including the first and the last.
func sample[T any](all []T, n int) []T {
	if len(all) <= n {
		return all
	}
	kept := make([]T, n)
	for i := range kept {
		kept[i] = all[i*(len(all)-1)/(n-1)]
	}
	return kept
}
