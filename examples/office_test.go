package examples_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// sampleAccount returns the account of the handoff program.
func sampleAccount(t testing.TB) *accountmap.Account {
	t.Helper()
	a, problems := codec.ReadFile(filepath.Join("handoff", "sample.yaml"))
	require.NoError(t, problems.Err())
	return a
}

// northwind runs the program northwind, once for all tests, and returns its account and files.
func northwind(t testing.TB) (*accountmap.Account, map[string]string) {
	t.Helper()
	program, dir := build(t, "northwind"), filepath.Join(programs, "northwind-files")
	ran, _ := builds.LoadOrStore(dir, sync.OnceValue(func() error {
		out, err := exec.Command(program, "-out", dir).CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w\n%s", err, out)
		}
		return nil
	}))
	require.NoError(t, ran.(func() error)())
	a, problems := codec.ReadFile(filepath.Join(dir, "coverage.xlsx"))
	require.NoError(t, problems.Err())
	return a, filesIn(t, dir)
}

// officeAccounts returns accounts whose office files other programs read: a typical one, the
// smallest, a large one, and one with hostile texts in every field.
func officeAccounts(t testing.TB) map[string]*accountmap.Map {
	t.Helper()
	hostile := accountmaptest.Full()
	accountmaptest.FillText(hostile, `</w:t><![CDATA[ & "]]>" _x0041_ `+"\u202Eשלום 👩‍👩‍👧\n=cmd()|' /C calc'!A0\t%s{0}")
	theirs, _ := northwind(t)
	of := map[string]*accountmap.Map{}
	for name, a := range map[string]*accountmap.Account{
		"sample": sampleAccount(t), "one person": accountmaptest.Generate(1, accountmaptest.OnePerson()),
		"300 people": accountmaptest.Generate(1, accountmaptest.Typical(300)), "hostile": hostile, "Northwind": theirs,
	} {
		m, err := accountmap.New(a)
		require.NoError(t, err, name)
		of[name] = m
	}
	return of
}

// written returns the output of write.
func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, write(&file))
	return file.Bytes()
}

// withMap returns the options of a handoff with the account's map.
func withMap(t testing.TB, m *accountmap.Map) *handoff.Options {
	t.Helper()
	drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	return &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}}
}

// handoffDOCX returns the handoff of an account for Word, with its map. The annex repeats the
// tables of the front row by row. The validator takes a minute for the annex of 300 people, so only
// the sample and the hostile account have one.
func handoffDOCX(t testing.TB, m *accountmap.Map, noAnnex bool) []byte {
	t.Helper()
	opts := withMap(t, m)
	opts.NoAnnex = noAnnex
	page, err := handoff.New(t.Context(), m, opts)
	require.NoError(t, err)
	return written(t, func(w io.Writer) error { return printer.DOCX(t.Context(), w, page, nil) })
}

// mapPPTX returns the slides of a view.
func mapPPTX(t testing.TB, m *accountmap.Map, v render.View, on paper.Size) []byte {
	t.Helper()
	set, err := render.Pages(t.Context(), m, v, &render.Options{Paper: on})
	require.NoError(t, err)
	return written(t, func(w io.Writer) error { return set.Write(w, render.PPTX) })
}

// officeFiles returns every kind of office file of every account, and a workbook with a fault. The
// files of the sample are the files of the program, with a brand.
func officeFiles(t *testing.T) map[string][]byte {
	t.Helper()
	of := officeAccounts(t)
	_, pack := northwind(t)
	files := map[string][]byte{"Northwind map.pptx": []byte(pack["map.pptx"]), "Northwind review.pptx": []byte(pack["review.pptx"])}
	var summaries []insight.Summary
	for name, m := range of {
		summaries = append(summaries, insight.Of(m, accountmap.Date{}).Summary())
		if name == "sample" {
			continue
		}
		files[name+" handoff.docx"] = handoffDOCX(t, m, name == "300 people" || name == "Northwind")
		if name == "Northwind" {
			continue
		}
		deck, err := handoff.Deck(t.Context(), m, withMap(t, m))
		require.NoError(t, err)
		files[name+" review.pptx"] = written(t, func(w io.Writer) error { return printer.PPTX(w, deck) })
		if name == "hostile" {
			book, err := workbook.New(t.Context(), m, &workbook.Options{Map: withMap(t, m).Pictures[0].Picture})
			require.NoError(t, err)
			files["hostile coverage.xlsx"] = written(t, book.WriteXLSX)
		}
	}
	files["portfolio.xlsx"] = written(t, portfolio.New(summaries, nil).WriteXLSX)
	broken := opctest.Parts(t, files["portfolio.xlsx"])
	broken["xl/worksheets/sheet1.xml"] = bytes.Replace(broken["xl/worksheets/sheet1.xml"], []byte("<sheetData>"), []byte("<autoFilter/><sheetData>"), 1)
	files["broken.xlsx"] = opctest.Zip(t, broken)

	house := branded(t)
	for _, name := range []string{"coverage.xlsx", "handoff.docx", "map.pptx", "review.pptx"} {
		files["sample "+name] = []byte(house[name])
	}
	files["one person map.pptx"] = mapPPTX(t, of["one person"], render.Stakeholders{}, paper.Size{})
	files["300 people map.pptx"] = mapPPTX(t, of["300 people"], render.Stakeholders{}, paper.Slide())
	files["client map.pptx"] = mapPPTX(t, of["sample"].Select(accountmap.Scope{Audience: accountmap.AudienceClient}), render.Stakeholders{}, paper.A4())
	for _, view := range render.Views() {
		files["hostile "+view.Name+".pptx"] = mapPPTX(t, of["hostile"], view.View, paper.Size{})
	}
	return files
}

