// Package cells has the texts, cells and tones of the pages of package handoff.
package cells

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// Tones returns the colours of statuses and stances for a document.
func Tones() []document.Tone {
	var list []document.Tone
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		t := accountview.StatusTint(s)
		list = append(list, document.Tone{Name: StatusTone(s), Fill: t.Fill, Ink: t.Ink})
	}
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		t := accountview.StanceTint(s)
		list = append(list, document.Tone{Name: StanceTone(s), Fill: t.Fill, Ink: t.Ink})
	}
	return list
}

// AlarmTone is the tone of late entries, and QuietTone the tone of closed ones.
const (
	AlarmTone = stancePrefix + string(accountmap.StanceBlocker)
	QuietTone = stancePrefix + string(accountmap.StanceUnknown)
)

func StatusTone(s accountmap.CoverageStatus) string { return "status " + string(s) }

const stancePrefix = "stance "

func StanceTone(s accountmap.Stance) string { return stancePrefix + string(s) }

// Words returns a text of one plain piece, and nil for an empty string.
func Words(s string) document.Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return document.Text{document.Plain(s)}
}

func Muted(s string) document.Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return document.Text{document.Muted(s)}
}

func Strong(s string) document.Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return document.Text{document.Strong(s)}
}

// Chip returns a status, kind or mark. It has a capital letter: in one column stand words of statuses
// and words that mark an entry as late or new, which are lower-case within sentences.
func Chip(word, tone string) document.Chip {
	first, size := utf8.DecodeRuneInString(word)
	return document.Chip{Text: string(unicode.ToUpper(first)) + word[size:], Tone: tone}
}

// Cell returns a cell with the non-empty lines.
func Cell(lines ...document.Text) document.Cell {
	var c document.Cell
	for _, line := range lines {
		if len(line) > 0 {
			c.Lines = append(c.Lines, line)
		}
	}
	return c
}

func TextCell(s string) document.Cell { return Cell(Words(s)) }

func RowHead(lines ...document.Text) document.Cell {
	c := Cell(lines...)
	c.Header = true
	return c
}

// NumberCell returns a number, aligned right, or a blank cell.
func NumberCell(s string) document.Cell {
	c := Cell(Words(s))
	c.Number = true
	return c
}

// NameLines returns a cell with the names of ids, one a line: names of different scripts never
// share a line.
func NameLines[K any](ids []K, name func(K) string) document.Cell {
	var names []document.Text
	for _, id := range ids {
		names = append(names, Words(name(id)))
	}
	return Cell(names...)
}

// NumberLines is NameLines for numbers, aligned right.
func NumberLines[K any](list []K, text func(K) string) document.Cell {
	c := NameLines(list, text)
	c.Number = true
	return c
}

// Rank returns 1 for true and 0 for false.
func Rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// CompareDue compares due days; unknown days are last.
func CompareDue(a, b accountmap.Date) int {
	return cmp.Or(Rank(a.IsZero())-Rank(b.IsZero()), a.Compare(b))
}

// Titled returns blocks under a heading of their own within a section.
func Titled(id, title string, blocks ...document.Block) *document.Section {
	return &document.Section{ID: id, Title: title, Blocks: blocks}
}

// Short shortens a text to a number of letters, at the end of a word.
func Short(s string, most int) string {
	s = accountview.OneLine(s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	s = string([]rune(s)[:most-1])
	if i := strings.LastIndexByte(s, ' '); i >= 0 && utf8.RuneCountInString(s[i+1:]) < most/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:·–-") + "…"
}

// Brief abbreviates the first word of a name longer than a number of letters: "M. Wiśniewska".
func Brief(name string, most int) string {
	if first, rest, found := strings.Cut(name, " "); found && utf8.RuneCountInString(name) > most {
		r, size := utf8.DecodeRuneInString(first)
		if size < len(first) {
			name = string(r) + ".\u00a0" + rest
		}
	}
	return name
}

// Table returns a plain table of rows, whose columns have the given shares of the width.
func Table(widths []int, rows ...document.Row) *document.Table {
	return &document.Table{Plain: true, Widths: widths, Groups: []document.Group{{Rows: rows}}}
}
