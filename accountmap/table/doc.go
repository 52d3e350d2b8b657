// Package table lays an account out as tables: one a list of the account file, one column a value of its entries, one row an entry. It is
// what CSV files, the sheets of the coverage workbook and the way back from both have in common.
//
// The tables follow from the struct tags of package accountmap, as the keys of JSON and YAML do, so that a new field of the account is a
// column everywhere. [All] lists them in the order of the file: the account itself and the handoff, which have one row at most, the
// lists, and the lists within entries, which are tables of their own behind that of their owners: "team.reach", "kpis.readings" and
// "handoff.checklist". Lists of ids, of words and of texts stand in one cell, see [JoinList].
//
// [Table.Rows] walks the rows of an account; a [Draft] takes rows, in any order and from any number of tables, and makes an account of
// them. What the cells look like is up to whoever writes them; [Column.Format] and [Column.Parse] are the spelling of the account file.
package table
