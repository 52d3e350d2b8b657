package letters

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// RightToLeft reports whether some of s has, or requests, right-to-left direction.
func RightToLeft(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		p, size := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI, bidi.FSI:
			return true
		}
		i += max(1, size)
	}
	return false
}

// BeginsRightToLeft reports whether the first letter of a text belongs to a right-to-left script.
func BeginsRightToLeft(text string) bool {
	for i, r := range text {
		if r < 0x590 {
			if unicode.IsLetter(r) {
				return false
			}
			continue
		}
		p, _ := bidi.LookupString(text[i:])
		switch p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// Visual returns the letters of a text in visual order, from left to right.
func Visual(text string) string {
	if !RightToLeft(text) {
		return text
	}
	var p bidi.Paragraph
	if _, err := p.SetString(text); err != nil {
		return text
	}
	order, err := p.Order()
	if err != nil {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			out = append(out, bidi.ReverseString(run.String())...)
		} else {
			out = append(out, run.String()...)
		}
	}
	return string(out)
}
