package orders

import (
	"cmp"
	"errors"
	"hash/maphash"
	"io/fs"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// The codes of problems that only an import of orders finds.
const (
	// ErrNoColumn: a file lacks a column that the mapping names.
	ErrNoColumn = mapping.ErrNoColumn
	// ErrLeftOut (a warning): rows that are not part of the account, such as orders of other
	// clients, and columns that are not read.
	ErrLeftOut = mapping.ErrLeftOut
	// ErrContradiction (a warning): an amount that is not the quantity at its price.
	ErrContradiction = mapping.ErrContradiction
	// ErrSharedAddress (a warning): two contacts with the same e-mail address.
	ErrSharedAddress = mapping.ErrSharedAddress
)

// Add reads the files in the folder, such as the FS of an [os.Root]. It adds their content to the
// account, in the order of their rows. Existing units, products, contacts and members of the
// account do not change, except that the orders may show who looks after them. Rows of one id that
// agree are one entry. A contradiction is a warning with both values, and the first value counts.
// The day of the account becomes the day of the last order, if later. An order more than a year
// after all others is reported and does not count. Several such orders do not count if they are at
// most one in a hundred.
//
// Add returns all problems with file, line and column. Problems that differ only in their row are
// one line. It is an error if a value cannot be read or is after the last column, or if there are
// more than 200,000 orders; after an error the account is unchanged. A row that belongs to another
// client, or that names something missing, is left out with a warning. An amount with more decimals
// than its currency is rounded with a warning.
func Add(a *accountmap.Account, folder fs.FS, m *Mapping) accountmap.Problems {
	if err := m.check(); err != nil {
		return accountmap.Problems{{Level: accountmap.LevelError, Code: accountmap.ErrInvalidValue, Path: "mapping", Detail: err.Error()}}
	}
	b := newBook(a, m)
	for _, l := range m.lists() {
		if l.table == nil || b.full {
			continue
		}
		if l.name == "orders" {
			each(folder, m, l, &b.List, &b.full, func(r *row) {
				b.continueOrder(r)
				if b.complete(l, r) {
					b.addOrder(r)
				}
			})
			continue
		}
		b.addEntries(l, b.merge(folder, l))
	}
	if !b.HasErrors() {
		if last := b.days.Last(&b.List, message.Of("correct it, or say the day of the account first: its AsOf")); b.account.AsOf.Before(last) {
			b.account.AsOf = last
		}
		b.giveOwners()
		*a = b.account
	}
	return b.All()
}

type book struct {
	problems.List
	account accountmap.Account
	// days are the days of the orders.
	days     report.Days
	currency accountmap.Currency
	mapping  *Mapping

	// units and products intern the ids for the orders.
	units    map[accountmap.UnitID]accountmap.UnitID
	products map[accountmap.ProductID]accountmap.ProductID
	contacts map[accountmap.ContactID]bool
	members  map[accountmap.MemberID]bool
	// addresses maps an e-mail address in lower case to its contact.
	addresses map[string]string
	// alike maps an id in lower case, after its list, to the first id in that spelling.
	alike map[string]string
	// leftOut holds the units whose rows were left out and reported.
	leftOut map[accountmap.UnitID]bool
	// taken counts the orders of each unit that each member took, each order once.
	taken map[accountmap.UnitID]map[accountmap.MemberID]int
	last  map[accountmap.UnitID]accountmap.OrderID
	// above holds the values of the order in the last row with a unit and a day.
	above [keyCount][]byte
	// heads holds the first row of each order, and lines the hashes of the lines read.
	heads map[accountmap.OrderID]head
	lines map[uint64]bool
	seed  maphash.Seed
	// merged counts the rows of all lists but the orders.
	merged int
	// full is true if a limit is exceeded. The rest of the files is then not read.
	full bool
}

func newBook(a *accountmap.Account, m *Mapping) *book {
	b := &book{account: *a, days: report.Days{}, mapping: m, currency: cmp.Or(m.Currency, a.Currency), units: map[accountmap.UnitID]accountmap.UnitID{},
		products: map[accountmap.ProductID]accountmap.ProductID{}, contacts: map[accountmap.ContactID]bool{}, members: map[accountmap.MemberID]bool{},
		addresses: map[string]string{}, alike: map[string]string{}, leftOut: map[accountmap.UnitID]bool{}, taken: map[accountmap.UnitID]map[accountmap.MemberID]int{},
		last: map[accountmap.UnitID]accountmap.OrderID{}, heads: map[accountmap.OrderID]head{}, lines: map[uint64]bool{}, seed: maphash.MakeSeed()}
	c := &b.account
	c.Currency = cmp.Or(c.Currency, m.Currency)
	// Additions must not be visible in the lists of the caller until everything is valid.
	c.Units, c.Products, c.Orders, c.Team = slices.Clip(c.Units), slices.Clip(c.Products), slices.Clip(c.Orders), slices.Clip(c.Team)
	c.Contacts = slices.Clone(c.Contacts) // owners are set in the clone
	for _, u := range c.Units {
		b.units[u.ID] = u.ID
	}
	for _, p := range c.Products {
		b.products[p.ID] = p.ID
	}
	for _, p := range c.Contacts {
		b.contacts[p.ID] = true
		b.addresses[strings.ToLower(p.Email)] = p.Name
	}
	for _, p := range c.Team {
		b.members[p.ID] = true
	}
	return b
}

func (b *book) complete(l list, r *row) bool {
	for _, k := range l.required() {
		v := r.values[k]
		if v.text != "" {
			continue
		}
		if l.name == "contacts" && b.leftOut[accountmap.UnitID(r.text(keyUnit))] {
			return false
		}
		if k == keyID && (l.name == "units" || l.name == "products") && l.table.File == b.mapping.Orders.File {
			return false // reported with the order
		}
		if id := r.clone(keyID); l.name == "units" && id != "" {
			b.leftOut[accountmap.UnitID(id)] = true
		}
		called := message.Of("a row")
		if id := cmp.Or(r.text(keyID), r.text(keyUnit)); id != "" {
			called = message.Of("the row %s", problems.Quote(id))
		}
		b.WarnOf(l.name, r.pos(), accountmap.ErrMissingValue, message.Of("complete it; no action needed if it is not an entry"), "%s has no %s, and is left out of the %s",
			problems.Text(called), v.heading, message.Word(l.name))
		return false
	}
	return true
}

// addEntries adds the complete rows of a list to the account, except for entries that it already
// has.
func (b *book) addEntries(l list, m *merged) {
	var complete []int
	for i := range m.rows {
		if b.complete(l, m.row(i)) {
			complete = append(complete, i)
		}
	}
	own := map[accountmap.UnitID]bool{}
	for _, i := range complete {
		own[accountmap.UnitID(m.row(i).text(keyID))] = true
	}
	for _, i := range complete {
		r := m.row(i)
		switch l.name {
		case "units":
			b.addUnit(r, own)
		case "products":
			b.addProduct(r)
		case "team":
			b.addMember(r)
		case "contacts":
			b.addContact(r)
		}
	}
}

// addUnit adds a unit and its parent. It does not add a parent that the account has, or that has
// its own row: own contains the units with rows.
func (b *book) addUnit(r *row, own map[accountmap.UnitID]bool) {
	b.checkID(r)
	id := accountmap.UnitID(r.text(keyID))
	if b.units[id] != "" {
		return
	}
	u := accountmap.Unit{ID: id, Name: cmp.Or(r.text(keyName), string(id)), Parent: accountmap.UnitID(r.text(keyParent)), Country: r.text(keyCountry),
		Region: r.text(keyRegion), City: r.text(keyCity), Address: r.text(keyAddress), Segment: r.text(keySegment)}
	b.word(r, keyKind, &u.Kind)
	if values.IsNullID(string(u.Parent)) && b.units[u.Parent] == "" && !own[u.Parent] {
		u.Parent = ""
	}
	if u.Parent != "" && b.units[u.Parent] == "" && !own[u.Parent] {
		parent := accountmap.Unit{ID: u.Parent, Name: string(u.Parent)}
		b.word(r, keyParentKind, &parent.Kind)
		b.units[parent.ID] = parent.ID
		b.account.Units = append(b.account.Units, parent)
	}
	b.checkAlike(r, "unit")
	b.units[id] = id
	b.account.Units = append(b.account.Units, u)
}

func (b *book) addProduct(r *row) {
	b.checkID(r)
	id := accountmap.ProductID(r.text(keyID))
	if b.products[id] != "" {
		return
	}
	b.checkAlike(r, "product")
	b.products[id] = id
	b.account.Products = append(b.account.Products, accountmap.Product{ID: id, Name: cmp.Or(r.text(keyName), string(id)), Line: r.text(keyLine),
		Price: b.money(r, keyPrice, ""), Description: r.text(keyDescription)})
}

func (b *book) addMember(r *row) {
	id := accountmap.MemberID(r.text(keyID))
	if b.members[id] {
		return
	}
	b.members[id] = true
	b.account.Team = append(b.account.Team, accountmap.Member{ID: id, Name: r.text(keyName), Role: r.text(keyRole), Region: r.text(keyRegion),
		Email: r.text(keyEmail)})
}

func (b *book) addContact(r *row) {
	unit := b.units[accountmap.UnitID(r.text(keyUnit))]
	if unit == "" && r.text(keyUnit) != "" {
		b.leaveOut(r, keyUnit, "contact", "unit")
		return
	}
	b.checkID(r)
	id := accountmap.ContactID(r.text(keyID))
	if b.contacts[id] {
		return
	}
	b.contacts[id] = true
	c := accountmap.Contact{ID: id, Name: r.text(keyName), Title: r.text(keyTitle), Unit: unit, Email: r.text(keyEmail), Phone: r.text(keyPhone),
		Language: r.text(keyLanguage)}
	b.account.Contacts = append(b.account.Contacts, c)
	if v := r.values[keyPhone]; values.IsMangledPhone(v.text) {
		b.Warn(v.pos(), accountmap.ErrInvalidValue, message.Of("export the file again, and do not save it in a spreadsheet"),
			"%s: %q is not a phone number: a spreadsheet has changed it", v.heading, v.text)
	}
	k := strings.ToLower(c.Email)
	if other, taken := b.addresses[k]; taken && k != "" {
		b.Warn(r.values[keyEmail].pos(), ErrSharedAddress, message.Of("correct one of them, or merge the two contacts"),
			"the contacts %q and %q have one address, %q", other, c.Name, c.Email)
		return
	}
	b.addresses[k] = c.Name
}

// checkAlike reports an id that differs only in case from an earlier id.
func (b *book) checkAlike(r *row, thing string) {
	v := r.values[keyID]
	k := thing + " " + strings.ToLower(v.text)
	first, known := b.alike[k]
	if !known {
		b.alike[k] = strings.Clone(v.text)
		return
	}
	b.WarnOf(k, v.pos(), accountmap.ErrSameName, message.Of("write them the same way if they are one"),
		"the %s %q and %q differ in case alone, and are read as two", message.Word(thing+"s"), first, v.text)
}

// checkID reports an id that a spreadsheet has converted into a number.
func (b *book) checkID(r *row) {
	if v := r.values[keyID]; values.IsMangledID(v.text) {
		b.WarnOf(v.heading, v.pos(), accountmap.ErrInvalidValue, message.Of("export the file again, and do not save it in a spreadsheet"),
			"%s: %q is an id that a spreadsheet has changed", v.heading, v.text)
	}
}

func (b *book) leaveOut(r *row, k key, thing, named string) {
	v := r.values[k]
	switch {
	case k == keyUnit && b.leftOut[accountmap.UnitID(v.text)]:
		return
	case values.IsNullID(v.text):
		b.WarnOf(named, v.pos(), accountmap.ErrMissingValue, message.Of("complete it; no action needed if it is not an entry"), "the row has no %s, so its %s is ignored", v.heading, message.Word(thing))
		return
	}
	b.WarnOf(named, v.pos(), ErrLeftOut, message.Of("no action needed if it is of another client; otherwise add it to the account"),
		"the %s %q is not in the account, so its %s is ignored", message.Word(named), v.text, message.Word(thing))
}

// word reads a word of the account file. An unknown word is reported once for all its rows.
func (b *book) word(r *row, k key, into interface{ UnmarshalText([]byte) error }) {
	v := r.values[k]
	err := into.UnmarshalText([]byte(v.text))
	if err == nil {
		return
	}
	detail, hint := problems.Explain(err)
	way := message.Of("say what it means in the mapping, in the words of %s", problems.Quote(k.String()))
	if hint != "" {
		way = message.Of("%s; or %s", hint, way)
	}
	b.ErrOf(v.text, v.pos(), accountmap.ErrInvalidValue, way, "%s: %s", v.heading, problems.Text(detail))
}

// wrong reports an invalid value. Values of one column that are wrong alike share a line.
func (b *book) wrong(v value, err error) {
	if err == nil {
		return
	}
	detail, hint := problems.Explain(err)
	if e, ok := errors.AsType[*values.Ambiguity](err); ok {
		if hint = message.Of(`say which mark is before decimals: "decimalMark": "." or "decimalMark": "," in the mapping`); e.Days {
			hint = message.Of(`say whether day or month comes first in dates: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping`)
		}
	}
	b.Gather(v.heading+problems.Pattern(message.English(detail+hint)), accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidValue, Pos: v.pos()}.Say(v.heading+": "+detail, hint))
}
