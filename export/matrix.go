package export

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// A matrix is the coverage of an account as it is laid out: units across, products down by line, and the people below each unit.
type matrix struct {
	units []accountmap.Unit
	bands [][]band
	lines []productLine
	// shares has the penetration of each unit by itself, without the units below it, which have columns of their own.
	shares []accountmap.Penetration
	whole  accountmap.Penetration
	people [][]person
	// strays are the people whose unit nobody knows.
	strays []person
}

type productLine struct {
	// name is empty when no product of the account has a line.
	name string
	rows []productRow
	// share is the penetration of the line.
	share accountmap.Penetration
}

type productRow struct {
	product  accountmap.Product
	statuses []accountmap.Status // one a unit
	share    accountmap.Penetration
}

// A person is somebody below a unit.
type person struct {
	name   string
	stance accountmap.Stance
	// roles are the buying roles, in short.
	roles string
	// missing tells that we know of the person only that they must exist.
	missing bool
}

// roleLine is the line below the name.
func (p person) roleLine() string {
	if p.roles == "" {
		return ""
	}
	return "\n" + p.roles
}

// marked is the name of a person behind the mark of their stance, which the client does not read.
func (a *account) marked(p person) string {
	if a.client {
		return p.name
	}
	return a.words.StanceMark(p.stance) + " " + p.name
}

// linesOf is how many lines a person takes in a column of so many characters.
func (a *account) linesOf(p person, width float64) int {
	n := lines(a.marked(p), width)
	if p.roles != "" {
		n += lines(p.roles, width/roleSize)
	}
	return n
}

func (a *account) matrix() *matrix {
	x := &matrix{}
	cells := a.Matrix()
	for u := range cells.Units() {
		x.units = append(x.units, u)
	}
	x.bands = a.bands(x.units)
	x.shares = make([]accountmap.Penetration, len(x.units))
	for p := range cells.Products() {
		row := productRow{product: p, statuses: make([]accountmap.Status, len(x.units))}
		for i, u := range x.units {
			status := cells.At(u.ID, p.ID).Status
			row.statuses[i] = status
			for _, share := range []*accountmap.Penetration{&row.share, &x.shares[i], &x.whole} {
				count(share, status)
			}
		}
		x.add(row)
	}
	for i := range x.lines {
		for _, row := range x.lines[i].rows {
			x.lines[i].share.Sold += row.share.Sold
			x.lines[i].share.Sellable += row.share.Sellable
		}
	}
	if n := len(x.lines); n > 1 && x.lines[n-1].name == "" {
		x.lines[n-1].name = a.words.Text(terms.WorkbookOtherProducts)
	}
	a.addPeople(x)
	return x
}

// add puts a row at the end of its line: products come by line.
func (x *matrix) add(row productRow) {
	n := len(x.lines)
	if n == 0 || x.lines[n-1].rows[0].product.Line != row.product.Line {
		x.lines = append(x.lines, productLine{name: oneLine(row.product.Line)})
		n++
	}
	x.lines[n-1].rows = append(x.lines[n-1].rows, row)
}

func count(p *accountmap.Penetration, s accountmap.Status) {
	if !s.Sellable() {
		return
	}
	p.Sellable++
	if s == accountmap.StatusSold {
		p.Sold++
	}
}

func (a *account) addPeople(x *matrix) {
	for _, known := range a.Known("") {
		var people []person
		for _, id := range known.Contacts {
			c, _ := a.Contact(id)
			people = append(people, a.person(c))
		}
		for _, id := range known.Missing {
			c, _ := a.Contact(id)
			people = append(people, a.person(c))
		}
		x.people = append(x.people, people)
	}
	for c := range a.ContactsIn("") {
		if c.Left.IsZero() {
			x.strays = append(x.strays, a.person(c))
		}
	}
}

func (a *account) person(c accountmap.Contact) person {
	name := a.personName(c)
	if c.Placeholder {
		name = a.words.Text(terms.WorkbookNotYetKnown, name)
	}
	roles := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		roles[i] = a.words.RoleShort(r)
	}
	return person{name, c.Stance, strings.Join(roles, ", "), c.Placeholder}
}
