package orders

import (
	"cmp"
	"hash/maphash"
	"math/big"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// maxOrders leaves capacity for the other entries of an account file, which holds 250,000 in all.
const maxOrders = 200_000

func (b *book) addOrder(r *row) {
	o := accountmap.Order{Unit: b.units[accountmap.UnitID(r.text(keyUnit))], Product: b.products[accountmap.ProductID(r.text(keyProduct))]}
	switch {
	case o.Unit == "":
		b.leaveOut(r, keyUnit, "order", "unit")
		return
	case o.Product == "":
		b.leaveOut(r, keyProduct, "order", "product")
		return
	case len(b.account.Orders) == maxOrders:
		b.full = true
		b.Err(r.pos(), accountmap.ErrTooLarge, message.Of("the account has more than %d orders", maxOrders), message.Of("leave out old ones"))
		return
	}
	b.checkID(r)
	o.ID = accountmap.OrderID(r.clone(keyID))
	o.Date, o.Due, o.Delivered = b.date(r, keyDate), b.date(r, keyDue), b.date(r, keyDelivered)
	b.checkHead(r, o)
	o.Quantity = b.number(r, keyQuantity)
	currency := b.currencyOf(r)
	priced := b.priced(r, currency) // computed even with an amount, to report unreadable values
	if o.Amount = b.money(r, keyAmount, currency); r.text(keyAmount) == "" {
		o.Amount = priced
	} else if !priced.IsZero() && priced != o.Amount {
		v := r.values[keyAmount]
		b.WarnOf(v.heading, v.pos(), ErrContradiction, message.Of("no action needed if it has taxes or a discount in it; otherwise leave one of the two out of the mapping"),
			"%s: %q differs from quantity times price, %s: the amount counts", v.heading, v.text, problems.Text(priced.Format(b.account.Currency)))
	}
	switch {
	case r.text(keyStatus) != "":
		b.word(r, keyStatus, &o.Status)
	case !o.Delivered.IsZero():
		o.Status = accountmap.OrderDelivered
	case r.has(keyDelivered):
		o.Status = accountmap.OrderOpen
	}
	b.days.See(o.Date, r.values[keyDate].pos())
	b.checkRepeated(r, o)
	b.account.Orders = append(b.account.Orders, o)
	b.take(r, o)
}

// continueOrder completes a row that continues the order in the row above: a row with the same id,
// or with neither id, unit nor date. Exports of shops write what belongs to an order in its first
// row only.
func (b *book) continueOrder(r *row) {
	whole := r.text(keyUnit) != "" && r.text(keyDate) != ""
	bare := r.text(keyID) == "" && r.text(keyUnit) == "" && r.text(keyDate) == "" && r.text(keyProduct) != ""
	if !whole && !bare && (r.text(keyID) == "" || r.text(keyID) != string(b.above[keyID])) {
		return
	}
	for _, k := range [...]key{keyID, keyUnit, keyDate, keyCurrency, keyStatus, keyDue, keyDelivered, keyMember} {
		switch {
		case whole:
			b.above[k] = append(b.above[k][:0], r.text(k)...)
		case r.text(k) == "":
			r.values[k].text = string(b.above[k])
		}
	}
	if bare && len(b.above[keyUnit]) > 0 {
		b.Warn(r.pos(), accountmap.ErrMissingValue, message.Of("no action needed unless it is a sum: then delete it"), "a row with neither %s nor %s is read as a line of the order above",
			r.values[keyUnit].heading, r.values[keyDate].heading)
	}
}

// head holds the values that all rows of one order share.
type head struct {
	unit accountmap.UnitID
	date accountmap.Date
}

func (b *book) checkHead(r *row, o accountmap.Order) {
	if o.ID == "" {
		return
	}
	first, known := b.heads[o.ID]
	if !known {
		b.heads[o.ID] = head{o.Unit, o.Date}
		return
	}
	k, was, is := keyUnit, string(first.unit), string(o.Unit)
	if was == is {
		k, was, is = keyDate, first.date.String(), o.Date.String()
	}
	if v := r.values[k]; was != is && !first.date.IsZero() && !o.Date.IsZero() {
		b.WarnOf(v.heading, v.pos(), accountmap.ErrDuplicateID, message.Of("no action needed if its lines differ in that; otherwise correct one of the two"),
			"the order %q has the %s %q in one row and %q in another: each line keeps its own", string(o.ID), v.heading, was, is)
	}
}

func (b *book) checkRepeated(r *row, o accountmap.Order) {
	if o.ID == "" {
		return
	}
	var sum maphash.Hash
	sum.SetSeed(b.seed)
	for _, v := range r.values {
		sum.WriteString(v.text)
		sum.WriteByte(0)
	}
	line := sum.Sum64()
	if b.lines[line] {
		b.Warn(r.pos(), accountmap.ErrDuplicateID, message.Of("no action needed if they are two lines of it; otherwise export each once"),
			"the order %q already has the same line above: both are read", string(o.ID))
	}
	b.lines[line] = true
}

// currencyOf returns the currency that a row names, or that the heading of its amount names.
func (b *book) currencyOf(r *row) accountmap.Currency {
	v := r.values[keyCurrency]
	if v.text == "" {
		return cmp.Or(values.CurrencyIn(r.values[keyAmount].heading), values.CurrencyIn(r.values[keyPrice].heading))
	}
	_, c, err := values.Spelling{}.Plain("1 "+strings.ToUpper(v.text), b.currency)
	if err != nil || c == "" && v.text != "$" {
		b.wrong(v, accountmap.NewValueError(message.Of("%s is not a currency", problems.Quote(v.text)), message.Of("write its ISO 4217 code, such as EUR")))
	}
	return c
}

func (b *book) date(r *row, k key) accountmap.Date {
	v := r.values[k]
	if v.text == "" {
		return accountmap.Date{}
	}
	if d, ok := values.SerialDay(v.text); ok {
		b.WarnOf(v.heading, v.pos(), accountmap.ErrInvalidValue, report.SerialHint(), "%s: %q is a spreadsheet's day number, and is read as %s", v.heading, v.text, problems.Text(d.String()))
		return d
	}
	d, err := v.spelling.Date(v.text)
	b.wrong(v, err)
	return d
}

func (b *book) number(r *row, k key) float64 {
	v := r.values[k]
	if v.text == "" {
		return 0
	}
	n, err := v.spelling.Number(v.text)
	b.wrong(v, err)
	b.see(v, err == nil && n == 0)
	return n
}

// see reports a zero, which is read as unknown.
func (b *book) see(v value, zero bool) {
	if zero {
		b.WarnOf(v.heading, v.pos(), accountmap.ErrOutOfRange, report.ZeroHint(), "%s: %q is read as unknown", v.heading, v.text)
	}
}

// money reads an amount, in the currency of its row if the row names one. An amount with more
// decimals than its currency is rounded, which is reported.
func (b *book) money(r *row, k key, currency accountmap.Currency) accountmap.Money {
	v := r.values[k]
	if v.text == "" {
		return accountmap.Money{}
	}
	m, rounded, err := v.spelling.Money(v.text, cmp.Or(currency, b.currency))
	b.wrong(v, err)
	b.see(v, err == nil && m.Minor == 0)
	if err == nil && currency != "" && m.Currency != "" && m.Currency != currency {
		b.WarnOf(v.heading, v.pos(), ErrContradiction, message.Of("no action needed unless the currency of the row is the right one"),
			"%s: %q is in a different currency from the row, %s: its own counts", v.heading, v.text, string(currency))
	}
	m.Currency = cmp.Or(m.Currency, currency, b.currency)
	if rounded {
		b.WarnOf(v.heading, v.pos(), accountmap.ErrInvalidValue, message.Of("no action needed unless such small amounts matter"),
			"%s: %q has more decimals than %s, and is rounded to %s", v.heading, v.text, cmp.Or(string(m.Currency), message.Of("the currency")),
			problems.Text(b.inAccount(m).Format(b.account.Currency)))
	}
	return b.inAccount(m)
}

func (b *book) inAccount(m accountmap.Money) accountmap.Money {
	if m.Currency == b.account.Currency || m.Minor == 0 {
		m.Currency = ""
	}
	return m
}

// exact reads a number without rounding. It returns nil if the row has none.
func (b *book) exact(r *row, k key) (*big.Rat, accountmap.Currency) {
	v := r.values[k]
	if v.text == "" {
		return nil, ""
	}
	n, currency, err := v.spelling.Exact(v.text, b.currency)
	b.wrong(v, err)
	b.see(v, n != nil && n.Sign() == 0)
	return n, currency
}

// discount reads a discount as a fraction part/whole, where whole is 1 or 100. A text such as "10%"
// is per cent in either column.
func (b *book) discount(r *row, k key) (part *big.Rat, whole int64) {
	v := r.values[k]
	if k == keyDiscountPercent {
		whole = 100
	} else {
		whole = 1
	}
	text, percent := strings.CutSuffix(v.text, "%")
	if percent {
		whole = 100
	}
	if v.text == "" {
		return nil, whole
	}
	part, _, err := v.spelling.Exact(text, b.currency)
	b.wrong(v, err)
	return part, whole
}

// priced returns price times quantity minus the discount, rounded once at the end.
func (b *book) priced(r *row, own accountmap.Currency) accountmap.Money {
	price, currency := b.exact(r, keyPrice)
	currency = cmp.Or(currency, own)
	left := big.NewRat(1, 1)
	for _, k := range [...]key{keyDiscount, keyDiscountPercent} {
		part, whole := b.discount(r, k)
		if part == nil {
			continue
		}
		if part.Cmp(big.NewRat(whole, 1)) > 0 {
			v := r.values[k]
			b.ErrOf(v.heading, v.pos(), accountmap.ErrInvalidValue, message.Of(`say in the mapping whether it is a share of one, as "discount", or of a hundred, as "discountPercent"`),
				"%s: %q is more than the whole price", v.heading, v.text)
		}
		left.Sub(left, part.Quo(part, big.NewRat(whole, 1)))
	}
	if price == nil || r.text(keyQuantity) == "" {
		return accountmap.Money{}
	}
	quantity, _, err := r.values[keyQuantity].spelling.Exact(r.text(keyQuantity), b.currency)
	if err != nil || quantity == nil { // reported with the quantity of the order
		return accountmap.Money{}
	}
	m := accountmap.Money{Currency: cmp.Or(currency, b.currency)}
	minor, _, ok := values.Round(price.Mul(price.Mul(price, quantity), left), m.Currency)
	if !ok {
		v := r.values[keyPrice]
		b.ErrOf(v.heading, v.pos(), accountmap.ErrInvalidValue, message.Of("check both"), "%s: %q times %q is too large", v.heading, v.text, r.text(keyQuantity))
		return accountmap.Money{}
	}
	m.Minor = minor
	return b.inAccount(m)
}

// take counts an order for the member who took it. The lines of one order must be consecutive.
func (b *book) take(r *row, o accountmap.Order) {
	member := accountmap.MemberID(r.text(keyMember))
	if member == "" || o.ID != "" && b.last[o.Unit] == o.ID {
		return
	}
	b.last[o.Unit] = o.ID
	if !b.members[member] {
		if values.IsNullID(string(member)) {
			return
		}
		b.Warn(r.values[keyMember].pos(), accountmap.ErrUnknownReference, message.Of("add it to the team"), "the member %q is not in the team", string(member))
		return
	}
	if b.taken[o.Unit] == nil {
		b.taken[o.Unit] = map[accountmap.MemberID]int{}
	}
	b.taken[o.Unit][accountmap.MemberID(r.clone(keyMember))]++
}

// giveOwners assigns each unit that nobody looks after, and its contacts without an owner, to the
// member who took most orders of the unit. In a tie, the order of the team decides.
func (b *book) giveOwners() {
	owned := map[accountmap.UnitID]bool{}
	for _, t := range b.account.Team {
		for _, unit := range t.Units {
			owned[unit] = true
		}
	}
	for _, u := range b.account.Units {
		if top := b.topSeller(u.ID); top != nil && !owned[u.ID] {
			top.Units = append(slices.Clip(top.Units), u.ID)
		}
	}
	for i := range b.account.Contacts {
		c := &b.account.Contacts[i]
		if top := b.topSeller(c.Unit); top != nil && c.Owner == "" {
			c.Owner = top.ID
		}
	}
}

// topSeller returns the member who took most orders of a unit, or nil.
func (b *book) topSeller(unit accountmap.UnitID) *accountmap.Member {
	var top *accountmap.Member
	for i, most := 0, 0; i < len(b.account.Team); i++ {
		if n := b.taken[unit][b.account.Team[i].ID]; n > most {
			top, most = &b.account.Team[i], n
		}
	}
	return top
}
