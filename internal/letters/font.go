package letters

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// ParseFont reads a TrueType font that a PDF can hold. The error reports data that is not a
// TrueType font.
func ParseFont(data []byte) (*sfnt.Font, error) {
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
		return nil, errors.New("it is not a TrueType font (.ttf): other outlines (.otf) and collections (.ttc) cannot go into a PDF")
	}
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("it is not a TrueType font: %w", err)
	}
	return font, nil
}
