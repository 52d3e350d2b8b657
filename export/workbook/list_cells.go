package workbook

import (
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

func (b *book) listCell(t *table.Table, column int) func(table.Row) sheet.Cell {
	c := &t.Columns[column]
	if column == 0 {
		style := b.Wrapped
		if !showsKey(t) { // a long hidden key does not increase the height of a row
			style = nil
		}
		return func(r table.Row) sheet.Cell { return sheet.Cell{Value: sheet.Text(r.Key()), Style: style} }
	}
	style := b.Wrapped
	switch {
	case c.List:
	case isFigure(c.Kind):
		style = b.Number
	case c.Kind == table.YesNo:
		style = b.Centred
	}
	if name, ok := t.NameColumn(); ok && name == column && c.Kind == table.Text {
		style = b.Bold
	}
	if c.Key == "email" {
		return b.emailCell(column)
	}
	return func(r table.Row) sheet.Cell {
		v := r.Value(column)
		if v == nil {
			return sheet.Cell{Value: blank(c), Style: style}
		}
		return sheet.Cell{Value: b.listValue(c, v), Style: style}
	}
}

// blank returns the value of an empty cell of a column. It is nil if a spreadsheet interprets
// entries in the column correctly.
func blank(c *table.Column) sheet.Value {
	switch {
	case c == nil || c.List:
	case c.Kind == table.Date:
		return sheet.Date{}
	case isLiteral(c):
		return sheet.Literal("")
	}
	return nil
}

// isLiteral reports whether a column has texts that a spreadsheet would interpret as numbers or
// days.
func isLiteral(c *table.Column) bool {
	return c.Kind == table.ID || c.Kind == table.Code || c.Key == "id" || c.Key == "phone"
}

// listValue returns the value for a cell: a number if a cell can hold all of its digits, and
// otherwise a text.
func (b *book) listValue(c *table.Column, v any) sheet.Value {
	switch v := v.(type) {
	case accountmap.Date:
		if !v.Before(accountmap.Date{Year: 1900, Month: 3, Day: 1}) {
			return sheetstyle.SheetDate(v)
		}
	case accountmap.Money:
		if v.Currency == b.data.Currency && exact(v.Minor) {
			return sheet.Money{Minor: v.Minor, Decimals: v.Currency.Digits(), Currency: string(v.Currency)}
		}
	case int:
		if exact(int64(v)) {
			return sheet.Number(v)
		}
	case float64:
		if f, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil && f == v {
			return sheet.Number(v)
		}
	}
	text := listText(b.listWords(c, v))
	if isLiteral(c) && !c.List {
		return sheet.Literal(text)
	}
	return text
}

// exact reports whether a spreadsheet keeps every digit of a number.
func exact(n int64) bool { return n > -1e15 && n < 1e15 }

// listWords returns a value in the reader's words: labels for references, and the words of
// enumerations.
func (b *book) listWords(c *table.Column, v any) string {
	word := func(text string) string { return text }
	switch c.Kind {
	case table.Word:
		word = func(text string) string { return b.Words.Word(c.Enum, text) }
	case table.Reference:
		labels := b.labelsOf(c.Refers)
		word = func(text string) string {
			if label, ok := labels[text]; ok {
				return label
			}
			return text
		}
	}
	switch v := v.(type) {
	case string:
		return word(v)
	case []string:
		words := make([]string, len(v))
		for i, text := range v {
			words[i] = word(text)
		}
		return table.JoinList(words)
	case bool:
		return b.Words.YesNo(v)
	case accountmap.Money:
		if v.Currency != b.data.Currency && v.Currency.Digits() > 0 { // without decimals, a thousands separator could be taken for a decimal point
			return strings.ReplaceAll(b.Words.Money(v), "\u00a0", " ")
		}
	}
	return c.Format(v, b.data.Currency)
}

func listText(text string) sheet.Text {
	cell, _ := hiddensheet.Cut(text)
	return sheet.Text(cell)
}

// maxLinks limits the clickable email addresses, since a sheet limits its links. Further addresses
// are plain text.
const maxLinks = 60_000

// emailCell returns a function that makes the cells of addresses, as links up to the limit.
func (b *book) emailCell(column int) func(table.Row) sheet.Cell {
	left := maxLinks
	return func(r table.Row) sheet.Cell {
		text, _ := r.Value(column).(string)
		if text == "" {
			return sheet.Cell{Style: b.Wrapped}
		}
		address, ok := weblink.Mailto(strings.TrimSpace(text))
		if !ok || left == 0 {
			return sheet.Cell{Value: listText(text), Style: b.Wrapped}
		}
		left--
		return sheet.Cell{Value: sheet.Link{Text: text, URL: address}, Style: b.Link}
	}
}

func (b *book) labelsOf(list string) map[string]string {
	labels, ok := b.labels[list]
	if !ok {
		if t, known := table.Lookup(list); known {
			labels = hiddensheet.Labels(t, b.data)
		}
		if b.labels == nil {
			b.labels = map[string]map[string]string{}
		}
		b.labels[list] = labels
	}
	return labels
}

// everyColumn returns the rule of a regular talk in words: "every 3 months". It is not read back.
func (b *book) everyColumn(rule int) listColumn {
	return listColumn{
		head: b.Words.Text(terms.PackEvery), width: everyWidth,
		extra: func(r table.Row, _ int) sheet.Cell {
			every, _ := r.Value(rule).(string)
			return sheet.Cell{Value: sheetstyle.CellText(b.Every(accountmap.Recurrence(every))), Style: b.Wrapped}
		},
	}
}

// everyWidth fits "every 12 months" in any language.
const everyWidth = 20

// Widths of the columns of a list, in characters. The padding includes the indent, the borders and,
// in a head, the button of the filter.
const (
	headPadding = 5
	minList     = 10
	maxList     = 36
	maxHead     = 26 // of a head in one line
	maxWord     = 48 // of a text without wrapping, such as an address
	// measured limits the rows of a list whose widths are measured.
	measured = 2_000
)

// fitWidths makes each column wide enough for its head and its cells, up to a limit. Longer texts
// wrap.
func (l *list) fitWidths(rows []table.Row) {
	for i := range l.columns {
		c := &l.columns[i]
		if c.extra != nil {
			continue
		}
		if i == 0 && !l.shows(i) {
			c.width = minList
			continue
		}
		most, widest, word := float64(maxList), 0.0, 0.0
		if c.Kind == table.LongText {
			most = sheetstyle.MostLong
		}
		for _, r := range rows[:min(len(rows), measured)] {
			if v := r.Value(c.index); v != nil {
				text := l.listWords(c.Column, v)
				if c.Kind == table.Money && !c.List {
					text = "000" + text // for thousands separators and the currency
				}
				widest = max(widest, widestLine(text, most))
				if c.Key == "email" {
					word = max(word, sheetstyle.TextWidth(text[:min(len(text), 2*maxWord)]))
				}
			}
		}
		width := max(minList, 1.1*sheetstyle.LongestWord(c.head)+headPadding, min(1.1*sheetstyle.TextWidth(c.head)+headPadding, maxHead))
		if name, ok := l.table.NameColumn(); ok && name == c.index {
			widest *= 1.1 // bold
		}
		c.width = max(min(max(width, widest+sheetstyle.ListPadding), most), min(word+sheetstyle.ListPadding, maxWord))
	}
}

// widestLine returns the width of the widest line of a text. It stops measuring a line at the width
// most.
func widestLine(text string, most float64) float64 {
	widest := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		widest = max(widest, sheetstyle.TextWidth(line[:min(len(line), 4*int(most))]))
	}
	return widest
}
