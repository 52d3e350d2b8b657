package accountmaptest

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// Shape is the size of an account and the structure of its people and units. The zero Shape is an
// account with only a name. Negative numbers mean zero.
type Shape struct {
	// Name is the name of the shape, for subtests. It does not change the account.
	Name string

	// Units is the number of units, and UnitDepth the number of levels. One chain of units has that
	// length; the other units are at random positions next to it and below it. Depths 0 and 1 put
	// all units at the top. A depth greater than Units means Units.
	Units, UnitDepth int
	// PeopleInLeaves puts people, coverage and orders only into units without sub-units. The other
	// units are groupings.
	PeopleInLeaves bool

	// Contacts is the number of people. They are spread evenly over the units, if any, and the
	// first in a unit is its head.
	Contacts int
	// ReportsPerManager is the number of direct reports of a manager. 1 makes each unit a chain, a
	// large number makes it a star, and 0 means no managers. The head of a unit reports to the head
	// of the nearest unit above that has people.
	ReportsPerManager int
	// Relationships is the number of other relations between people. It needs at least two people.
	Relationships int

	Products int
	// Assessed is the assessed share of the coverage matrix, from 0 to 1.
	Assessed float64
	// The numbers of entries in further lists. Entries that need a product, a unit or a contact are
	// left out without one.
	Orders, Endorsements, Exposures, Communications, Goals, Team, Competitors int
	// The numbers of entries in the lists of after-sales work, with the same rule.
	Contracts, Terms, Targets, Cadences, KPIs, Milestones, Surveys, Cases, Commitments, Objections, Risks int

	// Greek gives everything Greek names; otherwise names are in many languages and three scripts.
	Greek bool
	// NameLetters is the exact length of every name and title, in letters. Zero means natural
	// names.
	NameLetters int
}

// Shapes returns one example of each named shape, small enough for quick tests, the simplest first.
func Shapes() []Shape {
	return []Shape{
		Empty(), OnePerson(), NoUnits(12), OneUnit(15), ManyUnits(40), Chain(30), Star(60), DeepNest(12), LongNames(), Greek(), Typical(60),
	}
}

// Empty returns the shape of an account with only a name.
func Empty() Shape { return Shape{Name: "empty"} }

// OnePerson returns the shape of one person in one unit, and one product.
func OnePerson() Shape {
	return Shape{Name: "one person", Units: 1, Contacts: 1, Products: 1}
}

// Chain returns the shape of n people in one unit, each of whom reports to the previous one.
func Chain(n int) Shape {
	return Shape{Name: fmt.Sprintf("chain of %d", n), Units: 1, Contacts: n, ReportsPerManager: 1, Products: 3, Assessed: 1}
}

// Star returns the shape of one manager with n reports, all in one unit.
func Star(n int) Shape {
	return Shape{Name: fmt.Sprintf("star of %d", n), Units: 1, Contacts: n + 1, ReportsPerManager: n, Products: 3, Assessed: 1}
}

// ManyUnits returns the shape of n top-level units, with one person in each.
func ManyUnits(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d units", n), Units: n, Contacts: n, Products: 3, Assessed: 0.5}
}

// OneUnit returns the shape of n people in one unit, with at most five reports to each.
func OneUnit(n int) Shape {
	return Shape{Name: fmt.Sprintf("one unit of %d", n), Units: 1, Contacts: n, ReportsPerManager: 5, Products: 3, Assessed: 1}
}

// DeepNest returns the shape of n units, each inside the previous one, with one person in each.
func DeepNest(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d units deep", n), Units: n, UnitDepth: n, Contacts: n, ReportsPerManager: 2, Products: 3, Assessed: 0.5}
}

// NoUnits returns the shape of n people whose units are unknown, with at most four reports to each.
func NoUnits(n int) Shape {
	return Shape{Name: fmt.Sprintf("%d people without units", n), Contacts: n, ReportsPerManager: 4, Relationships: n / 4}
}

// LongNames returns the shape of a small account in which every name and title has 60 letters.
func LongNames() Shape {
	s := Typical(20)
	s.Name, s.NameLetters = "long names", 60
	return s
}

// Greek returns the shape of a small account with Greek names.
func Greek() Shape {
	s := Typical(20)
	s.Name, s.Greek = "greek", true
	return s
}

