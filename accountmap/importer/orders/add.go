package orders

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// The codes of problems that only an import of orders finds.
const (
	// ErrNoColumn: a file lacks a column that the mapping names.
	ErrNoColumn accountmap.Code = "no-column"
	// ErrLeftOut (a warning): rows that are not part of the account, such as orders of other clients.
	ErrLeftOut accountmap.Code = "left-out"
)

// Add reads the files in the folder, such as os.DirFS("export"), and adds their content to the account, in the order of their rows. Units,
// products, contacts and members that the account already has stay as they are. The day of the account becomes that of the last order, if that
// is later.
//
// It returns everything that is wrong, with file, line and column: at most 1,000 errors and as many warnings. A value that cannot be read or that
// stands behind the last column is an error, and so are more than 2,000,000 orders; after an error the account is unchanged. A row that is left out,
// since it is of another client or names something missing, is a warning; those of one kind are reported once, with their number.
func Add(a *accountmap.Account, folder fs.FS, m *Mapping) accountmap.Problems {
	if err := m.check(); err != nil {
		return accountmap.Problems{{Severity: accountmap.SeverityError, Code: accountmap.ErrInvalidValue, Path: "mapping", Detail: err.Error()}}
	}
	b := newBook(a, m)
	for _, l := range m.lists() {
		if l.table == nil {
			continue
		}
		each(folder, m, l, &b.List, func(r row) {
			if b.complete(l, r) {
				b.add[l.name](r)
			}
		})
	}
	if !b.HasErrors() {
		b.giveOwners()
		*a = b.account
	}
	return b.All()
}

// book is the account while it grows.
type book struct {
	problems.List
	account  accountmap.Account
	currency accountmap.Currency
	mapping  *Mapping
	// add adds a row to a list.
	add map[string]func(row)

	// units and products have each id once, for the orders to share.
	units    map[accountmap.UnitID]accountmap.UnitID
	products map[accountmap.ProductID]accountmap.ProductID
	contacts map[accountmap.ContactID]bool
	members  map[accountmap.MemberID]bool
	// leftOut has the units whose rows were left out, which was said.
	leftOut map[accountmap.UnitID]bool
	// taken counts the orders that each member took from each unit, each order once.
	taken map[accountmap.UnitID]map[accountmap.MemberID]int
	last  map[accountmap.UnitID]accountmap.OrderID
	// full says that there are as many orders as an account holds.
	full bool
}

func newBook(a *accountmap.Account, m *Mapping) *book {
	b := &book{account: *a, mapping: m, currency: cmp.Or(m.Currency, a.Currency), units: map[accountmap.UnitID]accountmap.UnitID{},
		products: map[accountmap.ProductID]accountmap.ProductID{},
		contacts: map[accountmap.ContactID]bool{}, members: map[accountmap.MemberID]bool{}, leftOut: map[accountmap.UnitID]bool{},
		taken: map[accountmap.UnitID]map[accountmap.MemberID]int{}, last: map[accountmap.UnitID]accountmap.OrderID{}}
	c := &b.account
	c.Currency = cmp.Or(c.Currency, m.Currency)
	// What is appended must not show in the caller's lists before all is well.
	c.Units, c.Products, c.Orders, c.Team = slices.Clip(c.Units), slices.Clip(c.Products), slices.Clip(c.Orders), slices.Clip(c.Team)
	c.Contacts = slices.Clone(c.Contacts) // owners are set in it
	for _, u := range c.Units {
		b.units[u.ID] = u.ID
	}
	for _, p := range c.Products {
		b.products[p.ID] = p.ID
	}
	for _, p := range c.Contacts {
		b.contacts[p.ID] = true
	}
	for _, p := range c.Team {
		b.members[p.ID] = true
	}
	b.add = map[string]func(row){"units": b.addUnit, "products": b.addProduct, "team": b.addMember, "contacts": b.addContact, "orders": b.addOrder}
	return b
}

// complete reports whether a row has what it needs to be of the account.
func (b *book) complete(l list, r row) bool {
	for _, key := range slices.Concat(l.needs, l.table.Require) {
		v := r.values[key]
		if v.text != "" {
			continue
		}
		if l.name == "contacts" && b.leftOut[accountmap.UnitID(r.text("unit"))] {
			return false
		}
		if id := r.clone("id"); l.name == "units" && id != "" {
			b.leftOut[accountmap.UnitID(id)] = true
		}
		b.WarnOf(l.name, r.pos(), accountmap.ErrMissingValue, "complete it or delete it", "the row %q has no %s, and is left out of the %s", cmp.Or(r.text("id"),
			r.text("unit")), v.heading, l.name)
		return false
	}
	return true
}

// repeats reports whether there is an entry of the id already. One of the same file is reported; one that the account had stays as it is.
func (b *book) repeats(taken bool, thing string, r row) bool {
	if taken {
		b.WarnOf(thing, r.values["id"].pos(), accountmap.ErrDuplicateID, "delete one of the two, unless the account had it before", "the %s %q is there already, and this row is left out", thing, r.text("id"))
	}
	return taken
}

// wrong reports a value that is not understood.
func (b *book) wrong(v value, err error) {
	if err == nil {
		return
	}
	detail, hint := err.Error(), ""
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		detail, hint = e.Detail, e.Hint
	}
	b.Err(v.pos(), accountmap.ErrInvalidValue, v.heading+": "+detail, hint)
}

func (b *book) money(r row, key string) accountmap.Money {
	v, ok := r.values[key]
	if !ok {
		return accountmap.Money{}
	}
	m, _, err := v.spelling.Money(v.text, b.currency)
	b.wrong(v, err)
	m.Currency = cmp.Or(m.Currency, b.currency)
	if m.Currency == b.account.Currency || m.Minor == 0 {
		m.Currency = ""
	}
	return m
}

func (b *book) number(r row, key string) float64 {
	v, ok := r.values[key]
	if !ok {
		return 0
	}
	n, err := v.spelling.Number(v.text)
	b.wrong(v, err)
	return n
}

func (b *book) date(r row, key string) accountmap.Date {
	v, ok := r.values[key]
	if !ok {
		return accountmap.Date{}
	}
	d, err := v.spelling.Date(v.text)
	b.wrong(v, err)
	return d
}
