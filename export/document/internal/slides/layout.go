package slides

import (
	"cmp"
	"fmt"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/paper"
)

// The measures of a slide in points.
const (
	margin   = presentation.Margin
	bodyTop  = presentation.TitleTop + presentation.TitleHeight + 14
	gap      = 14 // between blocks
	between  = 28 // between columns
	bodySize = 13 // the size of the type
	headSize = 14 // the size of the headings
	leading  = 1.2
	// smallest is the smallest scale of the type on a crowded slide.
	smallest = 0.62
)

type box struct{ x, y, w, h float64 }

func (b box) emu() presentation.Box {
	x, y := presentation.EMU(b.x), presentation.EMU(b.y)
	return presentation.Box{X: x, Y: y, W: presentation.EMU(b.x+b.w) - x, H: presentation.EMU(b.y+b.h) - y}
}

type printer struct {
	*presentation.Canvas
	m     *measurer
	tones map[string]document.Tone
	size  paper.Size
	foot  string
	// accent is the colour of bars, and link the colour of headings.
	accent, link string
	// scale is the scale of the type, less than 1 on a crowded slide.
	scale float64
}

// slide draws a section: its title, its blocks below one another, and the title of the document at
// the foot.
func (p *printer) slide(s *document.Section) {
	p.scale = 1
	body := box{margin, bodyTop, p.size.Width - 2*margin, p.size.Height - bodyTop - presentation.FootHeight - 8}
	for p.height(s.Blocks, body.w) > body.h && p.scale > smallest {
		p.scale -= 0.02
	}
	p.Add(&presentation.Shape{Head: presentation.Head{Name: s.Title}, Title: true,
		Box: box{margin, presentation.TitleTop, body.w, presentation.TitleHeight}.emu(), Geometry: presentation.Geometry{Preset: "rect"},
		Text: &presentation.Text{Wrap: true, Anchor: presentation.AnchorMiddle, Paragraphs: []presentation.Paragraph{{Runs: []presentation.Run{
			{Text: s.Title, Size: presentation.TitleSize, Bold: true, Colour: ink}}}}}})
	p.stack(s.Blocks, body)
	p.Add(&presentation.Shape{Head: presentation.Head{Name: p.foot}, Box: box{margin, p.size.Height - presentation.FootHeight, body.w - 90, 20}.emu(),
		Geometry: presentation.Geometry{Preset: "rect"}, Text: &presentation.Text{Wrap: true, Paragraphs: []presentation.Paragraph{{Runs: []presentation.Run{
			{Text: p.foot, Size: 10, Colour: muted}}}}}})
	p.SlideNumber()
}

func (p *printer) stack(blocks []document.Block, in box) {
	y := in.y
	for len(blocks) > 0 {
		n := p.together(blocks)
		w := columnWidth(in.w, n)
		for i, b := range blocks[:n] {
			p.block(b, box{in.x + float64(i)*(w+between), y, w, in.y + in.h - y})
		}
		y += p.height(blocks[:n], in.w) + gap*p.scale
		blocks = blocks[n:]
	}
}

func (p *printer) together(blocks []document.Block) int {
	n := 0
	for n < len(blocks) {
		if _, ok := blocks[n].(*document.Section); !ok {
			break
		}
		n++
	}
	return max(n, 1)
}

func columnWidth(width float64, n int) float64 {
	return (width - between*float64(n-1)) / float64(n)
}

func (p *printer) height(blocks []document.Block, width float64) float64 {
	sum := 0.0
	for i := 0; i < len(blocks); {
		n := p.together(blocks[i:])
		high := 0.0
		for _, b := range blocks[i : i+n] {
			high = max(high, p.blockHeight(b, columnWidth(width, n)))
		}
		if i > 0 {
			sum += gap * p.scale
		}
		sum += high
		i += n
	}
	return sum
}

