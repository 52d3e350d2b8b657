package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

var toClient = accountmap.Scope{Audience: accountmap.AudienceClient}

// TestClientsWorkbookSaysNothingOfOurs looks in every part of the file, hidden parts included, for
// the words of internal content in every language. The internal workbook contains them.
func TestClientsWorkbookSaysNothingOfOurs(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, a := range []*accountmap.Account{exporttest.Sample(), accountmaptest.Full()} {
		m := exporttest.NewMap(t, a)
		for _, language := range terms.Languages() {
			words, _ := terms.Lookup(language)
			opts := &workbook.Options{Terms: words}
			theirs := parts(t, xlsx(t, m.Select(toClient), opts))
			assert.Empty(t, accountmaptest.Said(theirs, accountmaptest.OursAlone(words)), language)
			assert.Greater(t, len(accountmaptest.Said(parts(t, xlsx(t, m, opts)), accountmaptest.OursAlone(words))), 15, language)
			assert.Contains(t, theirs, words.Text(terms.WorkbookSheetCoverage))
			assert.NotContains(t, theirs, words.Text(terms.PackOverdue))
		}
	}
}

// parts returns the texts and attribute values in all parts of a workbook, with the names of sheets
// and conditions, but without the relationships.
func parts(t *testing.T, workbook []byte) string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	require.NoError(t, err)
	var all strings.Builder
	for _, f := range zr.File {
		if path.Ext(f.Name) != ".xml" || f.Name == "[Content_Types].xml" {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err)
			switch token := token.(type) {
			case xml.CharData:
				all.Write(token)
			case xml.StartElement:
				for _, attribute := range token.Attr {
					if attribute.Name.Space == "xmlns" || attribute.Name.Local == "xmlns" {
						continue
					}
					all.WriteString("\n" + attribute.Value)
				}
			}
			all.WriteString("\n")
		}
	}
	return all.String()
}

func TestClientsWorkbookHasNothingOutOfSight(t *testing.T) {
	m := exporttest.NewMap(t, accountmaptest.Full()).Select(toClient)
	wb, err := workbook.New(t.Context(), m, nil)
	require.NoError(t, err)
	assert.Empty(t, wb.Names)
	for _, s := range wb.Sheets {
		assert.Equal(t, sheet.Visible, s.Visibility, s.Name)
		assert.Empty(t, s.Choices, s.Name)
		for i, row := range s.Rows {
			assert.False(t, row.Hidden, "%s, row %d", s.Name, i)
			for k, cell := range row.Cells {
				if k < len(s.Columns) && s.Columns[k].Hidden && cell.Value != nil {
					assert.True(t, slices.ContainsFunc(s.Tables, func(table sheet.Table) bool { return table.Range.Row == i }),
						"%s has %v out of sight; only a table's head may stand there", s.Name, cell.Value)
				}
			}
		}
	}
}

func TestClientsCoverageCountsWhatIsSold(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample()).Select(toClient)
	g := read(t, reopen(t, xlsx(t, m, nil)), "Coverage")
	total := g.row(1, "Products bought")
	sold := 0
	for p := range m.Products() {
		n := m.ProductPenetration(p.ID).Sold
		sold += n
		assert.Equal(t, strconv.Itoa(n), g.at(g.row(1, p.Name), 2), p.Name)
	}
	require.Positive(t, sold)
	assert.Equal(t, strconv.Itoa(sold), g.at(total, 2))
}

func TestClientIsAskedForNoSheetOfOurs(t *testing.T) {
	risks, own := workbook.Sheet{ID: "risks"}, workbook.Sheet{Custom: &sheet.Sheet{Name: "Own"}}
	m := exporttest.NewMap(t, exporttest.Sample()).Select(toClient)
	wb, err := workbook.New(t.Context(), m, &workbook.Options{Sheets: []workbook.Sheet{{ID: "answers"}, {ID: "pace"}, risks, own}})
	require.NoError(t, err)
	assert.Equal(t, []string{"Own"}, wb.SheetNames())
	_, err = workbook.New(t.Context(), m, &workbook.Options{Sheets: []workbook.Sheet{risks}})
	assert.ErrorContains(t, err, "at least one sheet")
	_, err = workbook.New(t.Context(), m, &workbook.Options{Sheets: []workbook.Sheet{{}}})
	assert.ErrorContains(t, err, "is empty")
}
