package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
)

//go:embed html.css
var pageStyle string

// styleSheet returns the style of the page: first the fixed rules, then the rules for the paper and
// the document.
func (p *printer) styleSheet() markup {
	var b strings.Builder
	b.WriteString("\n" + pageStyle)
	switch p.paper {
	case paper.A4():
	case paper.Letter():
		b.WriteString("@page { size: letter }\n@page landscape { size: letter landscape }\n@page portrait { size: letter }\n")
	default:
		short, long := decimal(p.paper.Width), decimal(p.paper.Height)
		fmt.Fprintf(&b, "@page { size: %spt %spt }\n@page landscape { size: %[2]spt %[1]spt }\n@page portrait { size: %[1]spt %[2]spt }\n", short, long)
	}
	b.WriteString(p.accent())
	for i, t := range p.doc.Tones {
		// Muted words and links take the ink of their tone, for contrast.
		fmt.Fprintf(&b, ":is(td, th, div, span).t%d { background: %s; color: %s }\n.t%[1]d :is(a, dt, .note, .muted) { color: inherit }\n.t%[1]d .bar { fill: currentColor }\n",
			i+1, t.Fill, t.Ink)
		fmt.Fprintf(&b, ".i%d { color: %s }\n", i+1, t.Ink)
	}
	b.WriteString("@media screen and (prefers-color-scheme: dark) {\n")
	for i, t := range p.doc.Tones {
		// Dark mode swaps ink and background, which keeps their contrast.
		fmt.Fprintf(&b, ":is(td, th, div, span).t%d { background: %s; color: %s }\n.i%[1]d { color: %[3]s }\n", i+1, t.Ink, t.Fill)
	}
	b.WriteString("}\n")
	for i, width := range p.widths {
		fmt.Fprintf(&b, "@media screen { .%s { --width: %spx } }\n", figureSize(i+1), decimal(width))
	}
	for _, share := range slices.Sorted(maps.Keys(p.shares)) {
		fmt.Fprintf(&b, "@media print { .%s { width: %d%% } }\n", columnShare(share), share)
	}
	for _, share := range slices.Sorted(maps.Keys(p.fixed)) {
		fmt.Fprintf(&b, ".%s { width: %d%% }\n", fixedShare(share), share)
	}
	inks := make([]string, len(p.inks))
	darks := make([]string, len(p.inks))
	for pair, name := range p.inks {
		inks[name-1], darks[name-1] = fmt.Sprintf("--k%d:%s", name, pair[0]), fmt.Sprintf("--k%d:%s", name, pair[1])
	}
	if len(inks) > 0 {
		fmt.Fprintf(&b, ".inked { %s }\n@media screen and (prefers-color-scheme: dark) { .inked { %s } }\n", strings.Join(inks, ";"), strings.Join(darks, ";"))
	}
	fmt.Fprintf(&b, "@page { @bottom-left { content: %s } }\n", cssString(structure.RunningTitle(p.doc.Title)))
	heights := map[int]int{}
	hugeTables(p.doc.Blocks, heights)
	for _, columns := range slices.Sorted(maps.Keys(heights)) {
		width := 80 + 21*columns
		height := max(210, min(heights[columns], width*100/141)) // at most the height of A4
		fmt.Fprintf(&b, "@page %s { size: %dmm %dmm }\n@media print { .%[1]s { page: %[1]s } }\n",
			hugeSheet(columns), width, height)
	}
	return markup(b.String())
}

// darkGround is the lightest background on which the dark page uses an accent.
const darkGround = "#1E2634"

func (p *printer) accent() string {
	accent, err := rgb.Accent(p.doc.Accent)
	if err != nil {
		return "" // cannot fail: Check has validated it
	}
	ground, _ := rgb.Parse(darkGround)
	return fmt.Sprintf(":root { --brand: %[1]s; --link: %[1]s; --accent: %[1]s }\n@media screen and (prefers-color-scheme: dark) { :root { --link: %[2]s; --accent: %[2]s } }\n",
		accent, accent.On(ground))
}

func columnShare(share int) markup { return "c" + number(share) }

func fixedShare(share int) markup { return "w" + number(share) + "p" }

