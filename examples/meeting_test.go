package examples_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
)

// TestMeetingsOfTheSample checks talks with three people of the sample. The sheet is one page in
// every language. Nobody is asked for an introduction to somebody in the talk, or twice for one.
func TestMeetingsOfTheSample(t *testing.T) {
	m, problems := codec.Open("handoff/sample.yaml")
	require.False(t, problems.HasErrors())
	var people []accountmap.Contact
	for c := range m.Contacts() {
		if c.Power >= 3 && c.Here(m.Profile().AsOf) && !c.Placeholder {
			people = append(people, c)
		}
	}
	for i := range people {
		talk := []accountmap.Contact{people[i], people[(i+1)%len(people)], people[(i+5)%len(people)]}
		ids := []accountmap.ContactID{talk[0].ID, talk[1].ID, talk[2].ID}
		for _, language := range terms.Languages() {
			words, _ := terms.Lookup(language)
			d, err := handoff.Meeting(m, ids, accountmap.Date{}, words)
			require.NoError(t, err)
			var pdf bytes.Buffer
			require.NoError(t, printer.PDF(t.Context(), &pdf, d, nil))
			assert.Equal(t, 1, bytes.Count(pdf.Bytes(), []byte("/Type /Page\n")), "%s %v", language, ids)
			if language == "en" {
				asksOnce(t, d, talk)
			}
		}
	}
}

func asksOnce(t *testing.T, d *document.Document, talk []accountmap.Contact) {
	t.Helper()
	o := outputs{facts: map[string]document.Fact{}, sections: map[string]*document.Section{}}
	o.read(d.Blocks)
	if o.sections["ask"] == nil {
		return
	}
	asked := map[string]bool{}
	for _, row := range o.sections["ask"].Blocks[0].(*document.Table).Groups[0].Rows {
		by := cellText(row[0])
		what, introduced, _ := strings.Cut(cellText(row[1]), ": ")
		if _, to, open := strings.Cut(introduced, " · "); open && strings.Contains(introduced, "no answer yet") {
			asked[by+to] = true
			continue
		}
		assert.False(t, asked[by+introduced], "%s is asked twice: %s: %s", by, what, introduced)
		asked[by+introduced] = true
		for _, c := range talk {
			assert.NotContains(t, introduced, c.Name, "%s is in the talk", c.Name)
		}
	}
}
