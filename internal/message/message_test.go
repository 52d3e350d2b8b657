package message_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/internal/message"
)

func spanish(format string) string {
	return map[string]string{
		"no %s has the id %q":  "no hay ningún id %[2]s (%[1]s)",
		"unit":                 "unidad",
		"%d %% of %s, %g of 1": "el %[1]d %% de %[2]s, %[3]g de 1",
		"nobody":               "nadie",
		"; likewise %d more":   "; igual que %d más",
	}[format]
}

func TestMessagesAreWrittenInTheLanguageOfACatalogue(t *testing.T) {
	for _, test := range []struct{ text, english, spanish string }{
		{"", "", ""},
		{"plain 100 %", "plain 100 %", "plain 100 %"},
		{message.Of("nobody"), "nobody", "nadie"},
		{message.Of("somebody, %s", "Ana"), "somebody, Ana", "somebody, Ana"},
		{message.Of("no %s has the id %q", message.Word("unit"), "a\x0e\x0f"), `no unit has the id "a\x0e\x0f"`, `no hay ningún id "a\x0e\x0f" (unidad)`},
		{message.Of("%d %% of %s, %g of 1", 7, "a %s", 0.5), "7 % of a %s, 0.5 of 1", "el 7 % de a %s, 0.5 de 1"},
		{"Ana" + message.Of("; likewise %d more", 3) + "!", "Ana; likewise 3 more!", "Ana; igual que 3 más!"},
	} {
		assert.Equal(t, test.english, message.English(test.text))
		assert.Equal(t, test.spanish, message.In(spanish, test.text))
	}
}

// TestMarksOfAUserAreHarmless gives texts with the marks of messages.
func TestMarksOfAUserAreHarmless(t *testing.T) {
	for _, text := range []string{"\x0e", "\x0f", "\x1f", "\x0e\x1f\x1f", "\x0f\x0e%", "\x0e%[9]s\x0f", "\x0e%[-1]s%\x1fa\x0f", "\x0e%[", "\x0e\x0e\x0f\x0f\x0f"} {
		got := message.In(spanish, message.Of("no %s has the id %q", text, text))
		assert.False(t, strings.ContainsAny(got, "\x0e\x0f\x1f"), fmt.Sprintf("%q: %q", text, got))
	}
}

func TestArguments(t *testing.T) {
	assert.Equal(t, []int{0, 1}, message.Arguments("%[2]s, %[1]d, 100 %%, %[2]q"))
	assert.Equal(t, []int{0, 1, 2}, message.Arguments("%04d-%g-%s"))
	assert.Empty(t, message.Arguments("none, 5 %% "))
}
