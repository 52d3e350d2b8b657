package examples_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/render"
)

// sampleAccount is the account of the handoff program.
func sampleAccount(t testing.TB) *accountmap.Account {
	t.Helper()
	a, problems := codec.ReadFile(filepath.Join("handoff", "sample.yaml"))
	require.NoError(t, problems.Err())
	return a
}

// officeAccounts are accounts whose office files other programs read: the usual, the smallest, a large one, and one with hostile texts in every
// field.
func officeAccounts(t testing.TB) (names []string, maps []*accountmap.Map) {
	t.Helper()
	add := func(name string, a *accountmap.Account) {
		m, err := accountmap.New(a)
		require.NoError(t, err, name)
		names, maps = append(names, name), append(maps, m)
	}
	add("sample", sampleAccount(t))
	add("one person", accountmaptest.Generate(1, accountmaptest.OnePerson()))
	add("300 people", accountmaptest.Generate(1, accountmaptest.Typical(300)))
	hostile := accountmaptest.Full()
	accountmaptest.FillText(hostile, `</w:t><![CDATA[ & "]]>" _x0041_ `+"\u202Eשלום 👩‍👩‍👧\n=cmd()|' /C calc'!A0\t%s{0}")
	add("hostile", hostile)
	return names, maps
}

// handoffDOCX makes the handoff of an account for Word, with its map. The annex repeats the tables of the front row for row, and takes the
// validator a minute for 300 people; the sample and the hostile account have it.
func handoffDOCX(t testing.TB, m *accountmap.Map, noAnnex bool) []byte {
	t.Helper()
	drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	page, err := handoff.New(m, &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}, NoAnnex: noAnnex})
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, printer.DOCX(&file, page, nil))
	return file.Bytes()
}

// TestHandoffDOCXIsValid holds every part to the schemas of ISO 29500, and has LibreOffice make pages of each file.
func TestHandoffDOCXIsValid(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	names, maps := officeAccounts(t)
	dir := t.TempDir()
	got := runIn(t, dir, build(t, "northwind"))
	require.Zero(t, got.status, got.stderr)
	northwind, problems := codec.ReadFile(filepath.Join(dir, "northwind-out", "coverage.xlsx"))
	require.NoError(t, problems.Err())
	m, err := accountmap.New(northwind)
	require.NoError(t, err)
	names, maps = append(names, "Northwind"), append(maps, m)
	var files [][]byte
	for i, m := range maps {
		files = append(files, handoffDOCX(t, m, names[i] == "300 people" || names[i] == "Northwind"))
	}

	t.Run("schemas", func(t *testing.T) {
		for i, found := range opctest.Faults(t, "docx", files...) {
			assert.Empty(t, found, names[i])
		}
	})
	t.Run("Northwind", func(t *testing.T) {
		pack := filesIn(t, filepath.Join(dir, "northwind-out"))
		for i, found := range opctest.Faults(t, "pptx", []byte(pack["map.pptx"]), []byte(pack["review.pptx"])) {
			assert.Empty(t, found, i)
		}
		for file, whole := range map[string]string{"map.drawio": pack["map.drawio"], "map.lucid": string(opctest.Parts(t, []byte(pack["map.lucid"]))["document.json"])} {
			if file == "map.lucid" {
				assert.True(t, json.Valid([]byte(whole)))
			} else {
				require.NoError(t, xml.Unmarshal([]byte(whole), new(struct{ XMLName xml.Name })))
			}
			for c := range m.Contacts() {
				assert.Contains(t, html.UnescapeString(whole), c.Name, file)
			}
		}
	})
	t.Run("LibreOffice", func(t *testing.T) {
		for i, pages := range opctest.Convert(t, "docx", "pdf", files...) {
			assert.Greater(t, bytes.Count(pages, []byte("/Type/Page")), 1, names[i])
		}
	})
}

// TestHandoffDOCXIsReadByPython finds everybody's name and each section with another reader.
func TestHandoffDOCXIsReadByPython(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	a := sampleAccount(t)
	m, err := accountmap.New(a)
	require.NoError(t, err)
	text := opctest.Python(t, "docx", `
import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs:
	print(p.style.name + ": " + p.text)
for t in d.tables:
	for row in t.rows:
		print(" | ".join(cell.text for cell in row.cells))
print(d.core_properties.title, d.core_properties.language)
`, handoffDOCX(t, m, false), "docx")
	for _, c := range a.Contacts {
		assert.Contains(t, text, c.Name)
	}
	for _, p := range a.Team {
		assert.Contains(t, text, p.Name)
	}
	for _, want := range []string{"Heading 1: What was sold", "Title: Grupo Meridiano · handoff", "Grupo Meridiano · handoff en"} {
		assert.Contains(t, text, want)
	}
	assert.Greater(t, strings.Count(text, "Heading 1: "), 15)
}

// TestReviewKeepsTheLinksOfTheMap: a card of the map in the review leads to the person's mail, as on the map's own slides.
func TestReviewKeepsTheLinksOfTheMap(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: "Ana", Unit: "u", Email: "ana@acme.example"}, {ID: "b", Name: "Bea", Unit: "u"}}}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	deck, err := handoff.Deck(m, &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}})
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, printer.PPTX(&file, deck))
	parts := opctest.Parts(t, file.Bytes())
	assert.Contains(t, string(parts["ppt/slides/_rels/slide2.xml.rels"]), `Target="mailto:ana@acme.example"`)
	assert.Contains(t, string(parts["ppt/slides/slide2.xml"]), "hlinkClick")
}

// BenchmarkHandoffDOCX makes the document of the sample with its map, which is laid out before.
func BenchmarkHandoffDOCX(b *testing.B) {
	m, err := accountmap.New(sampleAccount(b))
	require.NoError(b, err)
	drawing, err := render.Layout(b.Context(), m, render.Stakeholders{}, nil)
	require.NoError(b, err)
	page, err := handoff.New(m, &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}})
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, printer.DOCX(io.Discard, page, nil))
	}
}
