package accountmap

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func checkFormat(a *Account, report Report) {
	if a.Format != 0 && a.Format != FormatVersion {
		report("format", message.Of("the account is written in format %d", a.Format), message.Of("this version reads format %d", FormatVersion))
	}
}

func isText(f *schema.Field) bool { return f.Value().Go.Kind() == reflect.String }

// checkTexts reports texts that some output format cannot hold.
func checkTexts(a *Account, report Report) {
	walk(a, isText, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		switch text := v.String(); {
		case !utf8.ValidString(text):
			report(at.String(), message.Of("the text %s is not UTF-8", quote.Text(text)), message.Of("save the file as UTF-8"))
		case strings.IndexFunc(text, cleantext.Control) >= 0:
			report(at.String(), message.Of("the text %s has a control character", quote.Text(text)), message.Of("delete it; line breaks and tabs are allowed"))
		}
	})
}

// checkLineBreaks reports ids, names and titles of several lines, which pictures and tables show on
// one.
func checkLineBreaks(a *Account, report Report) {
	isLabel := func(f *schema.Field) bool { return isText(f) && (f.Key == "id" || f.Key == "name" || f.Key == "title") }
	walk(a, isLabel, func(at schema.Path, f *schema.Field, v reflect.Value) {
		text := v.String()
		if words := strings.Fields(text); len(words) > 0 && strings.ContainsAny(text, "\n\r\t\v\f\u2028\u2029") {
			report(at.String(), message.Of("the %s %s has a line break or a tab", f.Key, quote.Text(text)), message.Of("write it on one line: %s", quote.Cut(strings.Join(words, " "))))
		}
	})
}

// maxLetters is the length of a text that a cell of a spreadsheet holds, in UTF-16 units.
const maxLetters = 32_767

// checkLengths reports long texts. Each output goes over a whole text several times.
func checkLengths(a *Account, report Report) {
	walk(a, isText, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		text := v.String()
		if len(text) <= maxLetters {
			return
		}
		if letters := cleantext.UTF16Len(text); letters > maxLetters {
			report(at.String(), message.Of("the text %s has %d letters", quote.Text(text), letters),
				message.Of("at most %d; keep the whole text in a separate file, and write the file's name here", maxLetters))
		}
	})
}

// validator is a value with a check of its own: a date, an amount, a recurrence.
type validator interface{ valid() error }

func checkValues(a *Account, report Report) {
	checkNumbers(a, report)
	fault := func(at schema.Path, err error) {
		detail, hint := err.Error(), ""
		if e, ok := err.(*ValueError); ok {
			detail, hint = e.Said()
		}
		report(at.String(), detail, hint)
	}
	walk(a, isKind(schema.Word), func(at schema.Path, f *schema.Field, v reflect.Value) {
		if word, words := v.String(), f.Value().Words; word != "" && !slices.Contains(words, word) {
			fault(at, unknownWord(word, words))
		}
	})
	validates := func(f *schema.Field) bool { return f.Value().Go.Implements(reflect.TypeFor[validator]()) }
	walk(a, validates, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		amount, _ := v.Interface().(Money)
		if v.IsZero() || amount.Currency != "" && amount.Currency == a.Currency && amount.Minor != math.MinInt64 { // reported once
			return
		}
		if err := v.Addr().Interface().(validator).valid(); err != nil {
			fault(at, err)
		}
	})
}

// checkYears reports dates that no business has: 0206-05-02.
func checkYears(a *Account, report Report) {
	isDate := func(f *schema.Field) bool { return f.Value().Go == reflect.TypeFor[Date]() }
	walk(a, isDate, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		d := v.Interface().(Date)
		if d.IsZero() || 1900 <= d.Year && d.Year < 2200 || d.valid() != nil {
			return
		}
		meant := Date{cmp.Or(a.AsOf.Year, 2026), d.Month, d.Day}
		report(at.String(), message.Of("%s is in the year %d", quote.Text(d.String()), d.Year), message.Of("correct the year, such as %s", meant.String()))
	})
}

// maxNumber bounds numbers so that their sums stay finite.
const maxNumber = 1e100

