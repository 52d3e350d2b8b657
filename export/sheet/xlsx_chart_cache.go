package sheet

import (
	"fmt"
	"strings"
)

// reference names a range of this sheet.
func (p *sheetPart) reference(r Range) string {
	return escapeXML(quoteName(p.names[p.index]) + "!" + r.absolute())
}

// writeCache writes the values that a chart shows of a range.
func (p *sheetPart) writeCache(x *strings.Builder, r Range, of func(Value) (string, bool)) {
	fmt.Fprintf(x, `<c:ptCount val="%d"/>`, r.count())
	for i := range r.count() {
		if text, ok := of(p.sheet.value(r, i)); ok {
			fmt.Fprintf(x, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escapeXML(text))
		}
	}
}

// value is the value of the ith cell of a range of one row or one column; that of a formula is its cached one.
func (s *Sheet) value(r Range, i int) Value {
	row, column := r.Row+i, r.Column
	if r.Rows == 1 {
		row, column = r.Row, r.Column+i
	}
	if row >= len(s.Rows) || column >= len(s.Rows[row].Cells) {
		return nil
	}
	v := s.Rows[row].Cells[column].Value
	if f, ok := v.(Formula); ok {
		return f.Cached
	}
	return v
}

// textOf is what a text shows, and empty for anything else.
func textOf(v Value) string {
	switch v := v.(type) {
	case Text:
		return cleanText(string(v))
	case Rich:
		var b strings.Builder
		for _, r := range v {
			b.WriteString(cleanText(r.Text))
		}
		return b.String()
	case Link:
		return cleanText(v.shown())
	case Jump:
		return cleanText(v.Text)
	}
	return ""
}

// codeOf is the number format of the first number of a range.
func (p *sheetPart) codeOf(r Range) string {
	for i := range r.count() {
		if code := formOf(p.sheet.value(r, i)).code(General, p.styles.dates); code != "" {
			return code
		}
	}
	return "General"
}
