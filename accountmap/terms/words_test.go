package terms

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryFileCanBeRead(t *testing.T) {
	for _, lang := range Languages() {
		words, err := readWords(files, lang)
		require.NoError(t, err, lang)
		assert.NotEmpty(t, words, lang)
	}
	entries, err := fs.ReadDir(files, "words")
	require.NoError(t, err)
	assert.Len(t, entries, len(Languages()), "a folder for each language and none besides")
	for _, e := range entries {
		assert.Equal(t, areas(t, "en"), areas(t, e.Name()), "%s: a file for each area and none besides", e.Name())
	}
}

// areas returns the names of a language's files, without their extension.
func areas(t *testing.T, lang string) []string {
	t.Helper()
	entries, err := fs.ReadDir(files, path.Join("words", lang))
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		name, isJSON := strings.CutSuffix(e.Name(), ".json")
		require.True(t, isJSON, "%s/%s is not read", lang, e.Name())
		names = append(names, name)
	}
	return names
}

func TestBrokenFilesAreNamed(t *testing.T) {
	_, err := readWords(fstest.MapFS{}, "en")
	assert.True(t, errors.Is(err, fs.ErrNotExist))
	_, err = readWords(fstest.MapFS{"words/en/enumerations.json": {Data: []byte(`{"a": 1}`)}}, "en")
	assert.ErrorContains(t, err, "words/en/enumerations.json")
}

// fileKeys returns the keys of one file in the order of its lines. Unlike encoding/json, it fails
// for a duplicate key.
func fileKeys(t *testing.T, lang, area string) []string {
	t.Helper()
	data, err := files.ReadFile(path.Join("words", lang, area+".json"))
	require.NoError(t, err)
	require.True(t, json.Valid(data))
	var keys []string
	for line := range strings.Lines(string(data)) {
		quoted, _, ok := strings.Cut(strings.TrimSpace(line), `": "`)
		if !ok {
			continue
		}
		key := strings.TrimPrefix(quoted, `"`)
		require.NotContains(t, keys, key, "%s/%s has a key twice", lang, area)
		keys = append(keys, key)
	}
	var decoded map[string]string
	require.NoError(t, json.Unmarshal(data, &decoded))
	require.Len(t, keys, len(decoded), "%s/%s: one key a line", lang, area)
	return keys
}

func TestLanguagesHaveTheSameKeys(t *testing.T) {
	seen := map[string]string{}
	for _, area := range areas(t, "en") {
		english := fileKeys(t, "en", area)
		for _, key := range english {
			assert.Empty(t, seen[key], "%s is in two areas", key)
			seen[key] = area
		}
		for _, lang := range Languages()[1:] {
			assert.Equal(t, english, fileKeys(t, lang, area), "%s/%s: the keys of English, in the same order", lang, area)
		}
	}
}

func TestWordsAreWhole(t *testing.T) {
	stray := regexp.MustCompile(`[{}\x00-\x1f\x{FFFD}]|^[ \x{A0}]|[ \x{A0}]$|  `)
	placeholder := regexp.MustCompile(`\{[0-9]\}`)
	for _, lang := range Languages() {
		for key, word := range load(mustTag(t, lang)).words {
			assert.NotEmpty(t, word, "%s %s", lang, key)
			assert.True(t, utf8.ValidString(word), "%s %s", lang, key)
			if key != "format.list.comma" && key != "format.list.clauses" {
				assert.NotRegexp(t, stray, placeholder.ReplaceAllString(word, "x"), "%s %s", lang, key)
			}
		}
	}
}

func TestLanguagesHaveTheSamePlaceholders(t *testing.T) {
	placeholder := regexp.MustCompile(`\{[0-9]\}`)
	set := func(word string) []string {
		found := placeholder.FindAllString(word, -1)
		slices.Sort(found)
		return found
	}
	others := map[string]map[string]string{}
	for _, lang := range Languages()[1:] {
		others[lang] = load(mustTag(t, lang)).words
	}
	for key, word := range English().words {
		want := set(word)
		for i, p := range want {
			assert.Equal(t, "{"+strconv.Itoa(i)+"}", p, "%s: placeholders run from {0} and come once", key)
		}
		for lang, words := range others {
			assert.Equal(t, want, set(words[key]), "%s %s", lang, key)
		}
	}
}

