package accountview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/message"
)

// A Coverage is the layout of the coverage of an account: units across, products down by line, and
// the people below each unit.
type Coverage struct {
	Units []accountmap.Unit
	Bands [][]Band
	Lines []ProductLine
	// Shares has the penetration of each unit alone, without the units below it, which have columns
	// of their own.
	Shares []accountmap.Penetration
	Whole  accountmap.Penetration
	People [][]Person
	// Strays are the people without a known unit.
	Strays []Person
}

type ProductLine struct {
	// Name is empty if no product of the account has a line.
	Name string
	Rows []ProductRow
	// Share is the penetration of the line.
	Share accountmap.Penetration
}

// Only returns the line with only the given products.
func (l ProductLine) Only(keep map[accountmap.ProductID]bool) ProductLine {
	l.Rows = slices.DeleteFunc(slices.Clone(l.Rows), func(r ProductRow) bool { return !keep[r.Product.ID] })
	return l
}

type ProductRow struct {
	Product  accountmap.Product
	Statuses []accountmap.CoverageStatus // one per unit
	Share    accountmap.Penetration
}

// A Person is a person below a unit.
type Person struct {
	Name   string
	Stance accountmap.Stance
	// Roles has the buying roles as short words.
	Roles string
	// Missing marks a placeholder for a person who must exist but is not known yet.
	Missing bool
}

// maxCells is the limit of cells of the coverage in one workbook or document. A million cells take
// about a second and 300 MB, and nobody reads as many.
const maxCells = 1_000_000

// CheckCells returns an error for a coverage with too many cells. The message has the workaround in
// the API.
func (a *View) CheckCells() error {
	if err := CheckSize(a.Map); err != nil {
		return fmt.Errorf("%w; keep the units or products in question with Map.Select", err)
	}
	return nil
}

// CheckSize returns an error for a coverage with too many cells.
func CheckSize(m *accountmap.Map) error {
	units, products := m.Matrix().Size()
	if n := units * products; n > maxCells {
		return accountmap.Sentence(message.Of("the coverage of %d units and %d products has %d cells, more than %d", units, products, n, maxCells))
	}
	return nil
}

func (a *View) Coverage() *Coverage {
	cells := a.Map.Matrix()
	x := &Coverage{Units: slices.Collect(cells.Units())}
	x.Bands = a.bands(x.Units)
	x.Shares = make([]accountmap.Penetration, len(x.Units))
	for p := range cells.Products() {
		row := ProductRow{Product: p, Statuses: make([]accountmap.CoverageStatus, len(x.Units))}
		for i, u := range x.Units {
			status := cells.At(u.ID, p.ID).Status
			row.Statuses[i] = status
			for _, share := range []*accountmap.Penetration{&row.Share, &x.Shares[i], &x.Whole} {
				count(share, status)
			}
		}
		n := len(x.Lines)
		if n == 0 || x.Lines[n-1].Rows[0].Product.Line != row.Product.Line {
			x.Lines = append(x.Lines, ProductLine{Name: OneLine(row.Product.Line)})
			n++
		}
		x.Lines[n-1].Rows = append(x.Lines[n-1].Rows, row)
	}
	for i := range x.Lines {
		for _, row := range x.Lines[i].Rows {
			x.Lines[i].Share.Sold += row.Share.Sold
			x.Lines[i].Share.Sellable += row.Share.Sellable
		}
	}
	if n := len(x.Lines); n > 1 && x.Lines[n-1].Name == "" {
		x.Lines[n-1].Name = a.Words.Text(terms.WorkbookOtherProducts)
	}
	a.addPeople(x)
	return x
}

// Most returns the coverage of at most the given number of units, in their order, and the number of
// omitted units. Units with the most purchases have priority, then units with the most people. The
// penetration of a product still counts all units.
func (x *Coverage) Most(a *View, units int) (kept *Coverage, left int) {
	left = len(x.Units) - units
	if left <= 0 {
		return x, 0
	}
	ranked := make([]int, len(x.Units))
	for i := range ranked {
		ranked[i] = i
	}
	slices.SortStableFunc(ranked, func(i, k int) int {
		return cmp.Or(cmp.Compare(x.Shares[k].Sold, x.Shares[i].Sold), cmp.Compare(len(x.People[k]), len(x.People[i])))
	})
	at := slices.Sorted(slices.Values(ranked[:units]))
	most := *x
	most.Units, most.Shares, most.People = pick(x.Units, at), pick(x.Shares, at), pick(x.People, at)
	most.Bands, most.Lines = a.bands(most.Units), slices.Clone(x.Lines)
	for i := range most.Lines {
		rows := slices.Clone(most.Lines[i].Rows)
		for k := range rows {
			rows[k].Statuses = pick(rows[k].Statuses, at)
		}
		most.Lines[i].Rows = rows
	}
	return &most, left
}

func pick[T any](list []T, at []int) []T {
	picked := make([]T, len(at))
	for i, k := range at {
		picked[i] = list[k]
	}
	return picked
}

func count(p *accountmap.Penetration, s accountmap.CoverageStatus) {
	if !s.Sellable() {
		return
	}
	p.Sellable++
	if s == accountmap.CoverageSold {
		p.Sold++
	}
}

func (a *View) addPeople(x *Coverage) {
	for _, known := range a.Map.Known("", a.AsOf) {
		var people []Person
		for _, id := range slices.Concat(known.Contacts, known.Missing) {
			c, _ := a.Map.Contact(id)
			people = append(people, a.Person(c))
		}
		x.People = append(x.People, people)
	}
	for c := range a.Map.ContactsIn("") {
		if c.Here(a.AsOf) {
			x.Strays = append(x.Strays, a.Person(c))
		}
	}
}

func (a *View) Person(c accountmap.Contact) Person {
	name := a.PersonName(c)
	if c.Placeholder {
		name = a.Words.Text(terms.WorkbookNotYetKnown, name)
	}
	roles := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		roles[i] = a.Words.RoleShort(r)
	}
	return Person{name, c.Stance, strings.Join(roles, ", "), c.Placeholder}
}
