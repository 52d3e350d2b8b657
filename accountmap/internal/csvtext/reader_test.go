package csvtext_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
)

// read returns each value of a file as "line:column value", and the problems.
func read(t testing.TB, text string) (rows [][]string, problems accountmap.Problems) {
	t.Helper()
	report := func(p accountmap.Problem) { problems = append(problems, p) }
	r, err := csvtext.NewReader(strings.NewReader(text), "f.csv", report)
	for err == nil {
		var row []string
		row, err = r.Read()
		if p, ok := errors.AsType[accountmap.Problem](err); ok && p.Code == accountmap.ErrSyntax {
			report(p)
			err = nil
			continue
		}
		if err == nil {
			placed := slices.Clone(row)
			for i, v := range placed {
				pos := r.Pos(i)
				placed[i] = fmt.Sprintf("%d:%d %s", pos.Line, pos.Column, v)
			}
			rows = append(rows, placed)
		}
	}
	if p, ok := errors.AsType[accountmap.Problem](err); ok {
		report(p)
	} else {
		require.ErrorIs(t, err, io.EOF)
	}
	return rows, problems
}

func utf16Text(text string, order string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		if order == "little" {
			b.Write([]byte{byte(u), byte(u >> 8)})
		} else {
			b.Write([]byte{byte(u >> 8), byte(u)})
		}
	}
	return b.String()
}

func TestReader(t *testing.T) {
	want := [][]string{{"1:1 Name", "1:6 City"}, {"2:1 Núñez", "2:7 Αθήνα"}}
	for name, text := range map[string]string{
		"comma":                "Name,City\nNúñez,Αθήνα\n",
		"semicolon":            "Name;City\nNúñez;Αθήνα\n",
		"tab":                  "Name\tCity\r\nNúñez\tΑθήνα\r\n",
		"bar":                  "Name|City\nNúñez|Αθήνα",
		"carriage returns":     "Name,City\rNúñez,Αθήνα\r",
		"byte order mark":      "\ufeffName,City\r\nNúñez,Αθήνα\r\n",
		"UTF-16 little endian": utf16Text("Name\tCity\r\nNúñez\tΑθήνα\r\n", "little"),
		"UTF-16 big endian":    utf16Text("Name,City\nNúñez,Αθήνα\n", "big"),
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := read(t, text)
			assert.Empty(t, problems)
			assert.Equal(t, want, rows)
		})
	}
}

func TestPlaces(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want [][]string
	}{
		"quotes":            {"\"Ñ, \"\"x\"\"\",b\n", [][]string{{`1:1 Ñ, "x"`, "1:12 b"}}},
		"line breaks":       {"a,b\r\n\"λ\r\nμ,\",ω,x\r\n", [][]string{{"1:1 a", "1:3 b"}, {"2:1 λ\nμ,", "3:5 ω", "3:7 x"}}},
		"empty lines":       {"\n\na;b\n\n\nc;\"d\"\n", [][]string{{"3:1 a", "3:3 b"}, {"6:1 c", "6:3 d"}}},
		"separator line":    {"sep=;\r\na;b,c,d\r\né;f\r\n", [][]string{{"2:1 a", "2:3 b,c,d"}, {"3:1 é", "3:3 f"}}},
		"ragged":            {"a,b\n1\n1,2,3", [][]string{{"1:1 a", "1:3 b"}, {"2:1 1"}, {"3:1 1", "3:3 2", "3:5 3"}}},
		"delimiter in text": {"\"a,b,c\";d\n1;2\n", [][]string{{"1:1 a,b,c", "1:9 d"}, {"2:1 1", "2:3 2"}}},
		"texts as formulas": {"a,=\"+302,1\"\n=\"007\",b\n,=\"\"", [][]string{{"1:1 a", "1:3 +302,1"}, {"2:1 007", "2:8 b"}, {"3:1 ", "3:2 "}}},
		"nothing":           {"", nil},
		"one column":        {"a\nb\n", [][]string{{"1:1 a"}, {"2:1 b"}}},
		"mixed line ends":   {"a,b\r\rc,d\n\r\n\"e\rf\",g\r\n", [][]string{{"1:1 a", "1:3 b"}, {"3:1 c", "3:3 d"}, {"5:1 e\rf", "6:4 g"}}},
		"empty at the end":  {"a,\n,\n,", [][]string{{"1:1 a", "1:3 "}, {"2:1 ", "2:2 "}, {"3:1 ", "3:2 "}}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := read(t, tt.text)
			assert.Empty(t, problems)
			assert.Equal(t, tt.want, rows)
		})
	}
}

