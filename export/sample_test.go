package export_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export"
	"github.com/accountatlas/accountatlas/export/document"
)

// sample is a small account with one of everything, and every status:
//
//	           Platform          Field            -
//	           Core     Hub      App      Radio   Care
//	Head       sold     blocked  -        -       not relevant
//	 North     (holds Mill and Depot)
//	  Mill     sold     opport.  sold     gap     lapsed
//	  Depot    proposed compet.  in-house -       -
//	Trust      -        -        -        -       -
func sample() *accountmap.Account {
	return &accountmap.Account{
		Profile: accountmap.Profile{ID: "acme", Name: "Acme", Industry: "Paper", Segment: "Enterprise", Tier: "Key", Currency: "EUR",
			AsOf: day(2026, 11, 1), Notes: "Won in 2024."},
		Units: []accountmap.Unit{
			{ID: "head", Name: "Head office", Kind: accountmap.UnitGroup, Country: "Spain", City: "Madrid", Address: "Calle 1"},
			{ID: "north", Name: "North", Kind: accountmap.UnitDivision, Parent: "head", Region: "Baltic"},
			{ID: "mill", Name: "Mill", Parent: "north", Country: "Poland", City: "Gdańsk"},
			{ID: "depot", Name: "Depot", Parent: "north"},
			{ID: "trust", Name: "Trust", Kind: accountmap.UnitRelated},
		},
		Products: []accountmap.Product{
			{ID: "core", Name: "Core", Line: "Platform"}, {ID: "app", Name: "App", Line: "Field"}, {ID: "care", Name: "Care"},
			{ID: "hub", Name: "Hub", Line: "Platform"}, {ID: "radio", Name: "Radio", Line: "Field"},
		},
		Contacts: []accountmap.Contact{
			{ID: "boss", Name: "Boss Ana", Title: "Director", Unit: "head", Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleCoach},
				Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.LevelBrief, Owner: "hunter", Email: "boss@acme.example",
				Phone: "+34 1", Language: "es", Notes: "One page.", Evidence: accountmap.Evidence{Source: "Said so", Date: day(2026, 3, 1), Confirmed: true}},
			{ID: "clerk", Name: "Clerk Ben", Unit: "head", AssistantTo: "boss", Power: 1, ContactLevel: accountmap.LevelInDepth},
			{ID: "chief", Name: "Chief Eva", Unit: "mill", ReportsTo: "boss", Stance: accountmap.StanceNeutral, Power: 4},
			{ID: "stop", Name: "Stop Carl", Unit: "mill", Stance: accountmap.StanceBlocker, Power: 3, External: true},
			{ID: "fan", Name: "Fan Dora", Unit: "mill", Stance: accountmap.StanceSupporter, ContactLevel: accountmap.LevelMultiple},
			{ID: "gone", Name: "Gone Emil", Unit: "mill", Stance: accountmap.StanceChampion, Power: 5, Left: day(2026, 3, 31)},
			{ID: "legal", Title: "Legal counsel", Unit: "depot", Placeholder: true},
			{ID: "stray", Name: "Stray Finn", Stance: accountmap.StanceSceptic},
		},
		Coverage: []accountmap.Cell{
			{Unit: "head", Product: "core", Status: accountmap.StatusSold, Renewal: day(2027, 1, 1)},
			{Unit: "head", Product: "hub", Status: accountmap.StatusBlocked, Reason: "Frozen budget"},
			{Unit: "head", Product: "care", Status: accountmap.StatusNotRelevant, Reason: "Nothing to care for"},
			{Unit: "mill", Product: "core", Status: accountmap.StatusSold, Renewal: day(2026, 10, 1)},
			{Unit: "mill", Product: "hub", Status: accountmap.StatusOpportunity, Kind: accountmap.SaleCrossSell, Potential: accountmap.Money{Minor: 500000}},
			{Unit: "mill", Product: "app", Status: accountmap.StatusSold},
			{Unit: "mill", Product: "radio", Status: accountmap.StatusGap},
			{Unit: "mill", Product: "care", Status: accountmap.StatusLapsed},
			{Unit: "depot", Product: "core", Status: accountmap.StatusProposed},
			{Unit: "depot", Product: "hub", Status: accountmap.StatusCompetitor, Competitor: "rival"},
			{Unit: "depot", Product: "app", Status: accountmap.StatusInHouse},
		},
		Orders: []accountmap.Order{
			{Unit: "mill", Product: "core", Date: day(2026, 2, 1), Quantity: 3, Amount: accountmap.Money{Minor: 1500000}},
			{Unit: "mill", Product: "core", Date: day(2025, 3, 1), Quantity: 2, Amount: accountmap.Money{Minor: 1000000}},
			{Unit: "mill", Product: "core", Date: day(2026, 5, 1), Quantity: 9, Amount: accountmap.Money{Minor: 9000000}, Status: accountmap.OrderCancelled},
			{Unit: "mill", Product: "care", Date: day(2024, 6, 1), Quantity: 1, Amount: accountmap.Money{Minor: 70000, Currency: "JPY"}},
		},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: day(2026, 1, 10), Given: day(2026, 1, 20), ToUnit: "mill", ToContact: "chief"},
			{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: day(2026, 5, 1)},
			{Kind: accountmap.EndorsementTestimonial, Contact: "fan", Asked: day(2026, 2, 2), Declined: day(2026, 2, 9), Product: "core", Text: "Not yet."},
		},
		Exposures: []accountmap.Exposure{{Contact: "chief", Product: "hub", Date: day(2026, 1, 1), Kind: accountmap.ExposureDemo, By: "hunter",
			Reaction: accountmap.ReactionInterested}},
		Communications: []accountmap.Communication{
			{Date: day(2026, 1, 1), Channel: accountmap.ChannelMeeting, Contacts: []accountmap.ContactID{"boss", "chief"},
				Members: []accountmap.MemberID{"hunter"}, Subject: "First talk", Summary: "Friendly.", FollowUp: day(2026, 12, 1)},
			{Date: day(2026, 6, 1), Members: []accountmap.MemberID{"hunter", "farmer"}, Internal: true, Subject: "Among us"},
		},
		Goals: []accountmap.Goal{
			{ID: "errors", Title: "Halve errors", Unit: "mill", Owner: "chief", Priority: 2, State: accountmap.GoalAtRisk, Evidence: "Plant review"},
			{ID: "later", Title: "Someday", Kind: accountmap.GoalInitiative},
			{ID: "save", Title: "Save 5 %", Priority: 1, Due: day(2027, 12, 31)},
		},
		Team: []accountmap.Member{
			{ID: "hunter", Name: "Laura Méndez", Role: "New business", Email: "laura@seller.example", Units: []accountmap.UnitID{"head"},
				To: day(2026, 10, 1), Reach: []accountmap.Reach{{Contact: "boss", Now: accountmap.ReachVendor, Wanted: accountmap.ReachTrustedAdviser}}},
			{ID: "farmer", Name: "Diego Salas", Role: "Account manager"},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival & Sons", Strengths: []string{"price"}, Threats: []string{"bundles"}}},
		Handoff: accountmap.Handoff{From: "hunter", To: "farmer", Start: day(2026, 10, 1), End: day(2026, 12, 15), Introduction: day(2026, 10, 20),
			Checklist: []accountmap.ChecklistItem{{Text: "Introduce Diego", Done: true}, {Text: "Pass the contracts on"}}},
	}
}

