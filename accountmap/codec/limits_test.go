package codec_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// endless is a reader of endless spaces.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestTooLargeFile(t *testing.T) {
	a, problems := codec.Decode(io.MultiReader(strings.NewReader(`{"format": 1}`), endless{}), codec.YAML)
	assert.Nil(t, a)
	assert.ErrorIs(t, problems, accountmap.ErrTooLarge)
}

// TestRefusalsAreCheap checks that a file over the limit is refused by its size, and a stream after
// no more memory than the limit.
func TestRefusalsAreCheap(t *testing.T) {
	norace.Only(t)
	for _, ext := range []string{".json", ".yaml"} {
		name := filepath.Join(t.TempDir(), "sparse"+ext)
		f, err := os.Create(name)
		require.NoError(t, err)
		require.NoError(t, f.Truncate(2<<30))
		require.NoError(t, f.Close())
		var problems accountmap.Problems
		assert.Less(t, allocated(func() { _, problems = codec.ReadFile(name) }), uint64(1<<20), ext)
		require.Len(t, problems, 1)
		assert.ErrorIs(t, problems, accountmap.ErrTooLarge)
		assert.Equal(t, name, problems[0].Pos.File)
	}
	var problems accountmap.Problems
	folder := t.TempDir()
	for name, text := range map[string]string{"account": "name\nN\n", "units": "id,name\n", "products": "id,name\n", "contacts": "id,name\n"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".csv"), []byte(text), 0o644))
	}
	require.NoError(t, os.Truncate(filepath.Join(folder, "contacts.csv"), 2<<30))
	assert.Less(t, allocated(func() { _, problems = codec.ReadFile(folder) }), uint64(8<<20))
	require.Len(t, problems, 1)
	assert.ErrorIs(t, problems, accountmap.ErrTooLarge, "before its two billion letters are read")
	assert.Less(t, allocated(func() { _, problems = codec.Decode(endless{}, codec.JSON) }), uint64(300<<20))
	assert.ErrorIs(t, problems, accountmap.ErrTooLarge)

	begin := `{"format": 1, "account": {"name": "N"}, "products": [], "units": [],`
	keys := func(indent string) string {
		var b strings.Builder
		b.WriteString("format: 1\naccount:\n  name: N\n")
		for i := range 400_000 {
			fmt.Fprintf(&b, "%sk%d: 1\n", indent, i)
		}
		return b.String()
	}
	for name, tt := range map[string]struct {
		file string
		f    codec.Format
	}{
		"contacts":       {begin + ` "contacts": [` + strings.Repeat(`{"id":"c","name":"N"},`, 2_000_000) + "{}]}", codec.JSON},
		"empty contacts": {begin + ` "contacts": [` + strings.Repeat("{},", 1_500_000) + "{}]}", codec.JSON},
		"words":          {begin + ` "contacts": [{"roles": [` + strings.Repeat(`"user",`, 5_000_000) + `"user"]}]}`, codec.JSON},
		"keys":           {keys(""), codec.YAML},
		"keys below":     {keys("  "), codec.YAML},
		"units":          {"format: 1\nunits:\n" + strings.Repeat("- {id: u, name: U}\n", 300_000), codec.YAML},
		"unknown keys":   {begin + strings.Repeat(`"k":1,`, 2_000_000) + `"k":1}`, codec.JSON},
		"quotes":         {strings.Repeat(`"`, 1_000_000), codec.YAML},
		"a long text":    {begin + ` "contacts": [{"name": "` + strings.Repeat("x ", 15_000_000) + `"}]}`, codec.JSON},
		"a long line":    {"format: 1\ncontacts: [{id: a, name: " + strings.Repeat("x ", 15_000_000) + "}]\n", codec.YAML},
		"a long block":   {"format: 1\ncontacts:\n- id: a\n  name: >\n" + strings.Repeat("    xxxxxxxxxx\n\n", 1_500_000), codec.YAML},
	} {
		var problems accountmap.Problems
		assert.Less(t, allocated(func() { _, problems = codec.Decode(strings.NewReader(tt.file), tt.f) }), uint64(300<<20), name)
		assert.ErrorIs(t, problems, accountmap.ErrTooLarge, name)
		assert.LessOrEqual(t, len(problems), 40, name)
	}
	cells := folderOf(map[string]string{"account.csv": "name\nN\n", "units.csv": "id,name\n", "products.csv": "id,name\n",
		"contacts.csv": "id,name,roles\na,A," + strings.Repeat("user;", 1_000_000) + "\n"})
	assert.Less(t, allocated(func() { _, problems = codec.ReadCSV(cells) }), uint64(100<<20))
	assert.ErrorIs(t, problems, accountmap.ErrLongText)
	for name, rows := range map[string]string{"rows": strings.Repeat("c,N\n", 2_000_000), "commas": strings.Repeat(",\r", 3_000_000), "short rows": strings.Repeat("a\n", 1_000_000)} {
		fsys := folderOf(map[string]string{"account.csv": "name\nN\n", "units.csv": "id,name\n", "products.csv": "id,name\n", "contacts.csv": "id,name\n" + rows})
		var problems accountmap.Problems
		assert.Less(t, allocated(func() { _, problems = codec.ReadCSV(fsys) }), uint64(10<<20), name)
		assert.ErrorIs(t, problems, accountmap.ErrTooLarge, name)
	}
}

