package rows

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// placed is a listed problem with a position that is computed at the end.
type placed struct {
	at  uint64
	pos *accountmap.Pos
}

// Add reports an error.
func (g *Gatherer) Add(at uint64, code accountmap.Code, detail, hint string) {
	g.Found(at, accountmap.Problem{Level: accountmap.LevelError, Code: code, Detail: detail, Hint: hint})
}

// Warn reports a warning.
func (g *Gatherer) Warn(at uint64, code accountmap.Code, detail, hint string) {
	g.Found(at, accountmap.Problem{Level: accountmap.LevelWarning, Code: code, Detail: detail, Hint: hint})
}

// Syntax reports a syntax error.
func (g *Gatherer) Syntax(at uint64, detail, hint string) {
	g.Broken = true
	g.Add(at, accountmap.ErrSyntax, detail, hint)
}

// Found reports a problem. No rule is applied to the value at its path, or to values within it.
func (g *Gatherer) Found(at uint64, p accountmap.Problem) {
	if p.Path != "" {
		g.reported[p.Path] = true
	}
	listed := g.list.AddLine(p)
	if listed == nil {
		return
	}
	if p.Pos.IsZero() {
		g.placed = append(g.placed, placed{at, &listed.Pos})
	}
}

// Full reports whether further errors are only counted.
func (g *Gatherer) Full() bool { return g.list.Full() || len(g.faults) >= problems.Max }

// Hide counts an error that is not listed.
func (g *Gatherer) Hide() { g.list.Hide(accountmap.LevelError) }

// Problems returns the problems ordered by position. Position converts places and is called in
// ascending order.
func (g *Gatherer) Problems(position func(at uint64) accountmap.Pos) accountmap.Problems {
	return g.Place(position).All()
}

// Place sets the positions of the problems, and returns their list.
func (g *Gatherer) Place(position func(at uint64) accountmap.Pos) *problems.List {
	slices.SortStableFunc(g.placed, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for _, p := range g.placed {
		*p.pos = position(p.at)
	}
	return &g.list
}

// validate applies the rules of the domain. It reports violations, except for consequences of
// problems found while reading.
func (g *Gatherer) validate(a *accountmap.Account) {
	lost := map[string]bool{}
	for t := range g.Lost {
		lost[t.Name] = true
	}
	g.check(a, func(p accountmap.Problem) {
		if p.Level == accountmap.LevelError && g.list.Full() {
			g.Hide()
			return
		}
		isReference := p.Code == accountmap.ErrUnknownReference
		if g.isReported(p.Path) || isReference && lost[bind.ListOf(p.Path)] {
			return
		}
		t, row, column := g.Draft.Find(p.Path)
		if isReference && g.isWorkbook() && column >= 0 {
			detail, _ := p.Said()
			p = p.Say(detail, g.nearReference(p.Path, t, row, column))
		}
		if g.isWorkbook() && column >= 0 {
			detail, hint := p.Said()
			if t.Columns[column].Key == "asOf" {
				hint = strings.Replace(hint, "asOf: ", "", 1)
			}
			p = p.Say(detail, hint)
			if p.Code == accountmap.ErrUnexpectedOrders {
				detail, hint := p.Said()
				p = p.Say(g.Cells.Words.spoken(&t.Columns[column], detail), g.Cells.Words.spoken(&t.Columns[column], hint))
			}
		}
		if (p.Code == accountmap.ErrMissingValue || p.Code == accountmap.ErrMissingName) && column >= 0 {
			p = p.Say(g.missing(t, column, p.Hint))
		}
		listed := g.list.AddLine(p)
		if listed == nil {
			return
		}
		g.placed = append(g.placed, placed{g.At(t, row, column), &listed.Pos})
		if p.Related != "" {
			t, row, column := g.Draft.Find(p.Related + ".id") // the entry itself if it has no id
			g.placed = append(g.placed, placed{g.At(t, row, column), &listed.RelatedPos})
		}
	})
}

// missing describes an empty cell of a column in the words of the file. The hint
// is for account files.
func (g *Gatherer) missing(t *table.Table, column int, hint string) (detail, write string) {
	c := &t.Columns[column]
	detail = message.Of("nothing is written under %s", quote.Text(g.Cells.Words.Names(t, []string{c.Key})[0]))
	switch c.Kind {
	case table.Reference:
		to, _ := table.Lookup(c.Refers)
		hint = message.Of("write there the id of one in %s", g.Called(to))
		name, named := to.NameColumn()
		var example string
		if g.isWorkbook() && named {
			hint = message.Of("write there the name of one on %s", g.Called(to))
		}
		switch {
		case g.Draft.Len(to) == 0:
		case g.isWorkbook() && named:
			example = g.Draft.Text(to, 0, name)
		default:
			example = g.Draft.Key(to, 0)
		}
		if example != "" {
			hint += message.Of(", such as %s", quote.Text(example))
		}
	case table.Word:
		hint = message.Of("write there one of %s", strings.Join(g.Cells.Words.Translations(c), ", "))
	case table.Date:
		hint = message.Of("write there the day, such as 2026-11-01")
	default:
		switch {
		case strings.Contains(hint, "monthly"):
			hint = message.Of("write there monthly, or a rule such as FREQ=MONTHLY;INTERVAL=3")
		case strings.Contains(hint, "2027"):
			hint = message.Of("write there 2027, or 2027-Q3")
		default:
			hint = message.Of("write there what readers should call it")
		}
	}
	return detail, hint
}

// isReported reports whether the value at the path, or a value that contains it, has a problem.
func (g *Gatherer) isReported(path string) bool {
	for len(g.reported) > 0 {
		if g.reported[path] {
			return true
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return false
		}
		path = path[:i]
	}
	return false
}

// maxSuggestions bounds the errors with a suggested word. Each suggestion takes hundreds of
// comparisons.
const maxSuggestions = 1000

// unknown returns the error for an unknown word. It lists the words in the language of the file.
// The suggestion may be in another language.
func (v *Vocabulary) unknown(c *table.Column, texts string) error {
	if v.unknowns++; v.unknowns > maxSuggestions {
		return accountmap.NewValueError(message.Of("unknown value %s", quote.Text(texts)), "")
	}
	words := v.Translations(c)
	all := words
	for _, l := range v.languages {
		for _, w := range c.Words {
			all = append(all, l.Word(c.Enum, w))
		}
	}
	hint := message.Of("one of %s", strings.Join(words, ", "))
	if values := bind.WordSynonyms(texts, c.Words); len(values) > 0 { // "perdido" is not "vendido"
		for i, value := range values {
			values[i] = words[slices.Index(c.Words, value)]
		}
		if hint = message.Of("write %s", strings.Join(values, message.Of(", or "))); len(values) > 1 {
			hint = message.Of("write %s: one is meant", strings.Join(values, message.Of(", or ")))
		}
		return accountmap.NewValueError(message.Of("unknown value %s", quote.Text(texts)), hint)
	}
	for _, candidates := range [][]string{words, append(all, c.Words...)} {
		if near, ok := spell.Nearest(texts, candidates); ok {
			hint = message.Of("did you mean %s? One of %s", quote.Text(near), strings.Join(words, ", "))
			break
		}
	}
	return accountmap.NewValueError(message.Of("unknown value %s", quote.Text(texts)), hint)
}

// Translations returns the words of a column: custom words of the file, or else words of its
// language, or else words of the account file.
func (v *Vocabulary) Translations(c *table.Column) []string {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = w
		if v.language != nil {
			words[i] = v.language.Word(c.Enum, w)
		}
		for _, own := range v.own {
			if own.Enum == c.Enum && own.Value == w {
				words[i] = own.Said
			}
		}
	}
	return slices.Clip(words)
}

