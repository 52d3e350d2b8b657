package terms_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// TestTablesHaveWords checks that every column has a heading of its own within its table, and that
// every value of an enumeration has a word.
func TestTablesHaveWords(t *testing.T) {
	for _, lang := range terms.Languages() {
		words, ok := terms.Lookup(lang)
		require.True(t, ok)
		for _, tab := range table.All() {
			seen := map[string]string{}
			for _, c := range tab.Columns {
				heading := words.Heading(tab.Name, c.Key)
				assert.NotEqual(t, c.Key, heading, "%s %s.%s", lang, tab.Name, c.Key)
				assert.Empty(t, seen[strings.ToLower(heading)], "%s %s.%s", lang, tab.Name, c.Key)
				seen[strings.ToLower(heading)] = c.Key
				for _, w := range c.Words {
					assert.NotEqual(t, w, words.Word(c.Enum, w), "%s %s", lang, c.Enum)
				}
			}
		}
	}
	assert.Equal(t, "Evidence: Source", terms.English().Heading("contacts", "evidence.source"))
	assert.Equal(t, "Yes", terms.English().YesNo(true))
	assert.Equal(t, "boss", terms.English().Word("Stance", "boss"))
	assert.Equal(t, "boss", terms.English().Word("made-up", "boss"))
}
