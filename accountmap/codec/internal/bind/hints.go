package bind

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// numberHint returns a hint for a number with a foreign decimal mark, a percent sign or quotes. It
// is empty for other texts.
func numberHint(text string, k schema.Kind, most int) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if rest := strings.TrimLeftFunc(text, unicode.IsLetter); len(text)-len(rest) == 1 {
		text = rest // "v1"
	}
	text = strings.Replace(text, "minus ", "-", 1)
	for _, of := range []string{"/", " out of ", " of ", " de ", " von ", " από "} {
		if part, _, ok := strings.Cut(text, of); ok {
			text = strings.TrimSpace(part) // "4/5"
		}
	}
	if stars := strings.Count(text, "★") + strings.Count(text, "*"); stars > 0 && strings.Trim(text, "★☆* ") == "" {
		text = strconv.Itoa(stars)
	}
	text = strings.TrimLeft(strings.TrimRight(text, "xX×"), "~≈ ")
	if i := strings.IndexByte(text, ' '); i > 0 && strings.IndexFunc(text[i:], unicode.IsDigit) < 0 {
		text = text[:i] // "10 pcs"
	}
	var s values.Spelling
	n, err := s.Number(text)
	if text == "" || err != nil || k == schema.Whole && n != float64(int64(n)) || most > 0 && n > float64(most) {
		return ""
	}
	return message.Of("write %s", strconv.FormatFloat(n, 'f', -1, 64))
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
	for _, sign := range []string{" //", " --", " ;"} {
		if value, rest, ok := strings.Cut(text, sign); ok && value != "" {
			return message.Of(`write %s: a comment begins with "#"`, quote.Text(value+" # "+strings.TrimSpace(rest)))
		}
	}
	if amount, ok := tree.Amount(text, b.currency); ok && t.Kind == schema.Money {
		return message.Of("write %s", amount)
	}
	if values.IsNothing(text, true) || slices.Contains([]string{"tbd", "tba", "unknown", "?", "open", "free"}, strings.ToLower(text)) && t.Kind != schema.Word {
		return message.Of("leave it out until it is known")
	}
	switch {
	case t.Kind == schema.Money && !strings.ContainsFunc(text, unicode.IsDigit):
		return message.Of("write it in digits, such as 1250.00, or leave it out until it is known")
	case t.Go == reflect.TypeFor[accountmap.Date]():
		return cmp.Or(values.DateHint(text), message.Of("write the day in digits, such as 2026-11-01"))
	case t.Go == reflect.TypeFor[accountmap.Period]():
		return values.PeriodHint(text)
	case t.Kind == schema.Money:
		return b.moneyHint(text)
	case t.Kind == schema.Word:
		if _, near := spell.Nearest(text, t.Words); near {
			return "" // the hint of the enumeration applies
		}
		if !b.guess() {
			return ""
		}
		if words := WordSynonyms(text, t.Words); len(words) > 1 {
			return message.Of("write %s: one is meant", strings.Join(words, message.Of(", or ")))
		} else if len(words) == 1 {
			return message.Of("write %s", words[0])
		}
		if several := b.severalWords(text, t); several != "" {
			return several
		}
		if word, ok := translated(text, t.Words, func(l *terms.Terms, word string) string { return l.Word(t.Go.Name(), word) }); ok {
			return message.Of("write %s", word)
		}
	}
	return ""
}

// moneyHint returns a hint for a range of amounts, or an amount for a year or a month.
func (b *binder) moneyHint(text string) string {
	number := strings.TrimRightFunc(text, unicode.IsLetter)
	read := func(part string) (string, bool) {
		if last := part[len(part)-1]; '0' <= last && last <= '9' && !strings.HasSuffix(text, part) {
			part += text[len(number):] // "10-12k"
		}
		return tree.Amount(part, b.currency)
	}
	if from, to, ok := values.Between(text, read); ok {
		return message.Of("write %s, or %s: one amount is meant", from, to)
	}
	if amount, ok := tree.AmountFor(text, b.currency); ok {
		return message.Of("write %s, and what it is for in a text", amount)
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
		case slices.Contains([]string{"no", "not", "never", "nothing", "un", "sin", "ya", "μη", "δεν", "όχι", "nicht", "kein"}, strings.ToLower(part)):
			return "" // "not sold"
		}
	}
	switch {
	case len(words) == 0 || len(words) == 1 && !strings.ContainsAny(text, " ,;/+&|"):
		return ""
	case len(words) == 1:
		return message.Of("did you mean %s?", quote.Text(words[0]))
	case b.at[len(b.at)-1].Key == "":
		return message.Of("put commas between them: %s", strings.Join(words, ", "))
	}
	return message.Of("write %s: one is meant", strings.Join(words, message.Of(", or ")))
}

