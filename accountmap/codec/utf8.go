package codec

import (
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
)

// utf16Marks begin a file that some editors call "Unicode".
var utf16Marks = [...]string{"\xff\xfe", "\xfe\xff"}

// isUTF16 reports whether a file says of itself that it is UTF-16.
func isUTF16(src string) bool {
	return strings.HasPrefix(src, utf16Marks[0]) || strings.HasPrefix(src, utf16Marks[1])
}

// repairUTF8 returns src with U+FFFD for each byte that is no UTF-8, so that the rest can be read, and calls found with the place of the
// first such byte of each line. The offset is one in the text returned.
func repairUTF8(src string, found func(offset, line, column int)) string {
	if utf8.ValidString(src) {
		return src
	}
	var b strings.Builder
	line, column, reported := 1, 1, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && size == 1 && reported != line {
			found(b.Len(), line, column)
			reported = line
		}
		b.WriteRune(r)
		i += size
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return b.String()
}

func notUTF8(r *report, at uint64) {
	r.add(at, "", accountmap.ErrInvalidText, "the text is not UTF-8", "save the file as UTF-8")
}
