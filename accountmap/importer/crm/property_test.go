package crm_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// tally contains the expected counts of an export: the won deals, the contacts of each unit, each
// reporting line, and the cents of each unit, product, day and currency.
type tally map[string]int64

// dialect maps the columns of the generated files to the headings of a system.
type dialect struct {
	accounts, contacts, deals, lines string // names of files
	columns                          map[string]string
	won, lost, open                  string
}

// dialects lists the systems. GoldMine has contacts alone, and their companies have no parents.
func dialects() map[crm.System]dialect {
	return map[crm.System]dialect{
		crm.Salesforce: {"Account.csv", "Contact.csv", "Opportunity.csv", "OpportunityLineItem.csv", map[string]string{
			"account id": "Id", "account name": "Name", "parent": "Parent.Name", "currency": "CurrencyIsoCode", "contact id": "Id", "contact name": "Name", "of": "Account.Name", "title": "Title", "boss": "Reports To",
			"deal id": "Id", "deal name": "Name", "deal of": "Account.Name", "stage": "StageName", "amount": "Amount", "close": "CloseDate", "deal product": "Product Name",
			"deal total": "Total Price", "deal": "OpportunityId", "product": "Product2.Name", "total": "TotalPrice"}, "Closed Won", "Closed Lost", "Prospecting"},
		crm.HubSpot: {"companies.csv", "contacts.csv", "deals.csv", "line-items.csv", map[string]string{
			"account id": "Record ID", "account name": "Company name", "parent": "Parent Company", "currency": "Currency", "contact id": "Record ID", "contact name": "Full Name", "of": "Associated Company",
			"title": "Job Title", "boss": "Reports To", "deal id": "Record ID", "deal name": "Deal Name", "deal of": "Associated Company", "stage": "Deal Stage",
			"amount": "Amount", "close": "Close Date", "deal product": "Line item name", "deal total": "Line item net price", "deal": "Associated Deal IDs",
			"product": "Name", "total": "Net price"}, "Closed Won", "Closed Lost", "Contract Sent"},
		crm.Dynamics: {"accounts.csv", "contacts.csv", "opportunities.csv", "opportunityproducts.csv", map[string]string{
			"account id": "accountid", "account name": "name", "parent": "parentaccountidname", "currency": "transactioncurrencyidname", "contact id": "contactid", "contact name": "fullname", "of": "parentcustomeridname",
			"title": "jobtitle", "boss": "managername", "deal id": "opportunityid", "deal name": "Topic", "deal of": "customeridname", "stage": "Status",
			"amount": "Actual Revenue", "close": "Actual Close Date", "deal product": "Product", "deal total": "", "deal": "opportunityid",
			"product": "productidname", "total": "extendedamount"}, "Won", "Lost", "Open"},
		crm.ACT: {"Companies.csv", "Contacts.csv", "Opportunities.csv", "", map[string]string{
			"account id": "Company ID", "account name": "Company", "parent": "Parent Company", "currency": "", "contact id": "Contact ID", "contact name": "Contact", "of": "Company", "title": "Title",
			"boss": "Reports To", "deal id": "Opportunity ID", "deal name": "Opportunity Name", "deal of": "Company", "stage": "Status", "amount": "Gross Total",
			"close": "Actual Close Date", "deal product": "Product", "deal total": "Total", "deal": "", "product": "", "total": ""}, "Closed - Won", "Closed - Lost", "Open"},
		crm.SugarCRM: {"accounts.csv", "contacts.csv", "opportunities.csv", "revenue_line_items.csv", map[string]string{
			"account id": "ID", "account name": "Name", "parent": "parent_name", "currency": "currency_name", "contact id": "ID", "contact name": "Full Name", "of": "Account Name",
			"title": "Title", "boss": "report_to_name", "deal id": "ID", "deal name": "Opportunity Name", "deal of": "Account Name", "stage": "sales_stage",
			"amount": "amount", "close": "date_closed", "deal product": "product_template_name", "deal total": "", "deal": "Opportunity ID",
			"product": "product_template_name", "total": "likely_case"}, "Closed Won", "Closed Lost", "Prospecting"},
		crm.GoldMine: {"", "CONTACT1.csv", "", "", map[string]string{"contact id": "ACCOUNTNO", "contact name": "CONTACT", "of": "COMPANY", "title": "TITLE"}, "", "", ""},
	}
}

