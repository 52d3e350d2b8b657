//go:build race

package render

// underRace reports that the race detector slows every pixel down.
const underRace = true
