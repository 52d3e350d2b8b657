package codec_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// TestForeignTables reads tables in the style of their authors. A file of testdata/foreign contains
// the sheets of a workbook, each after a line with its name, or the files of a folder. It may
// include a mapping. The golden file lists the sentences, the problems and the account.
func TestForeignTables(t *testing.T) {
	names, err := filepath.Glob("testdata/foreign/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Chdir(tablesOf(t, name))
			file := "."
			if _, err := os.Stat("book.xlsx"); err == nil {
				file = "book.xlsx"
			}
			var mapping *codec.Mapping
			if f, err := os.Open("mapping.json"); err == nil {
				mapping, err = codec.ReadMapping(f)
				require.NoError(t, err)
				require.NoError(t, f.Close())
				require.NoError(t, os.Remove("mapping.json"))
			}
			assert.True(t, codec.IsForeign(file))
			a, understood, problems := codec.ReadForeign(file, mapping)
			var b bytes.Buffer
			for _, line := range understood {
				b.WriteString("understood: " + line.String() + "\n")
			}
			b.WriteString(problems.Report() + "\n")
			if problems.Err() == nil {
				_, err := accountmap.New(a)
				require.NoError(t, err)
				require.NoError(t, codec.Encode(&b, a, codec.YAML))
			}
			t.Chdir(here)
			accountmaptest.Golden(t, "foreign/"+strings.TrimSuffix(filepath.Base(name), ".txtar")+".golden", b.Bytes())
		})
	}
}

var here, _ = os.Getwd()

// tablesOf writes the workbook or the files of an archive into a folder. In a sheet, a bar
// separates cells, @2026-03-15 is a date, and "merge A2:A4" merges cells. The suffix -16.csv or
// -1252.csv of a name selects the encoding.
func tablesOf(t *testing.T, name string) string {
	data, err := os.ReadFile(filepath.Join(here, name))
	require.NoError(t, err)
	folder, book := filepath.Join(t.TempDir(), "acme"), excelize.NewFile()
	require.NoError(t, os.Mkdir(folder, 0o700))
	sheet, row, text := "", 0, map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch header, isHeader := strings.CutPrefix(line, "-- "); {
		case isHeader:
			sheet, row = strings.TrimSuffix(header, " --"), 0
			if filepath.Ext(sheet) == "" {
				_, err := book.NewSheet(sheet)
				require.NoError(t, err)
			}
		case sheet == "":
		case filepath.Ext(sheet) != "":
			text[sheet] += line + "\r\n"
		case strings.HasPrefix(line, "merge "):
			from, to, _ := strings.Cut(strings.TrimPrefix(line, "merge "), ":")
			require.NoError(t, book.MergeCell(sheet, from, to))
		default:
			row++
			for i, cell := range strings.Split(line, "|") {
				if cell = strings.TrimSpace(cell); cell != "" {
					at, err := excelize.CoordinatesToCellName(i+1, row)
					require.NoError(t, err)
					require.NoError(t, book.SetCellValue(sheet, at, valueOf(cell)))
				}
			}
		}
	}
	for file, text := range text {
		switch {
		case strings.HasSuffix(file, "-16.csv"):
			text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
			require.NoError(t, err)
		case strings.HasSuffix(file, "-1252.csv"):
			text, err = charmap.Windows1252.NewEncoder().String(text)
			require.NoError(t, err)
		}
		require.NoError(t, os.WriteFile(filepath.Join(folder, file), []byte(text), 0o600))
	}
	if book.SheetCount > 1 {
		require.NoError(t, book.DeleteSheet("Sheet1"))
		require.NoError(t, book.SaveAs(filepath.Join(folder, "book.xlsx")))
	}
	return folder
}

func valueOf(cell string) any {
	if day, ok := strings.CutPrefix(cell, "@"); ok {
		if d, err := time.Parse(time.DateOnly, day); err == nil {
			return d
		}
	}
	if f, err := strconv.ParseFloat(cell, 64); err == nil && cell[0] != '+' && cell[0] != '0' {
		return f
	}
	return cell
}

// TestForeignComments checks that comments on the cells of a workbook are reported.
func TestForeignComments(t *testing.T) {
	book := excelize.NewFile()
	for i, row := range [][]any{{"Name", "Job title", "Unit"}, {"Ana Ruiz", "Head", "Lab"}} {
		require.NoError(t, book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
	}
	require.NoError(t, book.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "Kim", Text: "leaves in May"}))
	name := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, book.SaveAs(name))
	_, _, problems := codec.ReadForeign(name, nil)
	assert.Contains(t, problems.Report(), "Sheet1!B2: warning unread-cells: comments on cells are not read: 1 (write them into a column, such as Notes)")
}

