package render_test

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"log"
	"os"

	"codeberg.org/go-pdf/fpdf"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// people returns a small map.
func people() *accountmap.Map {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Grupo Meridiano"},
		Contacts: []accountmap.Contact{
			{ID: "bn", Name: "Begoña Núñez", Stance: accountmap.StanceChampion, Email: "begona.nunez@meridiano.example"},
			{ID: "yd", Name: "Γιάννης Δήμου", ReportsTo: "bn"},
		},
	})
	if err != nil {
		panic(err)
	}
	return m
}

// A picture for a slide has the resolution of the slide's printer and the background of the slide.
func ExampleDrawing_PNG() {
	d, err := render.Layout(context.Background(), people(), render.Stakeholders{}, &render.Options{DPI: 300, Transparent: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	var picture bytes.Buffer
	if err := d.PNG(&picture); err != nil {
		fmt.Println(err)
		return
	}
	size, err := png.DecodeConfig(&picture)
	if err != nil {
		fmt.Println(err)
		return
	}
	width, height := d.Size()
	fmt.Printf("%.0f by %.0f points are %d by %d pixels\n", width, height, size.Width, size.Height)
	// Output: 420 by 248 points are 1750 by 1034 pixels
}

// page is the current page of a document of another PDF library, here fpdf, as a canvas.
type page struct{ *fpdf.Fpdf }

func (p page) Size() paper.Size {
	width, height := p.GetPageSize()
	return paper.Size{Width: width, Height: height}
}

func (p page) Operators(content string) { p.RawWriteStr(content) }

func (p page) Text(t paper.Text) {
	if t.Hidden {
		return
	}
	style := ""
	if t.Font.Bold {
		style += "B"
	}
	if t.Font.Italic {
		style += "I"
	}
	p.AddUTF8FontFromBytes(t.Font.Family, style, t.Font.TrueType)
	p.SetFont(t.Font.Family, style, t.Size)
	p.SetTextColor(int(t.Red), int(t.Green), int(t.Blue))
	p.Fpdf.Text(t.X, t.Y, t.String)
}

func (p page) Link(x, y, width, height float64, address string) {
	p.LinkString(x, y, width, height, address)
}

func (p page) Err() error { return p.Error() }

// A drawing is placed on a page of a program's own document, scaled to fit.
func ExampleDrawing_DrawPDF() {
	d, err := render.Layout(context.Background(), people(), render.Stakeholders{}, nil)
	if err != nil {
		log.Fatal(err)
	}
	pdf := fpdf.New("L", "pt", "A4", "")
	pdf.AddPage()
	pdf.SetFont("Helvetica", "", 12)
	pdf.Text(36, 36, "Handoff of Grupo Meridiano")
	if err := d.DrawPDF(page{pdf}, 36, 60, 770, 500); err != nil {
		log.Fatal(err)
	}
	var document bytes.Buffer
	if err := pdf.Output(&document); err != nil {
		log.Fatal(err)
	}
	fmt.Println(pdf.PageCount(), "page,", bytes.Contains(document.Bytes(), []byte("mailto:begona.nunez@meridiano.example")))
	// Output: 1 page, true
}

func ExampleDrawing_Write() {
	d, err := render.Layout(context.Background(), people(), render.Stakeholders{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var document bytes.Buffer
	if err := d.Write(&document, render.PDF); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.HasPrefix(document.Bytes(), []byte("%PDF")), bytes.Contains(document.Bytes(), []byte("mailto:begona.nunez@meridiano.example")))
	// Output: true true
}

// A map too large for one page becomes files that link to each other: the units first, then a page
// for each unit.
func ExampleSet_WriteFiles() {
	folder, err := os.MkdirTemp("", "pages")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.ManyUnits(80)))
	if err != nil {
		log.Fatal(err)
	}
	a3, err := paper.Parse("A3")
	if err != nil {
		log.Fatal(err)
	}
	set, err := render.Pages(context.Background(), m, render.Stakeholders{}, &render.Options{Paper: a3})
	if err != nil {
		log.Fatal(err)
	}
	names, err := set.WriteFiles(folder, render.SVG)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(names[:2])
	// Output: [overview.svg page-2.svg]
}
