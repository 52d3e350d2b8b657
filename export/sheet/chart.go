package sheet

import (
	"cmp"
	"fmt"
)

// A Chart draws a bar for each number of a row or column, and follows when readers change the numbers.
type Chart struct {
	// Row and Column, from zero, are the cell at the chart's top left corner.
	Row, Column int

	// Width and Height are in points; both are needed.
	Width, Height float64

	// Title is written above the chart. Empty means none.
	Title string

	// Names and Values are ranges on the chart's own sheet, each a single row or column, of the same length.
	Names, Values Range

	// Color of the bars. Needed.
	Color string

	// Lying makes the bars horizontal, the first at the top, which leaves room for long names.
	Lying bool

	// Most is the upper end of the scale. Zero leaves it to the spreadsheet.
	Most float64

	// Alt says what there is to see, for readers who do not see it.
	Alt string
}

func (c Chart) check() error {
	err := cmp.Or(checkPlace(c.Row, c.Column, c.Width, c.Height), c.Names.check(), c.Values.check(), checkNeeded(c.Color), checkColor("a chart", c.Color))
	switch {
	case err != nil:
		return err
	case min(c.Values.Rows, c.Values.Columns) != 1 || min(c.Names.Rows, c.Names.Columns) != 1:
		return fmt.Errorf("names %v and values %v; want one row or one column each", c.Names, c.Values)
	case c.Names.count() != c.Values.count():
		return fmt.Errorf("%d names for %d values", c.Names.count(), c.Values.count())
	case !(c.Most >= 0 && c.Most <= 1e300):
		return fmt.Errorf("a scale up to %v; want a number above zero, or 0 for the spreadsheet's choice", c.Most)
	}
	return nil
}

// count is how many cells there are in a range.
func (r Range) count() int { return r.Rows * r.Columns }
