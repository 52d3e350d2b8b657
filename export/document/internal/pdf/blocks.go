package pdf

import (
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

const (
	textSize  = 9.5
	textWidth = 470. // a longer line is hard to read
)

var bodyLook = textStyle{size: textSize, ink: inkText}

// running sets running text in lines of at most textWidth, or in one line if the page is wide
// enough for it.
func (s *setter) running(t document.Text, look textStyle, width float64) []textLine {
	words := s.words(t, look)
	if lines := s.fill(words, look, width); len(lines) <= 1 {
		return lines
	}
	return s.fill(words, look, min(textWidth, width))
}

// set lays out blocks for pages of a size. path and level belong to the enclosing section.
func (l *layout) set(blocks []document.Block, sheet pageSize, path string, level int) []block {
	var all []block
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			all = append(all, l.setSection(b, sheet, path, i, level))
		case *document.Paragraph:
			look := bodyLook
			if l.leading {
				look.size = leadNote
			}
			if lines := l.setter.running(b.Text, look, sheet.text()); len(lines) > 0 {
				all = append(all, &paragraph{sheet: sheet, lines: lines})
			}
		case *document.List:
			all = append(all, l.setList(b, sheet)...)
		case *document.Facts:
			switch {
			case len(b.Items) == 0:
			case b.Plain:
				all = append(all, l.setFigures(b, sheet)...)
			default:
				all = append(all, l.setFacts(b, sheet)...)
			}
		case *document.Table:
			all = append(all, l.setTable(b, l.tableSheet(b, sheet))...)
		case *document.Figure:
			all = append(all, l.setPictures(b, sheet)...)
		case *document.Timeline:
			if len(b.Moments) > 0 {
				all = append(all, l.setTimeline(b, sheet))
			}
		}
	}
	return all
}

type section struct {
	sheet  pageSize
	title  string
	anchor string
	level  int
	lines  []textLine
	blocks []block
	// newPage reports whether the section begins on a new page.
	newPage bool
}

var headings = [structure.MaxDepth]float64{16, 12, 10.5, 9.5, 9.5}

func (l *layout) setSection(s *document.Section, sheet pageSize, path string, i, level int) *section {
	if structure.HasTable(s.Blocks) {
		sheet = portrait(l.paper) // only the block that needs a landscape page gets one
	}
	sheet = l.sheetOf(s.Blocks, sheet)
	title := l.fonts.clean(s.Title)
	look := textStyle{bold: true, size: headings[level], ink: inkTitle}
	leading := l.leading
	l.leading = leading || s.Lead
	defer func() { l.leading = leading }()
	if l.leading {
		look.size = leadHeading
	}
	set := &section{
		sheet:   sheet,
		title:   oneLine(title),
		anchor:  structure.Anchor(s, path, i),
		level:   level,
		newPage: s.NewPage,
		blocks:  l.set(s.Blocks, sheet, structure.Path(path, i), level+1),
	}
	if !s.Lead {
		set.lines = l.setter.lines(document.Text{document.Plain(s.Title)}, look, sheet.text())
	}
	return set
}

// sheetOf returns the page size of a section: the size that its first demanding block needs, or the
// size of the enclosing section.
func (l *layout) sheetOf(blocks []document.Block, sheet pageSize) pageSize {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Figure:
			if needsPage(b) {
				return l.figureSheet(b)
			}
		case *document.Table:
			if s := l.tableSheet(b, sheet); s != sheet {
				return s
			}
		}
	}
	return sheet
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// head returns the height of the heading and of the block that stays with it. A short paragraph
// stays with the next block.
func (s *section) head(space spacing) float64 {
	h := linesHeight(s.lines) + space.heading
	for i, b := range s.blocks[:min(s.leading()+1, len(s.blocks))] {
		if i > 0 {
			h += space.block
		}
		if inner, ok := b.(*section); ok {
			h += space.above[inner.level]
		}
		h += b.head(space)
	}
	return min(h, s.sheet.body())
}

// leading returns the number of short paragraphs that stay with the next block, like a heading.
func (s *section) leading() int {
	const most = 2
	for i, b := range s.blocks {
		p, ok := b.(*paragraph)
		switch {
		case !ok:
			return i
		case len(p.lines) > minLines || i == most:
			return 0
		}
	}
	return 0
}

func (s *section) place(l *layout) {
	l.on(s.sheet)
	if s.newPage && l.y > marginTop {
		l.newPage(s.sheet)
	}
	if l.y > marginTop {
		l.y += l.spacing().above[s.level]
	}
	l.need(s.head(l.spacing()))
	l.anchors = append(l.anchors, anchor{s.anchor, l.here()})
	l.outline = append(l.outline, outlineEntry{s.title, s.level, l.here()})
	l.stack(marginSide, s.lines)
	l.y += l.spacing().heading
	leading := s.leading()
	for i, b := range s.blocks {
		headingsOnly := l.headingsOnly
		b.place(l)
		if i < leading {
			l.headingsOnly = headingsOnly // the first block stays under its heading, whatever its height
		}
	}
}

// A paragraph is a list of lines. A bullet may precede the first.
type paragraph struct {
	sheet  pageSize
	lines  []textLine
	indent float64
	bullet bool
	gap    float64
}

// minLines is the minimum number of lines of a divided paragraph on each of the two pages (orphans
// and widows).
const minLines = 2

func (p *paragraph) head(spacing) float64 {
	return linesHeight(p.lines[:min(minLines, len(p.lines))])
}

func (p *paragraph) place(l *layout) {
	l.on(p.sheet)
	for i := range p.lines {
		left := len(p.lines) - i
		switch {
		case i == 0 || left == minLines:
			l.need(linesHeight(p.lines[i:min(i+minLines, len(p.lines))]))
		case left > minLines:
			l.need(p.lines[i].height)
		}
		if i == 0 && p.bullet {
			const bullet = "•"
			look := bodyLook
			look.ink = inkMuted
			l.line(marginSide+p.indent-5-l.fonts.width(bullet, look), l.y, textLine{height: p.lines[0].height, pieces: []piece{{text: bullet, look: look}}})
		}
		l.line(marginSide+p.indent, l.y, p.lines[i])
		l.y += p.lines[i].height
		l.headingsOnly = false
	}
	l.y += l.spacing().block - p.gap
}

func (l *layout) setList(b *document.List, sheet pageSize) []block {
	const indent = 12
	var all []block
	for i, item := range b.Items {
		lines := l.setter.running(item, bodyLook, sheet.text()-indent)
		if len(lines) == 0 {
			lines = []textLine{{height: bodyLook.size * leading}}
		}
		p := &paragraph{sheet: sheet, lines: lines, indent: indent, bullet: true}
		if i+1 < len(b.Items) {
			p.gap = 6
		}
		all = append(all, p)
	}
	return all
}