func TestProblems(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		rows int
		want []string
	}{
		"Windows-1252":      {"a,b\nx,Mu\xf1oz\ny,N\xfa\xf1ez\n", 3, []string{"f.csv:2:3 invalid-text"}},
		"damaged UTF-8":     {"a,Núñez\nx,Mu\xf1oz\ny,N\xfa\xf1ez\n", 3, []string{"f.csv:2:3 invalid-text", "f.csv:3:3 invalid-text"}},
		"control character": {"a,b\nx,\x0by\nz,\u0085\n", 3, []string{"f.csv:2:3 invalid-text", "f.csv:3:3 invalid-text"}},
		"bare quote":        {"a,b\nλ x\"y,1\nc,d\n", 2, []string{"f.csv:2:4 syntax"}},
		"open quote":        {"a,b\nλ,\"y\n1\n", 1, []string{"f.csv:2:3 syntax"}},
		"formulas":          {"a,b\n=\"x\"&\"y\",1\n=\"x,2\ny,3\n=\"z\" ,4\n", 2, []string{"f.csv:2:2 syntax", "f.csv:3:2 syntax", "f.csv:5:2 syntax"}},
		"behind a quote":    {"a,b\nλ,\"y\"z\n\"1\" ,2\n", 2, []string{"f.csv:2:6 syntax"}},
		"UTF-16 unmarked":   {"a\x00,\x00b\x00", 0, []string{"f.csv:1:1 invalid-text"}},
		"workbook":          {"PK\x03\x04....", 0, []string{"f.csv:1:1 invalid-text"}},
		"many columns":      {strings.Repeat(",", 1<<17) + "\nx,y\n", 0, []string{"f.csv:1:1 too-large"}},
		"many values":       {"a,b\n\n" + strings.Repeat(",", 1<<16) + "\nx,y\n", 1, []string{"f.csv:3:1 too-large"}},
		"long row":          {"a,b\nλ,\"" + strings.Repeat("x\n", 10<<20), 1, []string{"f.csv:2:1 too-large"}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := read(t, tt.text)
			assert.Len(t, rows, tt.rows)
			var got []string
			for _, p := range problems {
				assert.NotEmpty(t, p.Detail)
				got = append(got, p.Pos.String()+" "+string(p.Code))
			}
			assert.Equal(t, tt.want, got)
			assert.NotContains(t, fmt.Sprint(rows), "\xf1")
		})
	}
}

// TestWestern reads Windows-1252, the CSV encoding of spreadsheets in Western Europe, with a
// warning. An ambiguous encoding is an error.
func TestWestern(t *testing.T) {
	rows, problems := read(t, "Nombre;Ciudad\r\nMu\xf1oz;\"C\xe1diz \x96 Espa\xf1a\"\r\n\x80 5;\xbfQu\xe9?\r\n")
	require.Len(t, problems, 1)
	assert.Equal(t, "f.csv:2:1: warning invalid-text: the file is not UTF-8; it is read as Windows-1252, as spreadsheets of Western Europe and the Americas "+
		`save CSV (check the letters with accents, or save it again as "CSV UTF-8")`, problems[0].Error())
	assert.Equal(t, [][]string{{"1:1 Nombre", "1:8 Ciudad"}, {"2:1 Muñoz", "2:7 Cádiz – España"}, {"3:1 € 5", "3:5 ¿Qué?"}}, rows)
	for name, text := range map[string]string{
		"Russian":           "a\n\xcf\xe5\xf2\xf0\xee\xe2 \xdf\xea\xee\xe2\xeb\xe5\xe2\n",
		"Arabic":            "a\n\xe3\xdf\xe1\xc7\xca \xc7\xe1\xe3\xdf\xc7\xca\xc8\n",
		"Turkish":           "a\n\xd6\xf0\xfc\xfe \xdd\xfe\xe7\xfd\n",
		"no such character": "a\nMu\x81oz\n",
		"an old Mac":        "a\nMu\x96oz\n",
		"Greek after UTF-8": "ñ\n\xc1\xe8\xde\xed\xe1\n",
		"letters lost":      "a,b\n???? ??,x\nMu\xf1oz,y\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := read(t, text)
			assert.True(t, accountmap.Problems(problems).HasErrors(), "%v", problems)
		})
	}
	_, problems = read(t, "a,b\nx,???? ??\nMu\xf1oz,y\n???,y\n")
	assert.Contains(t, accountmap.Problems(problems).Report(), "f.csv:2:3: error invalid-text: letters were lost")
	assert.Len(t, problems, 2)
}

