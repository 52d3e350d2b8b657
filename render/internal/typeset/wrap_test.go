package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

func measurer(t testing.TB) *typeset.Measurer {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	return m
}

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
		"\u202Eevil ת":   "evil ת",
		"\u2067a\u2069":  "a",
	} {
		assert.Equal(t, want, typeset.CleanLine(in), "%q", in)
	}
	assert.Equal(t, "a b\nc", typeset.CleanLines("a  b\n\n\tc\n"))
}

func TestWidthMatchesTheFont(t *testing.T) {
	m := measurer(t)
	f := typeset.Font{Size: 12, Bold: true}
	assert.Zero(t, m.Width("", f))
	assert.Zero(t, m.Width("\u0301\u200D", f), "marks and joiners take no room")
	assert.InDelta(t, 128*1.03, m.Width("Ελένη Παπαδοπούλου", f), 3)
	assert.Less(t, m.Width("iiii", f), m.Width("WWWW", f))
	assert.Less(t, m.Width("text", typeset.Font{Size: 12}), m.Width("text", f))
	assert.InDelta(t, 4*12*1.03, m.Width("田中太郎", f), 0.1, "an em for what the font lacks")
}

// TestWrap breaks lines of 130 points at 10 points: about 24 letters.
func TestWrap(t *testing.T) {
	m, f := measurer(t), typeset.Font{Size: 10}
	sixty := strings.Repeat("Wolfeschlegel", 5)[:60]
	for name, c := range map[string]struct {
		text  string
		lines int
		want  []string
	}{
		"short":                                  {"Ana Núñez", 2, []string{"Ana Núñez"}},
		"space":                                  {"Director of procurement and logistics", 2, []string{"Director of procurement and", "logistics"}},
		"hyphen":                                 {"Sabine Schwarzenberger-Leutheusser", 2, []string{"Sabine Schwarzenberger-", "Leutheusser"}},
		"hyphen in a word of two lines":          {"Schwarzenberger-Leutheusser-Schnarrenberger", 3, []string{"Schwarzenberger-", "Leutheusser-", "Schnarrenberger"}},
		"next word longer than a line":           {"Captain Donaudampfschifffahrtsgesellschaft", 3, []string{"Captain", "Donaudampfschifffahrtsge-", "sellschaft"}},
		"broken word saves the end":              {"Captain Donaudampfschifffahrtsgesellschaft", 2, []string{"Captain Donaudampfschiff-", "fahrtsgesellschaft"}},
		"rest of a broken word":                  {"Donaudampfschifffahrtsgesell-schaft", 2, []string{"Donaudampfschifffahrtsge-", "sell-schaft"}},
		"three letters are left":                 {"Donaudampfschifffahrtsgese", 2, []string{"Donaudampfschifffahrtsg-", "ese"}},
		"sixty letters":                          {sixty, 3, nil},
		"Greek capitals":                         {"ΚΩΝΣΤΑΝΤΙΝΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ", 2, []string{"ΚΩΝΣΤΑΝΤΙΝΟΣ", "ΠΑΠΑΔΟΠΟΥΛΟΣ"}},
		"Greek hyphen":                           {"Αλεξάνδρα Παπαδοπούλου-Μαυρομιχάλη", 3, []string{"Αλεξάνδρα", "Παπαδοπούλου-", "Μαυρομιχάλη"}},
		"Chinese":                                {"首席执行官兼首席财务官兼首席运营官", 2, []string{"首席执行官兼首席财务官兼", "首席运营官"}},
		"Japanese punctuation":                   {"東京営業本部長代理補佐役、兼務", 2, []string{"東京営業本部長代理補佐", "役、兼務"}},
		"slash":                                  {"Procurement/Logistics/Operations", 2, []string{"Procurement/Logistics/", "Operations"}},
		"minus":                                  {"Twenty words and then some -5 C", 2, []string{"Twenty words and then", "some -5 C"}},
		"day":                                    {"Left the company on 2026-12-31", 2, []string{"Left the company on", "2026-12-31"}},
		"hyphen alone":                           {"Procurement - Logistics & Fleet", 2, []string{"Procurement - Logistics &", "Fleet"}},
		"hyphens only":                           {strings.Repeat("-", 60), 4, nil},
		"non-breaking hyphen and no-break space": {"Head of Meyer\u2011Landrut\u00A0Group", 2, []string{"Head of", "Meyer\u2011Landrut\u00A0Group"}},
	} {
		lines := m.Wrap(c.text, f, slices.Repeat([]float64{130}, c.lines)...)
		if c.want != nil {
			assert.Equal(t, c.want, lines, name)
		}
		assert.Equal(t, letters(c.text), letters(strings.Join(lines, "")), "%s: nothing is cut", name)
		for _, line := range lines {
			assert.LessOrEqual(t, m.Width(line, f), 130.0, name)
		}
	}
}

// TestWhole distinguishes texts that end at words from broken or shortened texts.
func TestWhole(t *testing.T) {
	for text, lines := range map[string][]string{
		"": nil, "Ana Núñez": {"Ana", "Núñez"}, "Meyer-Landrut": {"Meyer-", "Landrut"}, "田中太郎": {"田", "中太郎"},
	} {
		assert.True(t, typeset.Whole(lines, text), text)
	}
	for text, lines := range map[string][]string{
		"Ana": nil, "Núñez": {"Nú", "ñez"}, "Ana Núñez": {"Ana", "Nú…"}, "Meyer-Landrut": {"Meyer", "-Landrut"}, "2026-12": {"2026-", "12"}, "A": {"A", "B"},
	} {
		assert.False(t, typeset.Whole(lines, text), text)
	}
}

// TestWrapEnds checks the end of a shortened text, in whole letters. Each letter is measured once:
// shortening a name of a million letters takes no longer than reading it.
func TestWrapEnds(t *testing.T) {
	m := measurer(t)
	f := typeset.Font{Size: 10}
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

// letters returns a text without its spaces and hyphens.
func letters(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }

func FuzzWrap(f *testing.F) {
	for _, text := range scenetest.Hostile() {
		f.Add(text)
	}
	m, err := typeset.NewMeasurer()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text := typeset.CleanLine(raw)
		if !utf8.ValidString(text) || typeset.CleanLine(text) != text {
			t.Fatalf("%q is not clean", text)
		}
		font := typeset.Font{Size: 12, Bold: true}
		lines := m.Wrap(text, font, 133, 150)
		for i, line := range lines {
			if width := m.Width(line, font); width > 133+17*float64(i) {
				t.Errorf("%q is %v wide", line, width)
			}
		}
		shown := letters(strings.Join(lines, ""))
		if whole := letters(text); shown != whole && !strings.HasPrefix(whole, strings.TrimSuffix(shown, "…")) {
			t.Errorf("%q shows as %q", text, lines)
		}
	})
}
