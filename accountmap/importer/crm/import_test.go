package crm_test

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// folder returns a file system of alternating names and texts.
func folder(files ...string) fs.FS {
	fsys := fstest.MapFS{}
	for i := 0; i+1 < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// imported imports files without an error, and requires a valid account.
func imported(t testing.TB, fsys fs.FS, opts *crm.Options) (*accountmap.Account, accountmap.Problems) {
	t.Helper()
	a, problems := crm.Check(fsys, opts)
	require.False(t, problems.HasErrors(), problems.Report())
	_, err := accountmap.New(a)
	require.NoError(t, err)
	return a, problems
}

func contact(t testing.TB, a *accountmap.Account, name string) accountmap.Contact {
	t.Helper()
	i := slices.IndexFunc(a.Contacts, func(c accountmap.Contact) bool { return c.Name == name })
	require.GreaterOrEqual(t, i, 0, "there is no contact %s", name)
	return a.Contacts[i]
}

// cells returns the coverage by the names of units and products.
func cells(a *accountmap.Account) map[string]accountmap.Cell {
	units, products := map[accountmap.UnitID]string{}, map[accountmap.ProductID]string{}
	for _, u := range a.Units {
		units[u.ID] = u.Name
	}
	for _, p := range a.Products {
		products[p.ID] = p.Name
	}
	all := map[string]accountmap.Cell{}
	for _, c := range a.Coverage {
		all[units[c.Unit]+"/"+products[c.Product]] = c
	}
	return all
}

// TestSystems imports the same client from the sample exports of the three systems.
func TestSystems(t *testing.T) {
	for system, evidence := range map[string]string{
		"salesforce": "Salesforce: Buyer Attributes = Champion;TechnicalExpert, Role = Technical Buyer, IsPrimary = true",
		"hubspot":    "HubSpot: Buying Role = Champion;Influencer, Employment Seniority = Director",
		"dynamics":   "Dynamics 365: Decision influence label = Influencer",
	} {
		t.Run(system, func(t *testing.T) {
			a, _ := imported(t, os.DirFS("../../../examples/crm/testdata/"+system), &crm.Options{Root: "halden maritime group"})
			assert.Equal(t, "Halden Maritime Group", a.Name)
			assert.Equal(t, accountmap.Currency("EUR"), a.Currency)
			var units []string
			for _, u := range a.Units {
				units = append(units, u.Name)
				assert.Equal(t, u.Name == a.Name, u.Parent == "")
			}
			assert.Equal(t, []string{"Halden Maritime Group", "Halden Ferries AS", "Halden Offshore Ltd", "Halden Ship Management S.A.",
				"Naviera Halden España, S.L."}, units)
			assert.Equal(t, "Πειραιάς", a.Units[3].City)

			eleni := contact(t, a, "Ελένη Σταύρου")
			assert.Equal(t, evidence, eleni.Evidence.Source)
			assert.Equal(t, "2026-10-11", eleni.Evidence.Date.String())
			assert.Equal(t, a.Units[3].ID, eleni.Unit)
			assert.Equal(t, "Technical Director", eleni.Title)
			assert.Equal(t, accountmap.StanceBlocker, contact(t, a, "Alasdair Reid").Stance)
			assert.Contains(t, contact(t, a, "Fiona Mackay").Phone, "+47 55 01 08")
			if system != "hubspot" {
				assert.Equal(t, contact(t, a, "Ingrid Halden").ID, eleni.ReportsTo)
			}
			owners := map[accountmap.MemberID]string{}
			for _, m := range a.Team {
				owners[m.ID] = m.Name
			}
			assert.Equal(t, "Marta Quiroga", owners[eleni.Owner])

			money := func(minor int64) accountmap.Money { return accountmap.Money{Minor: minor} }
			got := cells(a)
			sold := got["Halden Ferries AS/Voyage Planner"]
			assert.Equal(t, accountmap.CoverageSold, sold.Status)
			assert.Equal(t, money(3_500_000), sold.Value, "what was won in the last year, and not the year before")
			assert.Equal(t, accountmap.CoverageProposed, got["Halden Ferries AS/Fuel Insight"].Status)
			assert.Equal(t, money(2_300_000), got["Halden Ferries AS/Fuel Insight"].Potential)
			lost := got["Halden Offshore Ltd/Fuel Insight"]
			assert.Equal(t, accountmap.CoverageCompetitor, lost.Status)
			assert.Equal(t, accountmap.CompetitorID("Seawright Analytics"), lost.Competitor)
			gap := got["Halden Offshore Ltd/Hull Monitor"]
			assert.Equal(t, accountmap.CoverageGap, gap.Status)
			assert.NotEmpty(t, gap.Reason)
			assert.Equal(t, money(1_500_000), gap.Potential)
			assert.Len(t, a.Orders, 6)
			assert.Equal(t, "2026-02-12", a.Orders[0].Date.String())
			assert.Equal(t, money(3_500_000), a.Orders[0].Amount)
			assert.InDelta(t, 2, a.Orders[0].Quantity, 1e-9)
		})
	}
}

func TestSystemSpecificValues(t *testing.T) {
	a, _ := imported(t, os.DirFS("../../../examples/crm/testdata/dynamics"), nil)
	henrik := contact(t, a, "Henrik Moe")
	assert.Equal(t, contact(t, a, "Ingrid Halden").ID, henrik.AssistantTo, "an assistant in the organisation chart")
	assert.Empty(t, henrik.ReportsTo)
	assert.Empty(t, henrik.Stance, "unknown is not neutral")
	assert.Equal(t, "2026-10-14", contact(t, a, "Leire Ormaetxea").Left.String(), "not at the company, since the last change")
	assert.Equal(t, accountmap.ChannelPhone, contact(t, a, "Alasdair Reid").PreferredChannel)

	a, problems := imported(t, os.DirFS("../../../examples/crm/testdata/salesforce"), &crm.Options{Root: "0015g00000Kz001"})
	lang := contact(t, a, "Peter Lang")
	assert.True(t, lang.External, "his account is outside the client, and he has a role in a deal within it")
	assert.Equal(t, a.Units[3].ID, lang.Unit)
	assert.Equal(t, []accountmap.Role{accountmap.RoleProcurement, accountmap.RoleGatekeeper, accountmap.RoleEvaluator}, contact(t, a,
		"Fiona Mackay").Roles)
	assert.Contains(t, problems.Report(), `Product2.csv:7:22: warning left-out: the product "Fax Gateway" is no longer sold`)
	assert.Equal(t, "Account Executive", a.Team[2].Role)

	a, _ = imported(t, os.DirFS("../../../examples/crm/testdata/hubspot"), nil)
	assert.Equal(t, accountmap.SeniorityExecutive, contact(t, a, "Ingrid Halden").Seniority)
	assert.Equal(t, "marta.quiroga@tidewise.example", a.Team[2].Email, "an address in brackets behind the name")
	assert.NotContains(t, cells(a), "Naviera Halden España, S.L./Port Connect", "a stage that nobody has explained says nothing")
}

// TestGolden compares the whole account of each sample with a golden file.
func TestGolden(t *testing.T) {
	_, problems := imported(t, os.DirFS("../../../examples/crm/testdata/salesforce"), &crm.Options{Root: "Halden Maritime Group"})
	accountmaptest.Golden(t, "salesforce-problems.txt", []byte(problems.Report()))
}

// TestHeadings reads the same three files with every spelling of the headings.
func TestHeadings(t *testing.T) {
	for name, tt := range map[string]struct {
		system                   crm.System
		accounts, contact, deals string
	}{
		"Salesforce API names": {crm.Salesforce, "Id,Name,BillingCity", "Id,FirstName,LastName,AccountId,BuyerAttributes",
			"Id,Name,AccountId,StageName,Amount,CloseDate,Product Name"},
		"Salesforce Data Loader": {crm.Salesforce, "ID,NAME,BILLINGCITY", "ID,FIRSTNAME,LASTNAME,ACCOUNTID,BUYERATTRIBUTES",
			"ID,NAME,ACCOUNTID,STAGENAME,AMOUNT,CLOSEDATE,PRODUCT NAME"},
		"Salesforce labels": {crm.Salesforce, "Account ID,Account Name,Billing City",
			"Contact ID,First Name,Last Name,Account ID,Buyer Attributes",
			"Opportunity ID,Opportunity Name,Account ID,Stage,Amount,Close Date,Product Name"},
		"Salesforce names for ids": {crm.Salesforce, "Account ID,Account Name,Billing City",
			"Contact ID,First Name,Last Name,Account Name,Buyer Attributes",
			"Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Product Name"},
		"HubSpot labels": {crm.HubSpot, "Record ID,Company name,City",
			"Record ID,First Name,Last Name,Associated Company IDs,Buying Role",
			"Record ID,Deal Name,Associated Company IDs (Primary),Deal Stage,Amount,Close Date,Product"},
		"HubSpot internal names": {crm.HubSpot, "hs_object_id,name,city",
			"hs_object_id,firstname,lastname,associatedcompanyid,hs_buying_role",
			"hs_object_id,dealname,Associated Company ID,dealstage,amount,closedate,Product"},
		"Dynamics labels": {crm.Dynamics, "(Do Not Modify) Account,Account Name,Address 1: City",
			"(Do Not Modify) Contact,First Name,Last Name,Company Name,Role",
			"(Do Not Modify) Opportunity,Topic,Potential Customer,Status,Est. Revenue,Est. Close Date,Product"},
		"Dynamics logical names": {crm.Dynamics, "accountid,name,address1_city",
			"contactid,firstname,lastname,parentcustomerid,accountrolecodename",
			"opportunityid,name,customerid,statecode,estimatedvalue,estimatedclosedate,Product"},
	} {
		t.Run(name, func(t *testing.T) {
			account := "0015g00000Kz001AAB"
			if tt.system == crm.Dynamics {
				account = "a1001003-1d2e-ef11-8e4e-6045bd000052"
			}
			reference := account
			if strings.Contains(tt.contact, "Account Name") || strings.Contains(tt.contact, "Company Name") {
				reference = "Acme"
			}
			stage := "Closed Won"
			if tt.system == crm.Dynamics {
				stage = "Won"
			}
			opts := &crm.Options{Mapping: &crm.Mapping{Columns: map[string]map[string][]string{"deals": {"productName": {"Product",
				"Product Name"}}}}}
			a, problems := imported(t, folder("1.csv", tt.accounts+"\n"+account+",Acme,Madrid\n", "2.csv",
				tt.contact+"\n0035g00000Kz001AAB,Ana,Núñez,"+reference+",Decision Maker\n",
				"3.csv", tt.deals+"\n0065g00000Kz001AAB,First,"+reference+","+stage+",100,2026-01-02,Tea\n"), opts)
			assert.Empty(t, problems)
			assert.Equal(t, "Madrid", a.Units[0].City)
			ana := contact(t, a, "Ana Núñez")
			assert.Equal(t, []accountmap.Role{accountmap.RoleDecisionMaker}, ana.Roles)
			assert.Equal(t, accountmap.UnitID(account), ana.Unit)
			require.Len(t, a.Coverage, 1)
			assert.Equal(t, accountmap.CoverageSold, a.Coverage[0].Status)
			assert.Equal(t, accountmap.Money{Minor: 10000}, a.Coverage[0].Value)
			require.Len(t, a.Orders, 1)
		})
	}
}

// TestFormsOfOneExport reads the samples in other forms with the same result: reordered columns,
// renamed files, UTF-16 with tabs, and Windows-1252 as in Salesforce reports.
func TestFormsOfOneExport(t *testing.T) {
	opts := &crm.Options{Root: "Halden Maritime Group"}
	for _, system := range []string{"salesforce", "hubspot", "dynamics"} {
		fsys := os.DirFS("../../../examples/crm/testdata/" + system)
		want, _ := imported(t, fsys, opts)
		names, err := fs.Glob(fsys, "*.csv")
		require.NoError(t, err)
		turned, wide, western := fstest.MapFS{}, fstest.MapFS{}, fstest.MapFS{}
		for i, name := range names {
			data, err := fs.ReadFile(fsys, name)
			require.NoError(t, err)
			r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
			if system == "dynamics" {
				r.Comma = ';'
			}
			rows, err := r.ReadAll()
			require.NoError(t, err)
			var backward, tabs strings.Builder
			b, w := csv.NewWriter(&backward), csv.NewWriter(&tabs)
			w.Comma, w.UseCRLF = '\t', true
			require.NoError(t, w.WriteAll(rows))
			for _, row := range rows {
				slices.Reverse(row)
			}
			require.NoError(t, b.WriteAll(rows))
			turned[fmt.Sprintf("%02d.csv", i)] = &fstest.MapFile{Data: []byte(backward.String())}
			encoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewEncoder().String(tabs.String())
			require.NoError(t, err)
			wide[name+".txt"] = &fstest.MapFile{Data: []byte(encoded)}
			encoded, err = charmap.Windows1252.NewEncoder().String(strings.TrimPrefix(string(data), "\ufeff"))
			if err != nil { // a sample with Greek names
				encoded = string(data)
			}
			western[name] = &fstest.MapFile{Data: []byte(encoded)}
		}
		for form, fsys := range map[string]fs.FS{"turned": turned, "wide": wide, "western": western} {
			got, problems := crm.Check(fsys, opts)
			require.False(t, problems.HasErrors(), problems.Report())
			for i := range got.Contacts { // the columns of a contact may be reported in another order
				got.Contacts[i].Evidence.Source, want.Contacts[i].Evidence.Source = "", ""
			}
			assert.Equal(t, want, got, "%s %s", system, form)
		}
	}
}

func TestDeterministic(t *testing.T) {
	for _, system := range []string{"salesforce", "hubspot", "dynamics"} {
		fsys := os.DirFS("../../../examples/crm/testdata/" + system)
		a, problems := crm.Check(fsys, &crm.Options{Root: "Halden Maritime Group"})
		for range 5 {
			b, again := crm.Check(fsys, &crm.Options{Root: "Halden Maritime Group"})
			require.Equal(t, a, b)
			require.Equal(t, problems, again)
		}
	}
}

// TestRootBelowTheTop imports a part of a group.
func TestRootBelowTheTop(t *testing.T) {
	a, problems := imported(t, folder("Account.csv", accounts+"3,Madrid,2\n", "Contact.csv", contacts+"a,A,1,,\nb,B,2,a,\nc,C,3,b,\n"),
		&crm.Options{Root: "Acme Iberia"})
	assert.Equal(t, []accountmap.Unit{{ID: "2", Name: "Acme Iberia", Kind: accountmap.UnitGroup}, {ID: "3", Name: "Madrid", Parent: "2"}}, a.Units)
	assert.Equal(t, "Acme Iberia", a.Name)
	require.Len(t, a.Contacts, 2)
	assert.Empty(t, a.Contacts[0].ReportsTo, "the manager sits above the client")
	assert.Equal(t, accountmap.ContactID("b"), a.Contacts[1].ReportsTo)
	assert.Contains(t, problems.Report(), `the contact "A" belongs to "Acme", which is not below the client`)
	assert.Contains(t, problems.Report(), `"B" reports to "A", who does not work for the client`)
}
