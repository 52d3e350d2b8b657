package pdf

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/pdfcanvas"
	"github.com/accountatlas/accountatlas/paper"
)

type drawing struct {
	title               string
	picture             document.PDFPicture
	x, y, width, height float64
	// anchors is the prefix of the anchors of the figure's pages. Empty means no anchors.
	anchors string
}

func (m drawing) paint(p *painter) error {
	links := map[string]int{}
	for name, link := range p.links {
		if id, ok := strings.CutPrefix(name, m.anchors); ok && m.anchors != "" {
			links[id] = link
		}
	}
	err := pdfcanvas.Draw(p.pdf, links, func(c paper.Canvas) error {
		return m.picture.DrawPDF(c, m.x, m.y, m.width, m.height)
	})
	if err != nil {
		return fmt.Errorf("document: figure %q: drawing the picture: %w", m.title, err)
	}
	return nil
}

type figure struct {
	sheet         pageSize
	title         string
	picture       document.PDFPicture // nil if it cannot be drawn
	ownPage       bool
	anchors, id   string  // of a page of a divided picture; empty for a whole one
	width, height float64 // of the picture, at its own size
	words         []textLine
	caption       []textLine
}

const (
	captionGap   = 6.
	framePadding = 14.

	// smallestScale is the smallest scale before the page grows. Type of 12 points is then 4 points
	// high.
	smallestScale = .35

	// textScale is the scale of a small picture among text. Type of 12 points is then as high as
	// the text.
	textScale = .75

	// pageScale is the largest scale of a small picture on a page of its own.
	pageScale = 1.05
)

// setPictures lays out a figure: whole, or as an overview and pages if it would be illegible on one
// page.
func (l *layout) setPictures(f *document.Figure, sheet pageSize) []block {
	l.figures++
	pages := l.divided(f)
	if len(pages) == 1 {
		return []block{l.setFigure(pages[0], sheet)}
	}
	var all []block
	for i, page := range pages {
		b := l.setFigure(page, sheet)
		b.anchors, b.id = "figure "+strconv.Itoa(l.figures)+" ", page.Picture.(paper.Picture).ID()
		if i > 0 && f.PagesLast {
			l.last = append(l.last, b)
			continue
		}
		all = append(all, b)
	}
	return all
}

// divided returns the figures to print for a figure. They are on landscape pages if there are
// several, or if the only one is an overview.
func (l *layout) divided(f *document.Figure) []*document.Figure {
	if pages, known := l.pictures[f]; known {
		return pages
	}
	pages, err := structure.Divide(l.ctx, f, l.paper)
	if err != nil {
		l.failure = cmp.Or(l.failure, err)
		pages = []*document.Figure{f}
	}
	l.pictures[f] = pages
	return pages
}

// figureWords is the height of the heading and the caption of a picture on its own page.
const figureWords = 60

// picture returns the width of a picture on its own page. The picture extends into the margins.
func (s pageSize) picture() float64 { return s.width - marginSide }

func (l *layout) setFigure(f *document.Figure, sheet pageSize) *figure {
	b := &figure{title: f.Title}
	caption := document.Text{document.Plain(f.Caption)}
	if p, ok := f.Picture.(paper.Picture); f.Title != "" && !(ok && p.Title() != "") { // the picture has no title of its own
		caption = document.Text{document.Strong(f.Title), document.Plain("  "), document.Plain(f.Caption)}
	}
	if picture, ok := f.Picture.(document.PDFPicture); ok {
		if f.OwnPage {
			sheet = l.figureSheet(f)
		}
		b.picture, b.ownPage = picture, f.OwnPage
		b.width, b.height = picture.Size()
	} else if f.Alt != "" {
		b.words = l.setter.lines(document.Text{document.Plain(f.Alt)}, textStyle{size: textSize, ink: inkQuiet}, sheet.text()-2*framePadding)
	}
	b.sheet = sheet
	b.caption = l.setter.lines(caption, textStyle{size: 8.5, ink: inkQuiet}, sheet.text())
	return b
}

func needsPage(f *document.Figure) bool {
	_, drawn := f.Picture.(document.PDFPicture)
	return drawn && f.OwnPage
}

// figureSheet returns the page for a figure with OwnPage: landscape if the picture is wide. The
// format doubles up to four times while the picture is too small to read.
func (l *layout) figureSheet(f *document.Figure) pageSize {
	width, height := f.Picture.Size()
	sheet := portrait(l.paper)
	if l.divided(f)[0] != f {
		return sheet.landscape()
	}
	page := sheet
	for range 5 {
		page = sheet
		if width > height {
			page = sheet.landscape()
		}
		if min(page.picture()/width, (page.body()-figureWords)/height) >= smallestScale {
			break
		}
		sheet = pageSize{sheet.height, 2 * sheet.width}
	}
	return page
}

// frame returns the size of the picture above its caption, within room.
func (b *figure) frame(room float64) (width, height float64) {
	if b.picture == nil {
		return b.sheet.text(), linesHeight(b.words) + 2*framePadding
	}
	room = max(room-captionGap-linesHeight(b.caption), room/2)
	scale := min(textScale, b.sheet.text()/b.width, room/b.height)
	if b.ownPage {
		scale = min(pageScale, b.sheet.picture()/b.width, room/b.height)
	}
	return b.width * scale, b.height * scale
}

func (b *figure) head(spacing) float64 {
	if b.ownPage {
		return b.sheet.body()
	}
	_, height := b.frame(b.sheet.body() * .8)
	return min(height+captionGap+linesHeight(b.caption), b.sheet.body()*.8)
}

func (b *figure) place(l *layout) {
	l.on(b.sheet)
	l.need(b.head(l.spacing()))
	if b.picture == nil {
		b.placeWords(l)
	} else {
		room := b.sheet.body() * .8
		if b.ownPage {
			room = l.room()
		}
		width, height := b.frame(room)
		if b.id != "" {
			l.anchors = append(l.anchors, anchor{b.anchors + b.id, l.here()})
		}
		l.mark(drawing{b.title, b.picture, (b.sheet.width - width) / 2, l.y, width, height, b.anchors})
		l.y += height
		l.headingsOnly = false
	}
	if len(b.caption) > 0 {
		l.y += captionGap
		l.stack(marginSide, b.caption)
	}
	l.y += l.spacing().block
	l.closed = b.ownPage
}

func (b *figure) placeWords(l *layout) {
	if len(b.words) == 0 {
		return
	}
	if width, height := b.frame(0); height <= l.room() {
		l.mark(
			box{marginSide, l.y, width, height, 6, ruleDark},
			box{marginSide + .6, l.y + .6, width - 1.2, height - 1.2, 5.4, fillPale})
	}
	l.y += framePadding
	l.stack(marginSide+framePadding, b.words)
	l.y += framePadding
	l.headingsOnly = false
}
