package crm

import (
	"errors"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// words returns what the words of a field mean, those of every column that has them. Words that are not known are reported.
func (im *importer) words(r *record, field string) []string {
	var all []string
	for _, c := range r.all(field) {
		all = append(all, im.meant(r, field, c)...)
	}
	return all
}

// meant returns what the words of one value mean, which are divided by semicolons.
func (im *importer) meant(r *record, field string, c cell) []string {
	var all []string
	for text := range strings.SplitSeq(c.text, ";") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		meant, known := im.system.means(field, text)
		if !known {
			im.reportWord(r, field, c, text)
		}
		all = append(all, meant...)
	}
	return all
}

// yes reads a value that is yes or no; the empty one is no.
func (im *importer) yes(r *record, field string) (yes, said bool) {
	c := r.get(field)
	if c.text == "" {
		return false, false
	}
	if yes, ok := truth(c.text); ok {
		return yes, true
	}
	im.reportWord(r, field, c, c.text)
	return false, false
}

// reportWord reports a word that has no meaning yet.
func (im *importer) reportWord(r *record, field string, c cell, text string) {
	if im.wasReported(r.pos(c), text) {
		return
	}
	hint := fmt.Sprintf("say in the mapping what it means, among the words of %q", field)
	if near, ok := spell.Nearest(text, im.system.spelt(field)); ok {
		hint = fmt.Sprintf("did you mean %q? If not, %s", near, hint)
	}
	im.WarnOf(text, r.pos(c), accountmap.ErrInvalidValue, hint, "%s: the word %q is not known, and says nothing here", c.heading, text)
}

// date reads the date of a field; one that is none is reported, and is zero.
func (im *importer) date(r *record, field string) accountmap.Date {
	c := r.get(field)
	d, err := r.spelling.Date(c.text)
	im.reportValue(r, c, err)
	return d
}

// number reads the number of a field; what is none is reported, and is 0.
func (im *importer) number(r *record, field string) float64 {
	c := r.get(field)
	n, err := r.spelling.Number(c.text)
	im.reportValue(r, c, err)
	return n
}

// money reads the amount of a field. Its currency is empty when it is that of the account.
func (im *importer) money(r *record, field string, currency accountmap.Currency) accountmap.Money {
	c := r.get(field)
	if c.text == "" {
		return accountmap.Money{}
	}
	m, _, err := r.spelling.Money(c.text, currency)
	if err != nil {
		im.reportValue(r, c, err)
		return accountmap.Money{}
	}
	if m.Currency == "" {
		m.Currency = currency
	}
	if m.Currency == im.account.Currency {
		m.Currency = ""
	}
	if m.Minor == 0 {
		return accountmap.Money{} // an amount of nothing is none
	}
	return m
}

func (im *importer) reportValue(r *record, c cell, err error) {
	if err == nil || im.wasReported(r.pos(c), c.text) {
		return
	}
	detail, hint := err.Error(), ""
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		detail, hint = e.Detail, e.Hint
	}
	im.WarnOf(c.heading, r.pos(c), accountmap.ErrInvalidValue, hint, "%s: "+strings.ReplaceAll(detail, "%", "%%"), c.heading)
}

// wasReported reports whether it was asked before about a text at a place: a value may be read for several ends.
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
