package scene

import "unicode"

// joiner makes one sign of the signs before and after it.
const joiner = '\u200D'

// extends reports whether r belongs to the letter before it: an accent, a joiner, a skin colour.
func extends(r rune) bool {
	if r < 0x300 {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == joiner || r == '\u200C' ||
		r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// flagHalf reports whether r is one of the letters that make a flag two by two.
func flagHalf(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
