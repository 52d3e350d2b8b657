package accountmap_test

import (
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
)

func BenchmarkCompare(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		before := newMap(b, a)
		later := before.Account()
		for i := range later.Contacts {
			if i%10 == 0 {
				later.Contacts[i].Title += "."
			}
		}
		after := newMap(b, later)
		for b.Loop() {
			accountmap.Compare(before, after)
		}
	})
}

func BenchmarkSelectForClient(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Select(client)
		}
	})
}
