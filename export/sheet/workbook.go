// Package sheet is a small model of a workbook, and its writer.
//
// A [Workbook] is plain data: sheets of rows of cells, built with struct literals and append, compared and printed in tests, and written by
// [Workbook.WriteXLSX]. The package knows nothing of accounts: its caller decides what the cells mean, and the writer alone knows the file
// format.
//
// Positions count from zero, as slices do: Rows[0].Cells[0] is the cell that a spreadsheet calls A1. [Ref] gives that
// name. Colours are "#RRGGBB"; the empty string means none.
//
// Nothing in this package changes a model, so any number of goroutines may write one workbook at once, as long as none edits it.
package sheet

// A Workbook is a list of sheets, and the properties that a file manager shows.
type Workbook struct {
	Title  string
	Author string

	// Language is a BCP 47 tag such as "es" or "el-GR", kept in the file's properties. Empty is left out. It says how dates are
	// shown, too: 01/11/2026 where that is how its readers write, and 2026-11-01 in English, whose readers do not agree on one.
	Language string

	// Created is the date kept in the file's properties, at midnight UTC. Zero means 2000-01-01: the writer asks no
	// clock, so that the same workbook always gives the same bytes.
	Created Date

	// Sheets come in the order of their tabs; the first is the one that opens. At least one is needed.
	Sheets []*Sheet

	// Names are names of ranges, which a [Choice] and formulas may use.
	Names []Name
}

// A Name is a name for a range, valid in the whole workbook.
type Name struct {
	// Name follows the rules of [Table].Name, and differs from all names of tables and ranges.
	Name string

	// Sheet is a member of the workbook's Sheets.
	Sheet *Sheet
	Range Range
}
