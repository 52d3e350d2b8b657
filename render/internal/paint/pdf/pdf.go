// Package pdf writes scenes as the pages of a PDF.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/internal/pdfcanvas"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Page is a page of a PDF.
type Page struct {
	// Scene is the content of the page.
	Scene *scene.Scene
	// Width and Height are the size of the page in points. The scene is centred and scaled to fit,
	// at most by [paint.MaxScale]. Zero means the scene's own size.
	Width, Height float64
	// ID is the target of links of the form "#id". It may be empty.
	ID string
	// Title is the page's entry in the outline, and Depth the level of the entry, 0 at the top. A
	// page without a title has no entry.
	Title string
	Depth int
}

// maxPage is the largest side of a page, in points, that PDF readers must support (ISO 32000-1,
// annex C).
const maxPage = 14400

// Write writes a document with a page for each scene, in vectors. Its texts are in the Go fonts and
// can be selected and searched. A page larger than PDF allows is scaled down. A document of several
// pages has an outline. Nothing is written before everything is ready. The error comes from the
// writer, or reports a page without a size, or no pages.
func Write(w io.Writer, pages []Page) error {
	pdf, err := document(pages)
	if err == nil {
		err = pdf.Output(w)
	}
	if err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	return nil
}

// document returns the finished document.
func document(pages []Page) (pdf *fpdf.Fpdf, err error) {
	defer caught(&err)
	if len(pages) == 0 {
		return nil, errors.New("a document needs at least one page")
	}
	for i, page := range pages {
		if size := page.Scene.Width * page.Scene.Height; !(size > 0 && page.Scene.Width > 0) || math.IsInf(size, 0) {
			return nil, fmt.Errorf("page %d: %v by %v points is not a page size", i+1, page.Scene.Width, page.Scene.Height)
		}
	}
	pdf = newDocument(pages)
	links := map[string]int{}
	for i, page := range pages {
		if page.ID != "" {
			links[page.ID] = pdf.AddLink()
			pdf.SetLink(links[page.ID], 0, i+1)
		}
	}
	_, last := pages[len(pages)-1].size()
	depth := -1
	for _, page := range pages {
		width, height := page.size()
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
		if page.Width > 0 {
			if k, ok := rgb.Parse(page.Scene.Ground); ok {
				pdf.RawWriteStr(fmt.Sprintf("q %.4f %.4f %.4f rg 0 0 %.2f %.2f re f Q", float64(k.R)/255, float64(k.G)/255, float64(k.B)/255, width, height))
			}
		}
		scale := min(paint.MaxScale, width/page.Scene.Width, height/page.Scene.Height)
		x, y := (width-scale*page.Scene.Width)/2, (height-scale*page.Scene.Height)/2
		err := pdfcanvas.Draw(pdf, links, func(c paper.Canvas) error { return drawScene(c, page.Scene, x, y, scale) })
		if err != nil {
			return nil, err
		}
		if title := printable(page.Title); title != "" && len(pages) > 1 {
			depth = max(0, min(page.Depth, depth+1))
			bookmark(pdf, title, depth, last-height)
		}
	}
	pdf.Close()
	return pdf, pdf.Error()
}

var language = regexp.MustCompile(`^[A-Za-z0-9-]{2,35}$`)

func newDocument(pages []Page) *fpdf.Fpdf {
	first := pages[0].Scene
	width, height := pages[0].size()
	pdf := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	never := time.Unix(0, 0).UTC() // a fixed time instead of the clock
	pdf.SetCreationDate(never)
	pdf.SetModificationDate(never)
	pdf.SetCatalogSort(true)
	pdf.SetProducer("Account Atlas", false)
	pdf.SetTitle(printable(first.Title), true)
	pdf.SetSubject(printable(first.Description), true)
	if language.MatchString(first.Language) {
		pdf.SetLang(first.Language)
	}
	return pdf
}

func (p Page) size() (width, height float64) {
	width, height = p.Width, p.Height
	if !(width > 0) || !(height > 0) {
		width, height = p.Scene.Width, p.Scene.Height
	}
	scale := min(1, maxPage/max(width, height))
	return width * scale, height * scale
}

// bookmark adds an entry for the top of the current page. The library measures heights from the top
// of the document's last page, which is higher than the current page by the given number of points.
func bookmark(pdf *fpdf.Fpdf, title string, depth int, higher float64) {
	const current = -1 // means the current height to the library
	if higher == current {
		higher += 0.001
	}
	pdfcanvas.AddFont(pdf, goFont(typeset.Font{}), 12)
	pdf.Bookmark(title, depth, higher)
}

func caught(err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("the PDF library failed: %v", cause)
	}
}

// Draw draws the scene on a page, scaled to fit the rectangle and centred in it. The error comes
// from the canvas.
func Draw(c paper.Canvas, s *scene.Scene, x, y, width, height float64) (err error) {
	defer caught(&err)
	if err := c.Err(); err != nil {
		return err
	}
	if !(width > 0 && height > 0) {
		return fmt.Errorf("drawing into a PDF: a rectangle of %v by %v points has no room", width, height)
	}
	scale := min(width/s.Width, height/s.Height)
	x += (width - s.Width*scale) / 2
	y += (height - s.Height*scale) / 2
	return drawScene(c, s, x, y, scale)
}
