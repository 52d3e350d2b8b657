package sheet

import (
	"bytes"
	"fmt"
	"image/png"
)

// A Picture lies over the cells. It moves with the cell at its corner and keeps its size.
type Picture struct {
	// Row and Column, from zero, are the cell at the picture's top left corner.
	Row, Column int

	// Width and Height are in points; both are needed. The picture is stretched to them.
	Width, Height float64

	// PNG is the picture's file.
	PNG []byte

	// Alt says what there is to see, for readers who do not see it.
	Alt string
}

func (p Picture) check() error {
	if err := checkPlace(p.Row, p.Column, p.Width, p.Height); err != nil {
		return err
	}
	if _, err := png.DecodeConfig(bytes.NewReader(p.PNG)); err != nil {
		return fmt.Errorf("is not a PNG file: %w", err)
	}
	return nil
}

// largestSide is what spreadsheets take of a picture or chart, in points: about 23 metres.
const largestSide = 65_535

func checkPlace(row, column int, width, height float64) error {
	switch {
	case row < 0 || row >= maxRows || column < 0 || column >= maxColumns:
		return fmt.Errorf("stands in row %d, column %d, which no sheet has", row, column)
	case !(width >= 1 && width <= largestSide && height >= 1 && height <= largestSide):
		return fmt.Errorf("is %v by %v points; want 1 to %d each", width, height, largestSide)
	}
	return nil
}
