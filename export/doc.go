// Package export turns a checked account into what people open: the coverage workbook ([Workbook]), the handoff page ([Handoff]), a calendar
// ([Calendar]), and a workbook that compares accounts ([Portfolio]).
//
// It decides what goes where and in which colour. Words come from package terms, file formats from packages sheet, document and calendar, and
// pictures from the caller; nothing here draws, translates or writes a file. Every function only reads the map and is safe for any number of
// goroutines.
package export
