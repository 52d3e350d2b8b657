package examples_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
)

// TestPagesOfTheSample compares what people read about the sample with golden files: the handoff of
// our people and of the client, the review, and the sheet for a talk. A changed word, figure or day
// is a line of the difference.
func TestPagesOfTheSample(t *testing.T) {
	m, problems := codec.Open("handoff/sample.yaml")
	require.False(t, problems.HasErrors())
	client := m.Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	options := &handoff.Options{Since: before(t)}
	for file, build := range map[string]func() (*document.Document, error){
		"handoff.md": func() (*document.Document, error) { return handoff.New(t.Context(), m, options) },
		"client.md":  func() (*document.Document, error) { return handoff.New(t.Context(), client, nil) },
		"review.md":  func() (*document.Document, error) { return handoff.Deck(t.Context(), m, nil) },
		"meeting.md": func() (*document.Document, error) {
			return handoff.Meeting(m, []accountmap.ContactID{"begona-nunez", "inaki-ozturk", "rui-tavares"}, accountmap.Date{}, nil)
		},
	} {
		t.Run(file, func(t *testing.T) {
			d, err := build()
			require.NoError(t, err)
			var page bytes.Buffer
			require.NoError(t, printer.Markdown(&page, d, nil))
			accountmaptest.Golden(t, file, page.Bytes())
		})
	}
}

// before returns the sample a month earlier: without what happened since, and with one stance that
// has changed.
func before(t *testing.T) *accountmap.Map {
	t.Helper()
	a, problems := codec.ReadFile("handoff/sample.yaml")
	require.NoError(t, problems.Err())
	a.AsOf = accountmap.Day(2026, 10, 1)
	a.Contacts[0].Stance = accountmap.StanceUnknown
	a.Commitments = a.Commitments[1:]
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}
