package presentation

import (
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/internal/opc"
)

// Text is the text in a shape or in a cell of a table.
type Text struct {
	Paragraphs []Paragraph
	// Anchor is the vertical alignment of the text in its shape.
	Anchor Anchor
	// Wrap breaks lines at the sides of the shape. Otherwise, a line is as long as its text.
	Wrap bool
	// Inset is the space between the text and each side of the shape in EMU.
	Inset Inset
}

// Inset has a length for each side.
type Inset struct{ Left, Top, Right, Bottom int64 }

// Anchor is a vertical alignment.
type Anchor string

// The anchors.
const (
	AnchorTop    Anchor = "t"
	AnchorMiddle Anchor = "ctr"
)

// Align is the horizontal alignment of a paragraph.
type Align string

// The alignments. Empty means left.
const (
	AlignLeft   Align = ""
	AlignCentre Align = "ctr"
	AlignRight  Align = "r"
)

// Paragraph is a paragraph of runs.
type Paragraph struct {
	Align Align
	// Bullet begins the paragraph with a bullet, and indents it.
	Bullet bool
	// Before is the space above the paragraph in points.
	Before float64
	// Leading is the distance between baselines in points. Zero means that of the fonts.
	Leading float64
	Runs    []Run
}

// Run is a piece of text of one style.
type Run struct {
	// Text has a line break for each "\n". Bidirectional control characters are dropped.
	Text string
	// Size is in points. Zero means the size of the theme.
	Size         float64
	Bold, Italic bool
	// Colour is #RRGGBB. Empty means the colour of the theme.
	Colour string
	// Link is one of the addresses of the slide. It may be empty.
	Link string
}

// text writes the text of a shape or a cell. space is the prefix of the element's name.
func (c *Canvas) text(space string, t *Text) {
	c.put(`<` + space + `:txBody>`)
	if space == "a" {
		c.put(`<a:bodyPr/>`)
	} else {
		c.put(`<a:bodyPr wrap="`)
		if t.Wrap {
			c.put(`square"`)
		} else {
			c.put(`none"`)
		}
		c.attributes("lIns", t.Inset.Left, "tIns", t.Inset.Top, "rIns", t.Inset.Right, "bIns", t.Inset.Bottom)
		if t.Anchor != "" {
			c.attribute("anchor", string(t.Anchor))
		}
		c.put(`><a:noAutofit/></a:bodyPr>`)
	}
	c.put(`<a:lstStyle/>`)
	for i := range t.Paragraphs {
		c.paragraph(&t.Paragraphs[i])
	}
	if len(t.Paragraphs) == 0 {
		c.put(`<a:p/>`)
	}
	c.put(`</` + space + `:txBody>`)
}

func (c *Canvas) paragraph(p *Paragraph) {
	c.put(`<a:p><a:pPr`)
	if p.Bullet {
		c.put(` marL="171450" indent="-171450"`)
	}
	if p.Align != AlignLeft {
		c.attribute("algn", string(p.Align))
	}
	var text strings.Builder
	for _, run := range p.Runs {
		text.WriteString(run.Text)
	}
	if letters.BeginsRightToLeft(text.String()) {
		c.put(` rtl="1"`)
	}
	if p.Leading == 0 && p.Before == 0 && !p.Bullet {
		c.put(`/>`)
	} else {
		c.put(`>`)
		if p.Leading > 0 {
			c.put(`<a:lnSpc><a:spcPts`)
			c.attributes("val", int64(p.Leading*100+0.5))
			c.put(`/></a:lnSpc>`)
		}
		if p.Before > 0 {
			c.put(`<a:spcBef><a:spcPts`)
			c.attributes("val", int64(p.Before*100))
			c.put(`/></a:spcBef>`)
		}
		if p.Bullet {
			c.put(`<a:buFont typeface="Arial"/><a:buChar char="•"/>`)
		}
		c.put(`</a:pPr>`)
	}
	for i := range p.Runs {
		c.run(&p.Runs[i])
	}
	c.put(`</a:p>`)
}

func (c *Canvas) run(r *Run) {
	begin := 0
	for i := 0; i <= len(r.Text); i++ {
		if i < len(r.Text) && r.Text[i] != '\n' {
			continue
		}
		if begin > 0 {
			c.put(`<a:br>`)
			c.looks(r)
			c.put(`</a:br>`)
		}
		if begin < i {
			c.put(`<a:r>`)
			c.looks(r)
			c.put(`<a:t>`, opc.Escape(cleantext.Undirected(r.Text[begin:i])), `</a:t></a:r>`)
		}
		begin = i + 1
	}
}

func (c *Canvas) looks(r *Run) {
	c.put(`<a:rPr lang="`, opc.Escape(c.language), `"`)
	if r.Size > 0 {
		c.attributes("sz", max(int64(r.Size*100+0.5), 100))
	}
	if r.Bold {
		c.put(` b="1"`)
	}
	if r.Italic {
		c.put(` i="1"`)
	}
	to, linked := c.links[r.Link]
	if r.Colour == "" && !linked {
		c.put(`/>`)
		return
	}
	c.put(`>`)
	if r.Colour != "" {
		c.fill(r.Colour)
	}
	if linked {
		c.link(to)
	}
	c.put(`</a:rPr>`)
}
