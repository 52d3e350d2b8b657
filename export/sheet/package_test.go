package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unpack returns the parts of a workbook in the order of the file.
func unpack(t testing.TB, file []byte) (names []string, parts map[string][]byte) {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	parts = make(map[string][]byte)
	for _, entry := range zr.File {
		r, err := entry.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		names, parts[entry.Name] = append(names, entry.Name), content
	}
	return names, parts
}

func TestPackage(t *testing.T) {
	linked := column(sheet.Link{URL: "https://a.example"})
	for name, wb := range map[string]*sheet.Workbook{
		"demo": demo(), "everything": everything(), "empty": one(&sheet.Sheet{}), "links and no table": one(linked), "matrix": matrix(20, 30),
		"twins": {Sheets: []*sheet.Sheet{linked, linked}},
	} {
		t.Run(name, func(t *testing.T) {
			names, parts := unpack(t, write(t, wb))
			assert.True(t, slices.IsSorted(names), "parts are in order")
			assert.Len(t, parts, len(names), "no part comes twice")
			for name, content := range parts {
				if path.Ext(name) != ".png" {
					assertWellFormed(t, name, content)
				}
			}
			assertTyped(t, parts)
			assertRelated(t, parts)
		})
	}
}

func assertWellFormed(t *testing.T, name string, content []byte) {
	t.Helper()
	for dec := xml.NewDecoder(bytes.NewReader(content)); ; {
		_, err := dec.Token()
		if err == io.EOF {
			return
		}
		require.NoError(t, err, name)
	}
}

// assertTyped checks that every part has a content type, and that every type has a part.
func assertTyped(t *testing.T, parts map[string][]byte) {
	t.Helper()
	var types struct {
		Default []struct {
			Extension string `xml:",attr"`
		}
		Override []struct {
			PartName string `xml:",attr"`
		}
	}
	require.NoError(t, xml.Unmarshal(parts["[Content_Types].xml"], &types))
	extensions, named := make(map[string]bool), make(map[string]bool)
	for _, d := range types.Default {
		extensions[d.Extension] = true
	}
	for _, o := range types.Override {
		named[strings.TrimPrefix(o.PartName, "/")] = true
		assert.Contains(t, parts, strings.TrimPrefix(o.PartName, "/"))
	}
	for name := range parts {
		if name != "[Content_Types].xml" {
			assert.True(t, named[name] || extensions[strings.TrimPrefix(path.Ext(name), ".")] && path.Ext(name) == ".rels", name)
		}
	}
}

// assertRelated checks that every relationship has an existing target, and that every part is the
// target of a relationship. Every relationship id in use must be defined.
func assertRelated(t *testing.T, parts map[string][]byte) {
	t.Helper()
	used := regexp.MustCompile(` r:(?:id|embed)="([^"]*)"`)
	reached := map[string]bool{"[Content_Types].xml": true}
	ids := make(map[string]map[string]bool)
	for name, content := range parts {
		if path.Ext(name) != ".rels" {
			continue
		}
		reached[name] = true
		base := path.Dir(path.Dir(name))
		source := path.Join(base, strings.TrimSuffix(path.Base(name), ".rels"))
		ids[source] = make(map[string]bool)
		var rels struct {
			Relationship []struct {
				ID         string `xml:"Id,attr"`
				Target     string `xml:",attr"`
				TargetMode string `xml:",attr"`
			}
		}
		require.NoError(t, xml.Unmarshal(content, &rels))
		for _, r := range rels.Relationship {
			assert.False(t, ids[source][r.ID], "%s: id %s is there once", name, r.ID)
			ids[source][r.ID] = true
			if r.TargetMode == "External" {
				continue
			}
			target := strings.TrimPrefix(r.Target, "/")
			if target == r.Target {
				target = path.Join(base, r.Target)
			}
			assert.Contains(t, parts, target)
			reached[target] = true
		}
	}
	for name, content := range parts {
		assert.True(t, reached[name], "%s is led to", name)
		for _, m := range used.FindAllSubmatch(content, -1) {
			assert.True(t, ids[name][string(m[1])], "%s uses relationship %s", name, m[1])
		}
	}
}

// In other versions, or in another order of calls, excelize drops some of these without an error.
func TestSheetKeepsEverySetting(t *testing.T) {
	_, parts := unpack(t, write(t, demo()))
	coverage, contacts := string(parts["xl/worksheets/sheet1.xml"]), string(parts["xl/worksheets/sheet2.xml"])
	inOrder := func(content string, elements ...string) {
		at := 0
		for _, e := range elements {
			i := strings.Index(content[at:], e)
			require.GreaterOrEqual(t, i, 0, "%s comes after what stands before it", e)
			at += i
		}
	}
	inOrder(coverage, `<tabColor rgb="FF1F3A68"`, `<outlinePr summaryBelow="false" summaryRight="false"`, `<pageSetUpPr fitToPage="true"`, `<dimension ref="A1:I25"`,
		`showGridLines="false"`, `<pane `, `state="frozen"`, `<sheetFormatPr defaultColWidth="18"`, `<cols><col min="1" max="1" width="24"`, `<col min="2"`,
		"<sheetData>", `outlineLevel="1"`, "</sheetData>", "<conditionalFormatting", "<hyperlinks>", "<pageMargins", "<pageSetup", "<headerFooter>", "</worksheet>")
	inOrder(contacts, `hidden="1"`, "<hyperlinks>", "<tableParts")
	assert.Equal(t, 1, bytes.Count(bytes.Join(slices.Collect(maps.Values(parts)), nil), []byte("tabSelected=")), "one tab is selected")

	const bar = `<dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FFBFD2F5"/></dataBar>`
	assert.Equal(t, len(demo().Sheets[0].Bars), strings.Count(coverage, bar), "nothing for zero, the whole cell for one")
	assert.Contains(t, string(parts["xl/workbook.xml"]), `fullCalcOnLoad="true"`)
	assert.Contains(t, coverage, `<v>0.22</v>`, "a formula keeps its value")
}

// TestNoExtensions checks that a workbook uses no extensions of the standard, which other libraries
// drop with a warning.
func TestNoExtensions(t *testing.T) {
	_, parts := unpack(t, write(t, everything()))
	for name, content := range parts {
		assert.False(t, bytes.Contains(content, []byte("<extLst")), name)
	}
}

func TestSameBytes(t *testing.T) {
	want := write(t, everything())
	for range 20 {
		require.True(t, bytes.Equal(want, write(t, everything())))
	}
	wb := everything()
	exporttest.AtOnce(4, func() {
		var b bytes.Buffer
		assert.NoError(t, wb.WriteXLSX(&b))
		assert.True(t, bytes.Equal(want, b.Bytes()), "also by several goroutines at once")
	})
}
