// Package keyindex finds where in a list a key stands. Unlike a map it holds no keys, which the list has already, and takes some five bytes
// a key: an account of 100,000 contacts is checked beside half a megabyte and not beside five.
package keyindex

import "hash/maphash"

// Index has the places of a list by the key that stands at each. Nothing may change a key that was added. It is for one goroutine while
// places are added, and for any number afterwards.
type Index[K comparable] struct {
	key  func(place int) K
	seed maphash.Seed
	// slots have a place, counted from 1, or 0. That of a key is where its hash says, or else the next that is free.
	slots []int32
	used  int
}

// New returns an index with room for so many keys, in which there are none yet; it grows where there are more. Key returns that of a place.
func New[K comparable](room int, key func(place int) K) *Index[K] {
	return &Index[K]{key: key, seed: maphash.MakeSeed(), slots: make([]int32, slotsOf(room))}
}

// slotsOf leaves a quarter of the slots free, and one at least, so that a search comes to an end.
func slotsOf(keys int) int { return keys + keys/3 + 2 }

// Find returns the place of a key.
func (x *Index[K]) Find(key K) (place int, ok bool) {
	slot := x.slot(key)
	return int(x.slots[slot]) - 1, x.slots[slot] > 0
}

// Add adds a place. When another has its key already, that one stays, and is returned with false.
func (x *Index[K]) Add(place int) (first int, added bool) {
	if slotsOf(x.used+1) > len(x.slots) {
		x.grow()
	}
	slot := x.slot(x.key(place))
	if x.slots[slot] > 0 {
		return int(x.slots[slot]) - 1, false
	}
	x.slots[slot] = int32(place) + 1
	x.used++
	return place, true
}

// slot is where a key stands, or may stand.
func (x *Index[K]) slot(key K) int {
	slot := int(maphash.Comparable(x.seed, key) % uint64(len(x.slots)))
	for x.slots[slot] > 0 && x.key(int(x.slots[slot])-1) != key {
		if slot++; slot == len(x.slots) {
			slot = 0
		}
	}
	return slot
}

func (x *Index[K]) grow() {
	was := x.slots
	x.slots = make([]int32, slotsOf(2*x.used+2))
	for _, place := range was {
		if place > 0 {
			x.slots[x.slot(x.key(int(place)-1))] = place
		}
	}
}
