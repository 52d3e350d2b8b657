package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// bySize runs a benchmark on typical accounts; ten times the contacts must cost about ten times the time.
func bySize(b *testing.B, run func(b *testing.B, a *accountmap.Account)) {
	for _, contacts := range []int{1_000, 10_000} {
		a := accountmaptest.Generate(1, accountmaptest.Typical(contacts))
		b.Run(fmt.Sprint(contacts), func(b *testing.B) {
			b.ReportAllocs()
			run(b, a)
		})
	}
}

func BenchmarkNew(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		for b.Loop() {
			newMap(b, a)
		}
	})
}

func BenchmarkSelect(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m, scope := newMap(b, a), accountmap.Scope{Units: []accountmap.UnitID{"unit-2"}}
		for b.Loop() {
			m.Select(scope)
		}
	})
}

func BenchmarkBought(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Bought("")
		}
	})
}

func BenchmarkPenetration(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Penetration("")
		}
	})
}

func BenchmarkMatrix(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		x := newMap(b, a).Matrix()
		for b.Loop() {
			for u := range x.Units() {
				for p := range x.Products() {
					x.At(u.ID, p.ID)
				}
			}
		}
	})
}