// entryHint returns a hint for a list entry that is a text: an object with the id and the name in
// the text.
func (b *binder) entryHint(id, name string, t *schema.Type) string {
	if t.ID == nil || t.Name == nil || id == "" {
		return ""
	}
	id, name = quote.Cut(id), quote.Cut(name)
	id, name = b.text(id), b.text(name)
	return "{" + b.format.Pair(t.ID.Key, id) + ", " + b.format.Pair(t.Name.Key, name) + "}"
}

// listHint returns a hint for a list of one value, or a text with commas, instead of a text.
func listHint(n tree.Node) string {
	var texts []string
	for entry := range n.Entries() {
		texts = append(texts, quote.Text(entry.Text()))
	}
	switch len(texts) {
	case 0:
		return message.Of("leave it out")
	case 1:
		return message.Of("write %s without the brackets", texts[0])
	}
	return message.Of("write one of them: %s", strings.Join(texts[:min(len(texts), 5)], message.Of(", or ")))
}

// objectHint shows how to write an object as a single value.
func objectHint(n tree.Node) string {
	text := ""
	for _, value := range n.Fields() {
		if text != "" || value.Text() == "" {
			return message.Of("write one value, without keys and braces")
		}
		text = quote.Text(value.Text())
	}
	if text == "" {
		return message.Of("leave it out")
	}
	return message.Of("write %s without the key", text)
}

// listHint shows how to write a single value, several in one text, or an object as a list.
func (b *binder) listHint(n tree.Node, entry *schema.Type) string {
	var entries []string
	if n.Kind() == tree.Object {
		for name, value := range n.Fields() {
			if entry.Kind == schema.Object {
				return b.entriesHint(name.Text(), value, entry)
			}
			entries = append(entries, name.Text())
		}
	} else {
		entries = split(n.Text(), entry.Kind)
	}
	if len(entries) == 0 {
		return ""
	}
	for i := range entries {
		entries[i] = b.text(entries[i])
	}
	return message.Of("put it in brackets: [%s]", quote.Cut(strings.Join(entries, ", ")))
}

// entriesHint shows the first key of an object as the beginning of an entry: the key is one of the
// entry, perhaps after a bullet, or the id of the entry.
func (b *binder) entriesHint(key string, value tree.Node, entry *schema.Type) string {
	if b.format == tree.JSON {
		return message.Of("put it in brackets: [{...}]")
	}
	begin := b.format.Pair(tree.WithoutBullet(key), value.Text())
	if name := value.Text(); entry.ID != nil && tree.WithoutBullet(key) == key {
		if _, isKey := entry.Field(key); !isKey {
			if entry.Name != nil {
				if named, ok := value.Field(entry.Name.Key); ok {
					name = named.Text()
				}
			}
			begin = b.format.Pair(entry.ID.Key, key)
			if name != "" {
				begin = b.entryHint(key, name, entry)
			}
		}
	}
	return message.Of("begin each entry with a dash: %s", quote.Text("- "+strings.TrimSpace(begin)))
}

// split returns the parts of a text that should be a list. A slash or an "and" separates words and
// ids, but not texts.
func split(text string, k schema.Kind) []string {
	text = strings.Trim(strings.TrimSpace(text), "()")
	separators := []string{";", "\n"}
	if k == schema.Word || k == schema.Reference {
		separators = append(separators, "/", "|", "+", "&", " and ", " y ", " και ", " und ")
	}
	for _, s := range separators {
		text = strings.ReplaceAll(text, s, ",")
	}
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// text returns a text in the notation of the format.
func (b *binder) text(s string) string {
	if b.format == tree.JSON {
		return quote.Text(s)
	}
	return s
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
	folded := spell.Plain(text)
	for _, translation := range translations {
		if spell.Plain(translation) == folded {
			return wordOf[translation], true
		}
	}
	near, ok := spell.Nearest(text, translations)
	first, _ := utf8.DecodeRuneInString(spell.Plain(near))
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
