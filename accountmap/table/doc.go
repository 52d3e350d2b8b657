// Package table lays an account out as tables: a table for each list of the account file, a column
// for each value of its entries, a row for each entry. CSV files and the sheets of the coverage
// workbook are written from these tables, and read back into them.
//
// The tables follow from the struct tags of package accountmap, as the keys of JSON and YAML do, so
// that a new field of the account is a new column everywhere. [All] lists them in the order of the
// file: the account and the handoff, with one row at most; the lists; and the lists within entries,
// each after its owner's table: "team.reach", "kpis.readings" and "handoff.checklist". A list of
// ids, words or texts is one cell, see [JoinList].
//
// [Table.Rows] walks the rows of an account; a [Draft] takes rows of any tables, in any order, and
// makes an account of them. The caller decides how cells look; [Column.Format] and [Column.Parse]
// use the notation of the account file.
package table
