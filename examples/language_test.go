package examples_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
)

var (
	slot = regexp.MustCompile(`\{[0-9]\}`)
	// latin matches a word in Latin letters, which the marker language does not have.
	latin = regexp.MustCompile(`[A-Za-z]{3,}`)
)

// markerLanguage replaces every English word by a word of Cyrillic letters with the same
// placeholders.
func markerLanguage(t *testing.T) *terms.Terms {
	t.Helper()
	words := map[string]string{}
	english := terms.English()
	for i, key := range terms.Keys() {
		places := slot.FindAllString(english.Text(terms.Key(key)), -1)
		words[key] = strings.TrimSpace(fmt.Sprintf("ж%sщ %s", cyrillic(i), strings.Join(places, " ")))
	}
	marker, err := english.With(words)
	require.NoError(t, err)
	return marker
}

func cyrillic(n int) string {
	const letters = "абвгдезиклмнопрстуфхцч"
	runes := []rune(letters)
	return string([]rune{runes[n/len(runes)/len(runes)%len(runes)], runes[n/len(runes)%len(runes)], runes[n%len(runes)]})
}

// TestEveryWordIsOfTheReadersLanguage makes the pack of an account that has every key, for both
// audiences, in a language whose words are all markers. It looks for words that are neither markers
// nor from the account.
func TestEveryWordIsOfTheReadersLanguage(t *testing.T) {
	a := accountmaptest.Full()
	accountmaptest.Mark(a)
	before := accountmaptest.Full()
	before.AsOf = before.AsOf.AddDays(-30)
	own := accountWords(t, a, before)
	m, err := accountmap.New(a)
	require.NoError(t, err)
	since, err := accountmap.New(before)
	require.NoError(t, err)
	keys := map[string]bool{} // a reader copies them into the account file to silence a move
	for _, v := range insight.Of(m, accountmap.Date{}).Moves(insight.MoveOptions{}) {
		keys[v.Key] = true
	}
	for _, audience := range accountmap.Audiences() {
		scope := accountmap.Scope{Audience: audience}
		pack, err := pack.Make(t.Context(), m.Select(scope), pack.Options{Terms: markerLanguage(t), Since: since.Select(scope)})
		require.NoError(t, err)
		for _, f := range pack.Files {
			read, ok := readers[f.Name]
			if !ok {
				continue
			}
			for _, text := range read(t, f.Data) {
				if keys[text] {
					continue
				}
				for _, word := range latin.FindAllString(text, -1) {
					assert.True(t, own[strings.ToLower(word)], "%s for %s: %q in %q is in no language of the reader's", f.Name, audience, word, text)
				}
			}
		}
	}
}

// accountWords returns the words in the texts and ids of accounts, and the words that are the same
// in every language.
func accountWords(t *testing.T, accounts ...*accountmap.Account) map[string]bool {
	t.Helper()
	own := map[string]bool{}
	for _, word := range []string{"EUR", "USD", "NPS", "CSAT", "RRULE", "https", "http", "mailto", "map", "svg"} {
		own[strings.ToLower(word)] = true
	}
	for _, a := range accounts {
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var v any
		require.NoError(t, json.Unmarshal(data, &v))
		collect(v, own)
	}
	return own
}

func collect(v any, own map[string]bool) {
	switch v := v.(type) {
	case string:
		for _, word := range latin.FindAllString(v, -1) {
			own[strings.ToLower(word)] = true
		}
	case []any:
		for _, item := range v {
			collect(item, own)
		}
	case map[string]any:
		for _, item := range v {
			collect(item, own)
		}
	}
}

// readers extract the readable texts from each file.
var readers = map[string]func(t *testing.T, data []byte) []string{
	"map.svg": svgTexts, "handoff.html": htmlTexts, "coverage.xlsx": workbookTexts,
	"handoff.md": func(_ *testing.T, data []byte) []string {
		return strings.Split(regexp.MustCompile(`<[^>]*>|\]\([^)]*\)|&[a-z]+;`).ReplaceAllString(string(data), " "), "\n")
	},
	"handoff.docx": func(t *testing.T, data []byte) []string {
		return partTexts(t, data, regexp.MustCompile(`^word/(document|footer\d+)\.xml$`), regexp.MustCompile(`(?s)<w:t [^>]*>(.*?)</w:t>| (?:descr|title)="([^"]*)"`))
	},
	"handoff.pdf": func(t *testing.T, data []byte) []string { return strings.Split(pdfText(t, string(data)), "\n") },
	"map.pdf":     func(t *testing.T, data []byte) []string { return strings.Split(pdfText(t, string(data)), "\n") },
	"calendar.ics": func(_ *testing.T, data []byte) []string {
		var texts []string
		unfolded := strings.ReplaceAll(string(data), "\r\n ", "")
		for _, m := range regexp.MustCompile(`(?m)^(?:SUMMARY|DESCRIPTION|CATEGORIES|X-WR-CALNAME)[^:]*:(.*)$`).FindAllStringSubmatch(unfolded, -1) {
			texts = append(texts, m[1])
		}
		return texts
	},
}

// partTexts returns the matches of the pattern texts in the parts of an office file whose names
// match names.
func partTexts(t *testing.T, data []byte, names, texts *regexp.Regexp) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var all []string
	for _, f := range archive.File {
		if !names.MatchString(f.Name) {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		for _, found := range texts.FindAllStringSubmatch(string(part), -1) {
			all = append(all, html.UnescapeString(strings.Join(found[1:], "")))
		}
	}
	return all
}