func checkNumbers(a *Account, report Report) {
	walk(a, isKind(schema.Number), func(at schema.Path, f *schema.Field, v reflect.Value) {
		switch size := math.Abs(v.Float()); {
		case math.IsNaN(size) || math.IsInf(size, 0):
			report(at.String(), message.Of("the %s is not a number", f.Key), message.Of("write a number, or leave it out when unknown"))
		case size > maxNumber:
			report(at.String(), message.Of("the %s %g is too large", f.Key, v.Float()), message.Of("write a number up to %g", maxNumber))
		}
	})
}

// checkFuture reports, once, everything that is dated after the day of the account and can only
// have happened: orders, talks, demonstrations, surveys, cases, requests and their answers.
func checkFuture(a *Account, report Report) {
	if a.AsOf.IsZero() || a.AsOf.valid() != nil {
		return
	}
	var latest Date
	var places []string
	see := func(list string, i int, days ...Date) {
		if day := slices.MaxFunc(days, Date.Compare); a.AsOf.Before(day) {
			latest = later(latest, day)
			places = append(places, fmt.Sprintf("%s[%d]", list, i))
		}
	}
	for i, o := range a.Orders {
		see("orders", i, o.Date, o.Delivered)
	}
	for i, e := range a.Endorsements {
		see("endorsements", i, e.Asked, e.Given, e.Declined)
	}
	for i, e := range a.Exposures {
		see("exposures", i, e.Date)
	}
	for i, c := range a.Communications {
		see("communications", i, c.Date)
	}
	for i, s := range a.Surveys {
		see("surveys", i, s.Date)
	}
	for i, c := range a.Cases {
		see("cases", i, c.Opened, c.Closed)
	}
	if len(places) == 0 {
		return
	}
	entries := message.Of("%d entries are dated after the day of the account, %s: %s", len(places), a.AsOf, quote.Some(places))
	if len(places) == 1 {
		entries = message.Of("1 entry is dated after the day of the account, %s: %s", a.AsOf, places[0])
	}
	hint := message.Of("write %s, the latest of these days, or correct them", "asOf: "+latest.String())
	if a.AsOf.DaysTo(latest) > 366 {
		hint = message.Of("is %s a typing error? correct it, or write %s", latest.String(), "asOf: "+latest.String())
	}
	report("account.asOf", entries, hint, places[0])
}

// checkAddresses reports, once, the e-mail addresses without an @ sign or without text on both
// sides of it. Exports may write several addresses into one text.
func checkAddresses(a *Account, report Report) {
	path, first, more := "", "", 0
	see := func(list string, i int, email string) {
		if email == "" || isAddress(email) {
			return
		}
		if path != "" {
			more++
			return
		}
		path, first = fmt.Sprintf("%s[%d].email", list, i), email
	}
	for i, c := range a.Contacts {
		see("contacts", i, c.Email)
	}
	for i, m := range a.Team {
		see("team", i, m.Email)
	}
	if path == "" {
		return
	}
	detail, hint := message.Of("%s is not an e-mail address", quote.Text(first)), message.Of("write one such as maria@example.org, or leave it out")
	if more > 0 {
		detail += message.Of(", nor are those of %d more", more)
	}
	suggested := strings.ToLower(first)
	if _, inner, ok := strings.Cut(suggested, "<"); ok { // "Ana <ana@x.example>"
		suggested = strings.TrimRight(inner, "> ")
	}
	suggested = strings.NewReplacer(" at ", "@", "(at)", "@", "[at]", "@", " dot ", ".", " @ ", "@", " @", "@", "@ ", "@", "mailto:", "").Replace(suggested)
	if isAddress(suggested) {
		hint = message.Of("write %s", suggested)
	}
	report(path, detail, hint)
}

// isAddress reports whether each part of a text between commas or semicolons may be an e-mail
// address.
func isAddress(text string) bool {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		name, domain, found := strings.Cut(strings.TrimSpace(part), "@")
		if !found || name == "" || domain == "" || strings.ContainsAny(domain, "@ ") || strings.ContainsAny(name, " <:") {
			return false
		}
	}
	return true
}
