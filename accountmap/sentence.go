package accountmap

import "github.com/accountatlas/accountatlas/internal/message"

// A Sentence is a text for a person that has translations. String returns it in English, and the
// method Sentence of package accountmap/terms in other languages. As an error it is its own text.
// Converted to a string, it has control characters between its parts.
type Sentence string

// String returns the sentence in English.
func (s Sentence) String() string { return message.English(string(s)) }

// Error returns the sentence in English.
func (s Sentence) Error() string { return s.String() }
