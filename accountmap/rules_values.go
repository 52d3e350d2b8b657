package accountmap

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
)

func checkFormat(a *Account, report Report) {
	if a.Format != 0 && a.Format != FormatVersion {
		report("format", fmt.Sprintf("the account is written in format %d", a.Format), fmt.Sprintf("this version reads format %d", FormatVersion))
	}
}

// checkTexts checks every text of the account, so that every output can write it.
func checkTexts(a *Account, report Report) {
	isText := func(s *shape) bool { return s.t.Kind() == reflect.String }
	walk(a, isText, func(at keypath.Path, _ string, v reflect.Value) {
		switch text := v.String(); {
		case !utf8.ValidString(text):
			report(at.String(), "the text "+quote(text)+" is not UTF-8", "save the file as UTF-8")
		case strings.IndexFunc(text, isControl) >= 0:
			report(at.String(), "the text "+quote(text)+" has a control character", "delete it; line breaks and tabs are allowed")
		}
	})
}

// isControl reports the characters that XML and spreadsheets cannot hold, U+FFFE and U+FFFF among them.
func isControl(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	}
	return r&0xfffe == 0xfffe
}

func checkValues(a *Account, report Report) {
	checkNumbers(a, report)
	validates := func(s *shape) bool { return s.validates }
	walk(a, validates, func(at keypath.Path, _ string, v reflect.Value) {
		if err := v.Addr().Interface().(validator).valid(); err != nil {
			detail, hint := err.Error(), ""
			if e, ok := err.(*ValueError); ok {
				detail, hint = e.Detail, e.Hint
			}
			report(at.String(), detail, hint)
		}
	})
}

// largest bounds numbers, so that no sum of them leaves what a number can hold.
const largest = 1e100

// checkNumbers reports what Go can hold in a number and no file can, and what nobody can count.
func checkNumbers(a *Account, report Report) {
	isNumber := func(s *shape) bool { return s.t.Kind() == reflect.Float64 }
	walk(a, isNumber, func(at keypath.Path, field string, v reflect.Value) {
		switch size := math.Abs(v.Float()); {
		case math.IsNaN(size) || math.IsInf(size, 0):
			report(at.String(), "the "+field+" is not a number", "a number, or leave it out when unknown")
		case size > largest:
			report(at.String(), fmt.Sprintf("the %s %g is too large", field, v.Float()), fmt.Sprintf("at most %g", largest))
		}
	})
}

func checkRanges(a *Account, report Report) {
	scale := func(value int, list string, i int, key string) {
		if value < 0 || value > 5 {
			report(fmt.Sprintf("%s[%d].%s", list, i, key), fmt.Sprintf("%s %d is off the scale", key, value),
				"from 1 to 5, or leave it out when unknown")
		}
	}
	for i, c := range a.Contacts {
		scale(c.Power, "contacts", i, "power")
	}
	for i, r := range a.Relationships {
		scale(r.Strength, "relationships", i, "strength")
	}
	for i, g := range a.Goals {
		scale(g.Priority, "goals", i, "priority")
	}
	for i, t := range a.Terms {
		if t.Percent < 0 || t.Percent > 100 {
			report(fmt.Sprintf("terms[%d].percent", i), fmt.Sprintf("the percentage %g is out of range", t.Percent), "from 0 to 100")
		}
	}
	for i, s := range a.Surveys {
		if worst, best := s.Kind.Scale(); best > 0 && (s.Score < worst || s.Score > best) {
			report(fmt.Sprintf("surveys[%d].score", i), fmt.Sprintf("the score %d is off the scale of %s", s.Score, s.Kind),
				fmt.Sprintf("from %d to %d", worst, best))
		}
	}
}
