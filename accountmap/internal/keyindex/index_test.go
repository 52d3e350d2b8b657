package keyindex_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
)

// TestIndex holds that an index answers as a map does, whatever room it was made with, keys that stand twice among them.
func TestIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, room := range []int{0, 1, 100, 5000} {
		keys := make([]string, 3000)
		for i := range keys {
			keys[i] = strconv.Itoa(r.IntN(2000))
		}
		x := keyindex.New(room, func(i int) string { return keys[i] })
		want := map[string]int{}
		for i, key := range keys {
			_, was := want[key]
			if !was {
				want[key] = i
			}
			first, added := x.Add(i)
			require.Equal(t, want[key], first)
			require.Equal(t, !was, added)
		}
		for i := range 3000 {
			key := strconv.Itoa(i)
			place, ok := x.Find(key)
			want, known := want[key]
			assert.Equal(t, known, ok, key)
			if known {
				assert.Equal(t, want, place, key)
			}
		}
	}
}

// TestSieve holds that a sieve lets every key through that was put in, and few others.
func TestSieve(t *testing.T) {
	for _, room := range []int{0, 1, 3000} {
		s := keyindex.NewSieve[string](room)
		for i := range 3000 {
			s.Put(strconv.Itoa(i))
		}
		for i := range 3000 {
			require.True(t, s.Has(strconv.Itoa(i)))
			require.True(t, s.Put(strconv.Itoa(i)))
		}
		others := 0
		for i := range 3000 {
			if s.Has(strconv.Itoa(-1 - i)) {
				others++
			}
		}
		if room == 3000 {
			assert.Less(t, others, 600)
		}
	}
}

func TestEmpty(t *testing.T) {
	_, ok := keyindex.New(0, func(int) uint64 { panic("there is none") }).Find(0)
	assert.False(t, ok)
}

// BenchmarkIndex fills an index with 100,000 keys and finds each, beside a map.
func BenchmarkIndex(b *testing.B) {
	keys := make([]string, 100_000)
	for i := range keys {
		keys[i] = "contact-" + strconv.Itoa(i)
	}
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x := keyindex.New(len(keys), func(i int) string { return keys[i] })
			for i := range keys {
				x.Add(i)
			}
			for _, key := range keys {
				x.Find(key)
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x := make(map[string]int, len(keys))
			for i, key := range keys {
				x[key] = i
			}
			for _, key := range keys {
				_ = x[key]
			}
		}
	})
}
