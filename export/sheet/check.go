package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/rgb"
)

// Limits of the file format.
const (
	maxRows    = 1_048_576
	maxColumns = 16_384
	maxText    = 32_767
	maxFormula = 8_192
	maxLinks   = 65_529
	maxHeader  = 200
	maxTint    = 255

	maxPagesWide = 32_767
	maxBreaks    = 1_023
)

// check returns the faults of the workbook as a whole and of each sheet. Cells are checked when
// they are written.
func (wb *Workbook) check() error {
	if len(wb.Sheets) == 0 {
		return errors.New("sheet: a workbook needs at least one sheet")
	}
	if _, ok := wb.Created.midnight(); !ok && wb.Created != (Date{}) {
		return fmt.Errorf("sheet: the workbook's Created %v is not in the calendar", wb.Created)
	}
	taken := make(map[string]bool)
	for i, s := range wb.Sheets {
		if s == nil {
			return fmt.Errorf("sheet: sheet %d of the workbook is nil", i+1)
		}
		if err := s.check(); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		for _, t := range s.Tables {
			key := foldCase(t.Name)
			if taken[key] {
				return fmt.Errorf("sheet %q: the name of table %q is taken by an earlier one; give it another", s.Name, t.Name)
			}
			taken[key] = true
		}
	}
	if !slices.ContainsFunc(wb.Sheets, func(s *Sheet) bool { return s.Visibility == Visible }) {
		return errors.New("sheet: every sheet of the workbook is hidden; show one")
	}
	return wb.checkNames(taken)
}

func (s *Sheet) check() error {
	return cmp.Or(
		s.checkSize(),
		checkColor("the tab", s.TabColor),
		s.checkColumns(),
		s.checkRows(),
		s.checkRanges(),
		checkEach("scale %d: %w", s.Scales, Scale.check),
		checkEach("choice %d: %w", s.Choices, Choice.check),
		s.checkMerges(),
		s.checkTables(),
		checkEach("picture %d %w", s.Pictures, Picture.check),
		checkEach("chart %d %w", s.Charts, Chart.check),
		s.Print.check(),
	)
}

func (s *Sheet) checkSize() error {
	switch {
	case len(s.Rows) > maxRows:
		return fmt.Errorf("%d rows, but a sheet takes %d; split it", len(s.Rows), maxRows)
	case len(s.Columns) > maxColumns:
		return fmt.Errorf("%d columns, but a sheet takes %d; split it", len(s.Columns), maxColumns)
	case s.FreezeRows < 0 || s.FreezeRows >= maxRows || s.FreezeColumns < 0 || s.FreezeColumns >= maxColumns:
		return fmt.Errorf("cannot freeze %d rows and %d columns", s.FreezeRows, s.FreezeColumns)
	case s.Visibility > VeryHidden:
		return fmt.Errorf("visibility %d is not known", s.Visibility)
	case !(s.DefaultWidth >= 0 && s.DefaultWidth <= 255):
		return fmt.Errorf("default width %v; want 0 to 255", s.DefaultWidth)
	}
	return nil
}

func (s *Sheet) checkColumns() error {
	for i, c := range s.Columns {
		if !(c.Width >= 0 && c.Width <= 255) {
			return fmt.Errorf("column %s: width %v; want 0 to 255", columnName(i), c.Width)
		}
		if c.Outline < 0 || c.Outline > 7 {
			return fmt.Errorf("column %s: outline %d; want 0 to 7", columnName(i), c.Outline)
		}
		if c.Blank != nil && c.Blank != Value(Date{}) && c.Blank != Value(Literal("")) {
			return fmt.Errorf("column %s: blank cells of type %T; want Date{} or Literal(\"\")", columnName(i), c.Blank)
		}
	}
	return nil
}

func (s *Sheet) checkRows() error {
	for i := range s.Rows {
		r := &s.Rows[i]
		switch {
		case len(r.Cells) > maxColumns:
			return fmt.Errorf("row %d: %d cells, but a row takes %d; split the sheet", i+1, len(r.Cells), maxColumns)
		case !(r.Height >= 0 && r.Height <= 409):
			return fmt.Errorf("row %d: height %v; want 0 to 409", i+1, r.Height)
		case r.Outline < 0 || r.Outline > 7:
			return fmt.Errorf("row %d: outline %d; want 0 to 7", i+1, r.Outline)
		}
	}
	return nil
}

func (r Range) check() error {
	if r.Row < 0 || r.Column < 0 || r.Rows < 1 || r.Columns < 1 ||
		r.Rows > maxRows-min(r.Row, maxRows) || r.Columns > maxColumns-min(r.Column, maxColumns) {
		return fmt.Errorf("range %+v is not inside a sheet of %d rows and %d columns", r, maxRows, maxColumns)
	}
	return nil
}

