package insight_test

import (
	"strconv"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// everything asks all questions about an account.
func everything(m *accountmap.Map) {
	s := insight.Of(m, accountmap.Date{})
	s.Summary()
	s.Moves(insight.MoveOptions{})
	s.Watch(insight.WatchOptions{})
	s.Health(nil, insight.HealthOptions{})
	s.Alerts(insight.Thresholds{})
	s.Touches(insight.TouchOptions{})
	s.Whitespace(insight.WhitespaceOptions{})
	s.Transfers(insight.TransferOptions{})
	s.Deals(0)
	s.Paces()
	s.Ready()
	insight.Agenda(m, m.Profile().AsOf, m.Profile().AsOf.AddDays(90))
}

// BenchmarkSample asks all questions about the sample account.
func BenchmarkSample(b *testing.B) {
	m, problems := codec.Open("../../examples/handoff/sample.yaml")
	if problems.HasErrors() {
		b.Fatal(problems)
	}
	for b.Loop() {
		everything(m)
	}
}

// BenchmarkLarge asks all questions about accounts that are each large in one dimension.
func BenchmarkLarge(b *testing.B) {
	for _, name := range []string{"products by units", "flat units", "ties", "chain of reports"} {
		b.Run(name, func(b *testing.B) {
			m, err := accountmap.New(large(name))
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				everything(m)
			}
		})
	}
}

// BenchmarkAlerts reads a million orders: 500 units order 40 products every four weeks.
func BenchmarkAlerts(b *testing.B) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today}}
	for p := range 40 {
		a.Products = append(a.Products, accountmap.Product{ID: numbered[accountmap.ProductID]("p", p), Name: "Product"})
	}
	for u := range 500 {
		id := numbered[accountmap.UnitID]("u", u)
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: "Unit"})
		for i := range 2000 {
			a.Orders = append(a.Orders, accountmap.Order{Unit: id, Product: a.Products[i%40].ID, Date: today.AddDays(-28*(i/40) - u%60), Quantity: float64(5 + (u+i)%7), Amount: euros(100_00)})
		}
	}
	m, err := accountmap.New(a)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		insight.Of(m, today).Alerts(insight.Thresholds{})
	}
}

func numbered[T ~string](prefix string, i int) T { return T(prefix + strconv.Itoa(i)) }

// large returns an account that is large in one dimension.
func large(name string) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today}}
	for i := range 3 {
		a.Team = append(a.Team, accountmap.Member{ID: numbered[accountmap.MemberID]("m", i), Name: "Member"})
	}
	units, products, contacts := 1, 10, 0
	switch name {
	case "products by units":
		units, products, contacts = 2000, 5000, 2000
	case "flat units":
		units, products, contacts = 15000, 10, 15000
	case "ties":
		units, contacts = 10, 300
	case "chain of reports":
		units, contacts = 10, 10000
	}
	for p := range products {
		a.Products = append(a.Products, accountmap.Product{ID: numbered[accountmap.ProductID]("p", p), Name: "Product"})
	}
	for u := range units {
		a.Units = append(a.Units, accountmap.Unit{ID: numbered[accountmap.UnitID]("u", u), Name: "Unit"})
		for k := range 3 {
			c := accountmap.Cell{Unit: a.Units[u].ID, Product: a.Products[(u*3+k)%products].ID, Status: accountmap.CoverageStatuses()[(u+k)%4], Value: euros(100_00), Potential: euros(int64(200_00 + u))}
			if c.Status == accountmap.CoverageSold && u%5 == 0 {
				c.Renewal = today.AddDays(u % 200)
			}
			a.Coverage = append(a.Coverage, c)
			for o := range 4 {
				a.Orders = append(a.Orders, accountmap.Order{Unit: c.Unit, Product: c.Product, Date: today.AddDays(-28*o - u%60), Quantity: 5, Amount: euros(100_00)})
			}
		}
	}
	for i := range contacts {
		c := accountmap.Contact{ID: numbered[accountmap.ContactID]("c", i), Name: "Person", Unit: a.Units[i%units].ID, Power: i%5 + 1, Stance: accountmap.Stances()[i%5], Owner: a.Team[i%3].ID, Roles: []accountmap.Role{accountmap.Roles()[i%5]}}
		if name == "chain of reports" && i > 0 {
			c.ReportsTo = a.Contacts[i-1].ID
		}
		a.Contacts = append(a.Contacts, c)
	}
	if name == "ties" {
		for i := range contacts {
			for k := range 130 {
				a.Relationships = append(a.Relationships, accountmap.Relationship{From: a.Contacts[i].ID, To: a.Contacts[(i+k+1)%contacts].ID, Kind: accountmap.RelationshipInfluence})
			}
		}
	}
	return a
}
