// Package terms holds the words that a reader sees, in English, Spanish and Greek, and writes dates, numbers, amounts and lists as each
// language does. Words stand nowhere else in the library.
//
// [Lookup] finds the [Terms] of a language. Their methods name the values of package accountmap ([Terms.Stance], [Terms.Status]), give the
// texts of maps, workbooks and pages by [Key] ([Terms.Text], [Terms.Count]), write values ([Terms.Date], [Terms.Money]) and put names in
// the language's order ([Terms.Compare]).
//
// Words of the caller's own go on top of a language's with [Terms.With].
//
// What comes back is plain text: it is not escaped for markup, and text put into it stands as it was given. The words themselves are the
// files words/<language>/<area>.json, embedded in the program; a language is a folder with the same keys and a line in languages.go.
package terms
