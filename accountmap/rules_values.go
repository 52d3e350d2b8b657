package accountmap

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"
)

func checkFormat(a *Account, report Report) {
	if a.Format != 0 && a.Format != FormatVersion {
		report("format", fmt.Sprintf("the account is written in format %d", a.Format), fmt.Sprintf("this version reads format %d", FormatVersion))
	}
}

// checkTexts holds for every text of the account, so that no output has to doubt that it can be written.
func checkTexts(a *Account, report Report) {
	walk(a, func(at place, _ string, v reflect.Value) {
		if v.Kind() != reflect.String {
			return
		}
		switch text := v.String(); {
		case !utf8.ValidString(text):
			report(at.String(), "the text "+quote(text)+" is not UTF-8", "save the file as UTF-8")
		case strings.IndexFunc(text, isControl) >= 0:
			report(at.String(), "the text "+quote(text)+" holds a control character", "delete it; line breaks and tabs are allowed")
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
	knows := map[reflect.Type]bool{}
	walk(a, func(at place, _ string, v reflect.Value) {
		validates, seen := knows[v.Type()]
		if !seen {
			validates = v.Type().Implements(reflect.TypeFor[validator]())
			knows[v.Type()] = validates
		}
		if !validates {
			return
		}
		if err := v.Interface().(validator).valid(); err != nil {
			detail, hint := err.Error(), ""
			if e, ok := err.(*ValueError); ok {
				detail, hint = e.Detail, e.Hint
			}
			report(at.String(), detail, hint)
		}
	})
}

func checkRanges(a *Account, report Report) {
	scale := func(value int, path, what string, args ...any) {
		if value < 0 || value > 5 {
			report(fmt.Sprintf(path, args...), fmt.Sprintf("%s %d is off the scale", what, value), "from 1 to 5, or leave it out when unknown")
		}
	}
	for i, c := range a.Contacts {
		scale(c.Power, "contacts[%d].power", "power", i)
	}
	for i, r := range a.Relationships {
		scale(r.Strength, "relationships[%d].strength", "strength", i)
	}
	for i, g := range a.Goals {
		scale(g.Priority, "goals[%d].priority", "priority", i)
	}
	for i, o := range a.Orders {
		if math.IsNaN(o.Quantity) || math.IsInf(o.Quantity, 0) {
			report(fmt.Sprintf("orders[%d].quantity", i), "the quantity is not a number", "a count, or leave it out when unknown")
		}
	}
}
