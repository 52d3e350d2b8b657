package crm_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// facts lists the content of an account, one fact a line: "unit Yard", "contact Ana @Yard >Ben",
// "order Yard Crane 2026-03-01 10.00", "cell Yard Crane sold", "team Kim", "endorsement Ana Ben".
func facts(a *accountmap.Account) []string {
	if a == nil {
		return nil
	}
	units, products, people := map[accountmap.UnitID]string{}, map[accountmap.ProductID]string{}, map[accountmap.ContactID]string{}
	all := []string{"day " + a.AsOf.String()}
	for _, u := range a.Units {
		units[u.ID] = u.Name
		all = append(all, "unit "+u.Name)
	}
	for _, p := range a.Products {
		products[p.ID] = p.Name
	}
	for _, c := range a.Contacts {
		people[c.ID] = c.Name
	}
	for _, c := range a.Contacts {
		line := "contact " + c.Name + " @" + units[c.Unit]
		if c.ReportsTo != "" {
			line += " >" + people[c.ReportsTo]
		}
		all = append(all, line)
		if c.Phone+c.Email != "" {
			all = append(all, strings.TrimSpace("reach "+c.Name+" "+c.Phone+" "+c.Email))
		}
	}
	for _, o := range a.Orders {
		all = append(all, fmt.Sprintf("order %s %s %s %s", units[o.Unit], products[o.Product], o.Date, o.Amount.Format(a.Currency)))
	}
	for _, c := range a.Coverage {
		all = append(all, fmt.Sprintf("cell %s %s %s", units[c.Unit], products[c.Product], c.Status))
		if !c.Potential.IsZero() {
			all = append(all, fmt.Sprintf("potential %s %s %s", units[c.Unit], products[c.Product], c.Potential.Format(a.Currency)))
		}
	}
	for _, m := range a.Team {
		all = append(all, "team "+m.Name)
	}
	for _, e := range a.Endorsements {
		all = append(all, "endorsement "+people[e.Contact]+" "+people[e.ToContact])
	}
	return all
}

// only returns the facts of some kinds.
func only(all []string, kinds string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(f string) bool {
		kind, _, _ := strings.Cut(f, " ")
		return !slices.Contains(strings.Fields(kinds), kind)
	})
}

// rows repeats a row n times with its number inserted.
func rows(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"\n", i+1)
	}
	return b.String()
}

// exportCase is an export with the irregularities of real exports.
type exportCase struct {
	files   []string
	mapping string
	root    string
	// kinds are the kinds of facts for which want is complete.
	kinds string
	want  []string
	// problems are substrings of all lines of the report, in order; nil skips the check.
	problems []string
	refused  bool
}

func (tt exportCase) check(t *testing.T) {
	opts := &crm.Options{Root: tt.root}
	if tt.mapping != "" {
		m, err := crm.ReadMapping(strings.NewReader(tt.mapping))
		require.NoError(t, err)
		opts.Mapping = m
	}
	a, problems := crm.Check(folder(tt.files...), opts)
	assert.Equal(t, tt.refused, problems.HasErrors(), problems.Report())
	assert.Equal(t, append([]string{}, tt.want...), append([]string{}, only(facts(a), tt.kinds)...))
	assert.LessOrEqual(t, len(problems), 50)
	if tt.problems != nil && assert.Len(t, problems, len(tt.problems), problems.Report()) {
		for i, want := range tt.problems {
			assert.Contains(t, problems[i].Error(), want)
		}
	}
}

func checkAll(t *testing.T, cases map[string]exportCase) {
	for name, tt := range cases {
		t.Run(name, tt.check)
	}
}

