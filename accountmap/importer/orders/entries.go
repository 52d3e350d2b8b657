package orders

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// clone returns a text of a row that may be kept without the row.
func (r row) clone(key string) string { return strings.Clone(r.text(key)) }

func (b *book) addUnit(r row) {
	id := accountmap.UnitID(r.clone("id"))
	if b.repeats(b.units[id] != "", "unit", r) {
		return
	}
	u := accountmap.Unit{ID: id, Name: cmp.Or(r.clone("name"), string(id)), Parent: accountmap.UnitID(r.clone("parent")),
		Country: r.clone("country"),
		Region:  r.clone("region"), City: r.clone("city"), Address: r.clone("address"), Segment: r.clone("segment")}
	b.word(r, "kind", &u.Kind)
	if u.Parent != "" && b.units[u.Parent] == "" {
		parent := accountmap.Unit{ID: u.Parent, Name: string(u.Parent)}
		b.word(r, "parentKind", &parent.Kind)
		b.units[parent.ID] = parent.ID
		b.account.Units = append(b.account.Units, parent)
	}
	b.units[id] = id
	b.account.Units = append(b.account.Units, u)
}

func (b *book) addProduct(r row) {
	id := accountmap.ProductID(r.clone("id"))
	if b.repeats(b.products[id] != "", "product", r) {
		return
	}
	b.products[id] = id
	b.account.Products = append(b.account.Products, accountmap.Product{ID: id, Name: cmp.Or(r.clone("name"), string(id)), Line: r.clone("line"),
		Price: b.money(r, "price"), Description: r.clone("description")})
}

func (b *book) addMember(r row) {
	id := accountmap.MemberID(r.clone("id"))
	if b.repeats(b.members[id], "member of the team", r) {
		return
	}
	b.members[id] = true
	b.account.Team = append(b.account.Team, accountmap.Member{ID: id, Name: r.clone("name"), Role: r.clone("role"),
		Region: r.clone("region"), Email: r.clone("email")})
}

func (b *book) addContact(r row) {
	unit := b.units[accountmap.UnitID(r.text("unit"))]
	if unit == "" && r.text("unit") != "" {
		b.leaveOut(r, "unit", "contact", "unit")
		return
	}
	id := accountmap.ContactID(r.clone("id"))
	if b.repeats(b.contacts[id], "contact", r) {
		return
	}
	b.contacts[id] = true
	b.account.Contacts = append(b.account.Contacts, accountmap.Contact{ID: id, Name: r.clone("name"), Title: r.clone("title"), Unit: unit,
		Email: r.clone("email"),
		Phone: r.clone("phone"), Language: r.clone("language")})
}

// leaveOut reports a row that names what the account does not have, unless that was left out itself.
func (b *book) leaveOut(r row, key, thing, named string) {
	v := r.values[key]
	if key == "unit" && b.leftOut[accountmap.UnitID(v.text)] {
		return
	}
	b.WarnOf(named, v.pos(), ErrLeftOut, "nothing to do if it is of another client; otherwise add it to the account", "the %s %q is not in the account, and its %s is left out", named, v.text, thing)
}

// maxOrders is how many orders are kept, which is what an account file holds.
const maxOrders = 2_000_000

func (b *book) addOrder(r row) {
	o := accountmap.Order{Unit: b.units[accountmap.UnitID(r.text("unit"))], Product: b.products[accountmap.ProductID(r.text("product"))]}
	switch {
	case o.Unit == "":
		b.leaveOut(r, "unit", "order", "unit")
		return
	case o.Product == "":
		b.leaveOut(r, "product", "order", "product")
		return
	case b.full:
		return
	case len(b.account.Orders) == maxOrders:
		b.full = true
		b.Err(r.pos(), accountmap.ErrTooLarge, fmt.Sprintf("the account has more than %d orders", maxOrders), "leave out old ones")
		return
	}
	o.ID = accountmap.OrderID(r.clone("id"))
	o.Date, o.Due, o.Delivered = b.date(r, "date"), b.date(r, "due"), b.date(r, "delivered")
	o.Quantity = b.number(r, "quantity")
	price, share := b.money(r, "price"), b.discount(r) // which are read beside an amount, too, so that one that is none is told
	if o.Amount = b.money(r, "amount"); r.text("amount") == "" {
		o.Amount = b.priced(r, o.Quantity, price, share)
	}
	switch _, mapped := r.values["delivered"]; {
	case r.text("status") != "":
		b.word(r, "status", &o.Status)
	case !o.Delivered.IsZero():
		o.Status = accountmap.OrderDelivered
	case mapped:
		o.Status = accountmap.OrderOpen
	}
	if b.account.AsOf.Before(o.Date) {
		b.account.AsOf = o.Date
	}
	b.account.Orders = append(b.account.Orders, o)
	b.take(r, o)
}

// discount returns the share of the price that is taken off.
func (b *book) discount(r row) float64 {
	share := 0.0
	for _, of := range [...]struct {
		key   string
		whole float64
	}{{"discount", 1}, {"discountPercent", 100}} {
		part := b.number(r, of.key) / of.whole
		if part > 1 {
			b.wrong(r.values[of.key], &accountmap.ValueError{Detail: problems.Say("%q is more than the whole price", r.text(of.key)),
				Hint: `say in the mapping whether it is a share of one, as "discount", or of a hundred, as "discountPercent"`})
		}
		share += part
	}
	return share
}

// priced returns what so many cost at a price, less a share of it.
func (b *book) priced(r row, quantity float64, price accountmap.Money, share float64) accountmap.Money {
	minor := math.Round(float64(price.Minor) * quantity * (1 - share))
	if math.Abs(minor) >= math.MaxInt64/2 || math.IsNaN(minor) {
		b.wrong(r.values["price"], &accountmap.ValueError{Detail: problems.Say("%q times %g is too large", r.text("price"), quantity),
			Hint: "check both"})
		return accountmap.Money{}
	}
	if minor == 0 {
		return accountmap.Money{}
	}
	return accountmap.Money{Minor: int64(minor), Currency: price.Currency}
}

// take counts an order for the member who took it; the lines of one order stand one behind the other.
func (b *book) take(r row, o accountmap.Order) {
	member := accountmap.MemberID(r.text("member"))
	if member == "" || o.ID != "" && b.last[o.Unit] == o.ID {
		return
	}
	b.last[o.Unit] = o.ID
	if !b.members[member] {
		b.Warn(r.values["member"].pos(), accountmap.ErrUnknownReference, "add it to the team", "the member %q is not in the team", string(member))
		return
	}
	if b.taken[o.Unit] == nil {
		b.taken[o.Unit] = map[accountmap.MemberID]int{}
	}
	b.taken[o.Unit][accountmap.MemberID(r.clone("member"))]++
}

// giveOwners gives the contacts without an owner to the member who took most orders of their unit, the first of the team of several.
func (b *book) giveOwners() {
	for i := range b.account.Contacts {
		c, most := &b.account.Contacts[i], 0
		if c.Owner != "" {
			continue
		}
		for _, t := range b.account.Team {
			if n := b.taken[c.Unit][t.ID]; n > most {
				c.Owner, most = t.ID, n
			}
		}
	}
}
