package svg

import (
	"encoding/xml"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/render/internal/paint"
)

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -0.001: "0", 1: "1", 1.5: "1.5", 1.25: "1.25", 0.126: ".13", -0.5: "-.5", 100: "100", 12.999: "13",
		1e300: "0", math.Inf(1): "0", math.NaN(): "0", 1480.05: "1480.05",
	} {
		assert.Equal(t, want, paint.Number(v), v)
	}
}

func TestShortColours(t *testing.T) {
	assert.Equal(t, "#FFF", short("#FFFFFF"))
	assert.Equal(t, "#F6F8FB", short("#F6F8FB"))
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", `</svg><script>alert(1)</script>`, "a\x00\xff\n\t\r]]>&amp;\"'", "\uFFFE\U0001FFFF", "שמעון", "\u0085\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got struct {
			Attr string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+attribute(s)+`">`+text(s)+`</x>`), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := strings.Map(func(r rune) rune {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r)) {
				return utf8.RuneError
			}
			return r
		}, s)
		want = strings.ToValidUTF8(want, "\uFFFD")
		if got.Text != want || got.Attr != want {
			t.Errorf("%q: text %q, attribute %q", s, got.Text, got.Attr)
		}
	})
}
