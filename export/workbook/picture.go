package workbook

import (
	"bytes"
	"fmt"

	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// A picture is a [Picture] as a file.
type picture struct {
	width, height float64
	png           []byte

	// title and description are what it says that it is; see calls.
	title, description string
}

// encode writes a picture into memory; nil stays nil.
func encode(a *accountview.View, p Picture) (*picture, error) {
	if p == nil {
		return nil, nil
	}
	var file bytes.Buffer
	if err := p.PNG(&file); err != nil {
		return nil, fmt.Errorf("workbook: the map for the workbook: %w", err)
	}
	of := &picture{png: file.Bytes()}
	of.width, of.height = p.Size()
	of.title, of.description = a.PictureTitle(p)
	return of, nil
}
