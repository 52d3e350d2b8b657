package document

// A columnRange is columns from from up to but without to.
type columnRange struct{ from, to int }

// columnRanges divides the columns of a table that is wider than its pages into parts that each fit beside the first column, of about the
// same width. There is always at least one column in a part, however wide.
func columnRanges(widths []float64, page float64) []columnRange {
	if sum(widths) <= page || len(widths) < 3 {
		return []columnRange{{0, len(widths)}}
	}
	room := page - widths[0]
	rest := widths[1:]
	parts := len(fillRanges(rest, room))
	// The narrowest room that takes no more parts makes them alike.
	low, high := sum(rest)/float64(parts), room
	for high-low > 1 {
		if middle := (low + high) / 2; len(fillRanges(rest, middle)) > parts {
			low = middle
		} else {
			high = middle
		}
	}
	ranges := fillRanges(rest, high)
	for i := range ranges {
		ranges[i].from++
		ranges[i].to++
	}
	return ranges
}

// fillRanges puts as many columns in each part as there is room for.
func fillRanges(widths []float64, room float64) []columnRange {
	var ranges []columnRange
	for from := 0; from < len(widths); {
		to, used := from+1, widths[from]
		for to < len(widths) && used+widths[to] <= room {
			used += widths[to]
			to++
		}
		ranges = append(ranges, columnRange{from, to})
		from = to
	}
	return ranges
}

// slice returns the table with its first column and those of a range. A cell that reaches out of them is as wide as what is left of it.
func (t *Table) slice(r columnRange) *Table {
	columns := t.columns()
	part := &Table{Caption: t.Caption, Head: sliceRows(t.Head, columns, r), Foot: sliceRows(t.Foot, columns, r)}
	for _, g := range t.Groups {
		part.Groups = append(part.Groups, Group{Title: g.Title, Rows: sliceRows(g.Rows, columns, r)})
	}
	return part
}

func sliceRows(rows []Row, columns int, r columnRange) []Row {
	sliced := make([]Row, len(rows))
	g := grid{taken: make([]int, columns)}
	for i, row := range rows {
		at, _ := g.place(row) // checked before
		sliced[i] = Row{}
		for j, c := range row {
			from, to := at[j], at[j]+c.colspan()
			left := max(0, min(to, r.to)-max(from, r.from))
			if from == 0 {
				left++
			}
			if left > 0 {
				c.Colspan = left
				sliced[i] = append(sliced[i], c)
			}
		}
	}
	return sliced
}
