package accountview

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
		strings.Repeat("a", 300) + "@x":   "",
	} {
		address, ok := Mailto(email)
		assert.Equal(t, want, address)
		assert.Equal(t, want != "", ok, email)
	}
}
