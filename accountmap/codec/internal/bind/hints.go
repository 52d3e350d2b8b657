package bind

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/quote"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// numberHint returns a hint for a number with a foreign decimal mark, a percent sign or quotes. It
// is empty for other texts.
func numberHint(text string, k schema.Kind) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if rest := strings.TrimLeftFunc(text, unicode.IsLetter); len(text)-len(rest) == 1 {
		text = rest // "v1"
	}
	text = strings.Replace(text, "minus ", "-", 1)
	if i := strings.IndexByte(text, ' '); i > 0 && strings.IndexFunc(text[i:], unicode.IsDigit) < 0 {
		text = text[:i] // "10 pcs"
	}
	var s values.Spelling
	n, err := s.Number(text)
	if text == "" || err != nil || k == schema.Whole && n != float64(int64(n)) {
		return ""
	}
	return "write " + strconv.FormatFloat(n, 'f', -1, 64)
}

func scaleHint(f *schema.Field) string {
	if f == nil {
		return values.ScaleHint(false, 0)
	}
	return values.ScaleHint(f.Type.Kind == schema.Whole, f.Max)
}

// valueHint returns a hint for an amount or date in another notation, or for a word of another
// language.
func (b *binder) valueHint(text string, t *schema.Type) string {
	if amount, ok := tree.Amount(text, b.currency); ok && t.Kind == schema.Money {
		return "write " + amount
	}
	if values.IsNothing(text, true) || slices.Contains([]string{"tbd", "tba", "unknown", "?", "open", "free"}, strings.ToLower(text)) && t.Kind != schema.Word {
		return "leave it out until it is known"
	}
	switch {
	case t.Go == reflect.TypeFor[accountmap.Date]():
		return values.DateHint(text)
	case t.Go == reflect.TypeFor[accountmap.Period]():
		if period := values.PeriodOf(text); period != "" {
			return "write " + period
		}
	case t.Kind == schema.Word:
		if _, near := spell.Nearest(text, t.Words); near {
			return "" // the hint of the enumeration applies
		}
		if !b.guess() {
			return ""
		}
		if words := wordSynonyms(text, t.Words); len(words) > 1 {
			return "write " + strings.Join(words, ", or ") + ": one is meant"
		} else if len(words) == 1 {
			return "write " + words[0]
		}
		if several := b.severalWords(text, t); several != "" {
			return several
		}
		if word, ok := translated(text, t.Words, func(l *terms.Terms, word string) string { return l.Word(t.Go.Name(), word) }); ok {
			return "write " + word
		}
	}
	return ""
}

// severalWords returns a hint for a text that has several values of an enumeration.
func (b *binder) severalWords(text string, t *schema.Type) string {
	var words []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;/+&|", r) }) {
		word, known := WordSynonym(part, t.Words)
		if slices.Contains(t.Words, strings.ToLower(part)) {
			word, known = strings.ToLower(part), true
		}
		switch {
		case known:
			words = append(words, word)
		case part != "and" && part != "or" && part != "y" && part != "και":
			return ""
		}
	}
	switch {
	case len(words) < 2:
		return ""
	case b.at[len(b.at)-1].Key == "":
		return "put commas between them: " + strings.Join(words, ", ")
	}
	return "write " + strings.Join(words, ", or ") + ": one is meant"
}

// entryHint returns a hint for a list entry that is a text: an object with the id and the name in
// the text.
func (b *binder) entryHint(id, name string, t *schema.Type) string {
	if t.ID == nil || t.Name == nil || id == "" {
		return ""
	}
	id, name = quote.Cut(id), quote.Cut(name)
	if b.format == tree.JSON {
		id, name = quote.Text(id), quote.Text(name)
	}
	return "{" + b.format.Pair(t.ID.Key, id) + ", " + b.format.Pair(t.Name.Key, name) + "}"
}

// listHint returns a hint for a list of one value, or a text with commas, instead of a text.
func listHint(n tree.Node) string {
	if n.Kind() != tree.List {
		return ""
	}
	var texts []string
	for entry := range n.Entries() {
		texts = append(texts, quote.Text(entry.Text()))
	}
	switch len(texts) {
	case 0:
		return "leave it out"
	case 1:
		return "write " + texts[0] + " without the brackets"
	}
	return "write one of them: " + strings.Join(texts[:min(len(texts), 5)], ", or ")
}

// translated returns the word of the account file for a text that is, or resembles, its translation
// in package terms.
func translated(text string, words []string, translate func(l *terms.Terms, word string) string) (string, bool) {
	translations, wordOf := []string{}, map[string]string{}
	for _, tag := range terms.Languages() {
		language, _ := terms.Lookup(tag)
		for _, word := range words {
			translation := translate(language, word)
			if _, taken := wordOf[translation]; !taken {
				translations, wordOf[translation] = append(translations, translation), word
			}
		}
	}
	folded := spell.Fold(text)
	for _, translation := range translations {
		if spell.Fold(translation) == folded {
			return wordOf[translation], true
		}
	}
	near, ok := spell.Nearest(text, translations)
	first, _ := utf8.DecodeRuneInString(spell.Fold(near))
	return wordOf[near], ok && strings.HasPrefix(folded, string(first)) // "perdido" is not "vendido"
}

// keysHint shows an object with its first required keys, or with its first key if none is required.
func (b *binder) keysHint(t *schema.Type) string {
	var pairs []string
	for _, f := range t.Fields {
		if f.Required && len(pairs) < 4 {
			pairs = append(pairs, b.format.Pair(f.Key, "..."))
		}
	}
	if len(pairs) == 0 {
		pairs = []string{b.format.Pair(t.Fields[0].Key, "...")}
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}