// sheet is a generated file: its headings and rows.
type sheet struct {
	headings []string
	rows     [][]string
}

func (s *sheet) add(values ...string) { s.rows = append(s.rows, values) }

// text writes the file with its columns in random order, omitting columns without a heading.
// Sometimes it adds a title and a total, like a report.
func (s *sheet) text(r *rand.Rand) string {
	order := r.Perm(len(s.headings))
	order = slices.DeleteFunc(order, func(i int) bool { return s.headings[i] == "" })
	var b strings.Builder
	if len(order) > 1 && r.IntN(3) == 0 {
		b.WriteString("Export of 2026\n\n")
	}
	total := b.Len() > 0
	for _, row := range append([][]string{s.headings}, s.rows...) {
		for k, i := range order {
			if k > 0 {
				b.WriteString(",")
			}
			b.WriteString(row[i])
		}
		b.WriteString("\n")
	}
	if total {
		fmt.Fprintf(&b, "Grand Total,%d\n", len(s.rows))
	}
	return b.String()
}

// forms lists the places of the products of deals. In "rows of amounts", each row of a deal has the
// amount of its product.
var forms = []string{"one product", "rows of products", "rows of products without totals", "rows of amounts", "file of lines"}

// generate returns an export of one client of three units, with a stranger, and its tally. Names of
// deals and rows repeat, and ids are optional.
func generate(r *rand.Rand, d dialect, ids bool, form string) (fs.FS, tally) {
	c := func(name string) string { return d.columns[name] }
	id := func(name string) string {
		if ids {
			return c(name)
		}
		return ""
	}
	want := tally{}
	units := []string{"Mole End", "Toad Hall", "Rat Bank", "Stranger"}
	accounts := sheet{headings: []string{id("account id"), c("account name"), c("parent")}}
	for i, parent := range []string{"", "Mole End", "Toad Hall", ""} {
		accounts.add(fmt.Sprintf("A%d", i), units[i], parent)
	}
	contacts := sheet{headings: []string{id("contact id"), c("contact name"), c("of"), c("title"), c("boss")}}
	people := 3 + r.IntN(20)
	for i := range people {
		boss, unit := "", units[r.IntN(min(3, i+1))]
		if i > 0 && r.IntN(4) > 0 && c("boss") != "" {
			boss = fmt.Sprintf("Person %d", r.IntN(i))
			want[fmt.Sprintf("Person %d below %s", i, boss)]++
		}
		contacts.add(fmt.Sprintf("C%d", i), fmt.Sprintf("Person %d", i), unit, []string{"Clerk", "Judge", ""}[r.IntN(3)], boss)
		if unit == "Mole End" || d.accounts != "" {
			want["contacts of "+unit]++
		}
	}
	for _, title := range []string{"Clerk", "Judge"} {
		contacts.add("T"+title, "Twin", "Mole End", title, "")
		want["contacts of Mole End"]++
	}
	deals := sheet{headings: []string{id("deal id"), c("deal name"), c("deal of"), c("stage"), c("amount"), c("currency"), c("close"), c("deal product"), c("deal total")}}
	lines := sheet{headings: []string{c("deal"), c("product"), c("total")}}
	for i := range 5 + r.IntN(40) {
		name, unit := fmt.Sprintf("Deal %d", r.IntN(6)), units[r.IntN(4)]
		if form == "file of lines" && !ids {
			name = fmt.Sprintf("Deal %d", i) // a line names its deal
		}
		stage := []string{d.won, d.won, d.lost, d.open}[r.IntN(4)]
		n, whole := 1, int64(0)
		if form != "one product" {
			n = 1 + r.IntN(4)
		}
		totals := make([]int64, n)
		for k := range totals {
			totals[k] = 1 + r.Int64N(100_000)
			whole += totals[k]
		}
		cents := func(n int64) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }
		day, currency := fmt.Sprintf("%d-%02d-%02d", 2020+i/300, 1+i/28%12, 1+i%28), ""
		if c("currency") != "" {
			currency = []string{"EUR", "USD", "GBP"}[r.IntN(3)]
		}
		row := func(product string, amount int64, total string) []string {
			return []string{fmt.Sprintf("D%d", i), name, unit, stage, cents(amount), currency, day, product, total}
		}
		reference := name
		if ids {
			reference = fmt.Sprintf("D%d", i)
		}
		only := fmt.Sprintf("Product %d", r.IntN(5))
		switch form {
		case "one product":
			deals.add(row(only, whole, "")...)
		case "file of lines":
			deals.add(row("", whole, "")...)
			for k, total := range totals {
				lines.add(reference, fmt.Sprintf("Product %d", k), cents(total))
			}
		default:
			for k, total := range totals {
				amount, part := whole, ""
				switch form {
				case "rows of products":
					part = cents(total)
				case "rows of amounts":
					amount = total
				}
				deals.add(row(fmt.Sprintf("Product %d", k), amount, part)...)
			}
		}
		if r.IntN(6) == 0 { // the same row twice is one
			deals.rows = append(deals.rows, deals.rows[len(deals.rows)-1])
		}
		if ids && r.IntN(4) == 0 { // an earlier state of the deal, which does not count
			before := row("", totals[0], "")
			if len(deals.rows) > 0 && form != "file of lines" {
				before = row("Product 0", totals[0], "")
			}
			before[3] = d.open
			deals.add(before...)
		}
		if stage == d.won && unit != "Stranger" && d.deals != "" {
			want["won"]++
			for k, total := range totals {
				product := fmt.Sprintf("Product %d", k)
				switch form {
				case "one product":
					product = only
				case "rows of products without totals":
					product = ""
				}
				want[strings.Join([]string{unit, product, day, currency}, " ")] += total
			}
		}
	}
	r.Shuffle(len(deals.rows), func(i, j int) { deals.rows[i], deals.rows[j] = deals.rows[j], deals.rows[i] })
	fsys := fstest.MapFS{}
	put := func(name string, s sheet) {
		if name == "" || len(s.rows) == 0 {
			return
		}
		if r.IntN(2) == 0 { // in any order of files
			name = fmt.Sprintf("%d %s", r.IntN(9), name)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(s.text(r))}
	}
	put(d.accounts, accounts)
	put(d.contacts, contacts)
	put(d.deals, deals)
	put(d.lines, lines)
	return fsys, want
}

