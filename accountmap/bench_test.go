package accountmap_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// bySize runs a benchmark on typical accounts; ten times the contacts must cost about ten times the time.
func bySize(b *testing.B, run func(b *testing.B, a *accountmap.Account)) {
	for _, contacts := range []int{1_000, 10_000, 100_000} {
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

// large is the account by whose reading the times are judged: 10,000 contacts, 1,000 units, 200 products and 200,000 orders.
func large() *accountmap.Account {
	s := accountmaptest.Typical(10_000)
	s.Units, s.Products, s.Assessed, s.Orders = 1_000, 200, 0.1, 200_000
	return accountmaptest.Generate(1, s)
}

// BenchmarkNewLarge makes a map of the large account, and tells how many times as long as encoding/json takes to read its file that is.
func BenchmarkNewLarge(b *testing.B) {
	a := large()
	file, err := json.Marshal(a)
	require.NoError(b, err)
	b.ReportAllocs()
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		newMap(b, a)
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		require.NoError(b, json.Unmarshal(file, &accountmap.Account{}))
		theirs += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-encoding/json")
}

func BenchmarkValidateRules(b *testing.B) {
	a := large()
	for _, r := range accountmap.Rules() {
		b.Run(string(r.Code), func(b *testing.B) {
			for b.Loop() {
				accountmap.Validate(a, r)
			}
		})
	}
}