// keyAreas returns the areas whose keys are constants.
func keyAreas(t *testing.T) []string {
	t.Helper()
	var areas []string
	names, err := filepath.Glob("words/en/*.json")
	require.NoError(t, err)
	for _, name := range names {
		area := strings.TrimSuffix(filepath.Base(name), ".json")
		if !slices.Contains([]string{"enumerations", "fields", "formats", "import", "insight", "problems", "reasons", "tables"}, area) {
			areas = append(areas, area)
		}
	}
	require.NotEmpty(t, areas)
	return areas
}

// constants returns the keys declared in this package's keys_*.go, by name, and the keys whose
// comment says Count.
func constants(t *testing.T) (keys map[string]string, counted map[string]bool) {
	t.Helper()
	keys, counted = map[string]string{}, map[string]bool{}
	names, err := filepath.Glob("keys_*.go")
	require.NoError(t, err)
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			require.Len(t, spec.Names, 1)
			name := spec.Names[0].Name
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			require.NoError(t, err)
			require.NotEmpty(t, spec.Comment.Text(), "%s needs a comment", name)
			keys[name] = value
			counted[value] = strings.Contains(spec.Comment.Text(), "; Count")
			return true
		})
	}
	return keys, counted
}

func TestEveryKeyHasWordsAndEveryWordAKey(t *testing.T) {
	keys, counted := constants(t)
	fields := fileKeys(t, "en", "fields")
	var want []string
	for _, key := range keys {
		switch {
		case counted[key]:
			want = append(want, key+".one", key+".other")
		case strings.HasPrefix(key, "field."):
			assert.Contains(t, fields, key)
		default:
			want = append(want, key)
		}
	}
	var have []string
	for _, area := range keyAreas(t) {
		have = append(have, fileKeys(t, "en", area)...)
	}
	assert.ElementsMatch(t, want, have)
	assert.Len(t, slices.Compact(slices.Sorted(maps.Values(keys))), len(keys), "two constants for one key")
}

// TestOneWordForOneThing checks that the head of a column has no second word for a key of the file.
// Lists and their sections must have the same names. Within one list, see
// [TestWordsOfOneListDiffer].
func TestOneWordForOneThing(t *testing.T) {
	// These keys are counts or lists of the thing that the key of the same word dates or names.
	other := []string{"column.asked", "column.given", "column.declined"}
	for _, lang := range Languages() {
		words := load(mustTag(t, lang)).words
		fields := map[string]string{}
		for key, word := range words {
			if strings.HasPrefix(key, "field.") {
				fields[strings.ToLower(word)] = key
			}
		}
		for key, word := range words {
			if strings.HasPrefix(key, "column.") && !slices.Contains(other, key) {
				assert.Empty(t, fields[strings.ToLower(word)], "%s: %s is %q, too", lang, key, word)
			}
		}
		assert.Equal(t, words["field.goal"], words["goal.goal"], lang)
		assert.Equal(t, words["field.goal"], words["overdue.goal"], lang)
		assert.Equal(t, words["agenda.promise"], words["overdue.commitment"], lang)
		assert.NotEqual(t, words["field.goals"], words["field.targets"], lang)
		assert.NotEqual(t, words["field.owner"], words["pack.promised-by"], lang)
	}
}

func TestSheetNamesSuitExcel(t *testing.T) {
	for _, lang := range Languages() {
		terms := load(mustTag(t, lang))
		seen := map[string]bool{}
		for _, key := range []Key{WorkbookSheetCoverage, WorkbookSheetAnswers, SheetsSummary, JudgedPace, SheetsDetails, SheetsExposure, SheetsQuarters,
			SheetsRoadmap, SheetsReferrals, SheetsLists} {
			name := terms.Text(key)
			assert.LessOrEqual(t, utf8.RuneCountInString(name), 31)
			assert.NotContains(t, name, `'`)
			assert.False(t, strings.ContainsAny(name, `:\/?*[]`), name)
			assert.False(t, seen[strings.ToLower(name)], name)
			seen[strings.ToLower(name)] = true
		}
		assert.Contains(t, terms.Text(WorkbookPeopleNote, "X"), "X", "the note names the sheet")
	}
}
