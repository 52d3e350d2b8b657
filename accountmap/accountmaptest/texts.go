package accountmaptest

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// Hostile returns valid texts against faulty writers: texts that look like markup, a formula, a
// format string or a path, and texts with several bytes per letter. No text is blank, so each can
// be a name.
func Hostile() []string {
	return []string{
		`</svg><script>alert(1)</script>`, `<b onclick="x">bold</b>`, `<!--`, `-->`, `]]>`, `<?xml version="1.0"?>`,
		`&amp;`, `&#0;`, `&lt;`, `&`, `<`, `>`, `"`, `'`, "`", `"'>`, `\`, `\\`, `\"`,
		`\N \G \E \T \H \L \n \l \r`, `a|{b}|<c>`, `%s %d %n %!`, `{{.}}`, `${HOME}`, `$(id)`,
		`=cmd()`, `=1+1`, `+1`, `-1`, `@SUM(A1)`, "\t=1+1", `_x0041_`, `_x005F_`, `'=1`,
		`a,b;c`, `"a","b"`, `null`, `true`, `~`, `2026-11-01`, `1e5`, `007`, `0x1F`, `- a`, `a: b`, `# a`, `[a]`, `{a}`, `*a`, `!a`, `a #b`,
		`[a](javascript:alert(1))`, `**a** _b_ ~c~`, `| a | b |`, `javascript:alert(1)`, `https://example.org/?a=1&b="2"`,
		`../../etc/passwd`, `C:\a\b`, `a/b`, `CON`,
		"a\nb", "a\r\nb", "\ta", " a ", "a  b", "a\u00a0b", "a\u2028b", "\ufeffa", "a\u200bb", "\ufffd",
		"שלום עולם", "مرحبا", "\u202eevil\u202c", "\u2066a\u2069", "👩🏽‍💻🇪🇸", "e\u0301", "Z̷̢͎͆ǎ̸͇l̶̻̈́g̵̣̽o̴͙̔", "漢字かな", "ΐΰ ς Σ", "ﬁ İ ı ß",
		strings.Repeat("a", 5000), strings.Repeat("λέξη ", 1000) + "λέξη", strings.Repeat("🙂", 500),
	}
}

// Refused returns texts that no account may hold, for tests of writers that accept other texts:
// control characters and invalid UTF-8. Validate reports each of them as ErrInvalidText.
func Refused() []string {
	return []string{
		"\x00", "a\x00b", "\x07", "a\x08b", "\x0b", "\x0c", "\x1b[31mred", "\x7f", "a\u0085b", "\u009b31m", "\ufffe", "\uffff", "\U0001ffff",
		"\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", strings.Repeat("\x80", 5000),
	}
}

// FillText puts the text into every free text of the account: names, titles, notes, places,
// addresses, a competitor's strengths and so on. Ids, words of enumerations, currencies, dates and
// numbers stay as they are. An empty list of texts gets one entry; other lists do not grow, so an
// account must have an entry for its texts to be filled.
//
// A valid account stays valid when the text is one of [Hostile].
func FillText(a *accountmap.Account, text string) { fillText(reflect.ValueOf(a).Elem(), text) }

func fillText(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if schema.Key(v.Type().Field(i)) != "id" {
				fillText(v.Field(i), text)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 && v.Type().Elem() == reflect.TypeFor[string]() {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		for i := range v.Len() {
			fillText(v.Index(i), text)
		}
	case reflect.String:
		// Ids, enumerations and currencies have types of their own.
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(text)
		}
	}
}

// Mark puts a unique text into every free text of the account that is not empty, so that tests can
// find it in output. It returns the texts by key, such as "contacts.evidence.source", in the order
// of the entries. A mark is a short word of letters and digits that no writer breaks, escapes or
// translates, and no mark is part of another.
func Mark(a *accountmap.Account) map[string][]string {
	marks := map[string][]string{}
	n := 0
	mark("", reflect.ValueOf(a).Elem(), func(key string) string {
		n++
		word := fmt.Sprintf("zq%04dx", n)
		marks[key] = append(marks[key], word)
		return word
	})
	return marks
}

func mark(key string, v reflect.Value, next func(key string) string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := schema.Key(v.Type().Field(i))
			if name != "id" {
				mark(strings.TrimPrefix(key+"."+name, "."), v.Field(i), next)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			mark(key, v.Index(i), next)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.Len() > 0 {
			v.SetString(next(key))
		}
	}
}

// OursAlone returns words of a language that no file for the client may contain: words of stances,
// power, contact levels, penetration, potential and competitors, and others that show our view or
// an omission.
func OursAlone(words *terms.Terms) []string {
	var all []string
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		all = append(all, words.Stance(s))
	}
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		if s != accountmap.CoverageSold {
			all = append(all, words.Status(s))
		}
	}
	for _, key := range []terms.Key{terms.ColumnStance, terms.ColumnPenetration, terms.ColumnRoles, terms.MapLegendStance, terms.MapLegendPower,
		terms.MapLegendContact, terms.MapLegendInfluences, terms.MapNobodyYet, terms.MapNotYetKnown, terms.MapPlaceUnknown, terms.WorkbookBlank,
		terms.WorkbookPeople, terms.WorkbookUnitPenetration, terms.SheetsOpenValue} {
		all = append(all, words.Text(key))
	}
	for _, list := range []string{"relationships", "competitors", "surveys", "objections", "risks"} {
		all = append(all, words.Field("", list))
	}
	for _, field := range []string{"power", "contactLevel", "seniority", "orientation", "adaptability", "evidence", "placeholder", "external"} {
		all = append(all, words.Field("contacts", field))
	}
	return all
}

// Said returns the words that a text contains as whole words, in any case.
func Said(text string, words []string) []string {
	var said []string
	lower := strings.ToLower(text)
	for _, word := range words {
		if word == "" || !strings.Contains(lower, strings.ToLower(word)) {
			continue
		}
		if whole := regexp.MustCompile(`(?i)(^|[^\p{L}-])` + regexp.QuoteMeta(word) + `($|[^\p{L}-])`); whole.MatchString(text) {
			said = append(said, word)
		}
	}
	return said
}
