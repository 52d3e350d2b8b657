// Package foreign reads accounts from tables that people made themselves: any workbook, a CSV file
// or a folder of CSV files.
//
// A table is known by its sheet's name and its headings, in English, Spanish or Greek: the words of
// package terms, and the synonyms in synonyms.json. Case, accents, spaces and punctuation do not
// count. A [Mapping] adds further words. The headings may be below titles, and a sheet may have
// several tables, one below another. A sheet with products down, units across and statuses between
// them is a matrix of the coverage.
//
// The order of work:
//
//	load       reads the cells of all sheets (source.go)
//	divide     finds the headings, and the rows below each (section.go)
//	enter      puts the rows into the draft of the account (enter.go, people.go, matrix.go)
//	resolve    turns names into ids, and adds the units, products and people that are only named
//	           (resolve.go)
//	rows.Gatherer  makes the account of the draft, and applies the rules
//
// What is read is said in sentences for the user; what is not read is a warning, a line for each
// sheet, column or word.
package foreign