func (s *Sheet) checkRanges() error {
	if s.Filter != (Range{}) {
		if err := s.Filter.check(); err != nil {
			return fmt.Errorf("filter: %w", err)
		}
		if len(s.Tables) > 0 {
			return fmt.Errorf("has both a filter and table %q, which brings its own; drop the filter", s.Tables[0].Name)
		}
	}
	for i, b := range s.Bars {
		if err := cmp.Or(b.Range.check(), checkNeeded(b.Color), checkColor("a bar", b.Color)); err != nil {
			return fmt.Errorf("bar %d: %w", i+1, err)
		}
		if !(b.Max >= 0 && b.Max <= 1e300) {
			return fmt.Errorf("bar %d: max %v; want a number above zero, or 0 for 1", i+1, b.Max)
		}
	}
	for i, t := range s.Tints {
		if err := cmp.Or(t.Range.check(), checkColor("a tint", t.Fill), checkColor("a tint", t.Ink)); err != nil {
			return fmt.Errorf("tint %d: %w", i+1, err)
		}
		if n := cleantext.UTF16Len(cleantext.DropLines(t.Text)); n < 1 || n > maxTint {
			return fmt.Errorf("tint %d: a text of %d UTF-16 units; want 1 to %d", i+1, n, maxTint)
		}
	}
	return nil
}

func (c Scale) check() error {
	return cmp.Or(c.Range.check(), checkNeeded(c.Low), checkNeeded(c.High), checkColor("a scale", c.Low), checkColor("a scale", c.High))
}

// checkEach returns the first fault of a list, after the number of its element.
func checkEach[T any](format string, list []T, check func(T) error) error {
	for i, v := range list {
		if err := check(v); err != nil {
			return fmt.Errorf(format, i+1, err)
		}
	}
	return nil
}

func (s *Sheet) checkMerges() error {
	sorted := slices.Clone(s.Merges)
	slices.SortFunc(sorted, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	var open []Range // earlier ranges that may overlap m
	for _, m := range sorted {
		if err := m.check(); err != nil {
			return fmt.Errorf("merge: %w", err)
		}
		open = slices.DeleteFunc(open, func(o Range) bool { return o.Row+o.Rows <= m.Row })
		for _, o := range open {
			if o.overlaps(m) {
				return fmt.Errorf("merges %v and %v overlap", o, m)
			}
		}
		for _, t := range s.Tables {
			if t.covers().overlaps(m) {
				return fmt.Errorf("merge %v lies in table %q; a table takes none", m, t.Name)
			}
		}
		open = append(open, m)
	}
	return nil
}

func (p Print) check() error {
	if p.Area != (Range{}) {
		if err := p.Area.check(); err != nil {
			return fmt.Errorf("print: %w", err)
		}
	}
	if _, ok := paperCodes()[p.Paper]; !ok {
		return fmt.Errorf("print: paper of %v by %v points; want A4, A3 or Letter in portrait", p.Paper.Width, p.Paper.Height)
	}
	switch {
	case p.PagesWide < 0 || p.PagesWide > maxPagesWide:
		return fmt.Errorf("print: %d pages side by side; want 1 to %d, or 0 for the sheet's own size", p.PagesWide, maxPagesWide)
	case p.TitleFrom < 0 || p.TitleRows < 0 || p.TitleRows > maxRows-min(p.TitleFrom, maxRows) || p.TitleColumns < 0 || p.TitleColumns > maxColumns:
		return fmt.Errorf("print: cannot repeat %d rows from %d on and %d columns", p.TitleRows, p.TitleFrom, p.TitleColumns)
	case len(p.Breaks) > maxBreaks:
		return fmt.Errorf("print: %d breaks, but a sheet takes %d", len(p.Breaks), maxBreaks)
	case cleantext.UTF16Len(literal(p.Header)) > maxHeader || cleantext.UTF16Len(literal(p.Footer)) > maxHeader:
		return fmt.Errorf("print: header or footer is longer than %d UTF-16 units, an ampersand being two; shorten it", maxHeader)
	}
	above := 0
	for _, row := range p.Breaks {
		if row <= above || row >= maxRows {
			return fmt.Errorf("print: a page cannot begin with row %d below one that begins with row %d; want 1 to %d, each below the one before it", row, above, maxRows-1)
		}
		above = row
	}
	return nil
}

func checkColor(of, color string) error {
	if color == "" || rgb.Valid(color) {
		return nil
	}
	return fmt.Errorf("colour %q of %s; want #RRGGBB", color, of)
}

func checkNeeded(color string) error {
	if color == "" {
		return errors.New("has no colour; want #RRGGBB")
	}
	return nil
}
