package xlsxfile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
)

const (
	rootRels = `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	workbook = `<?xml version="1.0"?><x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr/><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`
	styles   = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[Red]0.0&quot;days&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`
	strs = `<sst><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh><t>aside</t></rPh></si><si/><si><t>a_x000D_b_x005F_x0041_&#13;</t></si></sst>`
)

// parts returns the parts of a small workbook with the given sheet.
func parts(sheet string) map[string]string {
	return map[string]string{"_rels/.rels": rootRels, "xl/_rels/workbook.xml.rels": bookRels, "xl/workbook.xml": workbook, "xl/styles.xml": styles,
		"xl/sharedStrings.xml": strs, "xl/worksheets/sheet1.xml": sheet}
}

func pack(t testing.TB, parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// read lists the cells of the first sheet, or returns the first error.
func read(file []byte) (cells []string, merges []Merge, err error) {
	b, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, nil, err
	}
	merges, err = b.Rows(b.Sheets()[0], func(row int, of []Cell) bool {
		for _, c := range of {
			cells = append(cells, fmt.Sprintf("%d/%d %d %q", row, c.Column, c.Kind, c.Text))
		}
		return true
	})
	return cells, merges, err
}

const full = `<worksheet><sheetData>
<row r="2" spans="1:9"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>3</v></c><c r="E2" t="s"><v>2</v></c></row>
<row><c t="inlineStr"><is><t>in &lt;line&gt;</t></is></c><c><v>1.50</v></c><c s="1"><v>46327.75</v></c><c s="2"><v>46327</v></c><c s="3"><v>1</v></c><c s="3"><v>60</v></c><c s="4"><v>0.5</v></c></row>
<row r="9"><c r="A9" t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1&amp;"x"</f><v>a&#x1F642;<![CDATA[<b>&amp;]]><!-- c -->c</v></c><c><f>1+1</f></c><c s="1"/><c t="d"><v>2026-11-01T00:00:00</v></c><c><f>1+1</f><v>1E+22</v></c><c><f>1</f><v/></c><c t="str"><f>""</f><v></v></c><c><v></v></c></row>
<row r="10"/><row r="11" ht="3"></row>
</sheetData><mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells></worksheet>`

func TestRows(t *testing.T) {
	cells, merges, err := read(pack(t, parts(full)))
	require.NoError(t, err)
	assert.Equal(t, []string{
		`2/0 0 "plain"`, `2/2 0 "rich text"`, `2/3 0 "a\rb_x0041_\r"`,
		`3/0 0 "in <line>"`, `3/1 1 "1.5"`, `3/2 2 "2026-11-01"`, `3/3 1 "46327"`, `3/4 2 "1900-01-01"`, `3/5 1 "60"`, `3/6 1 "0.5"`,
		`9/0 3 "true"`, `9/1 4 "#REF!"`, `9/2 0 "a🙂<b>&amp;c"`, `9/3 5 ""`, `9/5 2 "2026-11-01"`, `9/6 1 "1e+22"`, `9/7 5 ""`,
	}, cells)
	assert.Equal(t, []Merge{{3, 1, 4, 2}}, merges)

	in1904 := parts(`<worksheet><sheetData><row><c s="1"><v>0</v></c><c s="1"><v>44865</v></c></row></sheetData></worksheet>`)
	in1904["xl/workbook.xml"] = strings.Replace(workbook, "<x:workbookPr/>", `<x:workbookPr date1904="1"/>`, 1)
	cells, _, err = read(pack(t, in1904))
	require.NoError(t, err)
	assert.Equal(t, []string{`1/0 2 "1904-01-01"`, `1/1 2 "2026-11-01"`}, cells)
}

// TestNumbers checks that numbers are read in the form that a spreadsheet shows.
func TestNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"0.30000000000000004": "0.3", "-0.30000000000000004": "-0.3", "1234.0999999999999": "1234.1", "123456789012345": "123456789012345", "0.123456789012345": "0.123456789012345",
		"1.7976931348623157E+308": "1.7976931348623157e+308", "5E-324": "5e-324", "0": "0", "-0": "-0", "1E3": "1000",
	} {
		cells, _, err := read(pack(t, parts(`<worksheet><sheetData><row><c><v>`+in+`</v></c></row></sheetData></worksheet>`)))
		require.NoError(t, err)
		assert.Equal(t, []string{fmt.Sprintf("1/0 1 %q", want)}, cells)
	}
}

