// Package accountmaptest helps to test whatever draws, prints or computes with accounts: it makes
// accounts of any size and shape, has texts that break careless writers, and compares output with
// golden files.
//
//	a := accountmaptest.Generate(1, accountmaptest.Star(200))
//	m, err := accountmap.New(a) // err is nil: every generated account is valid
//
// The same seed and [Shape] make the same account in every process and on every machine.
package accountmaptest
