// Package codec reads and writes account files: JSON and YAML with the same keys, and folders of
// CSV files, one for each list. It also reads the coverage workbook after edits in a spreadsheet.
//
// [Open] reads a file and returns its [accountmap.Map]. [ReadFile] and [Decode] return the account,
// for programs that change it. All three also return [accountmap.Problems]: every problem of the
// file, with its line and column, its code and a hint. The result is valid if their Err is nil.
// [WriteFile] and [Encode] write such files.
//
// [ReadCSV] and [WriteCSV] read and write folders of CSV files, with the columns of package
// accountmap/table.
//
// [ReadForeign] reads tables that people made themselves, by their headings.
//
// A workbook contains the account that it was made of. [Decode] reads it like any account file;
// [Merge] applies its edits to the current account, which others may have changed.
//
// JSON and YAML are parsed into one tree of values with their places. One binder fills the
// [accountmap.Account] from it by the struct tags, so keys, checks and messages are the same in
// both formats.
//
// An account file has "format": 1 at the top, and the lists "units" and "products", which may be
// empty. Every other key may be left out; null and an empty list mean the same as a missing key. In
// YAML, dates and texts made of digits (an id, a phone number) need no quotes and are kept
// unchanged; JSON requires quotes. Anchors, aliases, merge keys, tags and further documents in YAML
// are not read, and are problems. Only the first syntax error of a file is reported. Valid YAML
// that is probably a mistake is a warning: [ErrHiddenText], [ErrCurlyQuotes].
//
// [Schema] returns the JSON Schema of the file, with which editors complete and check a file.
//
// Packages importer/crm and importer/orders read the files of other programs.
//
// The package has no state between calls. Every function is safe for concurrent use.
package codec

import "github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"

// ErrHiddenText is the code of a warning: a "#" in an unquoted YAML text begins a comment that
// hides the rest of the line, as in "title: #1 in lab". Comments that begin with a space are not
// reported.
const ErrHiddenText = bind.ErrHiddenText

// ErrCurlyQuotes is the code of a warning: a text in YAML is between the quotation marks of a word
// processor, which are then part of the text.
const ErrCurlyQuotes = bind.ErrCurlyQuotes
