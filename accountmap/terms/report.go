package terms

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// Report returns one line for each problem in the language of the reader, as
// [accountmap.Problems.Report] writes it in English. The keys and values that stand in a file, or
// that the reader should write there, are not translated.
func (t *Terms) Report(problems accountmap.Problems) string {
	return problems.ReportIn(t.catalogue)
}

// Sentence returns a sentence in the language of the reader.
func (t *Terms) Sentence(s accountmap.Sentence) string { return message.In(t.catalogue, string(s)) }

func (t *Terms) catalogue(format string) string { return t.orEnglish().messages[format] }
