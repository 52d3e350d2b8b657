package crm

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// words returns the meanings of the words of a field, from all its columns. Unknown words are
// reported.
func (im *importer) words(r *record, f field) []string {
	var all []string
	for _, c := range r.all(f) {
		all = append(all, im.meanings(r, f, c)...)
	}
	return all
}

// meanings returns the meanings of the words of one value. Semicolons separate words. Other marks
// do so only if all parts are known words.
func (im *importer) meanings(r *record, f field, c cell) []string {
	var all []string
	for text := range strings.SplitSeq(c.text, ";") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		meant, known := im.system.translate(f, text)
		if !known {
			meant, known = im.system.translateAll(f, text)
		}
		if !known {
			im.reportWord(r, f, c, text)
		}
		all = append(all, meant...)
	}
	return all
}

// translateAll returns the meanings of several words in one value, if all are known words:
// "Decision Maker, Champion".
func (s *system) translateAll(f field, text string) (all []string, known bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",|/+&\n", r) })
	if len(words) < 2 {
		return nil, false
	}
	for _, word := range words {
		if word = strings.TrimSpace(word); word == "" {
			continue
		}
		meant, known := s.translate(f, word)
		if !known {
			return nil, false
		}
		all = append(all, meant...)
	}
	return all, true
}

// yes reads a boolean. An empty value is false.
func (im *importer) yes(r *record, f field) (yes, said bool) {
	c := r.get(f)
	if c.text == "" {
		return false, false
	}
	if yes, ok := truth(c.text); ok {
		return yes, true
	}
	im.reportWord(r, f, c, c.text)
	return false, false
}

func (im *importer) reportWord(r *record, f field, c cell, text string) {
	if im.wasReported(r.pos(c), text) {
		return
	}
	hint := fmt.Sprintf("say in the mapping what it means, among the words of %q", f)
	if im.hints++; im.hints <= maxHints {
		if near, ok := spell.Nearest(text, im.system.spellings(f)); ok {
			hint = fmt.Sprintf("did you mean %q? If not, %s", near, hint)
		}
	}
	im.WarnOf(text, r.pos(c), accountmap.ErrInvalidValue, hint, "%s: the word %q is not known, and says nothing here", c.heading, text)
}

// date reads the date of a field. An unreadable date is reported, and is zero.
func (im *importer) date(r *record, f field) accountmap.Date {
	c := r.get(f)
	if d, ok := values.SerialDay(c.text); ok {
		im.WarnOf(c.heading, r.pos(c), accountmap.ErrInvalidValue, report.SerialHint, report.SerialDetail, c.heading, c.text, problems.Text(d.String()))
		return d
	}
	d, err := c.spelling().Date(c.text)
	im.reportValue(r, c, err)
	return d
}

// number reads the number of a field. An unreadable number is reported, and is 0.
func (im *importer) number(r *record, f field) float64 {
	c := r.get(f)
	n, err := c.spelling().Number(c.text)
	im.reportValue(r, c, err)
	return n
}

// money reads the amount of a field. Its currency is empty if it equals the currency of the
// account.
func (im *importer) money(r *record, f field, currency accountmap.Currency) accountmap.Money {
	c := r.get(f)
	if c.text == "" {
		return accountmap.Money{}
	}
	m, rounded, err := c.spelling().Money(c.text, cmp.Or(currency, im.account.Currency))
	if err != nil {
		im.reportValue(r, c, err)
		return accountmap.Money{}
	}
	m.Currency = cmp.Or(m.Currency, currency)
	if rounded && !im.wasReported(r.pos(c), c.text) {
		im.WarnOf(c.heading, r.pos(c), accountmap.ErrInvalidValue, "nothing to do, unless such small parts of an amount matter",
			"%s: %q has more decimals than the currency, and is rounded to %s", c.heading, c.text, problems.Text(im.inAccount(m).Format(im.account.Currency)))
	}
	return im.inAccount(m)
}

// inAccount returns an amount in the form of the account: without the account's own currency, and
// unknown if it is 0.
func (im *importer) inAccount(m accountmap.Money) accountmap.Money {
	if m.Currency == im.account.Currency {
		m.Currency = ""
	}
	if m.Minor == 0 {
		return accountmap.Money{}
	}
	return m
}

// exact reads the number of a field without rounding. It returns nil for a missing number and for
// an unreadable number, which is reported.
func (im *importer) exact(r *record, f field) *big.Rat {
	c := r.get(f)
	n, _, err := c.spelling().Exact(c.text, im.account.Currency)
	im.reportValue(r, c, err)
	return n
}

func (im *importer) reportValue(r *record, c cell, err error) {
	if err == nil || im.wasReported(r.pos(c), c.text) {
		return
	}
	detail, hint := problems.Explain(err)
	if e, ok := errors.AsType[*values.Ambiguity](err); ok {
		if hint = `say which mark is before decimals: "decimalMark": "." or "decimalMark": "," in the mapping`; e.Days {
			hint = `say which comes first: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping`
		}
	}
	im.Gather(c.heading+problems.Pattern(detail+hint), accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrInvalidValue, Pos: r.pos(c),
		Detail: c.heading + ": " + detail, Hint: hint})
}

// wasReported reports whether a text at a place was already reported, since a value may be read
// several times.
func (im *importer) wasReported(pos accountmap.Pos, text string) bool {
	k := reported{pos, text}
	if im.reported[k] {
		return true
	}
	if im.reported == nil {
		im.reported = map[reported]bool{}
	}
	im.reported[k] = true
	return false
}

type reported struct {
	pos  accountmap.Pos
	text string
}
