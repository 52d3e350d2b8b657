//go:build !race

package norace

const underRace = false
