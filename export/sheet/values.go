package sheet

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// A cellReader checks the cells of one sheet before they are written. It reports cells that cannot
// be written, numbers every look, and collects the links. Writing a checked cell cannot fail.
type cellReader struct {
	*frame
	links []link
}

func (r *cellReader) rows(s *Sheet) error {
	for _, c := range s.Columns {
		if _, err := r.styles.id(nil, formOf(c.Blank)); err != nil {
			return err
		}
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Style != nil {
			if _, err := r.styles.id(row.Style, form{}); err != nil {
				return fmt.Errorf("row %d: %w", i+1, err)
			}
		}
		for k := range row.Cells {
			c := &row.Cells[k]
			if c.Value == nil && c.Style == nil {
				continue
			}
			if err := r.cell(i, k, c, row.Style); err != nil {
				return fmt.Errorf("cell %s: %w", Ref(i, k), err)
			}
		}
	}
	return nil
}

func (r *cellReader) cell(row, column int, c *Cell, rowStyle *Style) error {
	var f form
	var err error
	switch v := c.Value.(type) {
	case nil:
	case Text:
		err = checkText(string(v))
	case Literal:
		err = checkText(string(v))
	case Rich:
		err = checkRich(v)
	case Link:
		err = r.link(row, column, v)
	case Jump:
		err = r.jump(row, column, v)
	case Formula:
		f, err = r.formula(v)
	default:
		f, err = scalarForm(v)
	}
	if err != nil {
		return err
	}
	if _, isFormula := c.Value.(Formula); !isFormula && f.kind == asText {
		f = formOf(c.Value)
	}
	_, err = r.styles.id(styleOf(c, rowStyle), f)
	return err
}

func styleOf(c *Cell, rowStyle *Style) *Style {
	if c.Style == nil {
		return rowStyle
	}
	return c.Style
}

func checkText(s string) error {
	if len(s) <= maxText {
		return nil
	}
	if n := cleantext.UTF16Len(cleantext.DropLines(s)); n > maxText {
		return fmt.Errorf("a text of %d UTF-16 units, but a cell takes %d; shorten it", n, maxText)
	}
	return nil
}

func checkRich(runs Rich) error {
	units := 0
	for _, r := range runs {
		units += cleantext.UTF16Len(cleantext.DropLines(r.Text))
		if err := r.style().check(); err != nil {
			return err
		}
	}
	if units > maxText {
		return fmt.Errorf("a text of %d UTF-16 units, but a cell takes %d; shorten it", units, maxText)
	}
	return nil
}

func (r Run) style() Style { return Style{Size: r.Size, Ink: r.Ink, Bold: r.Bold, Italic: r.Italic} }

// formOf returns the form of a checked value. A text that begins like a formula is quoted.
// Otherwise a spreadsheet would run it when the cell is edited, or when the sheet is saved as CSV
// and opened.
func formOf(v Value) form {
	switch v := v.(type) {
	case nil:
		return form{}
	case Text:
		return form{quoted: cleantext.BeginsFormula(string(v))}
	case Literal:
		return form{kind: asLiteral, quoted: cleantext.BeginsFormula(string(v))}
	case Rich:
		first := slices.IndexFunc(v, func(r Run) bool { return r.Text != "" })
		return form{quoted: first >= 0 && cleantext.BeginsFormula(v[first].Text)}
	case Link:
		return form{quoted: cleantext.BeginsFormula(v.shown())}
	case Jump:
		return form{quoted: cleantext.BeginsFormula(v.Text)}
	}
	f, _ := scalarForm(v)
	return f
}

// scalarForm returns the form of a number, share, date or amount of money, or an error if a cell
// cannot hold it.
func scalarForm(v Value) (form, error) {
	switch v := v.(type) {
	case Number:
		return form{kind: asNumber}, checkFinite(float64(v))
	case Percent:
		return form{kind: asPercent}, checkFinite(float64(v))
	case Date:
		if _, ok := v.midnight(); !ok && v != (Date{}) {
			return form{}, fmt.Errorf("the date %v is not in the calendar", v)
		}
		return form{kind: asDate}, nil
	case Money:
		return v.form()
	}
	return form{}, fmt.Errorf("a value of type %T cannot stand here", v)
}

func checkFinite(n float64) error {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return fmt.Errorf("the number %v, but a cell takes finite ones; leave it blank", n)
	}
	return nil
}

func (m Money) form() (form, error) {
	if m.Decimals < 0 || m.Decimals > 9 {
		return form{}, fmt.Errorf("money with %d decimals; want 0 to 9", m.Decimals)
	}
	if m.Currency != "" && (len(m.Currency) != 3 || strings.Trim(m.Currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return form{}, fmt.Errorf("the currency %q; want three capital letters or none", m.Currency)
	}
	return form{kind: asMoney, decimals: int8(m.Decimals), currency: m.Currency}, nil
}

func (r *cellReader) formula(v Formula) (form, error) {
	expr := v.Expr
	switch {
	case expr == "" || strings.HasPrefix(expr, "="):
		return form{}, fmt.Errorf("the formula %q; want one without the equals sign", expr)
	case expr != cleantext.DropLines(expr):
		return form{}, errors.New("a formula with control characters or bytes that are not UTF-8")
	case cleantext.UTF16Len(expr) > maxFormula:
		return form{}, fmt.Errorf("a formula of %d UTF-16 units, but a cell takes %d; shorten it", cleantext.UTF16Len(expr), maxFormula)
	}
	r.formulas = true
	switch cached := v.Cached.(type) {
	case nil:
		return form{}, nil
	case Text:
		return form{}, checkText(string(cached))
	default:
		return scalarForm(cached)
	}
}
