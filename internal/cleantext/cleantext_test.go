package cleantext

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLines checks that pages and pictures replace the same characters that workbooks and calendars
// drop, including noncharacters.
func TestLines(t *testing.T) {
	for s, want := range map[string][2]string{
		"plain":              {"plain", "plain"},
		"a\r\nb\rc\nd\te":    {"a\nb\nc\nd\te", "a\nb\nc\nd\te"},
		"a\x00b\x7fc\u0085":  {"a\uFFFDb\uFFFDc\uFFFD", "abc"},
		"a\uFDD0b\uFFFEc":    {"a\uFFFDb\uFFFDc", "abc"},
		"a\U0001FFFFb":       {"a\uFFFDb", "ab"},
		"a\xffb":             {"a\uFFFDb", "a\uFFFDb"},
		"señor \U0001F469 א": {"señor \U0001F469 א", "señor \U0001F469 א"},
	} {
		assert.Equal(t, want[0], Lines(s), "%q", s)
		assert.Equal(t, want[1], DropLines(s), "%q", s)
	}
	assert.Equal(t, '\uFFFD', Rune('\n'))
	assert.Equal(t, 'ñ', Rune('ñ'))
}

// TestUndirected checks that no text reverses what follows it, and that letters from right to left
// keep their order.
func TestUndirected(t *testing.T) {
	for s, want := range map[string]string{"\u202Egnp.exe": "gnp.exe", "\u2067a\u2069\u200Fb\u061C": "ab", "שלום": "שלום", "👩\u200D👧": "👩\u200D👧", "ñ": "ñ"} {
		assert.Equal(t, want, Undirected(s), "%q", s)
	}
}

// TestUTF16 checks that lengths and prefixes count UTF-16 units and split no character.
func TestUTF16(t *testing.T) {
	assert.Equal(t, 4, UTF16Len("ñ\U0001F469x"))
	for n, want := range []string{"", "ñ", "ñ", "ñ\U0001F469", "ñ\U0001F469x", "ñ\U0001F469x"} {
		assert.Equal(t, want, UTF16Prefix("ñ\U0001F469x", n), n)
	}
}

func TestJoinUnits(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "5": "5", " %": " %", "% 5": "% 5", "up to 5 %": "up to 5\u00a0%", "5 % and 20 €, 3 ‰": "5\u00a0% and 20\u00a0€, 3\u00a0‰", "90 °C": "90 °C", "5 %x": "5 %x", "a %": "a %", "5  %": "5  %", "5 ": "5 ",
	} {
		assert.Equal(t, want, JoinUnits(s), s)
	}
}
