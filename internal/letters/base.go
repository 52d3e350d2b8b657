// Package letters helps with characters that fonts lack: the plain letter of a letter with marks,
// the outlines of signs, and the visual order of a line of text.
package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// others has letters that are not composed of a letter and marks, each followed by the most similar
// plain letter.
const others = "əeƏEıiɓbƁBɗdƊDƙkƘKŋnŊNɛeƐEɔoƆOɣgƔGʼ'ʻ'ƴyƳYħhĦHŧtŦTđdĐDłlŁLøoØOқкҚКғгҒГңнҢНөоӨОұуҰУүуҮУһhҺHҳхҲХҷчҶЧӘЕәеҝкҜКҹчҸЧҡкҠК"

// Base returns the plain letter of a letter with marks: e for ễ. It returns false for other
// letters.
func Base(r rune) (rune, bool) {
	if first, size := utf8.DecodeRuneInString(norm.NFKD.String(string(r))); first != r && first != utf8.RuneError && size > 0 && unicode.IsLetter(first) {
		return first, true
	}
	if at := strings.IndexRune(others, r); at >= 0 {
		before := utf8.RuneCountInString(others[:at])
		if next, _ := utf8.DecodeRuneInString(others[at+utf8.RuneLen(r):]); before%2 == 0 {
			return next, true
		}
	}
	return 0, false
}