// TestLexerInPieces reads parts byte by byte, so that every token is split at every position.
func TestLexerInPieces(t *testing.T) {
	for _, text := range []string{full, styles, strs, workbook} {
		for _, cut := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.HalfReader, func(r io.Reader) io.Reader { return r }} {
			l, err := newLexer("part", cut(strings.NewReader(text)))
			require.NoError(t, err)
			n := 0
			for {
				err := l.tag()
				if err == io.EOF {
					break
				}
				require.NoError(t, err)
				n++
			}
			assert.Equal(t, strings.Count(text, "<")-strings.Count(text, "<?")-strings.Count(text, "<!")-strings.Count(text, "<b>")+strings.Count(text, "/>"), n)
		}
	}
}

func TestFaults(t *testing.T) {
	whole := pack(t, parts(full))
	for name, file := range map[string][]byte{
		"empty": nil, "text": []byte("id,name\n"), "old": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), "cut": whole[:len(whole)/2], "no end": whole[:len(whole)-4],
		"a zip of nothing": pack(t, nil),
	} {
		_, _, err := read(file)
		var f *Fault
		assert.ErrorAs(t, err, &f, name)
	}
	for name, sheet := range map[string]string{
		"cut in the middle":      full[:len(full)/2],
		"cut behind a row":       full[:strings.Index(full, "<row r=\"9\"")],
		"last tag missing":       strings.TrimSuffix(full, "</worksheet>"),
		"crossed tags":           `<worksheet><sheetData><row></sheetData></row></worksheet>`,
		"two roots":              `<worksheet/><worksheet/>`,
		"entities":               `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>`,
		"undefined entity":       `<worksheet><sheetData><row r="1"><c t="str"><v>a&nope;</v></c></row></sheetData></worksheet>`,
		"entity of HTML":         `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>a&nbsp;b</t></is></c></row></sheetData></worksheet>`,
		"single ampersand":       `<worksheet><sheetData><row r="1"><c t="str"><v>A & B</v></c></row></sheetData></worksheet>`,
		"entity in an attribute": `<worksheet><sheetData><row r="1"><c r="&nope;1"/></row></sheetData></worksheet>`,
		"no XML":                 "hello",
		"nothing":                "",
		"rows back":              `<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>`,
		"row twice":              `<worksheet><sheetData><row r="5"/><row r="5"/></sheetData></worksheet>`,
		"cells back":             `<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>`,
		"cell of another row":    `<worksheet><sheetData><row r="1"><c r="B2"/></row></sheetData></worksheet>`,
		"row beyond":             `<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`,
		"column beyond":          `<worksheet><sheetData><row r="1"><c r="XFE1"/></row></sheetData></worksheet>`,
		"cell without a name":    `<worksheet><sheetData><row r="1"><c r=""/></row></sheetData></worksheet>`,
		"text that is not there": `<worksheet><sheetData><row r="1"><c t="s"><v>99</v></c></row></sheetData></worksheet>`,
		"text below":             `<worksheet><sheetData><row r="1"><c t="s"><v>-1</v></c></row></sheetData></worksheet>`,
		"number that is none":    `<worksheet><sheetData><row r="1"><c><v>x</v></c></row></sheetData></worksheet>`,
		"number beyond":          `<worksheet><sheetData><row r="1"><c><v>1e999</v></c></row></sheetData></worksheet>`,
		"not a number":           `<worksheet><sheetData><row r="1"><c><v>NaN</v></c></row></sheetData></worksheet>`,
		"deep":                   strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100),
		"long tag":               `<worksheet a="` + strings.Repeat("x", 1<<18) + `"/>`,
		"long text":              `<worksheet><sheetData><row r="1"><c t="str"><v>` + strings.Repeat("x", 2<<20) + `</v></c></row></sheetData></worksheet>`,
	} {
		_, _, err := read(pack(t, parts(sheet)))
		var f *Fault
		if assert.ErrorAs(t, err, &f, name) {
			assert.Equal(t, "xl/worksheets/sheet1.xml", f.Part, name)
			if name == "deep" || strings.HasPrefix(name, "long ") {
				assert.Regexp(t, "(more|longer) than [0-9]+", f.Error(), name)
			}
		}
	}
	for part := range parts(full) {
		without := parts(full)
		delete(without, part)
		_, _, err := read(pack(t, without))
		assert.Error(t, err, "without "+part)
	}
}

