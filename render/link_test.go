package render

import (
	"context"
	"io"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/graph"
)

func TestAContactsCardLeadsToTheirMail(t *testing.T) {
	for email, want := range map[string]string{
		"":                          "",
		"ana@example.org":           "mailto:ana@example.org",
		"ana.núñez@example.org":     "mailto:ana.n%C3%BA%C3%B1ez@example.org",
		"a+b@example.org":           "mailto:a+b@example.org",
		"a?subject=x&b@example.org": "mailto:a%3Fsubject=x&b@example.org",
		`"a b"@example.org`:         "",
		"not an address":            "",
		"Ana <ana@example.org>":     "",
		"a@b@c":                     "",
		"javascript:alert(1)":       "",
	} {
		got := (&people{}).contactLink(accountmap.Contact{Email: email})
		assert.Equal(t, want, got, email)
		assert.NoError(t, graph.CheckLink(got))
	}
	gone := accountmap.Contact{Email: "ana@example.org", Left: accountmap.Date{Year: 2026, Month: 1, Day: 1}}
	assert.Empty(t, (&people{}).contactLink(gone))
	assert.Empty(t, (&people{asOf: gone.Left}).contactLink(gone))
	assert.NotEmpty(t, (&people{asOf: gone.Left.AddDays(-1)}).contactLink(gone), "not gone yet")
}

// FuzzContactLink checks that a link leads only to the mailbox of its address.
func FuzzContactLink(f *testing.F) {
	for _, email := range append(accountmaptest.Hostile(), accountmaptest.Refused()...) {
		f.Add(email)
		f.Add(email + "@example.org")
	}
	f.Fuzz(func(t *testing.T, email string) {
		link := (&people{}).contactLink(accountmap.Contact{Email: email})
		require.NoError(t, graph.CheckLink(link))
		if link == "" {
			return
		}
		u, err := url.Parse(link)
		require.NoError(t, err)
		assert.Equal(t, "mailto", u.Scheme)
		assert.Empty(t, u.RawQuery, "no headers")
		to, err := url.PathUnescape(u.Opaque)
		require.NoError(t, err)
		assert.Equal(t, email, to)
	})
}

func TestViewLinkErrors(t *testing.T) {
	m := mustNew(t, meridiano())
	for _, g := range []*graph.Graph{
		{Nodes: []graph.Node{{Group: graph.None, Link: "javascript:alert(1)"}}},
		{Groups: []graph.Group{{Parent: graph.None, Link: "javascript:alert(1)"}}},
	} {
		assert.ErrorContains(t, Draw(context.Background(), io.Discard, m, fixedView{g}, SVG, nil), `0: the link "javascript:alert(1)" must lead to http`)
	}
}