// TestOfficeFiles reads the files with other programs.
func TestOfficeFiles(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	files := officeFiles(t)
	t.Run("are valid", func(t *testing.T) { // every part, by the schemas of ISO 29500
		t.Parallel()
		for name, found := range opctest.Faults(t, files) {
			if name == "broken.xlsx" {
				require.Len(t, found, 1, "a fault is found")
				assert.Equal(t, "/xl/worksheets/sheet1.xml", found[0].Path.PartURI)
				continue
			}
			assert.Empty(t, found, name)
		}
	})
	t.Run("reverse no text", func(t *testing.T) { // a name with an override reaches no other words
		for _, name := range []string{"hostile handoff.docx", "hostile review.pptx", "hostile stakeholders.pptx"} {
			require.Contains(t, files, name)
			for part, content := range opctest.Parts(t, files[name]) {
				for _, text := range regexp.MustCompile(`<[aw]:t[^>]*>[^<]*`).FindAll(content, -1) {
					assert.False(t, bytes.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }), "%s %s: %s", name, part, text)
				}
			}
		}
	})
	t.Run("are pages in LibreOffice", func(t *testing.T) {
		t.Parallel()
		var names []string
		var documents [][]byte
		for name, file := range files {
			if strings.HasSuffix(name, ".docx") {
				names, documents = append(names, name), append(documents, file)
			}
		}
		require.Len(t, documents, 5, "one of each account")
		for i, pages := range opctest.Convert(t, "docx", "pdf", documents...) {
			assert.Greater(t, bytes.Count(pages, []byte("/Type/Page")), 1, names[i])
		}
	})
}

// TestNorthwindInEditors checks that the diagrams for draw.io and Lucid are well-formed and name
// everybody.
func TestNorthwindInEditors(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	a, pack := northwind(t)
	for file, whole := range map[string]string{"map.drawio": pack["map.drawio"], "map.lucid": string(opctest.Parts(t, []byte(pack["map.lucid"]))["document.json"])} {
		if file == "map.lucid" {
			assert.True(t, json.Valid([]byte(whole)))
		} else {
			require.NoError(t, xml.Unmarshal([]byte(whole), new(struct{ XMLName xml.Name })))
		}
		for _, c := range a.Contacts {
			assert.Contains(t, html.UnescapeString(whole), c.Name, file)
		}
	}
}

// TestHandoffDOCXIsReadByPython checks that another reader finds everybody's name and each section.
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

// TestReviewKeepsTheLinksOfTheMap checks that a card of the map in the review has a link to the
// person's mail address, as on the map's own slides.
func TestReviewKeepsTheLinksOfTheMap(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: "Ana", Unit: "u", Email: "ana@acme.example"}, {ID: "b", Name: "Bea", Unit: "u"}}}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	drawing, err := render.Layout(t.Context(), m, render.Stakeholders{}, nil)
	require.NoError(t, err)
	deck, err := handoff.Deck(t.Context(), m, &handoff.Options{Pictures: []handoff.Picture{{Picture: drawing}}})
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, printer.PPTX(&file, deck))
	parts := opctest.Parts(t, file.Bytes())
	assert.Contains(t, string(parts["ppt/slides/_rels/slide2.xml.rels"]), `Target="mailto:ana@acme.example"`)
	assert.Contains(t, string(parts["ppt/slides/slide2.xml"]), "hlinkClick")
}

// BenchmarkHandoffDOCX makes the document of the sample with its map. The layout of the map is not
// measured.
func BenchmarkHandoffDOCX(b *testing.B) {
	m, err := accountmap.New(sampleAccount(b))
	require.NoError(b, err)
	page, err := handoff.New(b.Context(), m, withMap(b, m))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, printer.DOCX(b.Context(), io.Discard, page, nil))
	}
}
