package keyindex

import "hash/maphash"

// Sieve tells which keys of a list need not be indexed, such as those that nothing refers to. Each key sets one bit, which others may share:
// what is not in a sieve was never put in, and what is in it must still be looked at (a Bloom filter with one hash). Its size does not
// grow with the list beyond [mostBits].
type Sieve[K comparable] struct {
	seed maphash.Seed
	bits []uint64
}

// mostBits bounds a sieve to 64 KiB, in which of 100,000 keys one in six falls on the bit of another.
const mostBits = 1 << 19

// NewSieve returns a sieve for about so many keys, in which there are none yet.
func NewSieve[K comparable](keys int) *Sieve[K] {
	const bitsPerKey = 16
	return &Sieve[K]{maphash.MakeSeed(), make([]uint64, min(keys*bitsPerKey, mostBits)/64+1)}
}

// Put puts a key in, and reports whether it may have been there.
func (s *Sieve[K]) Put(key K) (before bool) {
	word, bit := s.bit(key)
	before = *word&bit != 0
	*word |= bit
	return before
}

// Has reports whether a key may have been put in. It is never wrong about one that was.
func (s *Sieve[K]) Has(key K) bool {
	word, bit := s.bit(key)
	return *word&bit != 0
}

func (s *Sieve[K]) bit(key K) (word *uint64, bit uint64) {
	h := maphash.Comparable(s.seed, key)
	return &s.bits[h>>6%uint64(len(s.bits))], 1 << (h & 63)
}
