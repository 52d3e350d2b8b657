package xlsxfile

import "strings"

// parseRef reads the name of a cell, "C7". Columns count from 0, rows from 1.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	if i == 0 || i == len(ref) || len(ref)-i > 9 {
		return 0, 0, false
	}
	for _, c := range []byte(ref[i:]) {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column - 1, row, true
}

func parseMerge(ref string) (Merge, bool) {
	from, to, _ := strings.Cut(ref, ":")
	fromColumn, fromRow, ok1 := parseRef(from)
	toColumn, toRow, ok2 := parseRef(to)
	return Merge{fromRow, fromColumn, toRow, toColumn}, ok1 && ok2
}