// TestGreek reads Windows-1253, the CSV encoding of spreadsheets in Greece, with one warning.
func TestGreek(t *testing.T) {
	const greek = "the file is not UTF-8; it is read as Windows-1253, as spreadsheets in Greece and Cyprus save CSV"
	for name, tt := range map[string]struct {
		text string
		want []string
		says []string
	}{
		"names":       {"a;b\n\xcd\xdf\xea\xef\xf2;\xc1\xc8\xc7\xcd\xc1\n", []string{"a", "b", "Νίκος", "ΑΘΗΝΑ"}, []string{"f.csv:2:1: warning invalid-text: " + greek}},
		"a quotation": {"a\n\xab\xcf\xd4\xc5\xbb \xd0\xe5\xe9\xf1\xe1\xe9\xdc\xf2 \xa2\xed\xed\xe1 \x80\n", []string{"a", "«ΟΤΕ» Πειραιάς Άννα €"}, []string{greek}},
		"a month":     {"a\n3 \xcc\xe1\xc0\xef\xf5 \xcd\xdf\xea\xef\xf2\n", []string{"a", "3 Μαΐου Νίκος"}, []string{greek}},
		"an odd byte": {"a\nx\n\xcc\xe1\xf1\xdf\xe1\n\xff\n", []string{"a", "x", "Μαρία", "\ufffd"}, []string{"f.csv:3:1: warning invalid-text: " + greek, "f.csv:4:1: warning invalid-text: the value has a byte that is not a letter"}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := read(t, tt.text)
			var got []string
			for _, row := range rows {
				for _, value := range row {
					_, text, _ := strings.Cut(value, " ")
					got = append(got, text)
				}
			}
			assert.Equal(t, tt.want, got)
			require.Len(t, problems, len(tt.says))
			for i, says := range tt.says {
				assert.Contains(t, problems[i].Error(), says)
			}
		})
	}
}

