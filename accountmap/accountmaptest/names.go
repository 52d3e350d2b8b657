package accountmaptest

import (
	"math/rand/v2"
	"strconv"
)

// words are the parts of invented names.
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

// namer draws names of one shape.
type namer struct {
	words
	r       *rand.Rand
	letters int
}

func (n *namer) person() string { return n.fit(pick(n.r, n.given)+" "+pick(n.r, n.family), n.family) }
func (n *namer) title() string  { return n.fit(pick(n.r, n.titles), n.titles) }

// unit and product count up, since readers tell units and products apart by name.
func (n *namer) unit(i int) string    { return n.fit(numbered(n.units, i), n.units) }
func (n *namer) product(i int) string { return n.fit(numbered(n.products, i), n.products) }
func (n *namer) city() string         { return pick(n.r, n.cities) }

// fit makes a name as long as the shape asks, with more words of a list.
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
