// Package accountmaptest helps to test what draws, prints or computes on accounts: it makes accounts of any size and form, holds texts
// that break careless writers, and compares output with golden files.
//
//	a := accountmaptest.Generate(1, accountmaptest.Star(200))
//	m, err := accountmap.New(a) // err is nil: every generated account is valid
//
// The same seed and [Shape] make the same account in every process and on every machine.
package accountmaptest