var word = regexp.MustCompile(`[a-z-]+`)

// spoken replaces the words of a column in a sentence by the words of the file, in quotes.
func (v *Vocabulary) spoken(c *table.Column, sentence string) string {
	said := v.Translations(c)
	return word.ReplaceAllStringFunc(sentence, func(word string) string {
		if at := slices.Index(c.Words, word); at >= 0 {
			return quote.Text(said[at])
		}
		return word
	})
}

// unknownYesNo returns the error for a text that is neither yes nor no.
func (v *Vocabulary) unknownYesNo(texts string) error {
	yes, no := "yes", "no"
	if v.language != nil {
		yes, no = v.language.YesNo(true), v.language.YesNo(false)
	}
	for _, own := range v.own {
		switch {
		case own.Enum == "" && own.Value == "true":
			yes = own.Said
		case own.Enum == "":
			no = own.Said
		}
	}
	return accountmap.NewValueError(message.Of("%s is neither %s nor %s", quote.Text(texts), yes, no), message.Of("write %s or %s, or nothing", yes, no))
}

// DetectLanguage sets the language of a table to the language of most headings. Keys of the account
// file do not count.
func (v *Vocabulary) DetectLanguage(t *table.Table, headings []string) {
	v.language = nil
	most := 0
	for _, l := range v.languages {
		if n := countHeadings(t, l, headings); n > most {
			v.language, most = l, n
		}
	}
}

// countHeadings counts the headings in a language, except for keys of the account file.
func countHeadings(t *table.Table, l *terms.Terms, headings []string) int {
	n := 0
	for i := range t.Columns {
		key := t.Columns[i].Key
		if name := Fold(l.Heading(t.Name, key)); name != Fold(key) && slices.ContainsFunc(headings, func(h string) bool { return Fold(h) == name }) {
			n++
		}
	}
	return n
}

// Names translates the keys of columns into headings in the language of the file.
func (v *Vocabulary) Names(t *table.Table, keys []string) []string {
	if v.language == nil {
		return keys
	}
	var names []string
	for _, key := range keys {
		names = append(names, v.language.Heading(t.Name, key))
	}
	return names
}
