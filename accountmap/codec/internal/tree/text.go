package tree

import (
	"strings"
	"unicode/utf8"
)

// isUTF16 reports whether a file begins with the byte order mark of UTF-16, which some editors call
// "Unicode".
func isUTF16(src string) bool {
	return strings.HasPrefix(src, "\xff\xfe") || strings.HasPrefix(src, "\xfe\xff")
}

// isBinary reports whether a file is of another kind than text, or in an encoding that shares few
// letters with UTF-8: its beginning has many bytes that text in UTF-8 does not have. A few may be
// slips, whose places are worth more.
func isBinary(src string) bool {
	const (
		beginning = 8 << 10 // bytes
		slips     = 16
		share     = 30 // one in so many
	)
	src = src[:min(len(src), beginning)]
	strange := 0
	for i, r := range src {
		isControl := r < ' ' && r != '\t' && r != '\n' && r != '\f' && r != '\r'
		isCut := i > len(src)-utf8.UTFMax // perhaps within a letter
		if isControl || r == utf8.RuneError && !isCut && !isReplacement(src[i:]) {
			strange++
		}
	}
	return strange >= slips && strange > len(src)/share
}

// isReplacement reports whether a text begins with U+FFFD itself, and not with an invalid byte.
func isReplacement(src string) bool {
	_, size := utf8.DecodeRuneInString(src)
	return size > 1
}

// repairUTF8 returns src with U+FFFD for each byte that is not UTF-8, so that the rest can be read,
// and calls found with the place of the first such byte of each line.
func repairUTF8(src string, found func(Place)) string {
	if utf8.ValidString(src) {
		return src
	}
	var b strings.Builder
	line, column, reported := 1, 1, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && size == 1 && reported != line {
			found(At(line, column))
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