// allocated returns the total bytes that a function allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestTooDeep(t *testing.T) {
	norace.Only(t)
	for name, tt := range map[string]struct {
		file string
		f    codec.Format
	}{
		"lists":            {strings.Repeat("[", 1_000_000), codec.JSON},
		"objects":          {strings.Repeat(`{"a":`, 1_000_000), codec.JSON},
		"flow lists":       {strings.Repeat("[", 300_000), codec.YAML},
		"flow objects":     {strings.Repeat("{a: ", 300_000), codec.YAML},
		"indented dashes":  {steps("-", 1000), codec.YAML},
		"indented objects": {steps("a:", 1000), codec.YAML},
	} {
		_, problems := codec.Decode(strings.NewReader(tt.file), tt.f)
		assert.Contains(t, lines(problems), string(accountmap.ErrTooLarge), name)
		assert.LessOrEqual(t, len(problems), 2, name)
	}
}

// steps returns n lines with the same sign, each with a deeper indentation.
func steps(sign string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + sign + "\n")
	}
	return b.String()
}

// TestManyKeys reads an object with so many keys that a parser with one recursive call per key
// would not return.
func TestManyKeys(t *testing.T) {
	norace.Only(t)
	for _, f := range formats {
		var b strings.Builder
		b.WriteString("{")
		for i := range 200_000 {
			fmt.Fprintf(&b, "%q: %d,\n", fmt.Sprintf("key%d", i), i)
		}
		b.WriteString(`"format": 1, "account": {"name": "N"}, "units": [], "products": []}`)
		a, problems := codec.Decode(strings.NewReader(b.String()), f)
		assert.Equal(t, "N", a.Name)
		require.Len(t, problems, 6, "the first, and how many more")
		assert.Equal(t, accountmap.ErrUnknownKey, problems[4].Code)
		assert.Equal(t, 5, problems[4].Pos.Line)
		assert.Contains(t, problems[4].Detail, "here and in 49995 more: lines 6, 7, 8, …")
		assert.Equal(t, accountmap.ErrTooLarge, problems[5].Code)
		assert.Contains(t, problems[5].Detail, "150000")
		assert.Equal(t, accountmap.LevelError, problems[5].Level)
	}
}

func TestManyEntries(t *testing.T) {
	file := `{"format": 1, "units": [` + strings.Repeat("{},", 2_100_000) + `{}]}`
	_, problems := codec.Decode(strings.NewReader(file), codec.JSON)
	assert.Contains(t, lines(problems), string(accountmap.ErrTooLarge))
}

func TestManyProblemsOfTheRules(t *testing.T) {
	file := `{"format": 1, "account": {"name": "N"}, "products": [], "units": [` + strings.Repeat(`{"id": "u", "name": "U"},`, 5000) + `{}]}`
	_, problems := codec.Decode(strings.NewReader(file), codec.JSON)
	require.Len(t, problems, 7)
	assert.Contains(t, problems[4].Detail, `the id "u" already belongs to "U", here and in 4994 more: `)
	assert.Equal(t, []accountmap.Code{accountmap.ErrMissingID, accountmap.ErrMissingName}, []accountmap.Code{problems[5].Code, problems[6].Code}, "the other kinds")
}

// TestHostileYAML reads texts with quadratic lexing time, which would take hours, and anchors that
// would expand the account.
func TestHostileYAML(t *testing.T) {
	norace.Only(t)
	bomb := "a: &a [x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'z'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for name, file := range map[string]string{
		"bomb":        bomb,
		"less than":   strings.Repeat("<", 1<<20),
		"tabs":        strings.Repeat("\"\t", 1<<19),
		"blank lines": "a: |\n" + strings.Repeat("\n", 1<<20),
		"space lines": "a: |\n  b\n" + strings.Repeat(" \n", 1<<20) + "c: d",
		"dashes":      strings.Repeat("- ", 1<<18),
		"tags":        strings.Repeat("]! ", 1<<18),
		"questions":   strings.Repeat("? ", 1<<18),
		"anchors":     strings.Repeat("&a ", 1<<18),
		"keys":        strings.Repeat("a: ", 1<<18),
		"commas":      "[" + strings.Repeat(",", 1<<18),
		"pairs":       "contacts: [" + strings.Repeat("a: b,", 1<<17) + "]\n",
		"text":        "contacts: [{name: " + strings.Repeat("a,", 1<<18) + "}]\n",
		"unclosed":    "{contacts: [" + strings.Repeat(`{"id": "a"},`, 1<<15),
	} {
		_, problems := codec.Decode(strings.NewReader(file), codec.YAML)
		assert.Error(t, problems.Err(), name)
	}
}

func TestEncodings(t *testing.T) {
	file := "{\"format\": 1, \"account\": {\"name\": \"Mu\xf1oz \xe9\"},\n\"units\": [], \"products\": [], \"notes\xe9\": 1}"
	for _, f := range formats {
		a, problems := codec.Decode(strings.NewReader(file), f)
		assert.Equal(t, "Mu\ufffdoz \ufffd", a.Name)
		assert.Equal(t, "1:38 invalid-text\n2:30 unknown-key notes\ufffd\n2:36 invalid-text\n", lines(problems))

		a, problems = codec.Decode(strings.NewReader("\xff\xfe{\x00}\x00"), f)
		assert.Nil(t, a)
		assert.Equal(t, "1:1 invalid-text\n", lines(problems))

		_, problems = codec.Decode(strings.NewReader("\ufeff"+`{"format": 1, "account": {"name": "N"}, "units": [], "products": []}`), f)
		assert.NoError(t, problems.Err(), "a byte order mark is no part of the text")
	}
}
