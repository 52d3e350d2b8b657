package terms

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

// TestEverySentenceIsTranslated looks for the messages of the whole module in its source. A
// catalogue has each format, with the same arguments, and nothing else.
func TestEverySentenceIsTranslated(t *testing.T) {
	used := formats(t)
	require.NotEmpty(t, used)
	for _, word := range messageWords() {
		used[word] = "a word"
	}
	for _, lang := range Languages()[1:] {
		catalogue, err := readMessages(files, lang)
		require.NoError(t, err)
		for format, place := range used {
			if assert.NotEmpty(t, strings.TrimSpace(catalogue[format]), "%s: no translation of %q in %s", lang, format, place) {
				assert.Equal(t, message.Arguments(format), message.Arguments(catalogue[format]), "%s: other arguments than %q: %q", lang, format, catalogue[format])
			}
		}
		for format := range catalogue {
			assert.NotEmpty(t, used[format], "%s: nobody uses the message %q", lang, format)
		}
	}
}

// TestNoMessageIsTranslatedTwice reads the files as they are: a map keeps the last of equal keys.
func TestNoMessageIsTranslatedTwice(t *testing.T) {
	for _, lang := range Languages()[1:] {
		seen := map[string]string{}
		names, err := fs.Glob(files, "messages/"+lang+"/*.json")
		require.NoError(t, err)
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			require.NoError(t, err)
			tokens, isKey := json.NewDecoder(strings.NewReader(string(data))), true
			_, err = tokens.Token() // {
			require.NoError(t, err)
			for tokens.More() {
				token, err := tokens.Token()
				require.NoError(t, err)
				if text := token.(string); isKey {
					assert.NotContains(t, seen, text, name)
					seen[text] = name
				}
				isKey = !isKey
			}
		}
	}
}

// sentenceArgument maps the functions of package problems to the argument with the sentence. The
// arguments before it are no plain English.
var sentenceArgument = map[string]int{"Say": 0, "Warn": 3, "WarnOf": 4, "ErrOf": 4}

// formats returns the formats of the messages in the module's source, with the place of each. They
// are literals: of message.Of, and of the functions of package problems.
func formats(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	root := filepath.Join("..", "..")
	require.NoError(t, filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		source, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(source), "message.") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			called, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			place := set.Position(call.Pos()).String()
			at, isList := sentenceArgument[called.Sel.Name]
			if isOf := isPackage(called.X, "message") && called.Sel.Name == "Of"; isOf {
				at = 0
			} else if !isList || at >= len(call.Args) {
				return true
			}
			for i, arg := range call.Args[:at] {
				text, plain := unquoted(arg)
				assert.False(t, plain && text != "" && (i > 0 || at == 3), "%s: argument %d is no message: %q", place, i, text)
			}
			format, literal := unquoted(call.Args[at])
			switch {
			case literal && strings.Trim(format, "%s: ") != "":
				found[format] = place
				assert.Len(t, call.Args[at+1:], len(message.Arguments(format)), "%s: arguments of %q", place, format)
			case !literal:
				assert.True(t, at < 4 && isList || strings.HasSuffix(name, "problems.go"), "%s: the format is no literal", place)
			}
			return true
		})
		return nil
	}))
	return found
}

func unquoted(x ast.Expr) (text string, literal bool) {
	if l, ok := x.(*ast.BasicLit); ok && l.Kind == token.STRING {
		text, err := strconv.Unquote(l.Value)
		return text, err == nil
	}
	return "", false
}

func isPackage(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

// messageWords returns the texts that message.Word is called with: the nouns of entries, the lists,
// the months and the levels.
func messageWords() []string {
	words := []string{string(accountmap.LevelError), string(accountmap.LevelWarning), "account", "row", "column",
		"nothing", "true or false", "a number", "a text", "a list", "an object", "a key",
		"deal", "line", "user", "role of", "accounts", "deals", "users", // of exports
		"list", "key", "enumeration", "word"} // of mappings
	for _, t := range table.All() {
		if t.Owner == nil && !t.Single {
			words = append(words, t.Name)
		}
	}
	for month := range 12 {
		words = append(words, time.Month(month+1).String())
	}
	var visit func(of *schema.Type)
	visit = func(of *schema.Type) {
		for _, f := range of.Fields {
			if inner := f.Value(); inner.Kind == schema.Object && !slices.Contains(words, inner.Noun) {
				words = append(words, inner.Noun)
				visit(inner)
			}
		}
	}
	visit(accountSchema().Account)
	return words
}

func TestReportIsInTheLanguageOfTheReader(t *testing.T) {
	account := &accountmap.Account{Profile: accountmap.Profile{Name: "Meridiano"},
		Units:    []accountmap.Unit{{ID: "log", Name: "Logística"}},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana", Unit: "Logística"}, {ID: "ana", Name: "Eva", Unit: "log"}}}
	problems := accountmap.Validate(account)
	assert.Equal(t, problems.Report(), English().Report(problems))
	assert.Equal(t, problems.Report(), (*Terms)(nil).Report(problems))
	assert.Equal(t, `contacts[0].unit: error unknown-reference: no hay unidad con el identificador "Logística" (escriba su identificador, "log")
contacts[1].id: error duplicate-id: el identificador "ana" ya es de "Ana"; véase contacts[0] (cada contacto necesita un identificador propio)
`, mustLookup(t, "es").Report(problems))
	assert.Equal(t, `contacts[0].unit: σφάλμα unknown-reference: δεν υπάρχει μονάδα με κωδικό "Logística" (γράψτε τον κωδικό, "log")
contacts[1].id: σφάλμα duplicate-id: ο κωδικός "ana" ανήκει ήδη στην εγγραφή "Ana"· δείτε contacts[0] (κάθε επαφή χρειάζεται ξεχωριστό κωδικό)
`, mustLookup(t, "el").Report(problems))
}
