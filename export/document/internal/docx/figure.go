package docx

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"math"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/opc"
)

// A picture is the picture of a figure as pixels and, for modern readers, as vectors.
type picture struct {
	figure *document.Figure
	number int
	png    []byte
	svg    []byte // nil without vectors
}

// shownDPI is the resolution of pixels on paper, for readers without support for vectors.
const shownDPI = 120

// divide divides each picture that is illegible on one page. It returns the figures to print, in
// reading order.
func (p *printer) divide(ctx context.Context, blocks []document.Block) (all []*document.Figure, err error) {
	for _, b := range blocks {
		var figures []*document.Figure
		switch b := b.(type) {
		case *document.Section:
			figures, err = p.divide(ctx, b.Blocks)
		case *document.Figure:
			figures, err = structure.Divide(ctx, b, p.paper)
			p.pages[b] = figures
		}
		if err != nil {
			return nil, err
		}
		all = append(all, figures...)
	}
	return all, nil
}

// paint paints the picture of a figure. It returns nil for a picture without pixels, whose words
// are printed instead.
func (p *printer) paint(f *document.Figure) (*picture, error) {
	pixels, ok := f.Picture.(document.PNGPicture)
	if !ok {
		return nil, nil
	}
	var png, svg bytes.Buffer
	paint := pixels.PNG
	if scaled, ok := pixels.(document.ScaledPNGPicture); ok {
		home := p.upright()
		if f.OwnPage {
			home = p.figureSheet(f)
		}
		dpi := int(math.Ceil(shownDPI * scaleOn(f, home)))
		paint = func(w io.Writer) error { return scaled.PNGAt(w, dpi) }
	}
	if err := paint(&png); err != nil {
		return nil, fmt.Errorf("document: figure %q: painting the picture: %w", f.Title, err)
	}
	// A picture that is safe in an HTML page is safe here.
	if vectors, ok := f.Picture.(document.HTMLPicture); ok {
		if err := vectors.SVG(&svg); err != nil {
			return nil, fmt.Errorf("document: figure %q: drawing the picture: %w", f.Title, err)
		}
	}
	return &picture{figure: f, png: png.Bytes(), svg: svg.Bytes()}, nil
}

func (m *picture) add(pack *opc.Package, related *opc.Relations) {
	name := "media/picture" + string(number(m.number))
	pack.Add("word/"+name+".png", "image/png", m.png)
	related.Add(string(m.id("png")), "image", name+".png")
	if len(m.svg) > 0 {
		pack.Add("word/"+name+".svg", "image/svg+xml", m.svg)
		related.Add(string(m.id("svg")), "image", name+".svg")
	}
}

func (m *picture) id(kind markup) markup { return kind + number(m.number) }

// hasPage reports whether a figure has pages of its own.
func (p *printer) hasPage(f *document.Figure) bool {
	return f.OwnPage && p.pictures[p.pages[f][0]] != nil
}

// figureSheet returns the page for a figure with OwnPage: portrait or landscape, whichever shows the
// picture larger, and twice as large if it would be too small to read.
func (p *printer) figureSheet(f *document.Figure) sheet {
	const smallestScale = .35
	better := func(page sheet) sheet {
		if scaleOn(f, page.turned()) > scaleOn(f, page) {
			return page.turned()
		}
		return page
	}
	page := better(p.upright())
	if scaleOn(f, page) < smallestScale {
		page = better(sheet{max(page.width, page.height), 2 * min(page.width, page.height)})
	}
	return page
}

// figure prints a figure: its picture or the overview at its place, and further pages at the end of
// the document if it has PagesLast.
func (p *printer) figure(f *document.Figure, home sheet) {
	for i, page := range p.pages[f] {
		if i > 0 && f.PagesLast {
			p.last = append(p.last, page)
		} else {
			p.page(page, home)
		}
	}
}

// page prints a figure with an undivided picture.
func (p *printer) page(f *document.Figure, home sheet) {
	own := f.OwnPage && p.pictures[f] != nil
	p.turn(home)
	if own {
		p.turn(p.figureSheet(f))
		if p.owner != f {
			p.newPage()
		}
	}
	caption := run(f.Title, "Strong", "")
	if f.Title != "" && f.Caption != "" {
		caption += run(" ", "", "")
	}
	caption += run(f.Caption, "", "")
	keep := markup("")
	if caption != "" {
		keep = "<w:keepNext/>"
	}
	if made := p.pictures[f]; made != nil {
		p.paragraph("Picture", keep, p.drawing(made))
	} else if f.Alt != "" {
		p.paragraph("PictureWords", keep, run(f.Alt, "", ""))
	}
	if caption != "" {
		p.paragraph("Caption", "", caption)
	}
	if own {
		p.newPage()
	}
}

// scaleOn returns the scale of a picture on a page: as large as the page and its type size allow.
func scaleOn(f *document.Figure, sheet sheet) float64 {
	const (
		textScale = .75 // of a small picture among text
		pageScale = 1.05
		words     = 73 // heading and caption
	)
	width, height := f.Picture.Size()
	if f.OwnPage {
		return min(pageScale, sheet.text()/width, (sheet.body()-words)/height)
	}
	return min(textScale, sheet.text()/width, sheet.body()*.8/height)
}

func (p *printer) drawing(m *picture) markup {
	f := m.figure
	scale := scaleOn(f, p.sheet)
	width, height := f.Picture.Size()
	width, height = width*scale, height*scale
	p.drawings++
	name := `id="` + number(p.drawings) + `" name="` + escape(fmt.Sprint("Picture ", p.drawings)) + `" descr="` + escape(cmp.Or(f.Alt, f.Title)) + `"`
	if f.Title != "" {
		name += ` title="` + escape(f.Title) + `"`
	}
	vectors := markup("")
	if len(m.svg) > 0 {
		vectors = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
			`<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="` + m.id("svg") + `"/></a:ext></a:extLst>`
	}
	size := `cx="` + emus(width) + `" cy="` + emus(height) + `"`
	return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ` + size + `/><wp:docPr ` + name + `/>` +
		`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
		`<pic:nvPicPr><pic:cNvPr id="0" name="` + markup(fmt.Sprint("picture", m.number)) + `.png"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="` + m.id("png") + `">` + vectors + `</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
