package sheet_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/stretchr/testify/assert"
)

func TestSheetNames(t *testing.T) {
	tests := []struct {
		name        string
		names, want []string
	}{
		{"allowed", []string{"Coverage", "Контакты", "R&D"}, []string{"Coverage", "Контакты", "R&D"}},
		{"forbidden", []string{`a:b\c/d?e*f[g]h`, "it's", "'q'"}, []string{"a-b-c-d-e-f-g-h", "it’s", "’q’"}},
		{"blank", []string{"", " \n\t", "\x00"}, []string{"Sheet", "Sheet (2)", "Sheet (3)"}},
		{"kept by Excel", []string{"history", "History_"}, []string{"history_", "History_ (2)"}},
		{"other case", []string{"Units", "UNITS", "units (2)"}, []string{"Units", "UNITS (2)", "units (2) (2)"}},
		{"lines", []string{"a\nb  c "}, []string{"a b c"}},
		{"bad bytes", []string{"a\xffb"}, []string{"a\ufffdb"}},
		{"long", []string{strings.Repeat("x", 32), strings.Repeat("x", 40)}, []string{strings.Repeat("x", 31), strings.Repeat("x", 27) + " (2)"}},
		{"long emoji", []string{strings.Repeat("😀", 20)}, []string{strings.Repeat("😀", 15)}},
		{"cut at a space", []string{strings.Repeat("x", 30) + " y"}, []string{strings.Repeat("x", 30)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			wb := &sheet.Workbook{}
			for _, n := range tt.names {
				wb.Sheets = append(wb.Sheets, &sheet.Sheet{Name: n})
			}
			assert.Equal(t, tt.want, wb.SheetNames())
			assert.Equal(t, tt.want, reopen(t, wb).GetSheetList())
		})
	}
}

func TestRef(t *testing.T) {
	for want, at := range map[string][2]int{
		"A1": {0, 0}, "Z1": {0, 25}, "AA2": {1, 26}, "AZ3": {2, 51}, "ZZ1": {0, 701}, "AAA1": {0, 702},
		"XFD1048576": {1_048_575, 16_383}, "A5": {4, -3},
	} {
		assert.Equal(t, want, sheet.Ref(at[0], at[1]))
	}
	assert.Equal(t, "B2:D9", sheet.Range{Row: 1, Column: 1, Rows: 8, Columns: 3}.String())
	assert.Empty(t, sheet.Range{}.String())
}

// FuzzSheetNames checks that Excel accepts the names: short, without reserved characters, and
// unique ignoring case.
func FuzzSheetNames(f *testing.F) {
	f.Add("Units", "UNITS")
	f.Add("a:b\\c/d?e*f[g]h'", strings.Repeat("😀", 20))
	f.Add("History", "\x00\xff ")
	f.Fuzz(func(t *testing.T, a, b string) {
		names := (&sheet.Workbook{Sheets: []*sheet.Sheet{{Name: a}, {Name: b}}}).SheetNames()
		assert.False(t, strings.EqualFold(names[0], names[1]), "%q", names)
		for _, name := range names {
			assert.LessOrEqual(t, len(utf16.Encode([]rune(name))), 31, "%q", name)
			assert.NotEmpty(t, strings.TrimSpace(name))
			assert.False(t, strings.ContainsAny(name, ":\\/?*[]\x00") || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") || strings.EqualFold(name, "history"), "%q", name)
			assert.True(t, utf8.ValidString(name))
		}
	})
}
