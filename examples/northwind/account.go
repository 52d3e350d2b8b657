package main

import (
	"fmt"
	"io/fs"
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

const currency accountmap.Currency = "USD"

// readAccount makes one account of the tables. The problems are the rows left out.
func readAccount(folder fs.FS) (*accountmap.Account, accountmap.Problems, error) {
	b := builder{
		account: &accountmap.Account{Profile: accountmap.Profile{
			ID: "northwind", Name: "Northwind Traders", Industry: "Food wholesale", Currency: currency,
		}},
		bought: map[cell]accountmap.Date{},
	}
	steps := []struct {
		file string
		add  func(row) error
	}{
		{"categories.csv", b.addLine}, {"products.csv", b.addProduct}, {"employees.csv", b.addMember}, {"customers.csv", b.addCustomer},
		{"orders.csv", b.addOrder}, {"order_details.csv", b.addOrderLine},
	}
	for _, s := range steps {
		rows, err := readTable(folder, s.file)
		if err != nil {
			return nil, b.problems, err
		}
		for _, r := range rows {
			if err := s.add(r); err != nil {
				return nil, b.problems, err
			}
		}
	}
	b.addCoverage()
	b.addOwners()
	return b.account, b.problems, nil
}

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

type builder struct {
	account  *accountmap.Account
	problems accountmap.Problems

	lines        map[string]string
	countries    map[string]bool
	customers    map[string]bool
	discontinued map[accountmap.ProductID]bool
	orders       map[string]order
	// bought has the day of each cell's last order.
	bought map[cell]accountmap.Date
	// served counts the orders that each member took from each customer.
	served map[string]map[accountmap.MemberID]int
}

type order struct {
	customer             string
	date, due, delivered accountmap.Date
}

func set[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

func (b *builder) addLine(r row) error {
	set(&b.lines, r.text("CategoryID"), r.text("CategoryName"))
	return nil
}

func (b *builder) addProduct(r row) error {
	price, err := r.money("UnitPrice")
	if err != nil {
		return err
	}
	p := accountmap.Product{ID: productID(r), Name: r.text("ProductName"), Line: b.lines[r.text("CategoryID")], Price: price,
		Description: r.text("QuantityPerUnit")}
	b.account.Products = append(b.account.Products, p)
	set(&b.discontinued, p.ID, r.text("Discontinued") == "1")
	return nil
}

func productID(r row) accountmap.ProductID { return accountmap.ProductID("p" + r.text("ProductID")) }

func memberID(r row) accountmap.MemberID { return accountmap.MemberID("e" + r.text("EmployeeID")) }

func (b *builder) addMember(r row) error {
	b.account.Team = append(b.account.Team, accountmap.Member{ID: memberID(r), Name: r.text("FirstName") + " " + r.text("LastName"),
		Role: r.text("Title"), Region: r.text("Country")})
	return nil
}

// addCustomer adds a unit under its country with its contact. A row that names no country is no customer of anybody's.
func (b *builder) addCustomer(r row) error {
	id, country := r.text("CustomerID"), r.text("Country")
	if country == "" {
		b.problems = append(b.problems, r.leftOut(fmt.Sprintf("the customer %q has no country and no address, and its name is %q", id,
			r.text("CompanyName")), "the row is left out; complete it or delete it"))
		return nil
	}
	parent := accountmap.UnitID("country-" + country)
	if !b.countries[country] {
		set(&b.countries, country, true)
		b.account.Units = append(b.account.Units, accountmap.Unit{ID: parent, Name: country, Kind: accountmap.UnitDivision})
	}
	set(&b.customers, id, true)
	b.account.Units = append(b.account.Units, accountmap.Unit{ID: accountmap.UnitID(id), Name: r.text("CompanyName"),
		Kind: accountmap.UnitCompany, Parent: parent, Country: country, Region: r.text("Region"), City: r.text("City"), Address: r.text("Address")})
	b.account.Contacts = append(b.account.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: r.text("ContactName"),
		Title: r.text("ContactTitle"), Unit: accountmap.UnitID(id), Phone: r.text("Phone")})
	return nil
}

func (b *builder) addOrder(r row) error {
	o := order{customer: r.text("CustomerID")}
	for _, field := range []struct {
		column string
		date   *accountmap.Date
	}{{"OrderDate", &o.date}, {"RequiredDate", &o.due}, {"ShippedDate", &o.delivered}} {
		d, err := r.date(field.column)
		if err != nil {
			return err
		}
		*field.date = d
	}
	if !b.customers[o.customer] {
		b.problems = append(b.problems, r.leftOut(fmt.Sprintf("the order %s is of the customer %q, who is not in the account",
			r.text("OrderID"), o.customer), "the order is left out"))
		return nil
	}
	set(&b.orders, r.text("OrderID"), o)
	if b.account.AsOf.Before(o.date) {
		b.account.AsOf = o.date
	}
	if b.served[o.customer] == nil {
		set(&b.served, o.customer, map[accountmap.MemberID]int{})
	}
	b.served[o.customer][memberID(r)]++
	return nil
}

func (b *builder) addOrderLine(r row) error {
	o, ok := b.orders[r.text("OrderID")]
	if !ok {
		return nil // a line of an order that was left out, and reported
	}
	price, err := r.money("UnitPrice")
	if err != nil {
		return err
	}
	quantity, err := r.number("Quantity")
	if err != nil {
		return err
	}
	discount, err := r.number("Discount")
	if err != nil {
		return err
	}
	line := accountmap.Order{ID: accountmap.OrderID(r.text("OrderID")), Unit: accountmap.UnitID(o.customer), Product: productID(r),
		Date: o.date, Quantity: quantity, Due: o.due, Delivered: o.delivered, Status: accountmap.OrderOpen,
		Amount: accountmap.Money{Minor: int64(math.Round(float64(price.Minor) * quantity * (1 - discount)))}}
	if !o.delivered.IsZero() {
		line.Status = accountmap.OrderDelivered
	}
	b.account.Orders = append(b.account.Orders, line)
	if key := (cell{line.Unit, line.Product}); b.bought[key].Before(o.date) {
		b.bought[key] = o.date
	}
	return nil
}

// addCoverage reads the coverage off the orders: what was ordered in the last twelve months is sold, what was ordered only before has
// lapsed, and what was never ordered and is sold no more cannot be.
func (b *builder) addCoverage() {
	yearAgo := b.account.AsOf
	yearAgo.Year--
	for _, u := range b.account.Units {
		for _, p := range b.account.Products {
			c := accountmap.Cell{Unit: u.ID, Product: p.ID}
			last, ordered := b.bought[cell{u.ID, p.ID}]
			switch {
			case ordered && yearAgo.Before(last):
				c.Status = accountmap.StatusSold
			case ordered:
				c.Status = accountmap.StatusLapsed
			case b.customers[string(u.ID)] && b.discontinued[p.ID]:
				c.Status, c.Reason = accountmap.StatusBlocked, "The product is discontinued."
			default:
				continue
			}
			b.account.Coverage = append(b.account.Coverage, c)
		}
	}
}

// addOwners gives each contact to the member who took most of their orders, the first of the team where several took as many.
func (b *builder) addOwners() {
	for i := range b.account.Contacts {
		c, most := &b.account.Contacts[i], 0
		for _, t := range b.account.Team {
			if n := b.served[string(c.ID)][t.ID]; n > most {
				c.Owner, most = t.ID, n
			}
		}
	}
}
