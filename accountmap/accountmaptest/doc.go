// Package accountmaptest has test data for code that draws, prints or computes with accounts:
// generated accounts of any size and shape, texts that break careless writers, and a comparison
// with golden files.
//
//	a := accountmaptest.Generate(1, accountmaptest.Star(200))
//	m, err := accountmap.New(a) // err is nil: every generated account is valid
//
// The same seed and [Shape] make the same account in every process and on every machine.
package accountmaptest
