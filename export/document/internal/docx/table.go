package docx

import (
	"fmt"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/pdf"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// parts divides a table, once for both passes.
func (p *printer) parts(t *document.Table) []pdf.Part {
	parts, done := p.divided[t]
	if !done {
		parts = p.estimate.Divide(t)
		p.divided[t] = parts
	}
	return parts
}

func (p *printer) table(t *document.Table, home sheet) {
	parts := p.parts(t)
	for i, part := range parts {
		p.turn(home)
		if part.Landscape && home.width < home.height {
			p.turn(home.turned())
		}
		caption := t.Caption
		if len(parts) > 1 {
			caption = fmt.Sprintf("%s (%d / %d)", caption, i+1, len(parts))
		}
		if caption != "" {
			p.paragraph("TableCaption", "", run(caption, "", ""))
		}
		p.begin()
		p.release("")
		p.grid(part)
		p.paragraph("TableEnd", "", "")
	}
}

type tabular struct {
	*document.Table
	columns int
	widths  []float64 // of the columns, in points

	text, head, rowHead markup // the styles of paragraphs
	whole               bool   // kept on one page if it fits there
}

func (p *printer) grid(part pdf.Part) {
	t := tabular{part.Table, structure.Columns(part.Table), p.fitted(part.Shares), "TableText", "TableHead", "TableRowHead", whole(part.Table)}
	look := markup("AtlasTable")
	switch {
	case t.Plain:
		look = "AtlasPlain"
	case structure.IsMatrix(t.Table):
		look, t.text, t.head, t.rowHead = "AtlasMatrix", "MatrixText", "MatrixHead", "MatrixRowHead"
	}
	p.put(`<w:tbl><w:tblPr><w:tblStyle w:val="`, look, `"/><w:tblW w:w="`, twips(p.sheet.text()), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
		`<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>`)
	for _, width := range t.widths {
		p.put(`<w:gridCol w:w="`, twips(width), `"/>`)
	}
	p.put("</w:tblGrid>")
	p.rows(t, t.Head, inHead, false)
	for i, g := range t.Groups {
		if len(g.Title) > 0 {
			p.groupTitle(t, g)
		}
		p.rows(t, g.Rows, inBody, i == len(t.Groups)-1 && len(t.Foot) == 0)
	}
	p.rows(t, t.Foot, inFoot, true)
	p.put("</w:tbl>")
}

// whole reports whether a table must not be divided: a matrix, or a table with few rows and letters.
func whole(t *document.Table) bool {
	const short, most = 10, 40 // rows
	const text = 2000          // letters, about half a page
	rows, letters := 0, 0
	for _, part := range structure.Parts(t) {
		rows += len(part.Rows)
		for _, row := range part.Rows {
			for _, cell := range row {
				for _, line := range cell.Lines {
					letters += utf8.RuneCountInString(structure.Words(line))
				}
			}
		}
	}
	rows += len(t.Groups)
	return rows <= short && letters <= text || rows <= most && structure.IsMatrix(t)
}

func (p *printer) fitted(shares []float64) []float64 {
	total := 0.
	for _, share := range shares {
		total += share
	}
	widths := make([]float64, len(shares))
	for i, share := range shares {
		widths[i] = p.sheet.text() * share / total
	}
	return widths
}

type tablePart int

const (
	inHead tablePart = iota
	inBody
	inFoot
)

func (p *printer) groupTitle(t tabular, g document.Group) {
	p.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
	title := document.Cell{Lines: []document.Text{g.Title}, Colspan: t.columns, Header: true}
	properties := t.cell(&title, 0, "")
	if !t.Plain {
		properties += shade(fillPale)
	}
	p.bold = true
	p.put("<w:tc><w:tcPr>", properties, "</w:tcPr>", paragraph{styled("TableGroup") + "<w:keepNext/>", p.text(g.Title)}.print(""), "</w:tc></w:tr>")
	p.bold = false
}

// A cover is a cell that continues in later rows.
type cover struct {
	*document.Cell
	rows int // remaining rows
}

// rows prints the rows of one part of the table. The format needs an extra cell wherever a cell of
// an earlier row continues. last reports whether the table ends with these rows.
func (p *printer) rows(t tabular, rows []document.Row, part tablePart, last bool) {
	grid := structure.NewGrid(t.columns)
	covers := map[int]cover{}
	for i, row := range rows {
		at, _ := grid.Place(row) // checked before
		p.put("<w:tr>", rowProperties(row, part))
		next := 0
		for col := 0; col < t.columns; {
			if c, ok := covers[col]; ok {
				p.put("<w:tc><w:tcPr>", t.cell(c.Cell, col, "<w:vMerge/>"), p.ground(c.Cell, t, part), "</w:tcPr>", paragraph{styled(t.text), ""}.print(""), "</w:tc>")
				if c.rows--; c.rows == 0 {
					delete(covers, col)
				} else {
					covers[col] = c
				}
				col += structure.Colspan(c.Cell)
				continue
			}
			c := &row[next]
			merge := markup("")
			if span := structure.Rowspan(c); span > 1 {
				merge, covers[at[next]] = `<w:vMerge w:val="restart"/>`, cover{c, span - 1}
			}
			p.put("<w:tc><w:tcPr>", t.cell(c, col, merge), p.ground(c, t, part), "</w:tcPr>")
			p.lines(c, t, part, t.whole && !(last && i == len(rows)-1))
			p.put("</w:tc>")
			col += structure.Colspan(c)
			next++
		}
		p.put("</w:tr>")
	}
}

// rowProperties repeats the head on every page, and keeps a short row together.
func rowProperties(row document.Row, part tablePart) markup {
	const short = 600 // letters in a cell
	properties := markup("<w:cantSplit/>")
	for i := range row {
		letters := 0
		for _, line := range row[i].Lines {
			letters += 40 + len(structure.Words(line)) // even a short line is a line of its own
		}
		if letters > short {
			properties = ""
		}
	}
	if part == inHead {
		properties += "<w:tblHeader/>"
	}
	if properties == "" {
		return ""
	}
	return "<w:trPr>" + properties + "</w:trPr>"
}

// cell returns the beginning of the properties of a cell at a column.
func (t tabular) cell(c *document.Cell, col int, merge markup) markup {
	width, span := 0., structure.Colspan(c)
	for _, w := range t.widths[col : col+span] {
		width += w
	}
	properties := `<w:tcW w:w="` + twips(width) + `" w:type="dxa"/>`
	if span > 1 {
		properties += `<w:gridSpan w:val="` + number(span) + `"/>`
	}
	return properties + merge
}

// The backgrounds of table heads and group titles.
const (
	fillHead = "#EEF2F8"
	fillPale = "#F6F8FB"
)

func (p *printer) ground(c *document.Cell, t tabular, part tablePart) markup {
	tone, ok := p.tones[c.Tone]
	switch {
	case ok:
		return shade(tone.Fill)
	case part == inHead && !t.Plain:
		return shade(fillHead)
	case part == inFoot && !t.Plain:
		return shade(fillPale)
	}
	return ""
}

func (p *printer) lines(c *document.Cell, t tabular, part tablePart, keep bool) {
	p.inCell = p.ink(c.Tone)
	properties := markup("")
	if keep {
		properties = "<w:keepNext/>"
	}
	if c.Number {
		properties += `<w:jc w:val="right"/>`
	}
	lines := c.Lines
	if len(lines) == 0 {
		lines = []document.Text{nil}
	}
	for i, line := range lines {
		style := t.text
		switch {
		case part == inHead:
			style = t.head
		case c.Header && i == 0: // only the heading itself; the lines below it explain it
			style = t.rowHead
		}
		p.bold = style != t.text
		p.put(paragraph{styled(style) + properties, p.text(line)}.print(""))
	}
	p.bold, p.inCell = false, ""
}
