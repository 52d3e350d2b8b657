package crm_test

import (
	"testing"
)

// TestRealDeals imports deals and their lines with the irregularities of real exports.
func TestRealDeals(t *testing.T) {
	checkAll(t, map[string]exportCase{
		"three open stages of a deal, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company,Line item name\n" +
				"5,Boats,Qualified To Buy,2026-03-10,12,Mole End,Oar\n5,Boats,Contract Sent,2026-03-10,14,Mole End,Oar\n5,Boats,Appointment Scheduled,2026-03-10,9,Mole End,Oar\n" +
				"6,Barge,Qualified To Buy,2026-03-10,12,Mole End,Punt\n6,Barge,Closed Lost,2026-04-10,12,Mole End,Punt\n"},
			kinds: "cell", want: []string{"cell Mole End Oar proposed", "cell Mole End Punt gap"},
			problems: []string{`"Qualified To Buy" in one row and "Contract Sent" in another: the later stage counts; the first is deals.csv:2:9, here and in 1 more: line 4`, `"Closed Lost" in another: the closing one counts`},
		},
		"an unknown stage before and after a known one, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company,Line item name\n" +
				"5,Boats,Warm,2026-03-10,12,Mole End,Oar\n5,Boats,Closed Won,2026-03-10,12,Mole End,Oar\n" +
				"6,Barge,Closed Won,2026-03-11,13,Mole End,Punt\n6,Barge,Warm,2026-03-11,13,Mole End,Punt\n7,Raft,Warm,2026-03-12,1,Mole End,Rope\n7,Raft,Contract Sent,2026-03-12,1,Mole End,Rope\n"},
			kinds: "order cell", want: []string{"order Mole End Oar 2026-03-10 12.00", "order Mole End Punt 2026-03-11 13.00", "cell Mole End Oar sold", "cell Mole End Punt sold", "cell Mole End Rope proposed"},
			problems: []string{`the word "Warm" is unknown`, `"Warm" in one row and "Closed Won" in another: the one with a known stage counts`},
		},
		"an unknown stage before a known one, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
				"6,Boats,1,Warm,30,2026-02-03,Oar\n6,Boats,1,Closed Won,50,2026-02-01,Oar\n"},
			kinds: "order cell", want: []string{"order Mole End Oar 2026-02-01 50.00", "cell Mole End Oar sold"},
			problems: []string{`the word "Warm" is unknown`, `the one with a known stage counts`},
		},
		"lines of two deals, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Deal Stage,Close Date,Associated Company\n11,Boats,Closed Won,2026-03-10,Mole End\n12,Barge,Closed Won,2026-03-11,Mole End\n",
				"line items.csv", "Record ID,Name,Associated Deal IDs,Net price\n1,Oar,12;11,10\n2,Punt,11,5\n"},
			kinds: "order", want: []string{"order Mole End Punt 2026-03-10 5.00", "order Mole End Oar 2026-03-11 10.00"},
			problems: []string{`the line also belongs to the deal "Boats": it counts in "Barge" alone`},
		},
		"deals without ids that have lines, Dynamics": {
			files: []string{"Account.csv", "Account Name\nMole End\n", "Product.csv", "Name,Product ID\nCare,C1\n",
				"Opportunity.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Offer\n" +
					"Care plan,Mole End,Won,1500,2024-05-01,Care\nCare plan,Mole End,Lost,2500,2025-05-01,Care\nCare plan,Mole End,Won,3500,2026-05-01,Care\n"},
			mapping: `{"columns":{"deals":{"productName":["Offer"]}}}`, kinds: "order cell",
			want:     []string{"order Mole End Care 2024-05-01 1500.00", "order Mole End Care 2026-05-01 3500.00", "cell Mole End Care sold"},
			problems: []string{},
		},
		"deals without ids that have lines, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n",
				"deals.csv", "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
					"Lamps,Mole End,Closed Lost,70,2025-01-05,Lamp\nLamps,Mole End,Closed Won,80,2026-01-05,Lamp\nLamps,Mole End,Closed Won,80,2026-01-05,Wick\n"},
			mapping: `{"columns":{"deals":{"productName":["Line item name"]}}}`, kinds: "order cell",
			want: []string{"order Mole End Lamp 2026-01-05 40.00", "order Mole End Wick 2026-01-05 40.00", "cell Mole End Lamp sold", "cell Mole End Wick sold"},
		},
		"a deal in several stages, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
				"6,Boats,1,Prospecting,30,2026-02-01,Oar\n6,Boats,1,Closed Won,50,2026-02-01,Oar\n6,Boats,1,Negotiation/Review,40,2026-02-01,Oar\n"},
			kinds: "order cell", want: []string{"order Mole End Oar 2026-02-01 50.00", "cell Mole End Oar sold"},
			problems: []string{`Opportunity.csv:3:11: warning duplicate-id: the deal "6" has the StageName "Prospecting" in one row and "Closed Won" in another: the closing one counts; the first is Opportunity.csv:2:11, here and in 1 more: line 4`},
		},
		"a deal that was changed, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\na,Mole End\n", "opportunities.csv", "opportunityid,name,customeridname,statecodename,actualvalue,actualclosedate,Product,modifiedon\n" +
				"o,Boats,Mole End,Lost,70,2026-03-01,Oar,2026-04-01\no,Boats,Mole End,Won,70,2026-03-01,Oar,2026-03-01\n"},
			kinds: "order cell", want: []string{"cell Mole End Oar gap"},
			problems: []string{`the deal "o" has the statecodename "Lost" in one row and "Won" in another: the latest change counts`},
		},
		"a deal lost, and won later, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Company,Line item name\n" +
				"5,Boats,Closed Lost,2026-03-10,12,Mole End,Oar\n5,Boats,Closed Won,2026-04-10,12,Mole End,Oar\n"},
			kinds: "order cell", want: []string{"order Mole End Oar 2026-04-10 12.00", "cell Mole End Oar sold"},
			problems: []string{`the one with the later day counts`},
		},
		"actual amounts of deals that are not won, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\na,Mole End\n", "opportunities.csv", "opportunityid,name,customeridname,statecodename,estimatedvalue,actualvalue,actualclosedate,Product\n" +
				"o,Boats,Mole End,Open,70,1,,Oar\np,Barge,Mole End,Lost,80,2,2026-03-01,Punt\nq,Raft,Mole End,Won,90,85,2026-03-02,Rope\n"},
			kinds: "order potential", want: []string{"order Mole End Rope 2026-03-02 85.00", "potential Mole End Oar 70.00", "potential Mole End Punt 80.00"}, problems: []string{},
		},
		"a deal won and lost on a day": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
				"6,Boats,1,Closed Won,30,2026-02-01,Oar\n6,Boats,1,Closed Lost,30,2026-02-01,Oar\n"},
			kinds: "order cell", problems: []string{`it is unknown which is true, so it is in no cell`},
		},
		"two stages of two products, mixed": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name,TotalPrice\n" +
				"6,B,1,Prospecting,30,2026-02-01,Oar,10\n6,B,1,Closed Won,30,2026-03-01,Oar,10\n6,B,1,Prospecting,30,2026-02-01,Punt,20\n6,B,1,Closed Won,30,2026-03-01,Punt,20\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-03-01 10.00", "order Mole End Punt 2026-03-01 20.00"},
		},
		"further rows of a deal that leave out what the first says": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name,TotalPrice\n" +
				"6,B,1,Closed Won,30,2026-02-01,Oar,10\n6,,,,,,Punt,20\n7,C,1,Closed Won,5,2026-02-01,,\n7,,,,,,Punt,5\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 10.00", "order Mole End Punt 2026-02-01 20.00", "order Mole End Punt 2026-02-01 5.00"}, problems: []string{},
		},
		"two files of one deal": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity 1.csv", "Id,Name,AccountId,StageName,Amount,CloseDate\n6,B,1,Closed Won,30,2026-02-01\n",
				"Opportunity 2.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n6,B,1,Closed Won,30.00,2026-02-01,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 30.00"}, problems: []string{},
		},
		"two amounts of one deal": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
				"6,B,1,Closed Won,30,2026-02-01,Oar\n6,B,1,Closed Won,40,2026-02-01,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 30.00"}, problems: []string{`the deal "6" has the Amount "30" in one row and "40" in another: the first counts`},
		},
		"a lost deal that is flagged as won": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,IsWon,IsClosed,Amount,CloseDate,Product Name\n" +
				"6,B,1,Closed Lost,1,1,30,2026-02-01,Oar\n7,C,1,Closed Won,0,1,30,2026-02-01,Oar\n8,D,1,Closed Won,1,1,30,2026-02-01,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 30.00"},
			problems: []string{`the deal "B" has contradictory outcomes (StageName "Closed Lost", IsWon "1", IsClosed "1"): it is in no cell`, `the deal "C" has contradictory outcomes`},
		},
		"lines of one id, and lines that are not the amount": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate\n6,B,1,Closed Won,50,2026-02-01\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product Name,Quantity,UnitPrice,TotalPrice\na,6,Oar,2,10,20\na,6,Oar,2,10,20\na,6,Oar,2,10,25\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 20.00"},
			problems: []string{`the deal "B" has the amount 50.00, but its lines add up to 20.00: the lines count`, `the line "a" has the TotalPrice "20" in one row and "25" in another: the first counts`},
		},
		"deals of one name of two accounts, Salesforce report": {
			files: []string{"Account.csv", "Account ID,Account Name,Parent Account ID\n1,Mole End,\n2,Toad Hall,1\n",
				"report.csv", "Opportunity Name,Account Name,Stage,Close Date,Product Name,Total Price\n" +
					"Renewal,Mole End,Closed Won,2026-02-01,Tea,10.00\nRenewal,Mole End,Closed Won,2026-02-01,Salt,20.00\nRenewal,Toad Hall,Closed Won,2026-02-01,Tea,40.00\n"},
			kinds: "order",
			want:  []string{"order Mole End Tea 2026-02-01 10.00", "order Mole End Salt 2026-02-01 20.00", "order Toad Hall Tea 2026-02-01 40.00"},
		},
		"a deal of one id with amounts of its lines": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n",
				"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
					"6,Boats,1,Closed Won,30,2026-02-01,Oar\n6,Boats,1,Closed Won,50,2026-02-01,Punt\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-02-01 30.00", "order Mole End Punt 2026-02-01 50.00"},
		},
		"deals without ids and products": {
			files: []string{"Account.csv", "Account Name\nMole End\n",
				"Contact.csv", "First Name,Last Name,Email,Company Name,Job Title\nAna,Orr,ana@m.example,Mole End,Judge\nAna,Orr,orr@m.example,Mole End,Clerk\n",
				"Opportunity.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Offer\n" +
					"Care plan,Mole End,Won,1500,2024-05-01,Care\nCare plan,Mole End,Lost,2500,2025-05-01,Care\nCare plan,Mole End,Won,3500,2026-05-01,Care\n"},
			kinds:    "day unit contact order cell",
			want:     []string{"day 2026-05-01", "unit Mole End", "contact Ana Orr @Mole End", "contact Ana Orr @Mole End"},
			problems: []string{`the column "Offer" has no place in an account`, `missing-value: the deal "Care plan" names no product, so it is in no cell of the coverage and in no order, here and in 2 more`},
		},
		"deals without ids that have lines, ACT!": {
			files: []string{"Companies.txt", "Company\tCity\nMole End\tWood\n", "Opportunities.txt", "Opportunity Name\tCompany\tStatus\tProduct\tTotal\tActual Close Date\n" +
				"Care\tMole End\tClosed - Won\tWinch\t10\t2024-03-01\nCare\tMole End\tClosed - Lost\tWinch\t20\t2025-03-01\nCare\tMole End\tClosed - Won\tWinch\t30\t2026-03-01\n" +
				"Care\tMole End\tClosed - Won\tRope\t5\t2026-03-01\n"},
			kinds: "order", want: []string{"order Mole End Winch 2024-03-01 10.00", "order Mole End Winch 2026-03-01 30.00", "order Mole End Rope 2026-03-01 5.00"}, problems: []string{},
		},
		"deals without ids of two sellers": {
			files: []string{"accounts.csv", "accountid,name\n1,Mole End\n", "opportunities.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Product,Owner\n" +
				"Care,Mole End,Won,100,2026-03-01,Care,Kim\nCare,Mole End,Won,100,2026-03-01,Care,Lee\nCare,Mole End,Won,100,2026-03-01,Care,Kim\n"},
			kinds: "order team", want: []string{"order Mole End Care 2026-03-01 100.00", "order Mole End Care 2026-03-01 100.00", "team Kim", "team Lee"},
			problems: []string{`opportunities.csv:4:1: warning duplicate-id: the deal "Care" has no id, and a row above is the same in every column: it is read once (also export the ids, if they are two)`},
		},
		"a rival that is none, and deals of an id of zeros": {
			files: []string{"accounts.csv", "accountid,name\n1,Mole End\n", "opportunities.csv", "opportunityid,name,customerid,statecodename,actualvalue,actualclosedate,Product,Competitor,Lost Reason,ownerid\n" +
				"00000000-0000-0000-0000-000000000000,A,1,Won,5,2026-01-01,Care,,,00000000-0000-0000-0000-000000000000\n00000000-0000-0000-0000-000000000000,B,1,Lost,7,2026-01-02,Oar,None,N/A,NULL\n"},
			kinds: "order cell team", want: []string{"order Mole End Care 2026-01-01 5.00", "cell Mole End Care sold", "cell Mole End Oar gap"}, problems: []string{},
		},
	})
}
