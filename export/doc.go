// Package export turns a checked account into what people open: the coverage workbook of [Workbook] and the handoff page of [Handoff].
//
// It decides what stands where and in which colour. Words come from package terms, file formats from packages sheet and document, and
// pictures from the caller, so that nothing here draws, translates or writes a file.
package export