// TestCountsAreKept compares the imported account with the tally of the generated files.
func TestCountsAreKept(t *testing.T) {
	for system, d := range dialects() {
		for _, form := range forms {
			if form != "one product" && d.deals == "" || form == "file of lines" && d.lines == "" || form == "rows of products" && d.columns["deal total"] == "" {
				continue
			}
			for _, ids := range []bool{true, false} {
				if form == "rows of amounts" && !ids {
					continue // rows of different amounts are different deals
				}
				t.Run(fmt.Sprintf("%s, %s, ids %v", system, form, ids), func(t *testing.T) {
					for seed := range uint64(30) {
						r := rand.New(rand.NewPCG(seed, 1))
						fsys, want := generate(r, d, ids, form)
						a, problems := crm.Check(fsys, &crm.Options{System: system, Root: "Mole End", AsOf: accountmap.Date{Year: 2026, Month: 1, Day: 1}})
						require.False(t, problems.HasErrors(), problems.Report())
						require.Equal(t, want, counted(a, form != "rows of products without totals"), "seed %d\n%s\n%v", seed, problems.Report(), fsys)
					}
				})
			}
		}
	}
}

func counted(a *accountmap.Account, byProduct bool) tally {
	products := map[accountmap.ProductID]string{}
	if byProduct {
		for _, p := range a.Products {
			products[p.ID] = p.Name
		}
	}
	got, units, people, won := tally{}, map[accountmap.UnitID]string{}, map[accountmap.ContactID]string{}, map[accountmap.OrderID]bool{}
	for _, u := range a.Units {
		units[u.ID] = u.Name
	}
	for _, c := range a.Contacts {
		people[c.ID] = c.Name
	}
	for _, c := range a.Contacts {
		got["contacts of "+units[c.Unit]]++
		if c.ReportsTo != "" {
			got[fmt.Sprintf("%s below %s", c.Name, people[c.ReportsTo])]++
		}
	}
	for _, o := range a.Orders {
		if !won[o.ID] {
			won[o.ID] = true
			got["won"]++
		}
		got[strings.Join([]string{units[o.Unit], products[o.Product], o.Date.String(), string(cmp.Or(o.Amount.Currency, a.Currency))}, " ")] += o.Amount.Minor
	}
	return got
}
