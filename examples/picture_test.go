package examples_test

import (
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/render"
)

// A drawing stands in a PDF as lines and letters, although neither package knows the other.
var _ document.PDFPicture = (*render.Drawing)(nil)
