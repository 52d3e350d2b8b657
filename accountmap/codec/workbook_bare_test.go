package codec_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

type part struct {
	name string
	text string
}

// bareParts returns the parts of the smallest workbook that package hiddensheet describes, for an
// account and its base. Every cell is an unstyled text.
func bareParts(a, base *accountmap.Account) []part {
	content := &hiddensheet.Content{Language: "en"}
	var sheets [][][]string
	for _, t := range table.All() {
		rows := [][]string{{hiddensheet.Mark(t)}, {"Key"}}
		var keys []string
		for _, c := range t.Columns[1:] {
			if t.Name != "coverage" || c.Key != "status" {
				keys = append(keys, c.Key)
			}
		}
		rows[0], rows[1] = append(rows[0], keys...), append(rows[1], keys...)
		for r := range t.Rows(a) {
			if t.Name == "coverage" && hiddensheet.OnlyStatus(r) {
				continue
			}
			row := []string{r.Key()}
			for _, key := range keys {
				i, _ := t.Column(key)
				row = append(row, t.Columns[i].Format(r.Value(i), a.Currency))
			}
			rows = append(rows, row)
		}
		content.Lists = append(content.Lists, hiddensheet.List{Name: t.Name, Sheet: t.Name, Columns: keys, Headings: keys})
		sheets = append(sheets, rows)
	}
	sheets = append(sheets, bareMatrix(a, content))
	content.SetAccount(base, false)
	rows, err := content.Rows()
	if err != nil {
		panic(err)
	}
	return packedParts(append(sheets, rows))
}

func bareMatrix(a *accountmap.Account, content *hiddensheet.Content) [][]string {
	head := []string{hiddensheet.MatrixMark}
	for _, u := range a.Units {
		head = append(head, string(u.ID))
	}
	rows := [][]string{head}
	for _, p := range a.Products {
		row := make([]string, len(head))
		row[0] = string(p.ID)
		for _, c := range a.Coverage {
			for i, u := range a.Units {
				if c.Unit == u.ID && c.Product == p.ID {
					row[i+1] = string(c.Status)
				}
			}
		}
		rows = append(rows, row)
	}
	content.Matrix = "matrix"
	return append(rows, []string{hiddensheet.EndMark})
}

// packedParts writes sheets of text cells. The last sheet is the hidden sheet of the workbook.
func packedParts(sheets [][][]string) []part {
	parts := []part{{"_rels/.rels", `<Relationships><Relationship Id="r" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>`}}
	names, relations := "", ""
	for i, rows := range sheets {
		name := fmt.Sprintf("Sheet %d", i)
		if i == len(sheets)-1 {
			name = hiddensheet.Name
		}
		names += fmt.Sprintf(`<sheet name="%s" id="r%d"/>`, name, i)
		relations += fmt.Sprintf(`<Relationship Id="r%d" Type="/worksheet" Target="s%d.xml"/>`, i, i)
		var b bytes.Buffer
		for _, row := range rows {
			b.WriteString("<row>")
			for _, text := range row {
				fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, html.EscapeString(text))
			}
			b.WriteString("</row>\n")
		}
		parts = append(parts, part{fmt.Sprintf("xl/s%d.xml", i), "<worksheet><sheetData>" + b.String() + "</sheetData></worksheet>"})
	}
	return append(parts, part{"xl/workbook.xml", "<workbook><sheets>" + names + "</sheets></workbook>"},
		part{"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"})
}

// zipped packs parts into a zip file without changing them.
func zipped(t testing.TB, parts []part) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		out, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		require.NoError(t, err)
		_, err = io.WriteString(out, p.text)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// TestBareWorkbook reads a workbook with only the parts that package hiddensheet requires.
func TestBareWorkbook(t *testing.T) {
	a := sample()
	file := zipped(t, bareParts(a, a))
	back, problems := decode(t, file)
	require.Empty(t, errorsOf(problems))
	requireSame(t, a, back)
	merged, problems := mergeOf(a, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
	require.Empty(t, errorsOf(problems))
	require.Equal(t, a, merged)
}

// TestBareWorkbookDamaged removes, truncates and empties each part in turn. No damage may read as
// an account with fewer entries.
func TestBareWorkbookDamaged(t *testing.T) {
	a := sample()
	for i, p := range bareParts(a, a) {
		for name, change := range map[string]func(parts []part) []part{
			"missing": func(parts []part) []part { return append(parts[:i], parts[i+1:]...) },
			"empty":   func(parts []part) []part { parts[i].text = ""; return parts },
			"cut":     func(parts []part) []part { parts[i].text = p.text[:len(p.text)/2]; return parts },
			"cut behind a row": func(parts []part) []part {
				parts[i].text = p.text[:bytes.LastIndexByte([]byte(p.text[:len(p.text)-1]), '\n')+1]
				return parts
			},
		} {
			back, problems := decode(t, zipped(t, change(bareParts(a, a))))
			require.Error(t, problems.Err(), "%s %s", p.name, name)
			require.Nil(t, back, "%s %s", p.name, name)
		}
	}
}
