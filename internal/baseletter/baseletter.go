// Package baseletter finds the plain letter of a letter with marks, for fonts that lack the latter.
package baseletter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// others are letters that are not composed of a letter and marks, and after each the letter that a
// reader takes it for.
const others = "əeƏEıiɓbƁBɗdƊDƙkƘKŋnŊNɛeƐEɔoƆOɣgƔGʼ'ʻ'ƴyƳYħhĦHŧtŦTđdĐDłlŁLøoØOқкҚКғгҒГңнҢНөоӨОұуҰУүуҮУһhҺHҳхҲХҷчҶЧӘЕәеҝкҜКҹчҸЧҡкҠК"

// Of returns the plain letter of a letter with marks: e for ễ. It returns false for a letter without
// one.
func Of(r rune) (rune, bool) {
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