// The parts of the one script of the page, in a scope of their own.
var (
	//go:embed html.js
	useScript string
	//go:embed ask.js
	askScript string
)

// policy returns the content security policy of a page with one style sheet and one script. The
// browser applies, runs and fetches nothing else.
func (p *printer) policy(style, script markup) markup {
	images := markup("")
	if p.images {
		images = "img-src data:; " // part of the page: nothing is fetched
	}
	return "default-src 'none'; " + images + "style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script) +
		"'; base-uri 'none'; form-action 'none'"
}

func digest(s markup) markup {
	sum := sha256.Sum256([]byte(s))
	return markup(base64.StdEncoding.EncodeToString(sum[:]))
}

// cssString returns s as a CSS string in which everything but ASCII letters, digits and spaces is
// escaped. The text cannot end the string or the style element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range cleantext.Lines(s) {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == ' ':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\%06x `, r) // the space ends the escape and is not part of the text
		}
	}
	b.WriteByte('"')
	return b.String()
}

// The limits of columns for portrait pages and for A4. Tables of long words also get landscape
// pages.
const (
	portraitColumns  = 8
	landscapeColumns = 12
)

// sheetOf returns the class of the printed pages of a section: the class of its first block with
// special pages, or "".
func (p *printer) sheetOf(blocks []document.Block) markup {
	for _, b := range blocks {
		var sheet markup
		switch b := b.(type) {
		case *document.Figure:
			sheet = p.figureSheet(b)
		case *document.Table:
			sheet = p.tableSheet(b)
		}
		if sheet != "" {
			return sheet
		}
	}
	return ""
}

func figureSize(n int) markup { return "f" + number(n) }

func (p *printer) figureSheet(f *document.Figure) markup {
	width, height := f.Picture.Size()
	pages, _ := p.divided(f) // printing the figure reports the error
	switch {
	case !f.OwnPage:
		return ""
	case width > height, pages != nil:
		return "sheet landscape"
	}
	return "sheet portrait"
}

func (p *printer) tableSheet(t *document.Table) markup {
	switch columns := structure.Columns(t); {
	case t.Plain:
		return ""
	case columns <= portraitColumns && p.estimate.Fits(t):
		return ""
	case columns <= landscapeColumns:
		return "sheet landscape"
	default:
		return "sheet " + hugeSheet(columns)
	}
}

func hugeSheet(columns int) markup { return "w" + number(columns) }

// hugeTables adds tables that need pages wider than A4 to heights. It maps the number of columns to
// the height of the highest table in millimetres, including the text above it.
func hugeTables(blocks []document.Block, heights map[int]int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			hugeTables(b.Blocks, heights)
		case *document.Table:
			if columns := structure.Columns(b); columns > landscapeColumns {
				heights[columns] = max(heights[columns], printedHeight(b))
			}
		}
	}
}

// printedHeight estimates the height of a matrix on paper in millimetres, with its heading and the
// margins, assuming that every other line is broken.
func printedHeight(t *document.Table) int {
	const around, row, line = 80, 5, 3
	height := around
	for _, part := range structure.Parts(t) {
		for _, r := range part.Rows {
			lines := 1
			for i := range r {
				lines = max(lines, len(r[i].Lines))
			}
			height += row + line*lines*3/2
		}
	}
	return height + len(t.Groups)*(row+line)
}

// tableSize returns the class of a table by its length. A long table scrolls in a box of its own,
// so that its head stays on the screen. A table that fits on a page is not divided in print.
func tableSize(t *document.Table) markup {
	rows := 0
	for _, g := range t.Groups {
		rows += len(g.Rows)
	}
	const long, short = 25, 10
	switch {
	case rows > long:
		return "tall"
	case rows <= short, structure.IsMatrix(t):
		return "whole"
	}
	return ""
}

// tableLook returns the classes for the kind of a table. A matrix has rules in both directions,
// since its columns are alike. A table of many columns keeps its width on a phone.
func tableLook(t *document.Table) markup {
	switch {
	case len(t.Head) > 1:
		return "matrix"
	case !labelled(t):
		return is(structure.Columns(t) > 4, "broad")
	case structure.Columns(t) > 4:
		return "broad rows"
	case structure.Columns(t) > 2:
		return "rows"
	}
	return ""
}
