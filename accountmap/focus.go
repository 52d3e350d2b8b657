package accountmap

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Focus selects people to look at: the people in the given units with one of the given stances, and
// the given contacts in addition. The zero Focus is everybody.
type Focus struct {
	// Units includes the units below them. Empty means every unit.
	Units []UnitID
	// Stances may include [StanceUnknown]. Empty means every stance.
	Stances []Stance
	// Contacts are people in the focus whatever their unit and stance.
	Contacts []ContactID
}

// IsZero reports whether the focus is everybody.
func (f Focus) IsZero() bool { return !f.narrows() && len(f.Contacts) == 0 }

// narrows reports whether the focus is limited by units or stances.
func (f Focus) narrows() bool { return len(f.Units) > 0 || len(f.Stances) > 0 }

// Focused is the people and units in a focus.
type Focused struct {
	Contacts map[ContactID]bool
	// Units are the units of the Contacts and, when the focus names units but no stances, all of
	// these.
	Units map[UnitID]bool
}

// InFocus returns the people and units in the focus. The error is [Problems], each with a path such
// as "focus.units[0]": a unit or contact that the map does not have, a word that is not a stance,
// or stances that nobody has.
func (m *Map) InFocus(f Focus) (*Focused, error) {
	if err := m.checkFocus(f).Err(); err != nil {
		return nil, err
	}
	inside := map[UnitID]bool{}
	for _, id := range f.Units {
		for _, i := range m.units.below(m.unitAt[id]) {
			inside[m.a.Units[i].ID] = true
		}
	}
	seen := &Focused{Contacts: map[ContactID]bool{}, Units: map[UnitID]bool{}}
	for _, c := range m.a.Contacts {
		chosen := (len(f.Units) == 0 || inside[c.Unit]) && (len(f.Stances) == 0 || slices.Contains(f.Stances, c.Stance))
		if chosen && (f.narrows() || f.IsZero()) || slices.Contains(f.Contacts, c.ID) {
			seen.Contacts[c.ID] = true
			seen.Units[c.Unit] = true
		}
	}
	delete(seen.Units, "") // of people whose unit is not known
	for _, u := range m.a.Units {
		if len(f.Stances) == 0 && inside[u.ID] || f.IsZero() {
			seen.Units[u.ID] = true
		}
	}
	if len(f.Stances) > 0 && len(seen.Contacts) == 0 {
		return nil, m.nobody(f)
	}
	return seen, nil
}

// nobody returns the problem that no contact has the stances of the focus.
func (m *Map) nobody(f Focus) Problems {
	var stances, units []string
	for _, s := range f.Stances {
		if s == StanceUnknown {
			s = "unknown"
		}
		stances = append(stances, string(s))
	}
	detail := "no contact is " + strings.Join(stances, " or ")
	for _, id := range f.Units {
		units = append(units, string(id))
	}
	if units != nil {
		detail = fmt.Sprintf("no contact in %s is %s", strings.Join(units, " or "), strings.Join(stances, " or "))
	}
	return Problems{{Level: LevelError, Code: ErrUnknownReference, Path: "focus.stances", Detail: detail, Hint: "name stances that somebody has"}}
}

// checkFocus reports unknown units, stances and contacts.
func (m *Map) checkFocus(f Focus) Problems {
	var problems Problems
	wrong := func(code Code, path, detail, hint string) {
		problems = append(problems, Problem{Level: LevelError, Code: code, Path: "focus." + path, Detail: detail, Hint: hint})
	}
	unknown := func(t reflect.Type, i int, id string) {
		list := listOf(m.a, accountSchema().Type(t))
		hint := "name one of those in " + list.Key
		if near, ok := spell.Nearest(id, list.ids); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		wrong(ErrUnknownReference, fmt.Sprintf("%s[%d]", list.Key, i), fmt.Sprintf("no %s has the id %s", list.noun(), quote.Text(id)), hint)
	}
	for i, id := range f.Units {
		if _, ok := m.unitAt[id]; !ok {
			unknown(reflect.TypeFor[UnitID](), i, string(id))
		}
	}
	for i, s := range f.Stances {
		if s != StanceUnknown && !slices.Contains(Stances(), s) {
			err := unknownWord(string(s), s.Words())
			wrong(ErrInvalidValue, fmt.Sprintf("stances[%d]", i), err.Detail, err.Hint)
		}
	}
	for i, id := range f.Contacts {
		if _, ok := m.contacts[id]; !ok {
			unknown(reflect.TypeFor[ContactID](), i, string(id))
		}
	}
	return problems
}