// TestMixed reads files with two encodings or single invalid bytes, with a warning.
func TestMixed(t *testing.T) {
	const odd, greek = "the row is not UTF-8, unlike other rows: it is read as Windows-1252", "the row is not UTF-8, unlike other rows: it is read as Windows-1253"
	for name, tt := range map[string]struct {
		text string
		want []string
		says []string
	}{
		"after a mark":         {"\ufeffa\nMu\xf1oz\n", []string{"a", "Muñoz"}, []string{odd}},
		"after UTF-8":          {"ñ\nMu\xf1oz\nÑu\n", []string{"ñ", "Muñoz", "Ñu"}, []string{odd}},
		"before UTF-8":         {"a\nMu\xf1oz\nÑu\nPe\xf1a\n", []string{"a", "Muñoz", "Ñu", "Peña"}, []string{"the file is not UTF-8", "the row is UTF-8, and rows before it are not", odd}},
		"in a row of UTF-8":    {"a,b\nMuñoz,Mu\xf1oz\n", []string{"a", "b", "Muñoz", "Muñoz"}, []string{odd}},
		"a byte of no letter":  {"ñ\nMu\x81oz\n", []string{"ñ", "Mu\ufffdoz"}, []string{"the value has a byte that is not a letter in the encoding of the file"}},
		"in a word of UTF-8":   {"ñ\nñu\xf1\n", []string{"ñ", "ñu\ufffd"}, []string{"the value has a byte that is not a letter"}},
		"Greek after Greek":    {"Ρω\n\xc1\xe8\xde\xed\xe1\n", []string{"Ρω", "Αθήνα"}, []string{greek}},
		"Greek before Greek":   {"a\n\xc1\xe8\xde\xed\xe1\nΡω\n", []string{"a", "Αθήνα", "Ρω"}, []string{greek}},
		"Spanish among Greek":  {"Ρω\nMu\xf1oz\n", []string{"Ρω", "Muñoz"}, []string{odd}},
		"in a file of Latin-1": {"Mu\xf1oz\nMu\x81oz\n", []string{"Muñoz", "Mu\ufffdoz"}, []string{"the file is not UTF-8", "the value has a byte"}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := read(t, tt.text)
			var got []string
			for _, row := range rows {
				for _, value := range row {
					_, text, _ := strings.Cut(value, " ")
					got = append(got, text)
				}
			}
			assert.Equal(t, tt.want, got)
			require.Len(t, problems, len(tt.says))
			for i, says := range tt.says {
				assert.Contains(t, problems[i].Detail, says)
				assert.Equal(t, accountmap.LevelWarning, problems[i].Level)
			}
		})
	}
}

// TestWideRows reads the places of all values of wide rows, which take linear time: twenty rows took
// a minute when each place was counted from the beginning of its row.
func TestWideRows(t *testing.T) {
	const columns = 60_000
	start := time.Now()
	rows, problems := read(t, strings.Repeat("\"λ\nλ\""+strings.Repeat(",λ", columns-1)+"\n", 10))
	assert.Empty(t, problems)
	require.Len(t, rows, 10)
	assert.Equal(t, "19:1 λ\nλ", rows[9][0])
	assert.Equal(t, fmt.Sprintf("20:%d λ", 2*columns), rows[9][columns-1])
	assert.Less(t, time.Since(start), 20*time.Second)
	r, err := csvtext.NewReader(strings.NewReader("a,\"b\nc\",d\n"), "f.csv", nil)
	require.NoError(t, err)
	_, err = r.Read()
	require.NoError(t, err)
	for i, want := range map[int]string{2: "f.csv:2:4", 0: "f.csv:1:1", 1: "f.csv:1:3"} { // in any order
		assert.Equal(t, want, r.Pos(i).String())
	}
}

// TestLongFile checks places beyond the first buffer.
func TestLongFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("a,b\n")
	for i := range 50_000 {
		fmt.Fprintf(&b, "\"λόγος\n%d\",é%d\n", i, i)
	}
	rows, problems := read(t, b.String())
	require.Empty(t, problems)
	require.Len(t, rows, 50_001)
	for i, row := range rows[1:] {
		require.Equal(t, []string{fmt.Sprintf("%d:1 λόγος\n%d", 2+2*i, i), fmt.Sprintf("%d:%d é%d", 3+2*i, len(fmt.Sprint(i))+3, i)}, row)
	}
}

// TestExact checks that an exact reader keeps values unchanged.
func TestExact(t *testing.T) {
	for _, value := range []string{"a\r\nb", "\r", "\v", "a\u0085", "\n\r\n", `"`, ``} {
		text := "x,\"" + strings.ReplaceAll(value, `"`, `""`) + "\"\r\n"
		r, err := csvtext.NewReader(strings.NewReader(text), "f.csv", func(p accountmap.Problem) { t.Error(p) })
		require.NoError(t, err)
		r.Exact = true
		row, err := r.Read()
		require.NoError(t, err)
		assert.Equal(t, []string{"x", value}, row)
		_, err = r.Read()
		assert.Equal(t, io.EOF, err)
	}
}