// TestForeignMapping checks that the error lists every fault of a mapping with a suggestion.
func TestForeignMapping(t *testing.T) {
	for text, want := range map[string]string{
		`{"sheets": {"Leute": "contact"}}`:                `mapping: sheets: there is no list "contact" (did you mean "contacts"?)`,
		`{"columns": {"people": {}}}`:                     `mapping: columns: there is no list "people"`,
		`{"columns": {"contacts": {"Chef": "reportTo"}}}`: `did you mean "reportsTo"?`,
		`{"words": {"Stance": {"nett": "suporter"}}}`:     `did you mean "supporter"?`,
		`{"words": {"Attitude": {"nett": "supporter"}}}`:  `there is no enumeration "Attitude"`,
		`{"sheet": {}}`: `unknown field "sheet"`,
		`{} {}`:         `write one object`,
		`{"columns": {"contacts": {"Vorname": "(company)"}}}`: ``,
	} {
		_, err := codec.ReadMapping(strings.NewReader(text))
		if want == "" {
			assert.NoError(t, err, text)
			continue
		}
		assert.ErrorContains(t, err, want, text)
	}
}

// TestForeignNamesThatDifferInDigits checks that a unit without a row of its own is not another one whose
// name differs in its number.
func TestForeignNamesThatDifferInDigits(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"Units.csv": "Name,City\nPlant 1,Ely\nPlant 12,Bath\n", "Contacts.csv": "Name,Job title,Unit\nAna Ruiz,Head,Plant 2\nBo Ash,Clerk,Plant 1\n"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	a, _, problems := codec.ReadForeign(folder, nil)
	require.False(t, problems.HasErrors(), problems.Report())
	assert.Equal(t, map[string]int64{"people of Plant 1": 1, "people of Plant 2": 1}, countForeign(a))
	assert.Contains(t, problems.Report(), `"Plant 2"`)
}

// TestIsForeign distinguishes foreign tables from account files.
func TestIsForeign(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, data []byte) string {
		name = filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, data, 0o600))
		return name
	}
	book := write("ours.xlsx", workbookFile(t, orchard(), "en"))
	assert.False(t, codec.IsForeign(book), "a workbook of ours")
	assert.False(t, codec.IsForeign(write("account.yaml", []byte("format: 1"))))
	assert.False(t, codec.IsForeign(filepath.Join(folder, "missing.csv")))
	assert.False(t, codec.IsForeign(write("broken.xlsx", []byte("PK"))), "what is wrong with it is for ReadFile to say")
	assert.True(t, codec.IsForeign(write("people.csv", []byte("Name\nAna"))))
	ours := filepath.Join(folder, "ours")
	require.NoError(t, os.Mkdir(ours, 0o700))
	require.NoError(t, codec.WriteCSV(ours, orchard(), nil))
	assert.False(t, codec.IsForeign(ours), "a folder of ours")
	require.NoError(t, os.Remove(filepath.Join(ours, "units.csv")))
	assert.True(t, codec.IsForeign(ours), "a folder with a part of our files")
}

// FuzzReadForeign reads any text as a foreign table. An account without errors must survive writing
// and reading.
func FuzzReadForeign(f *testing.F) {
	f.Add("Name,Title,Unit,Manager\nAna Ruiz,Director,Lab,\n\"Berg, Jon\",Buyer,Shop,Ana\n")
	f.Add("Nombre;Apellidos;Empresa;Departamento;Jefe\nAna;Ruiz;Sol;Compras;Ana Ruiz\nAna;Ruiz;Luna;Compras;Ana Ruiz\n")
	f.Add(",Lab,Shop\nTea,sold,x\nCoffee,n/a,gap\n")
	f.Add("Date,Customer,Product,Amount (EUR)\n3/14/2026,Lab,Tea,\"1,250.00\"\nTotal,,,3\n")
	f.Add("ID,Name,Reports to\n1,Ana,2\n2,Jon,1\n2,Jon,3\n")
	f.Fuzz(func(t *testing.T, text string) {
		file := filepath.Join(t.TempDir(), "people.csv")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		a, _, problems := codec.ReadForeign(file, nil)
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
		}
		if problems.HasErrors() {
			return
		}
		_, err := accountmap.New(a)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, codec.Encode(&b, a, codec.YAML))
		back, again := codec.Decode(&b, codec.YAML)
		require.NoError(t, again.Err())
		requireSame(t, a, back)
	})
}
