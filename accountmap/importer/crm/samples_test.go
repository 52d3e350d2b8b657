package crm_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

const samples = "../../../examples/crm/testdata/"

// TestACT imports the client of the other samples from an ACT! export: companies, contacts, and
// opportunities with a row for each product.
func TestACT(t *testing.T) {
	a, problems := imported(t, os.DirFS(samples+"act"), nil)
	assert.Len(t, problems, 2, problems.Report())
	assert.Len(t, a.Units, 5)
	assert.Equal(t, a.Units[0].ID, a.Units[3].Parent)
	assert.Equal(t, "Πειραιάς", a.Units[3].City)
	assert.Equal(t, accountmap.Currency("EUR"), a.Currency)
	eleni := contact(t, a, "Ελένη Σταύρου")
	assert.Equal(t, "ID/Status: Prospect\nReferred By: Kari Solheim", eleni.Notes)
	assert.Equal(t, a.Units[3].ID, eleni.Unit)
	assert.Equal(t, accountmap.MemberID("Marta Quiroga"), eleni.Owner)
	got := cells(a)
	assert.Equal(t, accountmap.Money{Minor: 3_500_000}, got["Halden Ferries AS/Voyage Planner"].Value)
	assert.Equal(t, accountmap.CoverageProposed, got["Halden Ferries AS/Fuel Insight"].Status)
	assert.Equal(t, accountmap.CoverageCompetitor, got["Halden Offshore Ltd/Fuel Insight"].Status)
	assert.Equal(t, accountmap.CoverageGap, got["Halden Offshore Ltd/Hull Monitor"].Status)
	assert.Len(t, a.Orders, 6)
	assert.Equal(t, a.Orders[1].ID, a.Orders[2].ID, "two lines of one deal without an id")
}

// TestSugarCRM imports the client of the other samples from an export of SugarCRM, with revenue
// line items and users.
func TestSugarCRM(t *testing.T) {
	a, problems := imported(t, os.DirFS(samples+"sugarcrm"), nil)
	assert.Len(t, problems, 2, problems.Report())
	assert.Len(t, a.Units, 5)
	assert.Equal(t, a.Units[0].ID, a.Units[3].Parent)
	assert.Len(t, a.Contacts, 13)
	jonas := contact(t, a, "Jonas Brekke")
	assert.Equal(t, contact(t, a, "Kari Solheim").ID, jonas.ReportsTo)
	assert.Equal(t, []string{"Tom Aske", "Niamh Boyle", "Marta Quiroga"}, []string{a.Team[0].Name, a.Team[1].Name, a.Team[2].Name})
	got := cells(a)
	assert.Equal(t, accountmap.Money{Minor: 3_500_000}, got["Halden Ferries AS/Voyage Planner"].Value)
	assert.Equal(t, accountmap.CoverageProposed, got["Halden Ferries AS/Fuel Insight"].Status)
	assert.Equal(t, accountmap.CoverageCompetitor, got["Halden Offshore Ltd/Fuel Insight"].Status)
	assert.Len(t, a.Orders, 6)
}

// TestGoldMine imports the client of the other samples from a GoldMine export: a row for each
// contact, and supplementary rows.
func TestGoldMine(t *testing.T) {
	a, problems := imported(t, os.DirFS(samples+"goldmine"), nil)
	assert.Equal(t, `CONTSUPP.csv:15:1: warning given-unasked: it was given but never asked for, here and in 1 more: line 17 `+
		"(say when it was asked for, or leave it as it is if nobody asked)\n", problems.Report())
	assert.Len(t, a.Units, 5)
	assert.Equal(t, a.Units[0].ID, a.Units[2].Parent)
	assert.Equal(t, "12 Waterloo Quay, AB11 5BS", a.Units[2].Address)
	assert.Len(t, a.Contacts, 13)
	assert.Equal(t, a.Units[0].ID, contact(t, a, "Henrik Moe").Unit, "a further contact of the company")
	ingrid := contact(t, a, "Ingrid Halden")
	assert.Equal(t, "ingrid.halden@halden.example", ingrid.Email)
	assert.Equal(t, "Reads one page, never two.\nBoard: Meets in March and in September", ingrid.Notes)
	assert.Equal(t, []accountmap.Endorsement{
		{Kind: accountmap.EndorsementReferral, Contact: contact(t, a, "Kari Solheim").ID, Given: accountmap.Date{Year: 2026, Month: 3, Day: 18},
			ToContact: contact(t, a, "Ελένη Σταύρου").ID, Text: "Introduced us to the technical director."},
		{Kind: accountmap.EndorsementReferral, Contact: contact(t, a, "Alasdair Reid").ID, Given: accountmap.Date{Year: 2026, Month: 6, Day: 1},
			Text: "To: Aberdeen Tug Company"},
	}, a.Endorsements)
}

// TestReferrals matches the two rows of each referral.
func TestReferrals(t *testing.T) {
	const people = "ACCOUNTNO,COMPANY,CONTACT,UPARENT\n1,Mole End,Ann,\n2,Toad Hall,Bo,Mole End\n3,Toad Hall,Cy,Mole End\n4,Wild Wood,Dee,\n"
	for name, tt := range map[string]struct {
		rows     string
		want     []string
		problems int
	}{
		"by companies named back":         {"1,R,To: Toad Hall,T,\n3,R,For: Mole End,R,\n", []string{"endorsement Ann Cy"}, 0},
		"by a company of one contact":     {"2,R,To Mole End,T,\n", []string{"endorsement Bo Ann"}, 0},
		"by names":                        {"1,R,To: Bo,T,\n2,R,For: Ann,R,\n", []string{"endorsement Ann Bo"}, 0},
		"by the number of the other":      {"1,R,To: somebody,T,3\n3,R,For: somebody,R,1\n", []string{"endorsement Ann Cy"}, 0},
		"only who is referred":            {"3,R,For: Ann,R,\n", []string{"endorsement Ann Cy"}, 0},
		"to a company outside":            {"1,R,To: River Bank,T,\n", []string{"endorsement Ann"}, 0},
		"to a company of several":         {"1,R,To: Toad Hall,T,\n", []string{"endorsement Ann"}, 0},
		"by somebody outside":             {"4,R,To: Ann,T,\n1,R,For: Wild Wood,R,\n", nil, 1},
		"two referrals of the same pair":  {"1,R,To: Bo,T,\n1,R,To: Bo,T,\n", []string{"endorsement Ann Bo"}, 0},
		"a contact who is not there":      {"9,R,To: Bo,T,\n", nil, 1},
		"a kind of row that nobody knows": {"1,Z,x,,\n", nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := imported(t, folder("contact1.csv", people, "contsupp.csv", "ACCOUNTNO,RECTYPE,CONTACT,EXT,CONTSUPREF\n"+tt.rows), &crm.Options{Root: "Mole End"})
			var got []string
			for _, f := range only(facts(a), "endorsement") {
				got = append(got, strings.TrimSpace(f))
			}
			assert.Equal(t, tt.want, got)
			others := 0
			for _, p := range problems {
				if p.Code != crm.ErrLeftOut || p.Pos.File != "contact1.csv" {
					others++
				}
			}
			require.Equal(t, tt.problems, others, problems.Report())
		})
	}
}
