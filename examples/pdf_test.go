package examples_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/render"
)

var (
	stream = regexp.MustCompile(`(?s)/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream`)
	shown  = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\)\s*T[jJ]`)
)

// pdfText returns the texts on the pages of a PDF, one or more words per line.
func pdfText(t *testing.T, data string) string { return strings.Join(pdfPages(t, data), "") }

// pdfPages returns the text of each page with text: the UTF-16 strings of its content stream, one
// or more words per line.
func pdfPages(t *testing.T, data string) (pages []string) {
	t.Helper()
	for _, s := range stream.FindAllStringSubmatch(data, -1) {
		var text strings.Builder
		for _, m := range shown.FindAllStringSubmatch(inflated(t, s[1]), -1) {
			raw := unescaped([]byte(m[1]))
			units := make([]uint16, len(raw)/2)
			for i := range units {
				units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
			}
			text.WriteString(string(utf16.Decode(units)) + "\n")
		}
		if text.Len() > 0 {
			pages = append(pages, text.String())
		}
	}
	return pages
}

// inflated returns the content of a compressed stream.
func inflated(t *testing.T, stream string) string {
	t.Helper()
	r, err := zlib.NewReader(strings.NewReader(stream))
	require.NoError(t, err)
	content, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(content)
}

func unescaped(raw []byte) []byte {
	var b bytes.Buffer
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '\\' && i+1 < len(raw) {
			i++
			c = raw[i]
			if at := strings.IndexByte("nrtbf", c); at >= 0 {
				c = "\n\r\t\b\f"[at]
			}
		}
		b.WriteByte(c)
	}
	return b.Bytes()
}

// TestFrontOfTheSampleIsTenPages checks that page one is one page, and that the annex begins after
// at most ten pages, in every language.
func TestFrontOfTheSampleIsTenPages(t *testing.T) {
	m, err := accountmap.New(sampleAccount(t))
	require.NoError(t, err)
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		opts := &handoff.Options{Terms: words}
		for section, view := range map[string][]render.View{"map": {render.Stakeholders{}, render.Influence{}}, "roadmap": {render.Roadmap{}}} {
			for _, v := range view {
				drawing, err := render.Layout(t.Context(), m, v, &render.Options{Terms: words})
				require.NoError(t, err)
				opts.Pictures = append(opts.Pictures, handoff.Picture{Section: section, Picture: drawing})
			}
		}
		d, err := handoff.New(t.Context(), m, opts)
		require.NoError(t, err)
		pages := pdfPages(t, string(written(t, func(w io.Writer) error { return printer.PDF(t.Context(), w, d, nil) })))
		begins := func(title terms.Key) int {
			return slices.IndexFunc(pages, func(page string) bool {
				return strings.HasPrefix(strings.Join(strings.Fields(page), " "), words.Text(title))
			})
		}
		assert.Equal(t, 1, begins(terms.BriefMoves), language)
		assert.Greater(t, begins(terms.PackSectionReadiness), 1, language)
		assert.LessOrEqual(t, begins(terms.PackSectionReadiness), 10, language)
	}
}
