package document

import "strings"

// table prints t as a pipe table. Markdown demands one row of headings: a table without a head gets an empty one.
func (p *markdownPrinter) table(t *Table) {
	columns := t.columns()
	if columns == 0 {
		return
	}
	if t.Caption != "" {
		p.block(atLineStart(markdownWords(t.Caption)))
	}
	lines := []markdown{pipes(markdownHead(t.Head, columns)), pipes(alignments(t, columns))}
	for _, g := range t.Groups {
		if len(g.Title) > 0 {
			row := make([]markdown, columns)
			row[0] = markdownText(strong(g.Title))
			lines = append(lines, pipes(row))
		}
		lines = append(lines, markdownRows(g.Rows, columns)...)
	}
	p.block(append(lines, markdownRows(t.Foot, columns)...)...)
}

// strong returns t with its plain words strong.
func strong(t Text) Text {
	all := make(Text, len(t))
	for i, x := range t {
		if words, ok := x.(Plain); ok {
			x = Strong(words)
		}
		all[i] = x
	}
	return all
}

func pipes(cells []markdown) markdown {
	line := markdown("|")
	for _, c := range cells {
		if c == "" {
			line += " |"
		} else {
			line += " " + c + " |"
		}
	}
	return line
}

// markdownHead returns the rows of a head as one row. A heading over several columns stands over each of them.
func markdownHead(head []Row, columns int) []markdown {
	row := make([]markdown, columns)
	g := grid{taken: make([]int, columns)}
	for _, r := range head {
		at, _ := g.place(r) // checked before
		for i := range r {
			words := markdownLines(r[i].Lines)
			for col := at[i]; col < at[i]+r[i].colspan(); col++ {
				if row[col] != "" && words != "" {
					row[col] += markdownBreak
				}
				row[col] += words
			}
		}
	}
	return row
}

// alignments returns the row that rules the head off: a column is aligned as numbers are when one of its cells is.
func alignments(t *Table, columns int) []markdown {
	row := make([]markdown, columns)
	for i := range row {
		row[i] = "---"
	}
	for _, part := range t.parts() {
		g := grid{taken: make([]int, columns)}
		for _, r := range part.rows {
			at, _ := g.place(r)
			for i := range r {
				if r[i].Number && r[i].colspan() == 1 {
					row[at[i]] = "---:"
				}
			}
		}
	}
	return row
}

func markdownRows(rows []Row, columns int) []markdown {
	var lines []markdown
	g := grid{taken: make([]int, columns)}
	for _, r := range rows {
		at, _ := g.place(r)
		cells := make([]markdown, columns)
		for i := range r {
			lines := r[i].Lines
			if r[i].Header && len(lines) > 0 {
				lines = append([]Text{strong(lines[0])}, lines[1:]...)
			}
			cells[at[i]] = markdownLines(lines)
		}
		lines = append(lines, pipes(cells))
	}
	return lines
}

// markdownLines returns the lines of a cell on one.
func markdownLines(lines []Text) markdown {
	var words []markdown
	for _, line := range lines {
		if text := markdownText(line); strings.TrimSpace(string(text)) != "" {
			words = append(words, text)
		}
	}
	return joined(words, markdownBreak)
}
