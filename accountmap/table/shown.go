package table

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// BookView is a sheet, or the part of one beside a matrix, which only shows what other sheets say and is not read back. The fingerprint of a row is the sum of
// those of its cells, but for formulas and for what is read (see [ShownText] and [ShownNumber]); a row whose sum is 0 has none.
type BookView struct {
	// Sheet is its name.
	Sheet string
	// Sum is that of the fingerprints of all rows, and Rows are those in ascending order, unless there are more than [MostShown].
	Sum  uint64
	Rows []uint64
}

// MostShown is the number of rows up to which a [BookView] lists each.
const MostShown = 2000

// NewBookView makes the view of a sheet from the fingerprints of its rows.
func NewBookView(sheet string, rows []uint64) BookView {
	v := BookView{Sheet: sheet}
	for _, print := range rows {
		v.Sum += print
	}
	if len(rows) <= MostShown {
		slices.Sort(rows)
		v.Rows = slices.Compact(rows)
	}
	return v
}

// Has reports whether a row with a fingerprint was written, as far as the view lists rows.
func (v *BookView) Has(print uint64) bool {
	_, ok := slices.BinarySearch(v.Rows, print)
	return ok
}

// ShownText is a fingerprint of a text in a cell, ignoring case, spaces and characters that no cell shows.
func ShownText(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h, any := uint64(offset), false
	var small [utf8.UTFMax]byte
	for _, r := range text {
		if r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.IsSpace(r) {
			continue
		}
		any = true
		n := utf8.EncodeRune(small[:], unicode.ToLower(r))
		for _, c := range small[:n] {
			h = (h ^ uint64(c)) * prime
		}
	}
	if !any {
		return 0
	}
	return h
}

// ShownNumber is a fingerprint of a number in a cell, taken to ten digits, since every program keeps more.
func ShownNumber(f float64) uint64 { return ShownText(strconv.FormatFloat(f, 'g', 10, 64)) }
