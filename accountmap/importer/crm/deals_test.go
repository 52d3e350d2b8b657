package crm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// TestStages checks the cell status for every standard stage of each system.
func TestStages(t *testing.T) {
	for name, tt := range map[string]struct {
		system        crm.System
		columns, deal string
		want          accountmap.CoverageStatus
	}{
		"prospecting":                 {crm.Salesforce, "StageName", "Prospecting", accountmap.CoverageOpportunity},
		"decision makers":             {crm.Salesforce, "StageName", "Id. Decision Makers", accountmap.CoverageOpportunity},
		"proposal":                    {crm.Salesforce, "StageName", "Proposal/Price Quote", accountmap.CoverageProposed},
		"negotiation":                 {crm.Salesforce, "StageName", "Negotiation/Review", accountmap.CoverageProposed},
		"closed won":                  {crm.Salesforce, "StageName", "Closed Won", accountmap.CoverageSold},
		"closed lost":                 {crm.Salesforce, "StageName", "Closed Lost", accountmap.CoverageGap},
		"lost to one named":           {crm.Salesforce, "StageName,Competitor", "Closed Lost,Rival", accountmap.CoverageCompetitor},
		"own stage, won":              {crm.Salesforce, "StageName,IsClosed,IsWon", "Signed!,true,true", accountmap.CoverageSold},
		"own stage, lost":             {crm.Salesforce, "StageName,IsClosed,IsWon", "Gone,1,0", accountmap.CoverageGap},
		"own stage, open":             {crm.Salesforce, "StageName,IsClosed,IsWon", "Warm,FALSE,FALSE", accountmap.CoverageOpportunity},
		"closed stage, still open":    {crm.Salesforce, "StageName,IsClosed", "Closed Won,false", accountmap.CoverageOpportunity},
		"the word of an account file": {crm.Salesforce, "StageName", "in-house", accountmap.CoverageInHouse},
		"blocked":                     {crm.Salesforce, "StageName", "Blocked", accountmap.CoverageBlocked},
		"scheduled":                   {crm.HubSpot, "Deal Stage", "appointmentscheduled", accountmap.CoverageOpportunity},
		"contract sent":               {crm.HubSpot, "Deal Stage", "Contract Sent", accountmap.CoverageProposed},
		"with its pipeline":           {crm.HubSpot, "Deal Stage", "Closed Won (Sales Pipeline)", accountmap.CoverageSold},
		"internal":                    {crm.HubSpot, "dealstage", "closedlost", accountmap.CoverageGap},
		"flag":                        {crm.HubSpot, "Deal Stage,Is Closed Won", "decisionmakerboughtin,true", accountmap.CoverageSold},
		"open":                        {crm.Dynamics, "Sales Stage,Status", "Develop,Open", accountmap.CoverageOpportunity},
		"propose":                     {crm.Dynamics, "Pipeline Phase,Status", "3-Propose,Open", accountmap.CoverageProposed},
		"won":                         {crm.Dynamics, "Sales Stage,Status,Status Reason", "Close,Won,Won", accountmap.CoverageSold},
		"cancelled":                   {crm.Dynamics, "Sales Stage,Status,Status Reason", "Qualify,Lost,Canceled", accountmap.CoverageGap},
		"out-sold":                    {crm.Dynamics, "Sales Stage,Status,Status Reason", "Propose,Lost,Out-Sold", accountmap.CoverageCompetitor},
		"numbers":                     {crm.Dynamics, "salesstage,statecode,statuscode", "2,0,1", accountmap.CoverageProposed},
		"numbers, lost":               {crm.Dynamics, "salesstage,statecode,statuscode", "0,2,5", accountmap.CoverageCompetitor},
		"state alone":                 {crm.Dynamics, "statecode", "0", accountmap.CoverageOpportunity},
	} {
		t.Run(name, func(t *testing.T) {
			columns := map[crm.System][]string{
				crm.Salesforce: {"Id,Name", "Id,Name,AccountId,Product Name,CloseDate,"},
				crm.HubSpot:    {"Record ID,Name", "Record ID,Deal Name,Associated Company IDs,Product,Close Date,"},
				crm.Dynamics:   {"accountid,name", "opportunityid,name,customerid,Product,estimatedclosedate,"},
			}[tt.system]
			opts := &crm.Options{System: tt.system,
				Mapping: &crm.Mapping{Columns: map[string]map[string][]string{"deals": {"productName": {"Product", "Product Name"}}}}}
			a, _ := imported(t, folder("accounts.csv", columns[0]+"\n1,Acme\n", "deals.csv",
				columns[1]+tt.columns+"\nd,D,1,Tea,2026-01-02,"+tt.deal+"\n"), opts)
			require.Len(t, a.Coverage, 1)
			assert.Equal(t, tt.want, a.Coverage[0].Status)
		})
	}
}

