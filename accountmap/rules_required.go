package accountmap

import (
	"cmp"
	"fmt"
	"github.com/accountatlas/accountatlas/internal/message"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

func checkMissingIDs(a *Account, report Report) {
	walk(a, (*schema.Field).IsID, func(at schema.Path, f *schema.Field, v reflect.Value) {
		if noun := f.Of.Noun; isBlank(v.String()) {
			report(at.String(), message.Of("the %s has no id", message.Word(noun)), message.Of("give it one that no other %s has", message.Word(noun)))
		}
	})
}

func checkNames(a *Account, report Report) {
	nameless := func(path, noun, key string) {
		report(path, message.Of("the %s has no %s", message.Word(noun), key), message.Of("write the name that readers should see"))
	}
	isName := func(f *schema.Field) bool { return f.IsName() && f.Required }
	walk(a, isName, func(at schema.Path, f *schema.Field, v reflect.Value) {
		if isBlank(v.String()) {
			nameless(at.String(), f.Of.Noun, f.Key)
		}
	})
	if isBlank(a.Name) {
		nameless("account.name", "account", "name")
	}
	for i, c := range a.Contacts {
		// A placeholder may have a job title instead of a name.
		if isBlank(c.Name) && (!c.Placeholder || c.Title == "") {
			nameless(fmt.Sprintf("contacts[%d].name", i), "contact", "name")
		}
	}
}

// checkRequired reports missing required values, such as the unit of an order. Numbers and booleans
// always have a value.
func checkRequired(a *Account, report Report) {
	var ids map[string]string
	walk(a, isRequired, func(at schema.Path, f *schema.Field, v reflect.Value) {
		if !v.IsZero() {
			return
		}
		if ids == nil {
			ids = firstIDs(a)
		}
		report(at.String(), message.Of("the %s has no %q", message.Word(f.Of.Noun), f.Key), missingHint(f, ids))
	})
}

func isRequired(f *schema.Field) bool {
	switch f.Type.Kind {
	case schema.Whole, schema.Number, schema.Bool, schema.List:
		return false
	}
	return f.Required && !f.IsID() && !f.IsName()
}

// missingHint returns what to write for a missing value. Ids has an example for each list.
func missingHint(f *schema.Field, ids map[string]string) string {
	switch f.Type.Go {
	case reflect.TypeFor[Recurrence]():
		return message.Of("write \"%s: monthly\", or a rule such as FREQ=MONTHLY;INTERVAL=3", f.Key)
	case reflect.TypeFor[Period]():
		return message.Of("write \"%s: 2027\", or 2027-Q3", f.Key)
	}
	switch f.Type.Kind {
	case schema.Word:
		hint := message.Of("write \"%s: %s\", or %s", f.Key, f.Type.Words[0], strings.Join(f.Type.Words[1:], ", "))
		if f.Type.Go == reflect.TypeFor[CoverageStatus]() {
			hint += message.Of("; leave out cells that nobody has assessed")
		}
		return hint
	case schema.Reference:
		return message.Of("write \"%s: %s\", the id of a %s", f.Key, cmp.Or(ids[f.Type.Refers.Key], "…"), message.Word(f.Type.Refers.Value().Noun))
	case schema.Date:
		return message.Of("write \"%s: 2026-11-01\", the day", f.Key)
	}
	return ""
}

func firstIDs(a *Account) map[string]string {
	ids := map[string]string{}
	walk(a, (*schema.Field).IsID, func(at schema.Path, _ *schema.Field, v reflect.Value) {
		if list, _, ok := at.Entry(); ok {
			ids[list] = cmp.Or(ids[list], v.String())
		}
	})
	return ids
}

func checkRanges(a *Account, report Report) {
	hasLimit := func(f *schema.Field) bool { return f.Max > 0 }
	checkSums(a, report)
	walk(a, hasLimit, func(at schema.Path, f *schema.Field, v reflect.Value) {
		switch {
		case f.Type.Kind == schema.Whole && (v.Int() < 0 || v.Int() > int64(f.Max)):
			report(at.String(), message.Of("%s %d is off the scale", f.Key, v.Int()),
				message.Of("write a number from 1 to %d, or leave it out when unknown", f.Max))
		case f.Type.Kind == schema.Number && (v.Float() < 0 || v.Float() > float64(f.Max)):
			report(at.String(), message.Of("%s %g is out of range", f.Key, v.Float()), message.Of("write a number from 0 to %d", f.Max))
		}
	})
	for i, s := range a.Surveys {
		if worst, best := s.Kind.Scale(); best > 0 && (s.Score < worst || s.Score > best) {
			report(fmt.Sprintf("surveys[%d].score", i), message.Of("the score %d is off the scale of %s", s.Score, s.Kind),
				message.Of("write a number from %d to %d", worst, best))
		}
	}
}

// checkSums reports amounts of one currency whose sum overflows an int64, at the largest of them.
// All sums of amounts in a valid account are then exact.
func checkSums(a *Account, report Report) {
	type sum struct {
		total   uint64 // without signs; stays above the limit once it is
		largest uint64
		place   string
	}
	sums := map[Currency]*sum{}
	a.amounts(func(at schema.Path, amount *Money) {
		currency := cmp.Or(amount.Currency, a.Currency)
		s := sums[currency]
		if s == nil {
			s = &sum{}
			sums[currency] = s
		}
		if amount.Minor == math.MinInt64 {
			return // reported by checkValues
		}
		size := uint64(max(amount.Minor, -amount.Minor))
		if size > s.largest {
			s.largest, s.place = size, at.String()
		}
		if s.total <= math.MaxInt64 {
			s.total += size
		}
	})
	for _, currency := range slices.Sorted(maps.Keys(sums)) {
		if s := sums[currency]; s.total > math.MaxInt64 {
			most := Money{Minor: math.MaxInt64, Currency: currency}
			report(s.place, message.Of("the sum of the amounts exceeds %s; this is the largest amount", most.Format("")),
				message.Of("correct the amount"))
		}
	}
}
