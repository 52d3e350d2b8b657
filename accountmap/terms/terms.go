package terms

import (
	"sync"

	"golang.org/x/text/language"
)

// Terms are the words of one language. They are read-only and safe for any number of goroutines. A nil *Terms and the zero Terms are
// English.
type Terms struct {
	tag language.Tag
	// words are those of every area by key; see package documentation for the files.
	words     map[string]string
	collators *sync.Pool
}

// Language returns the BCP 47 tag of the language, such as "el".
func (t *Terms) Language() string { return t.orEnglish().tag.String() }

func (t *Terms) orEnglish() *Terms {
	if t == nil || t.words == nil {
		return English()
	}
	return t
}

// word returns the word of a key, or the key where there is none, so that a mistake can be seen and found.
func (t *Terms) word(key string) string {
	if word, ok := t.orEnglish().words[key]; ok {
		return word
	}
	return key
}
