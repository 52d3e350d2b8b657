package rows

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// TestWordsRoundTrip looks up every word of the language of the file and of the account file. Words
// of other languages also work, unless they are ambiguous.
func TestWordsRoundTrip(t *testing.T) {
	for _, own := range terms.Languages() {
		v := NewVocabulary(own, nil)
		words, _ := terms.Lookup(own)
		for _, tab := range table.All() {
			columns := v.Columns(tab)
			for i, c := range tab.Columns {
				assert.Equal(t, i, columns[Fold(c.Key)], "%s.%s", tab.Name, c.Key)
				assert.Equal(t, i, columns[Fold(words.Heading(tab.Name, c.Key))], "%s: %s.%s", own, tab.Name, c.Key)
				for _, w := range c.Words {
					got, ok := v.word(&c, " "+words.Word(c.Enum, w)+" ")
					assert.True(t, ok)
					assert.Equal(t, w, got, "%s: %s", own, words.Word(c.Enum, w))
					got, ok = v.word(&c, w)
					assert.True(t, ok && got == w, "%s: %s of %s means %s", own, w, c.Enum, got)
				}
			}
		}
		assert.True(t, v.yesNo[Fold(words.YesNo(true))])
		assert.False(t, v.yesNo[Fold(words.YesNo(false))])
	}
}
