package codec

import "unicode/utf8"

// isNoText reports whether a file is of another kind than text, or of an encoding in which most letters are no UTF-8: its beginning has many bytes that
// text in UTF-8 does not have. A few may be slips, whose places are worth more.
func isNoText(src string) bool {
	const (
		beginning = 8 << 10 // bytes
		slips     = 16
		share     = 30 // one in so many
	)
	src = src[:min(len(src), beginning)]
	strange := 0
	for i, r := range src {
		isControl := r < ' ' && r != '\t' && r != '\n' && r != '\f' && r != '\r'
		isCut := i > len(src)-utf8.UTFMax // at the end of the beginning, perhaps within a letter
		if isControl || r == utf8.RuneError && !isCut && !isReplacement(src[i:]) {
			strange++
		}
	}
	return strange >= slips && strange > len(src)/share
}

// isReplacement tells U+FFFD in a text from a byte that is none of a text.
func isReplacement(src string) bool {
	_, size := utf8.DecodeRuneInString(src)
	return size > 1
}
