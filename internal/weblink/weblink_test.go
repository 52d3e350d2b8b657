package weblink

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMailto(t *testing.T) {
	for email, want := range map[string]string{
		"ana@meridiano.example":           "mailto:ana@meridiano.example",
		"ana+sales@meridiano.example":     "mailto:ana+sales@meridiano.example",
		"a?cc=b@meridiano.example":        "mailto:a%3Fcc=b@meridiano.example",
		"ana@meridiano.example?subject=x": "mailto:ana@meridiano.example%3Fsubject=x",
		"αν@παράδειγμα":                   "mailto:%CE%B1%CE%BD@%CF%80%CE%B1%CF%81%CE%AC%CE%B4%CE%B5%CE%B9%CE%B3%CE%BC%CE%B1",
		"":                                "",
		"ana":                             "",
		"ana@":                            "",
		"@example":                        "",
		"a@b@c":                           "",
		"a@b, c@d":                        "",
		"a@b\nbcc:c":                      "",
		"javascript:alert(1)//@x":         "",
		"a..b@meridiano.example":          "",
		`"ana"@meridiano.example`:         "",
		"Ana <ana@meridiano.example>":     "",
		strings.Repeat("a", 300) + "@x":   "",
	} {
		address, ok := Mailto(email)
		assert.Equal(t, want, address)
		assert.Equal(t, want != "", ok, email)
	}
}

// TestEncode checks addresses with several plausible encodings.
func TestEncode(t *testing.T) {
	for raw, want := range map[string]string{
		"https://a.example/p?q=1#f":  "https://a.example/p?q=1#f",
		"HTTP://A.example":           "HTTP://A.example",
		"#people":                    "#people",
		"https://a.example/ñ":        "https://a.example/%C3%B1",
		"https://a.example/#a#b":     "https://a.example/#a%23b",
		"https://a.example/?100%":    "https://a.example/?100%25",
		"https://a.example/%%41%4":   "https://a.example/%25%41%254",
		"mailto:ana@example.com?a=b": "mailto:ana@example.com?a=b",
		"mailto:ana":                 "",
		"https://:80/":               "",
		"https://a.example/\x00":     "",
		"https://a.example/\xff":     "",
		" https://a.example":         "",
		"javascript:alert(1)":        "",
		"//a.example":                "",
		"#":                          "",
		"":                           "",
	} {
		address, ok := Encode(raw)
		assert.Equal(t, want != "", ok, raw)
		if ok {
			assert.Equal(t, want, address)
		}
	}
}