func day(year int, month time.Month, d int) accountmap.Date {
	return accountmap.Date{Year: year, Month: month, Day: d}
}

func newMap(t testing.TB, a *accountmap.Account) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

// large is an account of so many units, in groups of ten, and products, in lines of ten, with a contact a unit.
func large(units, products int) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{ID: "big", Name: "Big", Currency: "EUR", AsOf: day(2026, 11, 1)}}
	for i := range products {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint("p", i)), Name: fmt.Sprint("Product ", i),
			Line: fmt.Sprint("Line ", i/10)})
	}
	for i := range units {
		group := accountmap.UnitID(fmt.Sprint("g", i/10))
		if i%10 == 0 {
			a.Units = append(a.Units, accountmap.Unit{ID: group, Name: fmt.Sprint("Division ", i/10), Country: "Spain"})
		}
		id := accountmap.UnitID(fmt.Sprint("u", i))
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprint("Unit ", i), Parent: group, City: "Madrid"})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: fmt.Sprint("Person ", i), Unit: id, Email: "a@b.example"})
		statuses := append(accountmap.Statuses(), accountmap.StatusUnassessed)
		for j, p := range a.Products {
			if s := statuses[(i*7+j*3)%len(statuses)]; s != accountmap.StatusUnassessed {
				a.Coverage = append(a.Coverage, accountmap.Cell{Unit: id, Product: p.ID, Status: s, Reason: "so it is"})
			}
		}
	}
	return a
}

// each calls change for every text of the account that is free, which leaves out ids, references and the words of a list.
func each(a *accountmap.Account, change func(string) string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[string]():
			v.SetString(change(v.String()))
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[accountmap.Date]() && v.Type() != reflect.TypeFor[accountmap.Money]():
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(a).Elem())
}

// xlsx writes the workbook of a map.
func xlsx(t testing.TB, m *accountmap.Map, opts *export.WorkbookOptions) []byte {
	t.Helper()
	wb, err := export.Workbook(m, opts)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, wb.WriteXLSX(&b))
	return b.Bytes()
}

func reopen(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

// page prints the handoff page of a map.
func page(t testing.TB, m *accountmap.Map, opts *export.HandoffOptions) string {
	t.Helper()
	d, err := export.Handoff(m, opts)
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, new(document.Printer).HTML(&b, d))
	return b.String()
}

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// find returns the first element below n with the id, and nil when there is none.
func find(n *html.Node, id string) *html.Node {
	for e := range n.Descendants() {
		for _, a := range e.Attr {
			if a.Key == "id" && a.Val == id {
				return e
			}
		}
	}
	return nil
}

func elements(n *html.Node, name string) []*html.Node {
	var found []*html.Node
	for e := range n.Descendants() {
		if e.Type == html.ElementNode && e.Data == name {
			found = append(found, e)
		}
	}
	return found
}

// said is what a reader of n reads, spaces made single.
func said(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && n.Data == "div" {
			b.WriteString(" ")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// rows is the rows of every table below n, each cell as what it says.
func rows(n *html.Node) [][]string {
	var table [][]string
	for _, tr := range elements(n, "tr") {
		var row []string
		for c := range tr.ChildNodes() {
			if c.Type == html.ElementNode {
				row = append(row, said(c))
			}
		}
		table = append(table, row)
	}
	return table
}

// excelizeRaw asks for values as the file has them.
var excelizeRaw = excelize.Options{RawCellValue: true}

// dot is the smallest picture.
type dot struct{}

func (dot) Size() (width, height float64) { return 40, 30 }

func (dot) PNG(w io.Writer) error { return png.Encode(w, image.NewGray(image.Rect(0, 0, 1, 1))) }
