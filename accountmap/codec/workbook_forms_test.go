package codec_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// rewritten returns a copy of a workbook with changed parts.
func rewritten(t testing.TB, file []byte, change func(part, text string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := out.Create(f.Name)
		require.NoError(t, err)
		_, err = io.WriteString(w, change(f.Name, string(text)))
		require.NoError(t, err)
	}
	require.NoError(t, out.Close())
	return b.Bytes()
}

// TestStrictWorkbook reads a workbook saved as "Strict Open XML", an Excel format with different
// namespaces.
func TestStrictWorkbook(t *testing.T) {
	a := accountmaptest.Full()
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	back, problems := decode(t, rewritten(t, workbookFile(t, a, "es"), func(_, text string) string { return strict.Replace(text) }))
	require.Empty(t, accountmaptest.Settled(problems))
	requireSame(t, a, back)
}

// TestWorkbookOf1904 reads dates in the 1904 calendar of old Mac workbooks.
func TestWorkbookOf1904(t *testing.T) {
	a := accountmaptest.Full()
	file := workbookFile(t, a, "en")
	isDay := dayStyles(t, file)
	cell := regexp.MustCompile(`<c r="[A-Z]+\d+" s="(\d+)"><v>(\d+)</v></c>`)
	moved := 0
	back, problems := decode(t, rewritten(t, file, func(part, text string) string {
		text = strings.Replace(text, "<workbookPr ", `<workbookPr date1904="1" `, 1)
		return cell.ReplaceAllStringFunc(text, func(c string) string {
			m := cell.FindStringSubmatch(c)
			if !isDay[m[1]] {
				return c
			}
			serial, err := strconv.Atoi(m[2])
			require.NoError(t, err)
			moved++
			const between = 1462 // days between the two epochs
			return strings.Replace(c, "<v>"+m[2], "<v>"+strconv.Itoa(serial-between), 1)
		})
	}))
	assert.Positive(t, moved)
	require.Empty(t, accountmaptest.Settled(problems))
	requireSame(t, a, back)
}

// dayStyles returns the cell styles with a date format.
func dayStyles(t testing.TB, file []byte) map[string]bool {
	formats, styles := map[string]bool{"14": true}, map[string]bool{}
	rewritten(t, file, func(part, text string) string {
		if part != "xl/styles.xml" {
			return text
		}
		for _, m := range regexp.MustCompile(`<numFmt numFmtId="(\d+)" formatCode="[^"]*[dy]`).FindAllStringSubmatch(text, -1) {
			formats[m[1]] = true
		}
		_, text, _ = strings.Cut(text, "<cellXfs")
		text, _, _ = strings.Cut(text, "</cellXfs>")
		for i, m := range regexp.MustCompile(`<xf [^>]*numFmtId="(\d+)"`).FindAllStringSubmatch(text, -1) {
			styles[strconv.Itoa(i)] = formats[m[1]]
		}
		return text
	})
	return styles
}
