package scene_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
)

func TestCleanLine(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"  a \t b\r\nc ": "a b c",
		"a\u00A0b":       "a\u00A0b",
		"a\x00b\x1b":     "a\uFFFDb\uFFFD",
		"a\xffb":         "a\uFFFDb",
		"\uFFFE":         "\uFFFD",
		"a\u2028b":       "a b",
		"</svg>":         "</svg>",
	} {
		assert.Equal(t, want, scene.CleanLine(in), "%q", in)
	}
	assert.Equal(t, "a b\nc", scene.CleanLines("a  b\n\n\tc\n"))
}

func TestWidthIsThatOfTheFont(t *testing.T) {
	m := measurer(t)
	f := scene.Font{Size: 12, Bold: true}
	assert.Zero(t, m.Width("", f))
	assert.Zero(t, m.Width("\u0301\u200D", f), "marks and joiners take no room")
	assert.InDelta(t, 128*1.03, m.Width("Ελένη Παπαδοπούλου", f), 3)
	assert.Less(t, m.Width("iiii", f), m.Width("WWWW", f))
	assert.Less(t, m.Width("text", scene.Font{Size: 12}), m.Width("text", f))
	assert.InDelta(t, 4*12*1.03, m.Width("田中太郎", f), 0.1, "an em for what the font lacks")
}

// TestWrapEnds keeps the end of a text that is cut, in whole letters, and looks at each letter once: a name of a million letters takes no
// longer to cut than to read.
func TestWrapEnds(t *testing.T) {
	m := measurer(t)
	f := scene.Font{Size: 10}
	for text, want := range map[string][]string{
		"":      nil,
		"Short": {"Short"},
		"Facility management, region north-west, depot 17": {"Facility man…st, depot 17"},
		strings.Repeat("e\u0301", 40):                      nil,
		strings.Repeat("long ", 200_000) + "end":           nil,
	} {
		lines := m.WrapEnds(text, f, 130)
		if want != nil || text == "" {
			assert.Equal(t, want, lines)
		}
		for _, line := range lines {
			assert.LessOrEqual(t, m.Width(line, f), 130.0)
			head, tail, cut := strings.Cut(line, "…")
			if cut {
				assert.True(t, strings.HasPrefix(text, head) && strings.HasSuffix(text, tail))
				assert.False(t, strings.HasPrefix(tail, "\u0301"), "an accent without its letter")
			}
		}
	}
	assert.Equal(t, []string{"…"}, m.WrapEnds("Facility", f, 1), "no room for a letter")
}

func FuzzWrap(f *testing.F) {
	for _, text := range scenetest.Hostile() {
		f.Add(text)
	}
	m, err := scene.NewMeasurer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text := scene.CleanLine(raw)
		if !utf8.ValidString(text) || scene.CleanLine(text) != text {
			t.Fatalf("%q is not clean", text)
		}
		font := scene.Font{Size: 12, Bold: true}
		lines := m.Wrap(text, font, 133, 150)
		for i, line := range lines {
			if width := m.Width(line, font); width > 133+17*float64(i) {
				t.Errorf("%q is %v wide", line, width)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		shown := bare(strings.Join(lines, ""))
		if whole := bare(text); shown != whole && !strings.HasPrefix(whole, strings.TrimSuffix(shown, "…")) {
			t.Errorf("%q shows as %q", text, lines)
		}
	})
}
