package markdown

import (
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// table prints t as a pipe table. Markdown requires one row of headings: a table without a head
// gets an empty one.
func (p *printer) table(t *document.Table) {
	columns := structure.Columns(t)
	if columns == 0 {
		return
	}
	if t.Caption != "" {
		p.block(atLineStart(escape(t.Caption)))
	}
	lines := []markdown{pipes(headRow(t.Head, columns)), pipes(alignments(t, columns))}
	for _, g := range t.Groups {
		if len(g.Title) > 0 {
			row := make([]markdown, columns)
			row[0] = textOf(strong(g.Title))
			lines = append(lines, pipes(row))
		}
		lines = append(lines, rowLines(g.Rows, columns)...)
	}
	p.block(append(lines, rowLines(t.Foot, columns)...)...)
}

func strong(t document.Text) document.Text {
	all := make(document.Text, len(t))
	for i, x := range t {
		if words, ok := x.(document.Plain); ok {
			x = document.Strong(words)
		}
		all[i] = x
	}
	return all
}

func pipes(cells []markdown) markdown {
	var line strings.Builder
	line.WriteByte('|')
	for _, c := range cells {
		if c != "" {
			line.WriteString(" " + string(c))
		}
		line.WriteString(" |")
	}
	return markdown(line.String())
}

// headRow returns the rows of a head as one row. A heading over several columns is repeated in each
// of them.
func headRow(head []document.Row, columns int) []markdown {
	row := make([]markdown, columns)
	g := structure.NewGrid(columns)
	for _, r := range head {
		at, _ := g.Place(r) // checked before
		for i := range r {
			words := cellText(r[i].Lines)
			for col := at[i]; col < at[i]+structure.Colspan(&r[i]); col++ {
				if row[col] != "" && words != "" {
					row[col] += lineBreak
				}
				row[col] += words
			}
		}
	}
	return row
}

// alignments returns the row below the head. A column is right-aligned if one of its cells is a
// number.
func alignments(t *document.Table, columns int) []markdown {
	row := make([]markdown, columns)
	for i := range row {
		row[i] = "---"
	}
	for _, part := range structure.Parts(t) {
		g := structure.NewGrid(columns)
		for _, r := range part.Rows {
			at, _ := g.Place(r)
			for i := range r {
				if r[i].Number && structure.Colspan(&r[i]) == 1 {
					row[at[i]] = "---:"
				}
			}
		}
	}
	return row
}

func rowLines(rows []document.Row, columns int) []markdown {
	var lines []markdown
	g := structure.NewGrid(columns)
	for _, r := range rows {
		at, _ := g.Place(r)
		cells := make([]markdown, columns)
		for i := range r {
			lines := r[i].Lines
			if r[i].Header && len(lines) > 0 {
				lines = append([]document.Text{strong(lines[0])}, lines[1:]...)
			}
			cells[at[i]] = cellText(lines)
		}
		lines = append(lines, pipes(cells))
	}
	return lines
}

func cellText(lines []document.Text) markdown {
	var words []markdown
	for _, line := range lines {
		if text := textOf(line); strings.TrimSpace(string(text)) != "" {
			words = append(words, text)
		}
	}
	return broken(words)
}
