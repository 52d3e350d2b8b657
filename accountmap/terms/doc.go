// Package terms has the words that a reader sees, in English, Spanish and Greek, and writes dates,
// numbers, amounts and lists as each language does. The rest of the library has no words of its
// own.
//
// [Lookup] returns the [Terms] of a language. Their methods name the values of package accountmap
// ([Terms.Stance], [Terms.Status]), give the texts of maps, workbooks and pages by [Key]
// ([Terms.Text], [Terms.Count]), write values ([Terms.Date], [Terms.Money]) and sort names in the
// language's order ([Terms.Compare]).
//
// [Terms.With] puts a caller's own words in place of some of the language's.
//
// The results are plain text: they are not escaped for markup, and texts put into them are
// unchanged. The words are the embedded files words/<language>/<area>.json; a language is a folder
// with the same keys and a line in languages.go.
package terms