func TestEncodings(t *testing.T) {
	const sheet = `<worksheet><sheetData><row r="1"><c t="str"><v>Sí</v></c></row></sheetData></worksheet>`
	for _, declaration := range []string{"\ufeff", `<?xml version="1.0" encoding="utf-8"?>`, `<?xml version='1.0' encoding = 'UTF8' standalone='yes'?>`,
		`<?xml version="1.0"?><?note encoding="ISO-8859-1"?>`} {
		cells, _, err := read(pack(t, parts(declaration+sheet)))
		require.NoError(t, err, declaration)
		assert.Equal(t, []string{`1/0 0 "Sí"`}, cells)
	}
	wide := func(order binary.AppendByteOrder, text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, unit)
		}
		return string(b)
	}
	const declared = `<?xml version="1.0" encoding="UTF-16"?>` + sheet
	for name, tt := range map[string]struct{ sheet, want string }{
		"Latin-1":                    {`<?xml version="1.0" encoding="ISO-8859-1"?>` + strings.ReplaceAll(sheet, "í", "\xed"), "ISO-8859-1"},
		"Latin-1 that looks like it": {`<?xml version="1.0" encoding='windows-1252'?>` + sheet, "windows-1252"},
		"little end first":           {wide(binary.LittleEndian, "\ufeff"+declared), "UTF-16"},
		"big end first":              {wide(binary.BigEndian, "\ufeff"+declared), "UTF-16"},
		"without a mark":             {wide(binary.LittleEndian, sheet), "UTF-16"},
	} {
		_, _, err := read(pack(t, parts(tt.sheet)))
		assert.ErrorContains(t, err, "xl/worksheets/sheet1.xml: the part is in the encoding "+tt.want+"; only UTF-8 is read", name)
	}
}

// TestDuplicateParts checks that a part is read once, even if a workbook names it many times.
func TestDuplicateParts(t *testing.T) {
	for name, change := range map[string]func(all map[string]string){
		"sheets": func(all map[string]string) {
			all["xl/workbook.xml"] = strings.Replace(workbook, "</x:sheets>", `<x:sheet name="B" r:id="rId1"/></x:sheets>`, 1)
		},
		"styles":       func(all map[string]string) { all["xl/_rels/workbook.xml.rels"] = another("rId3") },
		"shared texts": func(all map[string]string) { all["xl/_rels/workbook.xml.rels"] = another("rId2") },
	} {
		all := parts(full)
		change(all)
		_, _, err := read(pack(t, all))
		var f *Fault
		assert.ErrorAs(t, err, &f, name)
	}
}

// another returns the relations with a duplicate of one of them under another id.
func another(id string) string {
	from := strings.Index(bookRels, `<Relationship Id="`+id)
	one := bookRels[from : from+strings.Index(bookRels[from:], "/>")+2]
	return strings.Replace(bookRels, one, one+strings.Replace(one, id, "rId9", 1), 1)
}

// TestWrongChecksum corrupts each part in turn.
func TestWrongChecksum(t *testing.T) {
	for part := range parts(full) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range parts(full) {
			w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
			require.NoError(t, err)
			if name == part {
				text = strings.Replace(text, "a", "e", 1) // for a wrong checksum: the byte is restored below
			}
			_, err = io.WriteString(w, text)
			require.NoError(t, err)
		}
		require.NoError(t, z.Close())
		spoilt := bytes.Replace(b.Bytes(), []byte(strings.Replace(parts(full)[part], "a", "e", 1)), []byte(parts(full)[part]), 1)
		_, _, err := read(spoilt)
		assert.ErrorContains(t, err, "checksum", part)
	}
}