func (p *printer) blockHeight(b document.Block, width float64) float64 {
	size := bodySize * p.scale
	switch b := b.(type) {
	case *document.Section:
		return headSize*p.scale*leading + 6 + p.height(b.Blocks, width)
	case *document.Paragraph:
		return float64(p.m.lines(structure.Words(b.Text), size, width)) * size * leading
	case *document.List:
		high := 0.0
		for _, item := range b.Items {
			high += float64(p.m.lines(structure.Words(item), size, width-bullet))*size*leading + itemGap*p.scale
		}
		return high
	case *document.Facts:
		_, rows := tileGrid(len(b.Items), width)
		return float64(rows)*(tileHeight+tileGap)*p.scale - tileGap*p.scale
	case *document.Table:
		return p.table(b, width).high
	case *document.Timeline:
		return float64(len(b.Moments)) * size * leading
	case *document.Figure:
		return minFigure
	}
	return 0
}

const minFigure = 200

func (p *printer) block(b document.Block, in box) {
	switch b := b.(type) {
	case *document.Section:
		head := headSize * p.scale * leading
		p.words(b.Title, box{in.x, in.y, in.w, head}, []presentation.Paragraph{{Runs: []presentation.Run{{Text: b.Title, Size: headSize * p.scale, Bold: true, Colour: p.link}}}})
		p.stack(b.Blocks, box{in.x, in.y + head + 6, in.w, in.h - head - 6})
	case *document.Paragraph:
		p.words(structure.Words(b.Text), box{in.x, in.y, in.w, p.blockHeight(b, in.w)}, []presentation.Paragraph{{Runs: p.runs(b.Text, bodySize*p.scale, ink)}})
	case *document.List:
		var paragraphs []presentation.Paragraph
		for _, item := range b.Items {
			paragraphs = append(paragraphs, presentation.Paragraph{Bullet: true, Before: itemGap * p.scale, Runs: p.runs(item, bodySize*p.scale, ink)})
		}
		if len(paragraphs) > 0 {
			p.words("List", box{in.x, in.y, in.w, p.blockHeight(b, in.w)}, paragraphs)
		}
	case *document.Facts:
		p.tiles(b, in)
	case *document.Table:
		p.addTable(b, in)
	case *document.Timeline:
		var paragraphs []presentation.Paragraph
		for _, moment := range b.Moments {
			paragraphs = append(paragraphs, presentation.Paragraph{Runs: []presentation.Run{
				{Text: moment.Day + "  ", Size: bodySize * p.scale, Bold: true, Colour: ink}, {Text: moment.Text, Size: bodySize * p.scale, Colour: ink}}})
		}
		if len(paragraphs) > 0 {
			p.words("Timeline", box{in.x, in.y, in.w, p.blockHeight(b, in.w)}, paragraphs)
		}
	case *document.Figure:
		p.figure(b, in)
	}
}

// figure draws a picture in native shapes, or a frame with its words if the picture has no shapes.
func (p *printer) figure(f *document.Figure, in box) {
	if picture, ok := f.Picture.(Picture); ok {
		if err := picture.DrawSlide(p.Canvas, in.x, in.y, in.w, in.h); err == nil {
			return
		}
	}
	p.Add(&presentation.Shape{Head: presentation.Head{Name: f.Title, Alt: f.Alt}, Box: in.emu(), Geometry: presentation.Geometry{Preset: "rect"}, Fill: panel,
		Line: presentation.Line{Colour: rule, Width: presentation.EMU(1)},
		Text: &presentation.Text{Wrap: true, Anchor: presentation.AnchorMiddle, Paragraphs: []presentation.Paragraph{
			{Align: presentation.AlignCentre, Runs: []presentation.Run{{Text: cmp.Or(f.Alt, f.Title), Size: bodySize, Colour: muted}}}}}})
}

func (p *printer) words(name string, in box, paragraphs []presentation.Paragraph) {
	p.Add(&presentation.Shape{Head: presentation.Head{Name: fmt.Sprintf("%.80s", name)}, Box: in.emu(), Geometry: presentation.Geometry{Preset: "rect"},
		Text: &presentation.Text{Wrap: true, Paragraphs: paragraphs}})
}
