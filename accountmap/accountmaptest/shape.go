package accountmaptest

import "fmt"

// Shape says how large an account is and how its people and units hang together. The zero Shape is an account with nothing but a name.
// Counts below zero mean zero.
type Shape struct {
	// Name tells shapes apart, as the name of a subtest for example. It does not change the account.
	Name string

	// Units counts the units, UnitDepth the levels on which they stand: a chain of that length, and the other units anywhere beside and
	// below it. Depths 0 and 1 put all units at the top; a depth greater than Units is taken as Units.
	Units, UnitDepth int
	// PeopleInLeaves keeps people, coverage and orders out of units that have units below, which makes those groupings.
	PeopleInLeaves bool

	// Contacts counts the people. They sit in the units in runs of even length, the first of a run being the head of the unit; without
	// units, they have none.
	Contacts int
	// ReportsPerManager is how many report to one person: 1 makes a chain of each unit, the number of the others a star, 0 leaves everybody
	// without a manager. The head of a unit reports to the head of the nearest unit above that has people.
	ReportsPerManager int
	// Relationships counts the other ties; there are none between fewer than two people.
	Relationships int

	Products int
	// Assessed is the part of the coverage matrix that has been assessed, from 0 to 1.
	Assessed float64
	// Orders and the next count entries of their lists. Those that need a product, a unit or a contact are left out when there is none.
	Orders, Endorsements, Exposures, Communications, Goals, Team, Competitors int
	// Those of what follows a sale, too.
	Contracts, Terms, Targets, Cadences, KPIs, Milestones, Surveys, Cases, Commitments, Objections, Risks int

	// Greek gives everything a Greek name; otherwise names come from many languages and three scripts.
	Greek bool
	// NameLetters is the exact length of every name and title, in letters. Zero means natural names.
	NameLetters int
}

// Shapes returns one of each named shape at a size that is quick to test, the simplest first.
func Shapes() []Shape {
	return []Shape{
		Empty(), OnePerson(), NoUnits(12), OneUnit(15), ManyUnits(40), Chain(30), Star(60), DeepNest(12), LongNames(), Greek(), Typical(60),
	}
}

// Empty is an account with nothing but a name.
func Empty() Shape { return Shape{Name: "empty"} }

// OnePerson is one person in one unit, and one product.
func OnePerson() Shape {
	return Shape{Name: "one person", Units: 1, Contacts: 1, Products: 1}
}

// Chain is n people of one unit, each reporting to the one before.
func Chain(n int) Shape {
	return Shape{Name: fmt.Sprintf("chain of %d", n), Units: 1, Contacts: n, ReportsPerManager: 1, Products: 3, Assessed: 1}
}

// Star is one manager with n reports, all in one unit.
func Star(n int) Shape {
	return Shape{Name: fmt.Sprintf("star of %d", n), Units: 1, Contacts: n + 1, ReportsPerManager: n, Products: 3, Assessed: 1}
}

// ManyUnits is n units side by side, with one person in each.
func ManyUnits(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d units", n), Units: n, Contacts: n, Products: 3, Assessed: 0.5}
}

// OneUnit is n people of one unit, at most five reporting to each.
func OneUnit(n int) Shape {
	return Shape{Name: fmt.Sprintf("one unit of %d", n), Units: 1, Contacts: n, ReportsPerManager: 5, Products: 3, Assessed: 1}
}

// DeepNest is n units, each inside the one before, with one person in each.
func DeepNest(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d units deep", n), Units: n, UnitDepth: n, Contacts: n, ReportsPerManager: 2, Products: 3, Assessed: 0.5}
}

// NoUnits is n people whose units nobody knows yet, at most four reporting to each.
func NoUnits(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d people without units", n), Contacts: n, ReportsPerManager: 4, Relationships: n / 4}
}

// LongNames is a small account in which every name and title has 60 letters.
func LongNames() Shape {
	s := Typical(20)
	s.Name, s.NameLetters = "long names", 60
	return s
}

// Greek is a small account of Greek names.
func Greek() Shape {
	s := Typical(20)
	s.Name, s.Greek = "greek", true
	return s
}

// Typical is an account as large ones are: about seven people to a unit, units on three levels, four reports to a manager, twelve
// products with two thirds of the matrix assessed, and something in every list.
func Typical(contacts int) Shape {
	return Shape{
		Name: fmt.Sprintf("typical of %d", contacts), Units: max(1, contacts/7), UnitDepth: 3, Contacts: contacts, ReportsPerManager: 4,
		Relationships: contacts / 5, Products: 12, Assessed: 2.0 / 3, Orders: 3 * contacts, Endorsements: contacts / 4, Exposures: contacts,
		Communications: contacts / 2, Goals: 6, Team: 5, Competitors: 2, Contracts: 4, Terms: 6, Targets: 8, Cadences: 4, KPIs: 6, Milestones: 12,
		Surveys: contacts / 4, Cases: contacts / 8, Commitments: contacts / 8, Objections: contacts / 8, Risks: 5,
	}
}