// TestSmallReads reads files in chunks of any size.
func TestSmallReads(t *testing.T) {
	text := "\ufeffName;City\r\n\r\n\"Núñez\r\n\"\"x\"\"\";Αθήνα\r\n;\r\n"
	want, _ := read(t, text)
	r, err := csvtext.NewReader(iotest.OneByteReader(strings.NewReader(text)), "f.csv", func(p accountmap.Problem) { t.Error(p) })
	require.NoError(t, err)
	for _, placed := range want {
		row, err := r.Read()
		require.NoError(t, err)
		for i, v := range row {
			pos := r.Pos(i)
			assert.Equal(t, placed[i], fmt.Sprintf("%d:%d %s", pos.Line, pos.Column, v))
		}
	}
	r, err = csvtext.NewReader(io.MultiReader(strings.NewReader("a,b\n1,"), iotest.ErrReader(io.ErrUnexpectedEOF)), "f.csv", nil)
	for err == nil {
		_, err = r.Read()
	}
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
}

// requireAsLibrary compares the rows with encoding/csv for files that it can read, except for
// carriage returns, which it changes.
func requireAsLibrary(t *testing.T, text string) {
	if strings.ContainsAny(text, "\r\ufeff") || !utf8.ValidString(text) || strings.HasPrefix(text, "sep=") {
		return
	}
	r, err := csvtext.NewReader(strings.NewReader(text), "f.csv", func(accountmap.Problem) {})
	if err != nil {
		return
	}
	r.Exact = true
	library := csv.NewReader(strings.NewReader(text))
	library.Comma, library.FieldsPerRecord = rune(r.Delimiter()), -1
	want, err := library.ReadAll()
	if err != nil {
		return
	}
	for _, row := range want {
		got, err := r.Read()
		require.NoError(t, err)
		require.Equal(t, row, got)
	}
	_, err = r.Read()
	require.Equal(t, io.EOF, err)
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "sep=;\na;b\n", "\ufeffa\tb\n", "a,\"b\nc\",d", "\"", "a\"b\n", "\xff\xfea\x00", "Mu\xf1oz"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, problems := read(t, text)
		for _, p := range problems {
			require.Positive(t, p.Pos.Line, p)
			require.Positive(t, p.Pos.Column, p)
			require.LessOrEqual(t, p.Pos.Line, strings.Count(text, "\n")+strings.Count(text, "\r")+2, p)
		}
		requireAsLibrary(t, text)
		for _, row := range rows {
			for _, v := range row {
				a := &accountmap.Account{Profile: accountmap.Profile{Name: v}}
				require.Empty(t, accountmap.Validate(a, accountmap.Rules()[1]), "an account may hold what is read")
			}
		}
	})
}

// TestHalfCharactersOfUTF16 reports truncated UTF-16 characters and unpaired surrogates, once and
// at their place. A literal U+FFFD is valid.
func TestHalfCharactersOfUTF16(t *testing.T) {
	for _, order := range []string{"little", "big"} {
		whole := utf16Text("a,b\nx,Ñandú 🙂\ny,z\n", order)
		half := []byte(utf16Text("a,b\nx,Q\ny,R\n", order)) // Q, at code unit 7, and R become halves of surrogate pairs
		for i := range half {
			if half[i] == 'Q' {
				half[i] = 0x3d
				half[i^1] = 0xd8
			}
			if half[i] == 'R' {
				half[i] = 0x42
				half[i^1] = 0xde
			}
		}
		for name, tt := range map[string]struct{ text, want string }{
			"odd bytes":        {whole[:len(whole)-5], "f.csv:3:1"},
			"half a pair":      {string(half), "f.csv:2:3"},
			"cut within pairs": {utf16Text("a,b\nx,🙂", order)[:len(utf16Text("a,b\nx,🙂", order))-2], "f.csv:2:3"},
		} {
			_, problems := read(t, tt.text)
			require.Len(t, problems, 1, "%s, %s", name, order)
			assert.Equal(t, accountmap.ErrInvalidText, problems[0].Code, name)
			assert.Equal(t, tt.want, problems[0].Pos.String(), "%s, %s", name, order)
			assert.Contains(t, problems[0].Detail, "half of a character")
		}
		for _, text := range []string{whole, utf16Text("a,b\nx,own \ufffd\n", order)} {
			_, problems := read(t, text)
			assert.Empty(t, problems, order)
		}
	}
}