// Typical returns the shape of a typical large account: about seven people in a unit, units on
// three levels, four reports to a manager, twelve products with two thirds of the matrix assessed,
// and entries in every list.
func Typical(contacts int) Shape {
	return Shape{
		Name: fmt.Sprintf("typical of %d", contacts), Units: max(1, contacts/7), UnitDepth: 3, Contacts: contacts, ReportsPerManager: 4,
		Relationships: contacts / 5, Products: 12, Assessed: 2.0 / 3, Orders: 3 * contacts, Endorsements: contacts / 4, Exposures: contacts,
		Communications: contacts / 2, Goals: 6, Team: 5, Competitors: 2, Contracts: 4, Terms: 6, Targets: 8, Cadences: 4, KPIs: 6, Milestones: 12,
		Surveys: contacts / 4, Cases: contacts / 8, Commitments: contacts / 8, Objections: contacts / 8, Risks: 5,
	}
}

type words struct {
	given, family, titles, units, cities, products []string
}

func manyLanguages() words {
	return words{
		given: []string{"Begoña", "Iñaki", "Ελένη", "Γιάννης", "Иван", "Олена", "Jörg", "Zoë", "Søren", "Łukasz", "Sinéad", "Kofi", "Ömer", "Inês",
			"Ana", "Tom", "Núria", "Léa"},
		family: []string{"Núñez", "Öztürk", "Παπαδοπούλου", "Δήμου", "Петров", "Коваль", "Müller", "Lambert", "Dahl", "Żółkiewski", "O'Hara",
			"Mensah", "Şahin", "Carvalho", "Ribeiro", "Whitfield", "Pons", "Moreau"},
		titles: []string{"Directora financiera", "Head of logistics", "Διευθυντής προμηθειών", "Главный механик", "Geschäftsführerin",
			"Kierownik zmiany", "Warehouse lead", "Diretor-geral", "Analyst", "Chief information officer"},
		units:    []string{"Logística", "Retail", "Προμήθειες", "Plant North", "IT & Data", "Сервис", "Köln", "Fundación", "Zakład", "Finance"},
		cities:   []string{"Madrid", "Αθήνα", "Gdańsk", "Köln", "Lisboa", "Варна", "Zaragoza", "Θεσσαλονίκη"},
		products: []string{"Core", "Analytics", "Integration hub", "Mobile", "Route planning", "Telematics", "Slotting", "Yard planner", "Training"},
	}
}

func greek() words {
	return words{
		given:    []string{"Ελένη", "Γιάννης", "Μαρία", "Νίκος", "Σοφία", "Θανάσης", "Κατερίνα", "Δημήτρης", "Χριστίνα", "Ξένια"},
		family:   []string{"Παπαδοπούλου", "Δήμου", "Αλεξίου", "Βλάχος", "Κωνσταντίνου", "Ρήγας", "Μάνου", "Οικονόμου", "Ψαρράς"},
		titles:   []string{"Διευθυντής προμηθειών", "Υπεύθυνη συμβάσεων", "Διευθύνουσα σύμβουλος", "Λογιστήριο", "Προϊσταμένη αποθήκης"},
		units:    []string{"Προμήθειες", "Παραγωγή", "Αποθήκη", "Οικονομικές υπηρεσίες", "Πωλήσεις"},
		cities:   []string{"Αθήνα", "Θεσσαλονίκη", "Πάτρα", "Ηράκλειο"},
		products: []string{"Πυρήνας", "Αναλύσεις", "Δρομολόγια", "Τηλεματική", "Εκπαίδευση"},
	}
}

type namer struct {
	words
	r       *rand.Rand
	letters int
}

func (n *namer) person() string { return n.fit(pick(n.r, n.given)+" "+pick(n.r, n.family), n.family) }

func (n *namer) title() string { return n.fit(pick(n.r, n.titles), n.titles) }

// unit and product append a number to a repeated name, so that each name is unique.
func (n *namer) unit(i int) string { return n.fit(numbered(n.units, i), n.units) }

func (n *namer) product(i int) string { return n.fit(numbered(n.products, i), n.products) }

func (n *namer) city() string { return pick(n.r, n.cities) }

// fit brings a name to the length of the shape: it adds words of a list, or cuts the name.
func (n *namer) fit(name string, more []string) string {
	if n.letters <= 0 {
		return name
	}
	letters := []rune(name)
	for len(letters) < n.letters {
		letters = append(letters, []rune(" "+pick(n.r, more))...)
	}
	if last := n.letters - 1; letters[last] == ' ' {
		letters[last] = letters[last-1]
	}
	return string(letters[:n.letters])
}

func numbered(list []string, i int) string {
	name := list[i%len(list)]
	if round := i / len(list); round > 0 {
		name += " " + strconv.Itoa(round+1)
	}
	return name
}
