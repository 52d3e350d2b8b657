package examples_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/theme"
)

// A drawing implements the picture of a PDF, although neither package knows the other.
var (
	_ document.PDFPicture  = (*render.Drawing)(nil)
	_ document.HTMLPicture = (*render.Drawing)(nil)
)

// TestHandoffOfAPageNamesThePage checks that the picture of one page of a set has the title of the
// page.
func TestHandoffOfAPageNamesThePage(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(120)))
	require.NoError(t, err)
	set, err := render.Pages(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	require.Greater(t, len(set.Drawings()), 1)
	for _, d := range set.Drawings()[:2] {
		doc, err := handoff.New(t.Context(), m, &handoff.Options{Pictures: []handoff.Picture{{Picture: d}}})
		require.NoError(t, err)
		var titles []string
		for _, block := range doc.Blocks {
			if section, ok := block.(*document.Section); ok {
				titles = append(titles, section.Title)
			}
		}
		assert.Contains(t, titles, d.Title(), d.ID())
	}
}

// TestOneSignForAStance checks that every theme of the map, its DOT, the page, the Markdown and the
// workbook mark a stance with the sign of [terms.Terms.StanceMark].
func TestOneSignForAStance(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}},
		Products: []accountmap.Product{{ID: "p", Name: "Product"}}}
	stances := append(accountmap.Stances(), accountmap.StanceUnknown)
	for i, s := range stances {
		id := accountmap.ContactID("c" + string(rune('0'+i)))
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: "Person " + string(id), Unit: "u", Stance: s})
	}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	made, err := pack.Make(t.Context(), m, pack.Options{})
	require.NoError(t, err)
	texts := map[string]string{}
	for _, f := range made.Files {
		texts[f.Name] = string(f.Data)
		if f.Name == "coverage.xlsx" {
			texts[f.Name] = unzipped(t, f.Data)
		}
	}
	for _, s := range stances {
		mark, word := terms.English().StanceMark(s), terms.English().Stance(s)
		for _, name := range theme.Names() {
			look, err := theme.Lookup(name)
			require.NoError(t, err)
			class := graph.Class("stance-" + string(s))
			if s == accountmap.StanceUnknown {
				class = "stance-unknown"
			}
			assert.Equal(t, mark, theme.GlyphMark(look.Style("card", class).Glyph), "%s of the theme %s", word, name)
		}
		assert.Contains(t, texts["map.dot"], mark, word)
		assert.Contains(t, texts["handoff.html"], mark+"\u00a0"+word)
		assert.Contains(t, texts["handoff.md"], "`"+mark+" "+word+"`")
		assert.Contains(t, texts["coverage.xlsx"], mark+" "+word)
	}
	for _, other := range []string{"★", "⌄", "✕"} {
		for name, text := range texts {
			assert.NotContains(t, text, other, name)
		}
	}
}

// least returns the smallest of the numbers that a pattern finds.
func least(t *testing.T, pattern, in string) float64 {
	t.Helper()
	smallest := math.Inf(1)
	for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(in, -1) {
		n, err := strconv.ParseFloat(found[1], 64)
		require.NoError(t, err)
		smallest = min(smallest, n)
	}
	return smallest
}

// TestDocumentsCanBeRead checks the smallest text on the pages of the handoff, with every view, as
// PDF and in Word: 6.5 points on paper of A4, whatever the number of people.
func TestDocumentsCanBeRead(t *testing.T) {
	norace.Only(t)
	for _, people := range []int{12, 41, 120, 300} {
		t.Run(fmt.Sprint(people, " people"), func(t *testing.T) {
			t.Parallel()
			m, err := accountmap.New(accountmaptest.Generate(2, accountmaptest.Typical(people)))
			require.NoError(t, err)
			opts := &handoff.Options{}
			for _, v := range render.Views() {
				if v.Name == "changes" {
					continue
				}
				drawing, err := render.Layout(t.Context(), m, v.View, nil)
				require.NoError(t, err)
				opts.Pictures = append(opts.Pictures, handoff.Picture{Picture: drawing})
			}
			d, err := handoff.New(t.Context(), m, opts)
			require.NoError(t, err)

			pages := 0
			for _, s := range stream.FindAllStringSubmatch(string(written(t, func(w io.Writer) error { return printer.PDF(t.Context(), w, d, nil) })), -1) {
				if content := inflated(t, s[1]); strings.Contains(content, " Tj") {
					pages++
					assert.GreaterOrEqual(t, least(t, ` (\d+\.\d+) Tf`, content), 6.5, "page %d of the PDF", pages)
				}
			}
			assert.Greater(t, pages, 5)

			parts := opctest.Parts(t, written(t, func(w io.Writer) error { return printer.DOCX(t.Context(), w, d, nil) }))
			drawings := 0
			for _, found := range regexp.MustCompile(`<wp:extent cx="(\d+)".*?r:embed="svg(\d+)"`).FindAllSubmatch(parts["word/document.xml"], -1) {
				drawings++
				svg := string(parts["word/media/picture"+string(found[2])+".svg"])
				emus, err := strconv.ParseFloat(string(found[1]), 64)
				require.NoError(t, err)
				scale := emus / 12700 / least(t, `viewBox="0 0 ([\d.]+)`, svg)
				assert.GreaterOrEqual(t, scale*least(t, `font-size="([\d.]+)"`, svg), 6.5, "picture %s %s %v", found[2], svg[:900], scale)
			}
			assert.Equal(t, bytes.Count(parts["word/document.xml"], []byte("<w:drawing>")), drawings)
			assert.GreaterOrEqual(t, drawings, len(opts.Pictures))
		})
	}
}
