//go:build !race

package accountmaptest

const underRace = false
