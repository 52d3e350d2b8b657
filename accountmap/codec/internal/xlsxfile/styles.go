package xlsxfile

import (
	"fmt"
	"strconv"
	"strings"
)

// styles finds out which styles show numbers as days.
func (b *Book) styles(part string) error {
	days, inCells := map[string]bool{}, false
	return b.each(part, maxNames, func(l *lexer) error {
		switch {
		case l.name == "cellXfs":
			inCells = !l.closing
		case l.is("numFmt"):
			id := l.attr("numFmtId")
			code := l.attr("formatCode")
			if days[id] = isDay(code); len(days) > maxFormats {
				return tooLarge(part, fmt.Sprintf("the workbook has more than %d formats of numbers", maxFormats))
			}
		case l.is("xf") && inCells:
			id := l.attr("numFmtId")
			day, own := days[id]
			b.dates = append(b.dates, day || !own && isBuiltInDay(id))
		}
		return nil
	})
}

// isBuiltInDay reports the built-in formats of days, which files do not spell out.
func isBuiltInDay(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n == 57 || n == 58)
}

// isDay reports whether a format shows a day or a year of a number: d or y outside quotes and
// brackets.
func isDay(code string) bool {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			end := byte('"')
			if code[i] == '[' {
				end = ']'
			}
			j := strings.IndexByte(code[i+1:], end)
			if j < 0 {
				return false
			}
			i += j + 1
		case '\\', '_', '*':
			i++
		case 'd', 'D', 'y', 'Y':
			return true
		}
	}
	return false
}
