package accountmap

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Level is the severity of a problem: whether it prevents an account from becoming a [Map].
type Level string

// The levels.
const (
	LevelError   Level = "error"
	LevelWarning Level = "warning"
)

// Problem is one error or warning about an account.
type Problem struct {
	Level Level `json:"level"`
	Code  Code  `json:"code"`
	// Path leads to the value in the account, by the keys of the file with lists counted from 0:
	// "contacts[3].reportsTo".
	Path string `json:"path,omitzero"`
	// Related is the path of another entry that the problem is about, such as the first of two
	// duplicates. Usually empty. RelatedPos is the place of that entry in its file.
	Related    string `json:"related,omitzero"`
	RelatedPos Pos    `json:"relatedPos,omitzero"`
	// Pos is the place of the value in its file.
	Pos Pos `json:"pos,omitzero"`
	// Detail describes the problem, and Hint the correction, both in English. Hint may be empty.
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitzero"`
	// Cause is the error of a file system or a reader that led to the problem; nil for all others.
	Cause error `json:"-"`

	said messages
}

// messages are the sources of a detail and a hint for other languages; see package message. A text
// that was edited since, and no longer equals its source in English, is its own source.
type messages struct{ detail, hint string }

func (m messages) of(detail, hint string) (string, string) {
	if message.English(m.detail) != detail {
		m.detail = detail
	}
	if message.English(m.hint) != hint {
		m.hint = hint
	}
	return m.detail, m.hint
}

// Say returns the problem with another detail and hint. In this library they are messages, which
// have the sentence in every language.
func (p Problem) Say(detail, hint string) Problem {
	p.Detail, p.Hint, p.said = message.English(detail), message.English(hint), messages{detail, hint}
	return p
}

// Said returns the detail and the hint as they were given to [Problem.Say].
func (p Problem) Said() (detail, hint string) { return p.said.of(p.Detail, p.Hint) }

// Error returns the problem in one line, "place: level code: detail (hint)". The place is Pos, or
// Path when Pos is unknown. Control characters, such as those in the name of a file, are escapes,
// and none of the parts is longer than 1,000 characters.
func (p Problem) Error() string { return p.line(nil) }

// line returns the problem in the language of a catalogue.
func (p Problem) line(c message.Catalogue) string {
	in := func(text string) string { return quote.Message(message.In(c, text)) }
	var b strings.Builder
	if place := cmp.Or(p.Pos.String(), p.Path); place != "" {
		b.WriteString(quote.Message(place) + ": ")
	}
	detail, hint := p.Said()
	fmt.Fprintf(&b, "%s %s: %s", in(message.Word(string(p.Level))), p.Code, in(detail))
	if p.Related != "" {
		b.WriteString(in(message.Of("; see %s", p.related())))
	}
	if hint != "" {
		fmt.Fprintf(&b, " (%s)", in(hint))
	}
	return b.String()
}

// related returns the path of the related entry and its line, or its cell in a workbook.
func (p Problem) related() string {
	at := p.RelatedPos
	switch {
	case at.Line == 0:
		return p.Related
	case at.Sheet == "":
		return message.Of("%s, line %d", p.Related, at.Line)
	}
	at.File = ""
	return at.String()
}

// Unwrap returns the code and the cause, for errors.Is and errors.As.
func (p Problem) Unwrap() []error {
	if p.Cause == nil {
		return []error{p.Code}
	}
	return []error{p.Code, p.Cause}
}

// Problems are all problems of an account, errors and warnings. As an error it wraps each of them,
// so errors.Is(err, ErrDuplicateID) reports whether there is a problem with that code. A function
// that returns an error returns [Problems.Err]: Problems converted to an error are never nil, even
// if they are empty.
type Problems []Problem

// Error returns the first error, or the first problem when all are warnings, and the number of
// further problems. [Problems.Report] has all of them.
func (ps Problems) Error() string {
	if len(ps) == 0 {
		return "no problems"
	}
	first := max(0, slices.IndexFunc(ps, func(p Problem) bool { return p.Level == LevelError }))
	text := ps[first].Error()
	if len(ps) > 1 {
		text += fmt.Sprintf(" (and %d more)", len(ps)-1)
	}
	return text
}

