package sheet

import (
	"bufio"
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

type rowWriter struct {
	styles *styleBook
	out    []byte   // the row so far
	column []string // the letters of each column
	row    []byte   // the number of the row
}

func (w *rowWriter) write(out *bufio.Writer, s *Sheet) {
	out.WriteString("<sheetData>")
	folded, depth := false, int8(0)
	for i := range s.Rows {
		row := &s.Rows[i]
		if folded = folded && row.Outline > depth; !folded && row.Folded {
			depth = row.Outline
		}
		w.out = w.out[:0]
		w.writeRow(i, row, folded)
		folded = folded || row.Folded
		out.Write(w.out)
	}
	out.WriteString("</sheetData>")
}

func (w *rowWriter) writeRow(index int, row *Row, folded bool) {
	w.row = strconv.AppendInt(w.row[:0], int64(index+1), 10)
	w.out = append(append(append(w.out, `<row r="`...), w.row...), '"')
	if row.Style != nil {
		w.attribute(" s", w.styles.known(row.Style, form{}))
		w.out = append(w.out, ` customFormat="1"`...)
	}
	if row.Height > 0 {
		w.out = append(w.out, ` ht="`...)
		w.out = strconv.AppendFloat(w.out, row.Height, 'f', -1, 64)
		w.out = append(w.out, `" customHeight="1"`...)
	}
	if row.Hidden || folded {
		w.out = append(w.out, ` hidden="1"`...)
	}
	if row.Outline > 0 {
		w.attribute(" outlineLevel", int(row.Outline))
	}
	if row.Folded {
		w.out = append(w.out, ` collapsed="1"`...)
	}
	w.out = append(w.out, '>')
	for len(w.column) < len(row.Cells) {
		w.column = append(w.column, columnName(len(w.column)))
	}
	for k := range row.Cells {
		if c := &row.Cells[k]; c.Value != nil || c.Style != nil {
			w.writeCell(k, c, row.Style)
		}
	}
	w.out = append(w.out, "</row>"...)
}

func (w *rowWriter) attribute(name string, n int) {
	w.out = append(append(w.out, name...), `="`...)
	w.out = append(strconv.AppendInt(w.out, int64(n), 10), '"')
}

func (w *rowWriter) writeCell(column int, c *Cell, rowStyle *Style) {
	var formula *Formula
	value := c.Value
	if v, ok := value.(Formula); ok {
		formula, value = &v, v.Cached
	}
	w.out = append(append(append(append(w.out, `<c r="`...), w.column[column]...), w.row...), '"')
	form := formOf(value)
	form.quoted = form.quoted && formula == nil
	if id := w.styles.known(styleOf(c, rowStyle), form); id != 0 {
		w.attribute(" s", id)
	}
	switch v := value.(type) {
	case Link:
		value = Text(v.shown())
	case Jump:
		value = Text(v.Text)
	}
	switch {
	case formula != nil:
		w.formula(formula.Expr, value)
	case isText(value):
		w.text(value)
	default:
		w.number(value)
	}
}

// isText reports whether a value is text in the file. This includes a date outside the calendar of
// spreadsheets.
func isText(v Value) bool {
	switch v := v.(type) {
	case Text, Literal, Rich:
		return true
	case Date:
		t, ok := v.midnight()
		if !ok {
			return false
		}
		_, counts := serial(t)
		return !counts
	}
	return false
}

// text writes the rest of a text cell. An empty text leaves the cell blank.
func (w *rowWriter) text(v Value) {
	from := len(w.out)
	w.out = append(w.out, ` t="inlineStr"><is>`...)
	start := len(w.out)
	switch v := v.(type) {
	case Text:
		w.run(cleantext.DropLines(string(v)))
	case Literal:
		w.run(cleantext.DropLines(string(v)))
	case Date:
		w.run(v.String())
	case Rich:
		for _, r := range v {
			if s := cleantext.DropLines(r.Text); s != "" {
				w.out = append(w.out, "<r>"...)
				w.out = append(w.out, r.properties()...)
				w.run(s)
				w.out = append(w.out, "</r>"...)
			}
		}
	}
	if len(w.out) == start {
		w.out = append(w.out[:from], "/>"...)
		return
	}
	w.out = append(w.out, "</is></c>"...)
}

// run writes a text with its outer spaces and line feeds. It skips an empty text.
func (w *rowWriter) run(s string) {
	if s == "" {
		return
	}
	w.out = append(w.out, "<t"...)
	if s[0] <= ' ' || s[len(s)-1] <= ' ' {
		w.out = append(w.out, ` xml:space="preserve"`...)
	}
	w.out = append(w.out, '>')
	w.out = appendText(w.out, s)
	w.out = append(w.out, "</t>"...)
}

func (r Run) properties() string {
	var x strings.Builder
	x.WriteString("<rPr>")
	if r.Bold {
		x.WriteString("<b/>")
	}
	if r.Italic {
		x.WriteString("<i/>")
	}
	x.WriteString(`<sz val="` + decimal(cmp.Or(r.Size, fontSize)) + `"/><color rgb="` + argb(cmp.Or(r.Ink, "#000000")) + `"/><rFont val="` + font + `"/><family val="2"/></rPr>`)
	return x.String()
}

func (w *rowWriter) formula(expr string, cached Value) {
	text := isText(cached)
	if text || cached == nil {
		w.out = append(w.out, ` t="str"`...)
	}
	w.out = append(w.out, "><f>"...)
	w.out = appendText(w.out, expr)
	w.out = append(w.out, "</f>"...)
	switch v := cached.(type) {
	case nil:
	case Text:
		w.out = append(appendText(append(w.out, "<v>"...), strings.TrimSpace(cleantext.DropLines(string(v)))), "</v>"...)
	default:
		if n, ok := figure(v); ok {
			w.out = append(strconv.AppendFloat(append(w.out, "<v>"...), n, 'g', -1, 64), "</v>"...)
		} else if d, isDate := v.(Date); isDate && text {
			w.out = append(append(append(w.out, "<v>"...), d.String()...), "</v>"...)
		}
	}
	w.out = append(w.out, "</c>"...)
}

// number writes the rest of a numeric cell, and nothing for any other value.
func (w *rowWriter) number(v Value) {
	n, ok := figure(v)
	if !ok {
		w.out = append(w.out, "/>"...)
		return
	}
	w.out = append(w.out, "><v>"...)
	w.out = strconv.AppendFloat(w.out, n, 'g', -1, 64)
	w.out = append(w.out, "</v></c>"...)
}

// figure returns the number of a value in the file. ok is false for a blank or a text.
func figure(v Value) (n float64, ok bool) {
	switch v := v.(type) {
	case Number:
		return float64(v), true
	case Percent:
		return float64(v), true
	case Money:
		return float64(v.Minor) / math.Pow10(v.Decimals), true
	case Date:
		t, real := v.midnight()
		if !real {
			return 0, false
		}
		return serial(t)
	}
	return 0, false
}
