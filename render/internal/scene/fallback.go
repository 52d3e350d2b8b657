package scene

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"

	"golang.org/x/image/font/sfnt"
)

// Fallback is a font for letters that the embedded fonts do not have. It may be used by any number of goroutines.
type Fallback struct {
	data []byte
	font *sfnt.Font
	name string
}

// NewFallback reads a TrueType font. The error says what the data are not.
func NewFallback(data []byte) (*Fallback, error) {
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
		return nil, errors.New("it is not a TrueType font (.ttf): other outlines (.otf) and collections (.ttc) cannot go into a PDF")
	}
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("it is not a TrueType font: %w", err)
	}
	return &Fallback{data, font, fmt.Sprintf("fallback%08x", crc32.ChecksumIEEE(data))}, nil
}

// Name tells the font apart from other fallbacks, in letters and digits.
func (f *Fallback) Name() string { return f.name }

// TrueType is the font as a file. It must not be changed.
func (f *Fallback) TrueType() []byte { return f.data }