// Unwrap returns the problems one by one, for errors.Is and errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// HasErrors reports whether any of the problems is an error.
func (ps Problems) HasErrors() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Level == LevelError })
}

// Err returns ps as an error if any problem is an error, and nil if all are warnings.
func (ps Problems) Err() error {
	if !ps.HasErrors() {
		return nil
	}
	return ps
}

// Report returns one line for each problem, as [Problem.Error] writes it.
func (ps Problems) Report() string { return ps.ReportIn(nil) }

// ReportIn is [Problems.Report] in another language. The catalogue returns the format of a sentence
// in that language for the English one, with the verbs of package fmt, or "" if it has none. See
// Report of package accountmap/terms.
func (ps Problems) ReportIn(catalogue func(format string) string) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.line(catalogue) + "\n")
	}
	return b.String()
}

// Sort orders the problems by file, sheet, line and column where these are known, then by path with
// list indexes as numbers, then by code.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Sheet, b.Pos.Sheet), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column),
			accountSchema().ComparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Detail, b.Detail),
		)
	})
}

// Pos is a place in a file. The zero Pos means that the account was not read from a file.
type Pos struct {
	// File is the name of the file as the caller gave it; empty for a stream.
	File string `json:"file,omitzero"`
	// Sheet is the name of the sheet in a workbook; Line and Column then locate the cell. It is
	// empty for other files.
	Sheet string `json:"sheet,omitzero"`
	// Line and Column count from 1. A column is a character, not a byte.
	Line   int `json:"line,omitzero"`
	Column int `json:"column,omitzero"`
}

// IsZero reports whether the place is unknown.
func (p Pos) IsZero() bool { return p == Pos{} }

// String returns "file:line:column", or "file:sheet!C7" for a workbook, without the unknown parts.
func (p Pos) String() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	switch {
	case p.Sheet != "" && p.Line > 0:
		parts = append(parts, p.Sheet+"!"+cellName(p.Line, p.Column))
	case p.Sheet != "":
		parts = append(parts, p.Sheet)
	case p.Line > 0:
		parts = append(parts, strconv.Itoa(p.Line), strconv.Itoa(p.Column))
	}
	return strings.Join(parts, ":")
}

// cellName returns a spreadsheet's name of a cell, "C7", or of a whole row, "7", when the column is
// 0.
func cellName(line, column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(line)
}

// ValueError describes a text that is not a valid date, amount or word of an enumeration, and how
// to correct it. Every UnmarshalText of this package returns it.
type ValueError struct {
	Detail, Hint string

	said messages
}

// NewValueError returns an error with a detail and a hint; see [Problem.Say].
func NewValueError(detail, hint string) *ValueError {
	return &ValueError{message.English(detail), message.English(hint), messages{detail, hint}}
}

// Said returns the detail and the hint as they were given to [NewValueError].
func (e *ValueError) Said() (detail, hint string) { return e.said.of(e.Detail, e.Hint) }

// Error returns the detail, followed by the hint in brackets.
func (e *ValueError) Error() string {
	if e.Hint == "" {
		return e.Detail
	}
	return e.Detail + " (" + e.Hint + ")"
}

// enumeration is a type whose values are words of the account file. The UnmarshalText of each
// accepts any case, hyphens and spaces, and suggests the nearest word in its error. The empty text
// is the zero value. Words lists the values in the order of the function that is named after the
// type.
type enumeration interface {
	~string
	Words() []string
}

func unmarshalEnum[T enumeration](v *T, text []byte) error {
	word := string(text)
	all := (*v).Words()
	i := slices.IndexFunc(all, func(known string) bool { return spell.Fold(word) == spell.Fold(known) })
	switch {
	case word == "":
		*v = ""
	case i < 0:
		return unknownWord(word, all)
	default:
		*v = T(all[i])
	}
	return nil
}

func unknownWord(word string, all []string) *ValueError {
	hint := message.Of("one of %s", strings.Join(all, ", "))
	if near, ok := spell.Nearest(word, all); ok {
		hint = message.Of("did you mean %s? One of %s", strconv.Quote(near), strings.Join(all, ", "))
	}
	return NewValueError(message.Of("unknown value %s", quote.Text(word)), hint)
}

// words writes the values of an enumeration as texts.
func words[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}
