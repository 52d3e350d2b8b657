package crm_test

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// large returns an export of n accounts, each with ten contacts and five deals of ten lines.
func large(n int) fs.FS {
	var accounts, contacts, deals, lines strings.Builder
	accounts.WriteString("Id,Name,ParentId,BillingCity,OwnerId\n")
	contacts.WriteString("Id,FirstName,LastName,AccountId,ReportsToId,BuyerAttributes,Email,LastModifiedDate\n")
	deals.WriteString("Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate\n")
	lines.WriteString("Id,OpportunityId,Product2Id,Product2.Name,Quantity,TotalPrice\n")
	for i := range n {
		parent := ""
		if i > 0 {
			parent = fmt.Sprintf("001%012d", (i-1)/8)
		}
		fmt.Fprintf(&accounts, "001%012d,Account %d,%s,Madrid,005%012d\n", i, i, parent, i%50)
		for j := range 10 {
			boss := ""
			if j > 0 {
				boss = fmt.Sprintf("003%012d", 10*i)
			}
			fmt.Fprintf(&contacts, "003%012d,Ana,Contact %d,001%012d,%s,Champion;DecisionMaker,a%d@example.org,2026-10-01\n", 10*i+j,
				10*i+j, i, boss, 10*i+j)
			fmt.Fprintf(&lines, "00k%012d,006%012d,01t%012d,Product %d,%d.0,%d.5\n", 10*i+j, 5*i+j/2, (i+j)%200, (i+j)%200, j, 100*j)
		}
		for j := range 5 {
			fmt.Fprintf(&deals, "006%012d,Deal %d,001%012d,%s,1000.0,EUR,2026-0%d-01\n", 5*i+j, 5*i+j, i, []string{"Closed Won",
				"Prospecting", "Closed Lost"}[j%3], 1+j)
		}
	}
	return folder("Account.csv", accounts.String(), "Contact.csv", contacts.String(), "Opportunity.csv", deals.String(),
		"OpportunityLineItem.csv", lines.String())
}

// BenchmarkCheck prints the time by the number of rows.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		export := large(n)
		b.Run(fmt.Sprintf("%d rows", 26*n), func(b *testing.B) {
			for b.Loop() {
				a, problems := crm.Check(export, nil)
				if problems.HasErrors() || len(a.Contacts) != 10*n {
					b.Fatal(problems)
				}
				runtime.KeepAlive(a)
			}
			b.ReportMetric(float64(26*n)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
