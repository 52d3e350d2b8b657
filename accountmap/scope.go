package accountmap

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Scope is the part of a map to keep. The zero Scope keeps everything.
type Scope struct {
	// Units keeps these units and all below them; nil keeps every unit. The units above them stay
	// as groupings, without people, coverage or orders of their own. Unknown ids are ignored.
	Units []UnitID
	// Products keeps these products; nil keeps every product.
	Products []ProductID
	// Audience is the group of readers of the part. Entries and fields that they may not read are
	// left out. Empty means our own people.
	Audience Audience
}

// Select returns the part of the map within the scope, which is a valid map too. An entry loses its
// optional references to entries left out (a contact stays without its manager). An entry is left
// out if such a reference is required, as in an order of another unit. It is also left out if the
// reference names its subject, as in an objection of a person in another unit. The team, the
// competitors and the handoff stay.
func (m *Map) Select(s Scope) *Map {
	if m.whole != nil {
		s.Audience = m.audience
		return m.whole.Select(s)
	}
	a, part := m.a.clone(), m.newSelection(s)
	// A case without a unit belongs to the unit of the person who raised it.
	a.Cases = slices.DeleteFunc(a.Cases, func(c Case) bool {
		return c.Unit == "" && c.Contact != "" && part.excludes(m.a.Contacts[m.contacts[c.Contact]].Unit)
	})
	part.apply(a)
	selected := index(a)
	if s.Audience.ours() {
		return selected
	}
	reader := index(clientCopy(selected))
	reader.audience, reader.whole = s.Audience, selected
	return reader
}

type idSet map[string]bool

// selection removes the entries of an account that are not in a scope. Lists are keyed by their
// fields in the schema.
type selection struct {
	// removed are the ids of the entries left out, by list.
	removed map[*schema.Field]idSet
	// narrowed are the lists that are not kept whole.
	narrowed map[*schema.Field]bool
	// units is the list of the units; outside are the units above the scope, kept as groupings.
	units   *schema.Field
	outside idSet
}

// newSelection determines the units and products that are left out.
func (m *Map) newSelection(s Scope) *selection {
	lists := func(id any) *schema.Field { return accountSchema().Type(reflect.TypeOf(id)).Refers }
	units, products, contacts := lists(UnitID("")), lists(ProductID("")), lists(ContactID(""))
	sel := &selection{removed: map[*schema.Field]idSet{units: {}, products: {}}, narrowed: map[*schema.Field]bool{}, units: units, outside: idSet{}}
	if s.Units != nil {
		sel.narrowed[units], sel.narrowed[contacts] = true, true
		m.excludeUnits(sel, s.Units)
	}
	for _, p := range m.a.Products {
		if s.Products != nil && !slices.Contains(s.Products, p.ID) {
			sel.removed[products][string(p.ID)], sel.narrowed[products] = true, true
		}
	}
	return sel
}

// excludeUnits keeps the chosen units with all below them, and the units above them as groupings.
func (m *Map) excludeUnits(sel *selection, chosen []UnitID) {
	inside, above := make([]bool, len(m.a.Units)), make([]bool, len(m.a.Units))
	for _, id := range chosen {
		top, ok := m.unitAt[id]
		if !ok || inside[top] {
			continue
		}
		for _, i := range m.units.below(top) {
			inside[i] = true
		}
		for i := top; !above[i]; i = m.unitAt[m.a.Units[i].Parent] {
			above[i] = true
			if m.a.Units[i].Parent == "" {
				break
			}
		}
	}
	for i, u := range m.a.Units {
		switch {
		case inside[i]:
		case above[i]:
			sel.outside[string(u.ID)] = true
		default:
			sel.removed[sel.units][string(u.ID)] = true
		}
	}
}

// excludes reports whether people of the unit are left out; the empty id means people whose unit is
// unknown.
func (s *selection) excludes(unit UnitID) bool {
	return s.narrowed[s.units] && unit == "" || s.removed[s.units][string(unit)] || s.outside[string(unit)]
}

// apply removes entries until no remaining entry needs a removed one.
func (s *selection) apply(a *Account) {
	account := reflect.ValueOf(a).Elem()
	for lost := s.narrowed; len(lost) > 0; {
		before := lost
		lost = map[*schema.Field]bool{}
		for _, f := range accountSchema().Account.Fields {
			v := account.Field(f.Index)
			switch {
			case !before[f] && !refersTo(f.Value(), before):
			case f.Type.Kind == schema.Object:
				s.keep(f.Type, v)
			default:
				n := v.Len()
				s.filter(f, v)
				if v.Len() < n && f.Value().ID != nil {
					lost[f] = true
				}
			}
		}
	}
}

func refersTo(t *schema.Type, lists map[*schema.Field]bool) bool {
	return slices.ContainsFunc(t.Fields, func(f *schema.Field) bool {
		return f.Value().Kind == schema.Reference && lists[f.Value().Refers] || refersTo(f.Value(), lists)
	})
}

// filter removes the entries of a list of objects that are not in the scope, and records their ids.
func (s *selection) filter(f *schema.Field, list reflect.Value) {
	id, kept := f.Value().ID, 0
	for i := range list.Len() {
		entry := list.Index(i)
		switch {
		case id != nil && s.removed[f][entry.Field(id.Index).String()]:
		case s.keep(f.Value(), entry):
			if kept < i {
				list.Index(kept).Set(entry)
			}
			kept++
		case id != nil:
			if s.removed[f] == nil {
				s.removed[f] = idSet{}
			}
			s.removed[f][entry.Field(id.Index).String()] = true
		}
	}
	list.SetLen(kept)
}

