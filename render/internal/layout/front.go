package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// front keeps those that no other is as narrow and as low as, the narrowest first.
func front[T any](all []T, size func(T) geom.Size) []T {
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

// smallest keeps at most that many of a front: of those with about the same ratio of width to height, the one with the least area.
func smallest[T any](all []T, size func(T) geom.Size, most int) []T {
	if len(all) <= most {
		return all
	}
	aspect := func(t T) float64 { return math.Log(size(t).W / size(t).H) }
	area := func(t T) float64 { return size(t).W * size(t).H }
	first, last := aspect(all[0]), aspect(all[len(all)-1])
	kept := make([]T, 0, most)
	in := -1
	for _, t := range all {
		switch at := min(most-1, int(float64(most)*(aspect(t)-first)/(last-first))); {
		case at != in:
			kept, in = append(kept, t), at
		case area(t) < area(kept[len(kept)-1]):
			kept[len(kept)-1] = t
		}
	}
	return kept
}

// thin keeps that many of a list, evenly spread, with the first and the last among them.
func thin[T any](all []T, most int) []T {
	if len(all) <= most {
		return all
	}
	kept := make([]T, most)
	for i := range kept {
		kept[i] = all[i*(len(all)-1)/(most-1)]
	}
	return kept
}
