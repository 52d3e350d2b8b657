package terms

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// accountKeys returns the keys of the account file, each with the key of the list or object that
// contains it.
func accountKeys() map[[2]string]bool {
	keys := map[[2]string]bool{}
	var walk func(t reflect.Type, list string)
	walk = func(t reflect.Type, list string) {
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || t == reflect.TypeFor[accountmap.Money]() || t == reflect.TypeFor[accountmap.Date]() {
			return
		}
		for f := range t.Fields() {
			key := schema.Key(f)
			keys[[2]string{list, key}] = true
			walk(f.Type, key)
		}
	}
	walk(reflect.TypeFor[accountmap.Account](), "")
	return keys
}

func TestEveryKeyOfTheFileHasAWord(t *testing.T) {
	keys := accountKeys()
	require.Greater(t, len(keys), 200)
	for _, lang := range Languages() {
		terms := mustLookup(t, lang)
		used := map[string]bool{}
		for k := range keys {
			list, key := k[0], k[1]
			own, shared := "field."+list+"."+key, "field."+key
			if terms.words[own] != "" {
				used[own] = true
			} else if assert.NotEmpty(t, terms.words[shared], "%s has no word for %s.%s", lang, list, key) {
				used[shared] = true
			}
			assert.NotEqual(t, key, terms.Field(list, key))
		}
		for word := range terms.words {
			if strings.HasPrefix(word, "field.") {
				assert.True(t, used[word], "%s %s is a word for no key", lang, word)
			}
		}
		assert.Equal(t, "made-up", terms.Field("contacts", "made-up"))
	}
	assert.Equal(t, "Job title", English().Field("contacts", "title"))
	assert.Equal(t, "Title", English().Field("goals", "title"))
}

// Words of one list are distinct, so that they can head the columns of one table.
func TestWordsOfOneListDiffer(t *testing.T) {
	for _, lang := range Languages() {
		terms := mustLookup(t, lang)
		seen := map[[2]string]string{}
		for _, k := range slices.SortedFunc(maps.Keys(accountKeys()), func(a, b [2]string) int { return strings.Compare(a[0]+a[1], b[0]+b[1]) }) {
			word := [2]string{k[0], terms.Field(k[0], k[1])}
			assert.Empty(t, seen[word], "%s %v", lang, word)
			seen[word] = k[1]
		}
	}
}
