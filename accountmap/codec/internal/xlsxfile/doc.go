// Package xlsxfile reads the cells of a workbook (Office Open XML), row by row and in bounded memory.
//
// It reads values: shared and inline texts, rich ones too, numbers, dates by their format in either
// calendar, booleans, errors and the values of formulas. It is strict where a damaged file would be
// read as fewer rows: every part is read to its end, its checksum and its closing tags are checked, a
// part that the workbook names must exist, and rows and cells must be in order. Sizes and compression
// ratios of parts are limited, so that a small file cannot take much time or memory.
//
// No library does this: excelize v2.11.1 reads a sheet that is cut off in the middle, or that has a
// wrong checksum, as a shorter one.
package xlsxfile
