package sheet

import "strconv"

// A Range is a rectangle of Rows by Columns cells, from (Row, Column) down and to the right, counted from zero. The zero Range is empty.
type Range struct{ Row, Column, Rows, Columns int }

// String names the range as spreadsheets do, such as "B2:D9", and "" for no cells.
func (r Range) String() string {
	if r.Rows < 1 || r.Columns < 1 {
		return ""
	}
	return Ref(r.Row, r.Column) + ":" + Ref(r.Row+r.Rows-1, r.Column+r.Columns-1)
}

// absolute names the range with its columns and rows fixed, such as "$B$2:$D$9".
func (r Range) absolute() string {
	corner := func(row, column int) string { return "$" + columnName(column) + "$" + strconv.Itoa(row+1) }
	return corner(r.Row, r.Column) + ":" + corner(r.Row+r.Rows-1, r.Column+r.Columns-1)
}

// Ref names a cell as spreadsheets do: Ref(0, 0) is "A1", Ref(4, 27) is "AB5". Negative counts are taken as zero.
func Ref(row, column int) string {
	return columnName(column) + strconv.Itoa(max(row, 0)+1)
}

// columnName gives the letters of a column: A to Z, AA to ZZ, and so on.
func columnName(column int) string {
	var letters [16]byte
	i := len(letters)
	for n := max(column, 0) + 1; n > 0; n = (n - 1) / 26 {
		i--
		letters[i] = 'A' + byte((n-1)%26)
	}
	return string(letters[i:])
}

// overlaps reports whether the two ranges share a cell.
func (r Range) overlaps(o Range) bool {
	return r.Row < o.Row+o.Rows && o.Row < r.Row+r.Rows &&
		r.Column < o.Column+o.Columns && o.Column < r.Column+r.Columns
}
