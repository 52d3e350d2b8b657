package export

import (
	"bytes"
	"fmt"
)

// A picture is a [Picture] as a file.
type picture struct {
	width, height float64
	png           []byte
}

// encode writes a picture into memory; nil stays nil.
func encode(p Picture) (*picture, error) {
	if p == nil {
		return nil, nil
	}
	var file bytes.Buffer
	if err := p.PNG(&file); err != nil {
		return nil, fmt.Errorf("export: the map for the workbook: %w", err)
	}
	width, height := p.Size()
	return &picture{width, height, file.Bytes()}, nil
}
