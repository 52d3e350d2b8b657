package examples_test

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// made makes every output for an audience and returns the readable texts of each file.
func made(t *testing.T, a *accountmap.Account, audience accountmap.Audience) map[string]string {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	pack, err := pack.Make(t.Context(), m.Select(accountmap.Scope{Audience: audience}), pack.Options{AsOf: a.AsOf})
	require.NoError(t, err)
	texts := map[string]string{}
	for _, f := range pack.Files {
		switch filepath.Ext(f.Name) {
		case ".xlsx", ".docx", ".pptx", ".lucid":
			texts[f.Name] = unzipped(t, f.Data)
		case ".pdf":
			texts[f.Name] = pdfText(t, string(f.Data)) + string(f.Data)
		case ".png": // has no text, and shows the content of the SVG
		default:
			texts[f.Name] = string(f.Data)
		}
	}
	return texts
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var all strings.Builder
	for _, f := range archive.File {
		part, err := f.Open()
		require.NoError(t, err)
		_, err = io.Copy(&all, part)
		require.NoError(t, err)
	}
	return all.String()
}

// TestClientsFilesHoldNoMark puts a unique word into every text of an account that has every key.
// The client's map, workbook and page must not contain a word of internal content. Every other word
// must be in at least one of them.
func TestClientsFilesHoldNoMark(t *testing.T) {
	a := accountmaptest.Full()
	marks := accountmaptest.Mark(a)
	m, err := accountmap.New(a)
	require.NoError(t, err)
	allowed := map[string]bool{}
	note := func(texts ...string) {
		for _, text := range texts {
			allowed[text] = true
		}
	}
	client := m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}).Account()
	for _, c := range client.Contacts {
		note(c.Name, c.Title, c.Email, c.Phone, c.Language)
	}
	for _, u := range client.Units {
		note(u.Name, u.Country, u.Region, u.City, u.Address)
	}
	for _, p := range client.Products {
		note(p.Name, p.Line, p.Description)
	}
	for _, p := range client.Team {
		note(p.Name, p.Role, p.Region, p.Email)
	}
	for _, c := range client.Communications {
		note(c.Subject, c.Summary)
	}
	for _, g := range client.Goals {
		note(g.Title)
	}
	for _, k := range client.KPIs {
		note(k.Name, k.Measure, k.Source)
	}
	for _, s := range client.Milestones {
		note(s.Title)
	}
	note(client.Name, client.Industry, client.Terms[0].Text, client.Endorsements[0].Text, client.Cadences[0].Title, client.Cases[0].Summary,
		client.Commitments[0].Text)

	ours, theirs := made(t, a, accountmap.AudienceInternal), made(t, a, accountmap.AudienceClient)
	require.Len(t, theirs, len(packFiles)-1)
	withheld := 0
	for key, words := range marks {
		for _, word := range words {
			for name := range theirs {
				if !allowed[word] {
					assert.NotContains(t, theirs[name], word, "%s shows the client %s", name, key)
				}
				if strings.Contains(ours[name], word) && !strings.Contains(theirs[name], word) {
					withheld++
				}
			}
		}
	}
	assert.Greater(t, withheld, 30, "our own files hold them")
	for name, text := range theirs {
		who := a.Contacts[0].Name
		if name == "calendar.ics" {
			who = a.Cadences[0].Title
		}
		assert.Contains(t, text, who, "%s holds what is the client's", name)
	}
}

// TestClientsFilesSayNothingOfOurs checks the client's files in every language for the words of
// internal content. Such a word would reveal an omission, or label a figure that the omission makes
// false. The internal files contain these words.
func TestClientsFilesSayNothingOfOurs(t *testing.T) {
	norace.Only(t)
	a, problems := codec.ReadFile(filepath.Join("handoff", "sample.yaml"))
	require.NoError(t, problems.Err())
	accountmaptest.Mark(a) // so that the author's own words do not count
	m, err := accountmap.New(a)
	require.NoError(t, err)
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		found := map[accountmap.Audience]int{}
		for _, audience := range accountmap.Audiences() {
			pack, err := pack.Make(t.Context(), m.Select(accountmap.Scope{Audience: audience}), pack.Options{Terms: words})
			require.NoError(t, err)
			for _, f := range pack.Files {
				read, ok := readers[f.Name]
				if !ok {
					continue
				}
				said := accountmaptest.Said(strings.Join(read(t, f.Data), "\n"), accountmaptest.OursAlone(words))
				if audience == accountmap.AudienceClient {
					assert.Empty(t, said, "%s in %q", f.Name, language)
				}
				found[audience] += len(said)
			}
		}
		assert.Greater(t, found[accountmap.AudienceInternal], 60, language)
	}
}
