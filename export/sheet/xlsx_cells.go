package sheet

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A cellWriter turns the cells of one sheet into the library's.
type cellWriter struct {
	*builder
	sheet *Sheet
	links []link

	// cells and values are used again for every row; values[i] is &cells[i] or nil.
	cells  []excelize.Cell
	values []any
}

// row gives a row's values as the library takes them. They are good until the next call.
func (w *cellWriter) row(index int, row *Row) ([]any, error) {
	if n := len(row.Cells); n > len(w.cells) {
		w.cells = make([]excelize.Cell, n)
		w.values = make([]any, n)
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		w.values[i] = nil
		if c.Value == nil && c.Style == nil {
			continue
		}
		style := c.Style
		if style == nil {
			style = row.Style
		}
		if err := w.cell(index, i, c.Value, style); err != nil {
			return nil, fmt.Errorf("cell %s: %w", Ref(index, i), err)
		}
		w.values[i] = &w.cells[i]
	}
	return w.values[:len(row.Cells)], nil
}

func (w *cellWriter) cell(row, column int, v Value, style *Style) error {
	out := &w.cells[column]
	*out = excelize.Cell{}
	var f form
	var err error
	switch v := v.(type) {
	case nil:
	case Text:
		out.Value, err = text(string(v))
	case Rich:
		out.Value, err = rich(v)
	case Link:
		out.Value, err = w.link(row, column, v)
	case Jump:
		out.Value, err = w.jump(row, column, v)
	case Formula:
		f, err = w.formula(v, out)
	default:
		out.Value, f, err = scalar(v)
	}
	if err != nil {
		return err
	}
	out.StyleID, err = w.styles.id(style, f)
	return err
}

// text is nil for an empty text: a blank cell, not one that holds nothing.
func text(s string) (any, error) {
	s = cleanText(s)
	if s == "" {
		return nil, nil
	}
	if len(s) > maxText && unitCount(s) > maxText {
		return nil, fmt.Errorf("a text of %d UTF-16 units, but a cell takes %d; shorten it", unitCount(s), maxText)
	}
	return markEscapes(s), nil
}

func rich(runs Rich) (any, error) {
	var out []excelize.RichTextRun
	units := 0
	for _, r := range runs {
		s := cleanText(r.Text)
		if s == "" {
			continue
		}
		units += unitCount(s)
		style := Style{Size: r.Size, Ink: r.Ink, Bold: r.Bold, Italic: r.Italic}
		if err := style.check(); err != nil {
			return nil, err
		}
		out = append(out, excelize.RichTextRun{Text: markEscapes(s), Font: look{style: style}.excelize().Font})
	}
	switch {
	case units > maxText:
		return nil, fmt.Errorf("a text of %d UTF-16 units, but a cell takes %d; shorten it", units, maxText)
	case out == nil:
		return nil, nil
	}
	return out, nil
}

// scalar is the value that a number, share, date or amount of money has in the file, with its form.
func scalar(v Value) (any, form, error) {
	switch v := v.(type) {
	case Number:
		n, err := finite(float64(v))
		return n, form{kind: asNumber}, err
	case Percent:
		n, err := finite(float64(v))
		return n, form{kind: asPercent}, err
	case Date:
		return date(v)
	case Money:
		return money(v)
	}
	return nil, form{}, fmt.Errorf("a value of type %T cannot stand here", v)
}

func finite(n float64) (any, error) {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return nil, fmt.Errorf("the number %v, but a cell takes finite ones; leave it blank", n)
	}
	return n, nil
}

func date(d Date) (any, form, error) {
	if d == (Date{}) {
		return nil, form{kind: asDate}, nil
	}
	t, ok := d.midnight()
	if !ok {
		return nil, form{}, fmt.Errorf("the date %v is not in the calendar", d)
	}
	if days, ok := serial(t); ok {
		return days, form{kind: asDate}, nil
	}
	return d.String(), form{kind: asDate}, nil
}

func money(m Money) (any, form, error) {
	if m.Decimals < 0 || m.Decimals > 9 {
		return nil, form{}, fmt.Errorf("money with %d decimals; want 0 to 9", m.Decimals)
	}
	if m.Currency != "" && (len(m.Currency) != 3 || strings.Trim(m.Currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return nil, form{}, fmt.Errorf("the currency %q; want three capital letters or none", m.Currency)
	}
	f := form{kind: asMoney, decimals: int8(m.Decimals), currency: m.Currency}
	return float64(m.Minor) / math.Pow10(m.Decimals), f, nil
}

func (w *cellWriter) formula(v Formula, out *excelize.Cell) (f form, err error) {
	expr := v.Expr
	switch {
	case expr == "" || strings.HasPrefix(expr, "="):
		return form{}, fmt.Errorf("the formula %q; want one without the equals sign", expr)
	case expr != cleanText(expr):
		return form{}, errors.New("a formula with control characters or bytes that are not UTF-8")
	case unitCount(expr) > maxFormula:
		return form{}, fmt.Errorf("a formula of %d UTF-16 units, but a cell takes %d; shorten it", unitCount(expr), maxFormula)
	}
	switch cached := v.Cached.(type) {
	case nil:
	case Text:
		// The library marks outer spaces in a place where the format does not allow it.
		out.Value, err = text(strings.TrimSpace(string(cached)))
	default:
		out.Value, f, err = scalar(cached)
	}
	out.Formula = expr
	w.formulas = true
	return f, err
}