// TestFewLines checks that mistakes in every row or column of long files take few lines, and do not
// hide other kinds of mistakes.
func TestFewLines(t *testing.T) {
	const n = 10_000
	wide := ""
	for i := range 150 {
		wide += fmt.Sprintf(",Extra %d", i)
	}
	for system, files := range map[crm.System][]string{
		crm.Salesforce: {
			"Account.csv", "Id,Name,ParentId,Industry,BillingCity,ShippingCity,OwnerId,IsDeleted" + wide + "\n1,Mole End,,,,,,\n" +
				rows(n, "8%[1]d,Shop %[1]d,9%[1]d,Trade %[1]d,A%[1]d,B%[1]d,005000000%06[1]dAAA,perhaps %[1]d"+strings.ReplaceAll(wide, ",", ",x")),
			"Contact.csv", "Id,LastName,AccountId,ReportsToId,Role,Support,Phone,Email,LastModifiedDate\n" +
				rows(n, "3%[1]d,Orr %[1]d,1,ghost %[1]d,Wizard %[1]d,Champion;Enemy,4.4E+%[1]d,a@m.example,soon %[1]d") + rows(n, "4%[1]d,,77%[1]d,,,,,") + rows(n, "3%[1]d,Ash %[1]d,1,,,,,,"),
			"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate,Product Name,Type\n" +
				rows(n, "6%[1]d,D,1,Closed Won,much %[1]d,EUR,soon %[1]d,Tea %[1]d,Odd %[1]d") + rows(n, "7%[1]d,D,1,Stage %[1]d,1.00%[1]d,US %[1]d,2026-01-01,Tea,") + rows(n, "5%[1]d,D,,Closed Won,1,USD,2026-01-01,Tea,"),
			"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,TotalPrice,Discount\n" + rows(n, "l%[1]d,none %[1]d,p,1,5,") + rows(n, "m%[1]d,7%[1]d,,1,5,300"),
			"OpportunityContactRole.csv", "OpportunityId,ContactId,Role,IsPrimary\n" + rows(n, "7%[1]d,nobody %[1]d,Elf %[1]d,maybe %[1]d"),
			"Product2.csv", "Id,Name,IsActive\n" + rows(n, "p%[1]d,,gone %[1]d"),
		},
		crm.HubSpot: {
			"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,\n" + rows(n, ",Shop,Nowhere %[1]d") + rows(n, "2%[1]d,,"),
			"contacts.csv", "First Name,Last Name,Associated Company,Buying Role,Email\n" + rows(n, "Ann,Orr,Mole End;Shop,Elf %[1]d,a@m.example") + rows(n, "Bo,Ash %[1]d,Nobody %[1]d,,\x0b"),
			"deals.csv", "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" + rows(n, "Lamps,Mole End,Odd %[1]d,1,3/4/2026,Lamp") + rows(n, "Lamps,Mole End,closedwon,\"%[1]d,000\",3/4/2026,") + rows(n, "A,B,C"),
		},
	} {
		t.Run(string(system), func(t *testing.T) {
			_, problems := crm.Check(folder(files...), &crm.Options{Root: "1", System: system})
			assert.LessOrEqual(t, len(problems), 50, problems.Report())
			perFile := map[string]int{}
			for _, p := range problems {
				perFile[p.Pos.File]++
				assert.Equal(t, accountmap.LevelWarning, p.Level, p.Error())
			}
			for file, lines := range perFile {
				assert.LessOrEqual(t, lines, 50, "%s\n%s", file, problems.Report())
			}
		})
	}
}

// TestFullExport imports one file of a full export, and ignores the other files.
func TestFullExport(t *testing.T) {
	fsys := []string{"Account.csv", accounts, "Contact.csv", contacts + "a,A,1,,\n"}
	for i := range 348 {
		fsys = append(fsys, fmt.Sprintf("Thing%dNumber.csv", i), "Id,Name,OwnerId,ParentId,Description,IsDeleted\n1,x,,,,0\n")
	}
	a, problems := imported(t, folder(fsys...), nil)
	assert.Len(t, a.Units, 2)
	assert.Len(t, a.Contacts, 1)
	assert.Empty(t, a.Team)
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Detail, `348 files are not tables of Salesforce that an account needs: "Thing0Number.csv"`)
}

// TestDetect distinguishes exports from tables of other origin.
func TestDetect(t *testing.T) {
	for name, tt := range map[string]struct {
		files []string
		want  string
	}{
		"Salesforce":            {[]string{"Account.csv", "Id,Name\n1,Mole End\n"}, "Salesforce"},
		"HubSpot":               {[]string{"hubspot-crm-exports-all-companies.csv", "Record ID,Company name\n1,Mole End\n"}, "HubSpot"},
		"a report of deals":     {[]string{"Opportunities.csv", "Opportunity Name,Account Name,Stage,Close Date\nD,Mole End,Closed Won,2026-01-01\n"}, "Salesforce"},
		"Dynamics":              {[]string{"accounts.csv", "accountid,name,parentaccountid\na,Mole End,\n", "contacts.csv", "contactid,fullname,parentcustomerid\nc,Ana,a\n"}, "Dynamics 365"},
		"a table of one's own":  {[]string{"contacts.csv", "Name,Job title,Company,Manager\nAna,Clerk,Mole End,\n"}, ""},
		"tables of one's own":   {[]string{"people.csv", "Id,Name,Title\n1,Ana,Clerk\n", "orders.csv", "Unit,Product,Date,Amount\nMole End,Tea,2026-01-01,5\n"}, ""},
		"tables of one's own 2": {[]string{"Contactos.csv", "Nombre,Cargo,Empresa\nAna,Jefa,Mole End\n"}, ""},
		"nothing":               {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, ok := crm.Detect(folder(tt.files...))
			assert.Equal(t, tt.want, got)
			assert.Equal(t, tt.want != "", ok)
		})
	}
}
