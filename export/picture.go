package export

import (
	"bytes"
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// calls returns what a picture says that it is, its title empty when that is the account map, and both when it does not say.
func (a *account) calls(p any) (title, description string) {
	d, ok := p.(interface {
		Title() string
		Description() string
	})
	if !ok {
		return "", ""
	}
	if title = oneLine(d.Title()); title == a.words.Text(terms.MapTitle, a.clientName()) {
		title = ""
	}
	return title, oneLine(d.Description())
}

// A picture is a [Picture] as a file.
type picture struct {
	width, height float64
	png           []byte

	// title and description are what it says that it is; see calls.
	title, description string
}

// encode writes a picture into memory; nil stays nil.
func (a *account) encode(p Picture) (*picture, error) {
	if p == nil {
		return nil, nil
	}
	var file bytes.Buffer
	if err := p.PNG(&file); err != nil {
		return nil, fmt.Errorf("export: the map for the workbook: %w", err)
	}
	of := &picture{png: file.Bytes()}
	of.width, of.height = p.Size()
	of.title, of.description = a.calls(p)
	return of, nil
}