func svgTexts(t *testing.T, data []byte) []string {
	t.Helper()
	var texts []string
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		require.NoError(t, err)
		if text, ok := token.(xml.CharData); ok {
			texts = append(texts, string(text))
		}
	}
}

func htmlTexts(t *testing.T, data []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	require.NoError(t, err)
	var texts []string
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && !slices.Contains([]string{"style", "script"}, n.Parent.Data):
			texts = append(texts, n.Data)
		case n.Type == html.ElementNode:
			for _, a := range n.Attr {
				if slices.Contains([]string{"title", "alt", "aria-label", "placeholder"}, a.Key) {
					texts = append(texts, a.Val)
				}
			}
		}
	}
	return texts
}

// workbookTexts returns the visible cells and the names of the sheets.
func workbookTexts(t *testing.T, data []byte) []string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	var texts []string
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		texts = append(texts, name)
		rows, err := book.GetRows(name)
		require.NoError(t, err)
		for i, row := range rows {
			if visible, err := book.GetRowVisible(name, i+1); err != nil || !visible {
				continue
			}
			for k, cell := range row {
				column, err := excelize.ColumnNumberToName(k + 1)
				require.NoError(t, err)
				if visible, err := book.GetColVisible(name, column); err == nil && visible {
					texts = append(texts, cell)
				}
			}
		}
	}
	return texts
}

// TestHandoffPrintsTheReadersLanguage runs the program with mistakes of all kinds. The lines have no
// English words apart from the keys, values and names that the reader wrote.
func TestHandoffPrintsTheReadersLanguage(t *testing.T) {
	t.Parallel()
	dir, program := t.TempDir(), build(t, "handoff")
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	write("own.csv", "Nombre;Cargo;Empresa;Jefe;Color\nAna Ruiz;CFO;Acme;;rojo\nJuan Paz;IT;Acme;Ana Ruiz;azul\n")
	write("words.yaml", "stance.champoin: Mentor\n")
	write("brand.yaml", "acent: x\nlogo: none.png\n")
	write("mapping.json", `{"sheets": {"a": "kontakte"}}`)
	write("empty.yaml", "")
	for _, c := range []struct {
		args   []string
		es, el string
	}{
		{[]string{"-in", "own.csv", "-out", "out"}, `así se ha leído:
  own.csv, fila 1: contactos (filas: 2): Nombre = name, Cargo = title, Empresa = company, Jefe = reportsTo
  la cuenta se llama Acme, como la empresa de sus personas`, `έτσι διαβάστηκαν:
  own.csv, γραμμή 1: επαφές (γραμμές: 2): Nombre = name, Cargo = title, Empresa = company, Jefe = reportsTo
  ο πελάτης ονομάζεται Acme, όπως η εταιρεία των ατόμων του`},
		{[]string{"-in", "own.csv", "-out", "out"}, "handoff: sin calendario", "handoff: χωρίς ημερολόγιο"},
		{[]string{"-in", "own.csv", "-out", "out"}, "creado out/map.svg", "γράφτηκε το out/map.svg"},
		{[]string{"-in", "own.csv", "-save", "empty.yaml"}, "sustituiría todo empty.yaml", "αντικαθιστούσε όλο το empty.yaml"},
		{[]string{"-in", "none.yaml"}, "none.yaml: error unreadable: ese archivo no existe", "none.yaml: σφάλμα unreadable: δεν υπάρχει"},
		{[]string{"own.csv"}, `handoff: "own.csv" sobra: indique`, `handoff: το "own.csv" περισσεύει`},
		{[]string{"-meeting", "nobody"}, `-meeting: no hay contacto con el identificador o nombre "nobody"`, `-meeting: δεν υπάρχει επαφή με κωδικό ή όνομα "nobody"`},
		{[]string{"-words", "words.yaml"}, `words.yaml, línea 1: no existe la palabra "stance.champoin": ¿quiso decir "stance.champion"?`,
			`words.yaml, γραμμή 1: δεν υπάρχει λέξη "stance.champoin": μήπως εννοείτε "stance.champion";`},
		{[]string{"-brand", "brand.yaml"}, `brand.yaml: acent: clave desconocida: ¿quiso decir "accent"?`, `brand.yaml: acent: άγνωστο κλειδί: μήπως εννοείτε "accent";`},
		{[]string{"-brand", "brand.yaml"}, `brand.yaml: logo: no existe el archivo none.png`, `brand.yaml: logo: δεν υπάρχει το αρχείο none.png`},
		{[]string{"-in", "own.csv", "-mapping", "mapping.json"}, `no existe lista "kontakte"`, `δεν υπάρχει λίστα "kontakte"`},
		{[]string{"-audience", "client", "-view", "influence"}, "para un cliente, -view puede ser", "για πελάτη, το -view μπορεί να είναι"},
		{[]string{"-meeting", "ana", "-out", "meeting"}, "creado meeting/meeting.html", "γράφτηκε το meeting/meeting.html"},
	} {
		for lang, want := range map[string]string{"es": c.es, "el": c.el} {
			got := runIn(t, dir, program, append([]string{"-lang", lang}, c.args...)...)
			assert.Contains(t, filepath.ToSlash(got.stdout+got.stderr), want)
		}
	}
}