// TestBombs checks that a small file cannot take much time or memory.
func TestBombs(t *testing.T) {
	norace.Only(t)
	blank := `<worksheet>` + strings.Repeat(" ", 64<<20) + `<sheetData/></worksheet>`
	changed := func(texts ...string) map[string]string {
		all := parts(full)
		for i := 0; i < len(texts); i += 2 {
			all[texts[i]] = texts[i+1]
		}
		return all
	}
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	blanks := parts(full)
	for i := range 60 {
		blanks[fmt.Sprintf("xl/%d.xml", i)] = blank[:2<<20]
	}
	entries := parts(full)
	for i := range 40_000 {
		entries[fmt.Sprintf("xl/some part with a name that is long enough for a list beyond measure %d.xml", i)] = ""
	}
	for name, file := range map[string][]byte{
		"blanks":                pack(t, parts(blank)),
		"blanks everywhere":     pack(t, blanks),
		"entries":               pack(t, entries),
		"distinct shared texts": pack(t, changed("xl/sharedStrings.xml", `<sst>`+distinctTexts(maxTextCount+1)+`</sst>`)),
		"shared texts":          pack(t, changed("xl/sharedStrings.xml", `<sst>`+strings.Repeat("<si/>", 8<<20)+`</sst>`)),
		"long shared texts":     pack(t, changed("xl/sharedStrings.xml", `<sst>`+strings.Repeat("<si><t>"+strings.Repeat("x", 1<<20)+"</t></si>", 17)+`</sst>`)),
		"a shared text everywhere": pack(t, changed("xl/sharedStrings.xml", `<sst><si><t>`+strings.Repeat("x", 1<<20)+`</t></si><si/><si/><si/></sst>`,
			"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 100)+`</sheetData></worksheet>`)),
		"relations": pack(t, changed("xl/_rels/workbook.xml.rels", `<Relationships>`+numbered(20_000, `<Relationship Id="%d" Type="a" Target="styles.xml"/>`)+`</Relationships>`)),
		"formats":   pack(t, changed("xl/styles.xml", `<styleSheet>`+numbered(20_000, `<numFmt numFmtId="%d" formatCode="0"/>`)+`</styleSheet>`)),
		"merges":    pack(t, parts(`<worksheet>`+strings.Repeat(`<mergeCell ref="A1:B2"/>`, 100_000)+`</worksheet>`)),
	} {
		require.Less(t, len(file), 12<<20, name)
		_, _, err := read(file)
		var f *Fault
		require.ErrorAs(t, err, &f, name)
		assert.True(t, f.TooLarge, name)
		assert.Regexp(t, "[0-9]", f.Detail, name)
	}
	// The file has twelve kilobytes. Filled gaps between its cells would take a gigabyte.
	var wide strings.Builder
	wide.WriteString(`<worksheet><sheetData>`)
	for row := range 2000 {
		fmt.Fprintf(&wide, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, row+1, row+1)
	}
	wide.WriteString(`</sheetData></worksheet>`)
	file := pack(t, parts(wide.String()))
	require.Less(t, len(file), 20<<10)
	allocated := testing.AllocsPerRun(1, func() {
		cells, _, err := read(file)
		require.NoError(t, err)
		require.Len(t, cells, 2000)
	})
	assert.Less(t, allocated, 50_000.0)
}

func FuzzRows(f *testing.F) {
	f.Add([]byte(full), []byte(strs))
	f.Add([]byte(styles), []byte(workbook))
	f.Fuzz(func(t *testing.T, sheet, shared []byte) {
		all := parts(string(sheet))
		all["xl/sharedStrings.xml"] = string(shared)
		cells, _, err := read(pack(t, all))
		var fault *Fault
		if err != nil {
			require.ErrorAs(t, err, &fault)
			require.NotEmpty(t, fault.Detail)
		}
		again, _, _ := read(pack(t, all))
		require.Equal(t, cells, again)
	})
}

func distinctTexts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<si><t>t%d</t></si>", i)
	}
	return b.String()
}