// TestDealsOfACell checks which of several deals decides the status of a cell, and their sum.
func TestDealsOfACell(t *testing.T) {
	const head = "Id,Name,AccountId,Product Name,StageName,Amount,CloseDate,Loss Reason,Type\n"
	for name, tt := range map[string]struct {
		deals string
		want  accountmap.Cell
	}{
		"an upsell of what is sold": {
			"a,A,1,Tea,Closed Won,10,2026-03-01,,New Customer\nb,B,1,Tea,Prospecting,7,2026-12-01,,\n",
			accountmap.Cell{Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 1000}, Potential: accountmap.Money{Minor: 700},
				Kind: accountmap.SaleNew},
		},
		"won once more": {
			"a,A,1,Tea,Closed Won,10,2026-03-01,,\nb,B,1,Tea,Closed Won,5,2026-02-01,,Renewal\nc,C,1,Tea,Closed Won,99,2025-02-01,,\n",
			accountmap.Cell{Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 1500}},
		},
		"lost after it was sold": {
			"a,A,1,Tea,Closed Won,10,2026-01-01,,\nb,B,1,Tea,Closed Lost,7,2026-02-01,Price,\n",
			accountmap.Cell{Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 1000}},
		},
		"tried again after it was lost": {
			"a,A,1,Tea,Closed Lost,10,2026-01-01,Price,\nb,B,1,Tea,Prospecting,7,2026-12-01,,\nc,C,1,Tea,Negotiation/Review,8,2026-11-01,,Upgrade\n",
			accountmap.Cell{Status: accountmap.CoverageProposed, Potential: accountmap.Money{Minor: 1500}, Kind: accountmap.SaleUpsell},
		},
		"lost twice": {
			"a,A,1,Tea,Closed Lost,10,2026-02-01,Price,\nb,B,1,Tea,Closed Lost,7,2026-01-01,Time,\n",
			accountmap.Cell{Status: accountmap.CoverageGap, Potential: accountmap.Money{Minor: 1000}, Reason: "Closed Lost: Price",
				AsOf: accountmap.Date{Year: 2026, Month: 2, Day: 1}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := imported(t, folder("Account.csv", "Id,Name\n1,Acme\n", "Opportunity.csv", head+tt.deals),
				&crm.Options{AsOf: accountmap.Date{Year: 2026, Month: 4, Day: 1}, Currency: "EUR"})
			require.Len(t, a.Coverage, 1, problems.Report())
			got := a.Coverage[0]
			got.Unit, got.Product = "", ""
			assert.Equal(t, tt.want, got)
		})
	}
}

// TestReportOfProducts reads a report with labels and a row for each product of a deal, in German
// notation of amounts and dates.
func TestReportOfProducts(t *testing.T) {
	a, problems := imported(t, folder("report.csv",
		"\ufeffOpportunity Name;Account Name;Stage;Amount;Close Date;Product Name;Product Code;Quantity;Total Price\r\n"+
			"Spring;Acme;Closed Won;1.500,50 €;24.12.2025;Tea;T;2,00;1.000,50 €\r\nSpring;Acme;Closed Won;1.500,50 €;24.12.2025;Salt;S;1,00;500,00 €\r\nAutumn;Acme;Prospecting;700,00 €;1.3.2026;Tea;T;1,00;700,00 €\r\n"), nil)
	assert.Equal(t, "report.csv: warning unknown-file: there is no file of accounts: they are known by name alone, and none has a parent (also export the accounts)\n", problems.Report())
	assert.Equal(t, "Acme", a.Name)
	assert.Equal(t, accountmap.Currency("EUR"), a.Currency)
	assert.Equal(t, []accountmap.Product{{ID: "T", Name: "Tea"}, {ID: "S", Name: "Salt"}}, a.Products)
	got := cells(a)
	assert.Equal(t, accountmap.Money{Minor: 100050}, got["Acme/Tea"].Value)
	assert.Equal(t, accountmap.Money{Minor: 50000}, got["Acme/Salt"].Value)
	assert.Equal(t, accountmap.Money{Minor: 70000}, got["Acme/Tea"].Potential)
	assert.Len(t, a.Orders, 2)
}

func TestPricedLines(t *testing.T) {
	a, problems := imported(t, folder("Account.csv", "Id,Name\n1,Acme\n", "Opportunity.csv",
		"Id,Name,AccountId,StageName,CloseDate,CurrencyIsoCode\nd,D,1,Closed Won,2026-01-02,EUR\n",
		"OpportunityLineItem.csv",
		"Id,OpportunityId,Product2Id,Product Name,Quantity,ListPrice,UnitPrice,Discount\nl,d,01t5g00000Kz001,Tea,3.0,12.0,10.0,10.0\n"), nil)
	assert.Empty(t, problems)
	assert.Equal(t, []accountmap.Product{{ID: "01t5g00000Kz001AAB", Name: "Tea", Price: accountmap.Money{Minor: 1200}}}, a.Products)
	assert.Equal(t, accountmap.Money{Minor: 2700}, a.Orders[0].Amount, "three times ten, less a tenth")
}