// keep clears references to removed entries, and reports whether the object can stay without them.
func (s *selection) keep(t *schema.Type, v reflect.Value) bool {
	for _, f := range t.Fields {
		field := v.Field(f.Index)
		switch isList := f.Type.Kind == schema.List; {
		case isList && f.Type.Elem.Kind == schema.Object:
			s.filter(f, field)
		case f.Type.Kind == schema.Object:
			s.keep(f.Type, field)
		case f.Value().Kind != schema.Reference || f.IsID():
		case isList && !s.keepList(f, field), !isList && !s.keepReference(f, field):
			return false
		}
	}
	return true
}

func (s *selection) keepReference(f *schema.Field, v reflect.Value) bool {
	switch {
	case v.String() == "":
		return !f.Whole || !s.narrowed[f.Type.Refers]
	case !s.removes(f, v.String()):
		return true
	case f.Required || f.About:
		return false
	}
	v.SetString("")
	return true
}

// keepList removes references to removed entries. An entry about some units does not become one
// about all units when all of these are removed.
func (s *selection) keepList(f *schema.Field, v reflect.Value) bool {
	had, kept := v.Len(), 0
	for i := range had {
		if id := v.Index(i).String(); !s.removes(f, id) {
			v.Index(kept).SetString(id)
			kept++
		}
	}
	v.SetLen(kept)
	return kept > 0 || !(f.About && had > 0) && !(f.Whole && s.narrowed[f.Type.Elem.Refers])
}

// removes reports whether the entry with the id that a field refers to is removed. A grouping
// counts as removed, except as a parent of units.
func (s *selection) removes(f *schema.Field, id string) bool {
	list := f.Value().Refers
	return s.removed[list][id] || list == s.units && f.Of != list.Value() && s.outside[id]
}

// Focus selects people: the people in the given units with one of the given stances, and also the
// given contacts. The zero Focus selects everybody.
type Focus struct {
	// Units includes the units below them. Empty means every unit.
	Units []UnitID
	// Stances may include [StanceUnknown]. Empty means every stance.
	Stances []Stance
	// Contacts are people in the focus whatever their unit and stance.
	Contacts []ContactID
}

// IsZero reports whether the focus selects everybody.
func (f Focus) IsZero() bool { return !f.narrows() && len(f.Contacts) == 0 }

func (f Focus) narrows() bool { return len(f.Units) > 0 || len(f.Stances) > 0 }

// Focused contains the people and units in a focus.
type Focused struct {
	Contacts map[ContactID]bool
	// Units are the units of the Contacts and, when the focus names units but no stances, all the
	// named units.
	Units map[UnitID]bool
}

// InFocus returns the people and units in the focus. The error is [Problems], each with a path such
// as "focus.units[0]": a unit or contact that the map does not have, an unknown stance, or stances
// that no contact has.
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
		return nil, m.noContact(f)
	}
	return seen, nil
}

func (m *Map) noContact(f Focus) Problems {
	var stances, units []string
	for _, s := range f.Stances {
		if s == StanceUnknown {
			s = "unknown"
		}
		stances = append(stances, string(s))
	}
	detail := message.Of("no contact is %s", strings.Join(stances, message.Of(" or ")))
	for _, id := range f.Units {
		units = append(units, string(id))
	}
	if units != nil {
		detail = message.Of("no contact in %s is %s", strings.Join(units, message.Of(" or ")), strings.Join(stances, message.Of(" or ")))
	}
	return Problems{Problem{Level: LevelError, Code: ErrUnknownReference, Path: "focus.stances"}.Say(detail, message.Of("name stances that somebody has"))}
}

func (m *Map) checkFocus(f Focus) Problems {
	var problems Problems
	wrong := func(code Code, path, detail, hint string) {
		problems = append(problems, Problem{Level: LevelError, Code: code, Path: "focus." + path}.Say(detail, hint))
	}
	unknown := func(t reflect.Type, i int, id string) {
		list := listOf(m.a, accountSchema().Type(t))
		hint := message.Of("name one of those in %s", list.Key)
		if near, ok := spell.Nearest(id, list.ids); ok {
			hint = message.Of("did you mean %s?", strconv.Quote(near))
		}
		wrong(ErrUnknownReference, fmt.Sprintf("%s[%d]", list.Key, i), message.Of("no %s has the id %s", message.Word(list.noun()), quote.Text(id)), hint)
	}
	for i, id := range f.Units {
		if _, ok := m.unitAt[id]; !ok {
			unknown(reflect.TypeFor[UnitID](), i, string(id))
		}
	}
	for i, s := range f.Stances {
		if s != StanceUnknown && !slices.Contains(Stances(), s) {
			detail, hint := unknownWord(string(s), s.Words()).Said()
			wrong(ErrInvalidValue, fmt.Sprintf("stances[%d]", i), detail, hint)
		}
	}
	for i, id := range f.Contacts {
		if _, ok := m.contacts[id]; !ok {
			unknown(reflect.TypeFor[ContactID](), i, string(id))
		}
	}
	return problems
}
