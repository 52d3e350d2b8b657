package handoff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// tones are the colours of statuses and stances for a document.
func tones() []document.Tone {
	var list []document.Tone
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		t := accountview.StatusTint(s)
		list = append(list, document.Tone{Name: statusTone(s), Fill: t.Fill, Ink: t.Ink})
	}
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		t := accountview.StanceTint(s)
		list = append(list, document.Tone{Name: stanceTone(s), Fill: t.Fill, Ink: t.Ink})
	}
	return list
}

// alarmTone marks what is late, quietTone what is over.
const (
	alarmTone = stancePrefix + string(accountmap.StanceBlocker)
	quietTone = stancePrefix + string(accountmap.StanceUnknown)
)

func statusTone(s accountmap.CoverageStatus) string { return "status " + string(s) }

const stancePrefix = "stance "

func stanceTone(s accountmap.Stance) string { return stancePrefix + string(s) }

// words is a text of one plain piece, and nil for an empty one.
func words(s string) document.Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return document.Text{document.Plain(s)}
}

func muted(s string) document.Text {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return document.Text{document.Muted(s)}
}

// cell is a cell of the lines that are not empty.
func cell(lines ...document.Text) document.Cell {
	var c document.Cell
	for _, line := range lines {
		if len(line) > 0 {
			c.Lines = append(c.Lines, line)
		}
	}
	return c
}

func textCell(s string) document.Cell { return cell(words(s)) }

func rowHead(lines ...document.Text) document.Cell {
	c := cell(lines...)
	c.Header = true
	return c
}

func numberCell(s string) document.Cell {
	c := cell(words(s))
	c.Number = true
	return c
}

// countCell is a number, and blank for none.
func (p *page) countCell(n int) document.Cell {
	if n == 0 {
		return document.Cell{Number: true}
	}
	return numberCell(p.Words.Number(n))
}

// day is a date that stays on one line.
func (p *page) day(d accountmap.Date) string {
	return strings.ReplaceAll(p.Words.ShortDate(d), " ", "\u00a0")
}

// dayCell is a date, sorted as one.
func (p *page) dayCell(d accountmap.Date) document.Cell {
	c := textCell(p.day(d))
	if !d.IsZero() {
		c.Sort = d.String()
	}
	return c
}

// heads is a row of column heads, aligned as their columns.
func (p *page) heads(keys ...headKey) []document.Row {
	row := make(document.Row, len(keys))
	for i, k := range keys {
		row[i] = textCell(p.Words.Text(k.key))
		row[i].Number = k.number
	}
	return []document.Row{row}
}

type headKey struct {
	key    terms.Key
	number bool
}

func left(k terms.Key) headKey { return headKey{key: k} }

func right(k terms.Key) headKey { return headKey{key: k, number: true} }

// stanceCell is a stance, sorted from champion to blocker.
func (p *page) stanceCell(s accountmap.Stance) document.Cell {
	c := cell(document.Text{p.stanceChip(s)})
	if rank := slices.Index(accountmap.Stances(), s); rank >= 0 {
		c.Sort = strconv.Itoa(rank + 1)
	}
	return c
}

// stanceChip is a stance as its mark and word.
func (p *page) stanceChip(s accountmap.Stance) document.Chip {
	return document.Chip{Text: p.Words.StanceMark(s) + "\u00a0" + p.Words.Stance(s), Tone: stanceTone(s)}
}

func (p *page) statusCell(s accountmap.CoverageStatus) document.Cell {
	c := textCell(p.Words.Status(s))
	c.Tone = statusTone(s)
	return c
}

// nameLines are the names of ids, one a line: names of different scripts never mix in one line.
func nameLines[K any](ids []K, name func(K) string) document.Cell {
	var names []document.Text
	for _, id := range ids {
		names = append(names, words(name(id)))
	}
	return cell(names...)
}

func (p *page) people(ids []accountmap.ContactID) document.Cell { return nameLines(ids, p.ContactName) }
func (p *page) members(ids []accountmap.MemberID) document.Cell { return nameLines(ids, p.MemberName) }

// parted divides a list into two groups, by whether an entry belongs below. An empty group is left
// out.
func parted[T any](list []T, below func(T) bool, row func(T) document.Row, titleAbove, titleBelow string) []document.Group {
	groups := []document.Group{{Title: words(titleAbove)}, {Title: words(titleBelow)}}
	for _, entry := range list {
		g := &groups[0]
		if below(entry) {
			g = &groups[1]
		}
		g.Rows = append(g.Rows, row(entry))
	}
	return slices.DeleteFunc(groups, func(g document.Group) bool { return len(g.Rows) == 0 })
}

// email links an address. Text that is not an address stays text.
func email(address string) document.Text {
	if url, ok := weblink.Mailto(address); ok {
		return document.Text{document.Link{Text: address, URL: url}}
	}
	return words(address)
}
