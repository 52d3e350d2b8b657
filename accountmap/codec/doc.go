// Package codec reads and writes account files: JSON and YAML with the same keys, and folders of CSV files, one for each list. It also reads the
// coverage workbook after it was edited in a spreadsheet.
//
// [ReadFile] and [Decode] give an account, or an error that wraps [accountmap.Problems]: everything wrong with the file at once, each
// problem with its line and column, its code, and the way out. [CheckFile] and [Check] are the long form, which tells warnings too.
// [WriteFile] and [Encode] write what those read.
//
// [ReadCSV] and [WriteCSV] do the same with folders of CSV files, whose columns are those of package accountmap/table.
//
// The workbook is read by [Decode] like any account file, and by [Merge] onto the account that it was made of.
//
// JSON and YAML are parsed into one tree of values that know their places, from which one binder fills the [accountmap.Account] by its struct
// tags. So keys, checks and messages are the same in every format.
//
// An account file has "format": 1 at its top, and the lists "units" and "products", which may be empty. Every other key may be left
// out; null says the same as leaving out, and so does an empty list. Numbers that are texts (an id, a phone) and dates may stand
// without quotes in YAML, where they are kept as they are spelt; JSON wants quotes. YAML is read without anchors, aliases, merge keys,
// tags and further documents, each of which is a problem of its own. What YAML reads, but hardly as it was meant, is a warning:
// [ErrHiddenText], [ErrCurlyQuotes].
//
// [Schema] is the JSON Schema of the file, for editors that complete and check it while it is written.
//
// Imports from other programs are in the packages below this one: crm reads the exports of Salesforce, HubSpot and Dynamics 365, and orders any
// order book by a mapping of its columns.
//
// Nothing in this package keeps state between calls, and every function is safe for any number of goroutines.
package codec
