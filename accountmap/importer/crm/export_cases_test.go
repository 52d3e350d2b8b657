package crm_test

import (
	"strings"
	"testing"
)

// TestRealExports imports exports with the irregularities of real exports: files, headings,
// encodings and words.
func TestRealExports(t *testing.T) {
	checkAll(t, map[string]exportCase{
		"headings in the middle, and a sum with a count": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\nRecord ID,Company name\n2,Otter Holt\n",
				"deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n1,Lamps,Mole End,closedwon,1200.50,2026-03-04,Lamp\n" +
					"Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n2,Back,Mole End,closedwon,-300,2026-03-07,Lamp\n" +
					",Count,,,2,,\nGrand Total,Count: 2,,,900.50,,\n"},
			root: "1", kinds: "unit order", want: []string{"unit Mole End", "order Mole End Lamp 2026-03-04 1200.50", "order Mole End Lamp 2026-03-07 -300.00"},
			problems: []string{"headings are repeated", "headings are repeated", `"Count", here and in 1 more: line 6`},
		},
		"days as a spreadsheet counts them": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n" +
				"6,Lamps,1,Closed Won,1000,46095,Lamp\n7,Lamps,1,Closed Won,2000,46096.5,Lamp\n"},
			kinds: "order", want: []string{"order Mole End Lamp 2026-03-14 1000.00", "order Mole End Lamp 2026-03-15 2000.00"},
			problems: []string{`CloseDate: "46095" is a spreadsheet's day number, and is read as 2026-03-14, here and in 1 more: line 3`},
		},
		"headings of groups above the headings, Salesforce": {
			files: []string{"Account.csv", "Account,,Billing\nAccount ID,Account Name,Billing City\n1,Mole End,Wood\n",
				"Opportunity.csv", "Deal,,Money,,,\nOpportunity ID,Opportunity Name,Amount,Stage,Close Date,Product Name\nId,Name,Amount,StageName,CloseDate,Product Name\n6,Lamps,5,Closed Won,2026-01-01,Lamp\n"},
			kinds: "unit order", want: []string{"unit Mole End"},
			problems: []string{`Account.csv:1:1: warning left-out: a row above the headings is left out: "Account"`, `a row above the headings is left out: "Deal"`,
				`Opportunity.csv:3:1: warning left-out: the headings are repeated`, `the deal "Lamps" belongs to no account`},
		},
		"labels and API names above each other, Dynamics": {
			files: []string{"accounts.csv", "Account Name,Parent Account\nname,parentaccountid\nMole End,\nToad Hall,Mole End\n"},
			kinds: "unit", want: []string{"unit Mole End", "unit Toad Hall"}, problems: []string{"the headings are repeated"},
		},
		"Greek in the encoding of a spreadsheet": {
			files: []string{"Account.csv", "Id,Name\n1,\xcd\xe1\xf5\xf0\xe7\xe3\xe5\xdf\xef\n", "Contact.csv", "Id,AccountId,Name\na,1,\xcc\xe1\xf1\xdf\xe1\n"},
			kinds: "unit contact", want: []string{"unit Ναυπηγείο", "contact Μαρία @Ναυπηγείο"},
			problems: []string{"Account.csv:2:3: warning invalid-text: the file is not UTF-8; it is read as Windows-1253", "Contact.csv:2:5: warning invalid-text"},
		},
		"errors of a spreadsheet": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,AccountId,LastName,Phone,MobilePhone,Email,Title\na,1,Orr,#####,,#N/A,#1 clerk\nb,1,Ash,442079460000.0,+4.42E+11,\"o@x.example; ash@x.example\",#REF!\nc,1,Fen,,,ASH@x.example,\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact Ash @Mole End", "contact Fen @Mole End"},
			problems: []string{`Phone: "#####" is an error of a spreadsheet, not a value`, `Email: "#N/A" is an error of a spreadsheet`,
				`Phone: "442079460000.0" is not a phone number: a spreadsheet has changed it, here and in 1 more`, `Title: "#REF!" is an error of a spreadsheet`, `the contacts "Ash" and "Fen" have one address, "ASH@x.example"`},
		},
		"two columns of one heading": {
			files: []string{"Account.csv", "Id,Name,Name\n1,Mole End,Toad Hall\n"},
			kinds: "unit", want: []string{"unit Mole End"}, problems: []string{`Account.csv:2:12: warning left-out: the column "Name" differs from "Name"`},
		},
		"references that are 0, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,0\n", "contacts.csv", "Record ID,Last Name,Associated Company IDs\n3,Orr,1\n4,Ash,0\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "contact Orr @Mole End", "contact Ash @"}, problems: []string{`the contact "Ash" belongs to no account`},
		},
		"a mistyped year": {
			files: []string{"accounts.csv", "Account Name\nMole End\n", "opportunities.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Offer\n" +
				"A,Mole End,Won,1,2026-02-01,Care\nB,Mole End,Won,2,2026-03-01,Care\nC,Mole End,Lost,3,2026-04-01,Care\nD,Mole End,Won,4,2062-05-01,Care\n"},
			mapping: `{"columns":{"deals":{"productName":["Offer"]}}}`, kinds: "day", want: []string{"day 2026-04-01"},
			problems: []string{"dated after the day of the account", "2062-05-01 is more than a year after all other days"},
		},
		"Zoho, which is like HubSpot": {
			files: []string{"Accounts.csv", "Record Id,Account Name,Parent Account\nz1,Mole End,\n", "Contacts.csv", "Record Id,First Name,Last Name,Account Name,Reporting To\nz2,Ana,Orr,Mole End,\n",
				"Deals.csv", "Record Id,Deal Name,Account Name,Stage,Amount,Closing Date\nz3,Lamps,Mole End,Closed Won,1200,2026-03-14\n"},
			kinds: "unit", problems: []string{`none of the 3 files is a table of a known CRM: Accounts.csv has the columns "Record Id"`}, refused: true,
		},
		"a text of a megabyte": {
			files: []string{"Account.csv", "Id,Name,Description\n1,Mole End," + strings.Repeat("é", 1<<19) + "\n"},
			kinds: "unit", want: []string{"unit Mole End"}, problems: []string{"Description: the text has more than 30000 letters, and its end is cut off"},
		},
		"zeros, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\na,A,1,Prospecting,0,2026-01-02,Oar\nb,B,1,Closed Won,0.00,2026-01-02,Lamp\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product Name,Quantity,UnitPrice,TotalPrice\n1,b,Lamp,0,5.00,0.00\n2,b,Rope,2,5.00,0\n"},
			kinds: "order cell", want: []string{"order Mole End Lamp 2026-01-02 0.00", "order Mole End Rope 2026-01-02 0.00", "cell Mole End Oar opportunity", "cell Mole End Lamp sold", "cell Mole End Rope sold"},
			problems: []string{`Opportunity.csv:2:19: warning out-of-range: Amount: "0" is read as unknown, here and in 1 more: line 3 (no action needed`, `OpportunityLineItem.csv:2:10: warning out-of-range: Quantity: "0" is read as unknown`,
				`OpportunityLineItem.csv:2:17: warning out-of-range: TotalPrice: "0.00" is read as unknown, here and in 1 more: line 3`, `a line of the deal "B" has the total 0.00, but its quantity times its price is 10.00: the total counts`},
		},
		"zeros, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\na,Mole End\n", "products.csv", "productid,name,price\np,Oar,\"0,00 €\"\n",
				"opportunities.csv", "opportunityid,name,parentaccountid,statecode,estimatedvalue,actualvalue,actualclosedate\no,D,a,Won,\"0,00\",\"0,0\",2026-01-02\n",
				"opportunityproducts.csv", "opportunityproductid,opportunityid,productid,quantity\nl,o,p,1\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-02 0.00"},
			problems: []string{`estimatedvalue: "0,00" is read as unknown`, `actualvalue: "0,0" is read as unknown`, `price: "0,00 €" is read as unknown`},
		},
		"titles and totals": {
			files: []string{"report.csv", "Won deals of 2026\n,,,,\nAccount Name,Opportunity Name,Stage,Amount,Close Date,Product Name\nMole End,B,Closed Won,50,2026-02-01,Oar\n" +
				"Subtotal (1 record),,,50,,\nTotal,,,50,,\n"},
			kinds: "unit order", want: []string{"unit Mole End", "order Mole End Oar 2026-02-01 50.00"},
			problems: []string{`there is no file of accounts`, `report.csv:1:1: warning left-out: a row above the headings is left out: "Won deals of 2026"`,
				`report.csv:5:1: warning left-out: a row of sums is not a record: "Subtotal (1 record)", here and in 1 more: line 6`},
		},
		"titles of an export with semicolons, Dynamics": {
			files: []string{"accounts.csv", "\nAlle Firmen;\naccountid;name\na;Mole End\n"}, kinds: "unit", want: []string{"unit Mole End"},
			problems: []string{`accounts.csv:2:1: warning left-out: a row above the headings is left out: "Alle Firmen"`},
		},
		"one id in 15 and in 18 letters, contradicting": {
			files: []string{"Account.csv", "Id,Name,ParentId\n001D000000IqhSL,Mole End,\n001D000000IqhSLIAZ,Mole Hill,000000000000000AAA\n001D000000IqhSM,Toad,001D000000IqhSLIAZ\n001D000000IqhSMIAZ,Toad,001D000000IqhSL\n"},
			kinds: "unit", want: []string{"unit Mole End", "unit Toad"},
			problems: []string{`the account "001D000000IqhSLIAZ" has the Name "Mole End" in one row and "Mole Hill" in another: the first counts`},
		},
		"rows without ids that are alike in every column": {
			files: []string{"Account.csv", "Account Name\nMole End\n", "Contact.csv", "First Name,Last Name,Account Name,Title\nAnn,Orr,Mole End,Clerk\nAnn,Orr,Mole End,Clerk\nAnn,Orr,Mole End,Judge\n"},
			kinds: "contact", want: []string{"contact Ann Orr @Mole End", "contact Ann Orr @Mole End"},
			problems: []string{`Contact.csv:3:1: warning duplicate-id: the contact "Ann Orr" has no id, and a row above is the same in every column`},
		},
		"accounts without ids of one name": {
			files: []string{"companies.csv", "Company name,City\nMole End,Wells\nToad Hall,Bath\nToad Hall,Ely\n"}, root: "Mole End",
			kinds: "unit", want: []string{"unit Mole End"}, problems: []string{},
		},
		"an id that contradicts itself": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n1,Mole End\n", "Contact.csv", "Id,LastName,AccountId,Title\na,Orr,1,Clerk\na,Orr,1,Judge\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End"},
			problems: []string{`Contact.csv:3:9: warning duplicate-id: the contact "a" has the Title "Clerk" in one row and "Judge" in another`},
		},
		"files of other objects, Salesforce": {
			files: []string{"Account.csv", "Id,IsDeleted,Name,ParentId\n001000000000001AAA,0,Mole End,\n001000000000002AAA,0,Toad Hall,001000000000001AAA\n",
				"Asset.csv", "Id,ContactId,AccountId,ParentId,IsDeleted,Name,Quantity,Description,OwnerId\n02i1,,001000000000001AAA,,0,Crane 7,1,,\n",
				"Lead.csv", "Id,FirstName,LastName,Title,Email,Phone,OwnerId,IsDeleted\n00Q1,Lee,Adder,Clerk,lee@x.example,,,0\n",
				"UserRole.csv", "Id,Name,ParentRoleId\n00E1,Sales,\n", "RecordType.csv", "Id,Name,Description,IsActive\n0121,Big,,1\n",
				"Opportunity_Plan__c.csv", "Id,Name,OwnerId,StageName,CloseDate\na01,Plan,,Closed Won,2026-01-01\n",
				"OpportunityHistory.csv", "Id,OpportunityId,StageName,Amount,CloseDate\n0081,0061,Closed Won,10,2026-01-01\n"},
			kinds: "unit contact team", want: []string{"unit Mole End", "unit Toad Hall"},
			problems: []string{"unknown-file: 6 files are not tables of Salesforce"},
		},
		"files of other objects, HubSpot": {
			files: []string{"hubspot-crm-exports-all-companies-2026.csv", "Record ID,Company name\n1,Mole End\n",
				"hubspot-crm-exports-tickets-2026.csv", "Record ID,Name,Description,Create Date\n5,Broken lamp,,2026-01-01\n",
				"hubspot-crm-exports-leads.csv", "Record ID,First Name,Last Name,Email,Associated Company IDs\n6,Lee,Adder,lee@x.example,1\n"},
			kinds: "unit contact", want: []string{"unit Mole End"},
		},
		"files of other objects, SugarCRM": {
			files: []string{"accounts.csv", "id,name,parent_id,assigned_user_id\n1,Mole End,,\n", "prospects.csv", "id,first_name,last_name,title,account_name,email1\n9,Lee,Adder,Clerk,Mole End,l@x.example\n",
				"quotes.csv", "id,name,date_quote_expected_closed,quote_stage,total,billing_account_id\n7,Lamps,2026-01-01,Closed Accepted,5,1\n", "notes.csv", "id,name,parent_id,contact_id,description\n1,Note,1,,\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End"}, problems: []string{`3 files are not tables of SugarCRM that an account needs: "notes.csv", "prospects.csv", "quotes.csv"`},
		},
		"assets and quotes in place of contacts, Salesforce": {
			files: []string{"Account.csv", "Id,IsDeleted,Name,ParentId\n001000000000001AAA,0,Mole End,\n001000000000002AAA,0,Toad Hall,001000000000001AAA\n",
				"Asset.csv", "Id,ContactId,AccountId,ParentId,Product2Id,IsDeleted,Name,SerialNumber,Quantity,Description,OwnerId\n02i1,0031,001000000000001AAA,,01t1,0,Crane 7,S-7,1,,0051\n",
				"quotes.csv", "QuoteExtId__c,OpportunityExtId__c,Name,ExpirationDate,Status,ShippingCity,Description\nQ1,O1,Quote for winches,2026-03-01,Draft,Ely,\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End", "unit Toad Hall"}, problems: []string{`2 files are not tables of Salesforce that an account needs: "Asset.csv", "quotes.csv"`},
		},
		"files whose name says two objects": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Account leads.csv", "Name,Company,Title,Email,Phone,OwnerId\nLee Adder,River Bank,Clerk,lee@x.example,+1,\n",
				"Opportunities of the team.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n6,D,1,Closed Won,5,2026-01-01,Tea\n"},
			kinds: "unit order", want: []string{"unit Mole End", "order Mole End Tea 2026-01-01 5.00"},
			problems: []string{`Account leads.csv:1:1: warning unknown-file`},
		},
		"files of other objects, Dynamics": {
			files: []string{"Accounts.csv", "accountid,name\n1,Mole End\n", "Quotes.csv", "quoteid,name,customerid,statecode,totalamount,Description\n7,Lamps,1,Won,5,\n",
				"Sales Orders.csv", "salesorderid,name,customerid,statecode,totalamount\n8,Lamps,1,Won,5\n"},
			kinds: "unit order cell", want: []string{"unit Mole End"},
		},
		"users with every column": {
			files: []string{"Account.csv", "Id,Name,OwnerId\n1,Mole End,005000000000001AAA\n", "Contact.csv", "Id,AccountId,LastName,OwnerId\na,1,Orr,005000000000001AAA\n",
				"User.csv", "Id,Username,LastName,FirstName,Name,CompanyName,Division,Department,Title,City,Email,Phone,MobilePhone,Alias,IsActive,ManagerId,ContactId,AccountId,LastModifiedDate\n" +
					"005000000000001AAA,kim@us.example,Vale,Kim,Kim Vale,,,Sales,Manager,,kim@us.example,+1,+2,kim,1,,,,2026-01-01\n"},
			kinds: "contact team", want: []string{"contact Orr @Mole End", "team Kim Vale"},
		},
		"users with every column, Dynamics": {
			files: []string{"accounts.csv", "accountid,name,ownerid\n1,Mole End,u1\n", "systemusers.csv",
				"systemuserid,fullname,firstname,lastname,jobtitle,internalemailaddress,mobilephone,Email,Description,Manager,Account,modifiedon\nu1,Kim Vale,Kim,Vale,Manager,kim@us.example,,,,,,2026-01-01\n"},
			kinds: "contact team", want: []string{"team Kim Vale"},
		},
		"references of zeros, Salesforce": {
			files: []string{"Account.csv", "Id,Name,ParentId,OwnerId\n001000000000001AAA,Mole End,000000000000000AAA,000000000000000AAA\n001000000000002AAA,Toad Hall,001000000000001AAA,000000000000000\n",
				"Contact.csv", "Id,LastName,AccountId,ReportsToId\n003000000000001AAA,Orr,001000000000002AAA,000000000000000AAA\n003000000000002AAA,Ash,000000000000000AAA,003000000000001AAA\n"},
			kinds: "unit contact team", want: []string{"unit Mole End", "unit Toad Hall", "contact Orr @Toad Hall", "contact Ash @ >Orr"},
			problems: []string{`the contact "Ash" belongs to no account`},
		},
		"references of zeros, Dynamics": {
			files: []string{"accounts.csv", "accountid,name,parentaccountid,ownerid\na1001003-1d2e-ef11-8e4e-6045bd000052,Mole End,00000000-0000-0000-0000-000000000000,{00000000-0000-0000-0000-000000000000}\n"},
			kinds: "unit team", want: []string{"unit Mole End"}, problems: []string{},
		},
		"a name equal to the letter, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,\n2,Toad Hall,Mole End\n3,MOLE END,\n"}, root: "1",
			kinds: "unit", want: []string{"unit Mole End", "unit Toad Hall"}, problems: []string{},
		},
		"a name equal to the letter, Salesforce": {
			files: []string{"Account.csv", "Account ID,Account Name\n1,Mole End\n2,mole-end\n", "Contact.csv", "Contact ID,Full Name,Account Name,Reports To\na,Ann Orr,Mole End,\nb,ann orr,Mole End,\nc,Bo,Mole End,Ann Orr\n",
				"Opportunity.csv", "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Product Name\n6,D,Mole End,Closed Won,5,2026-01-01,Tea\n"}, root: "Mole End",
			kinds: "contact order", want: []string{"contact Ann Orr @Mole End", "contact ann orr @Mole End", "contact Bo @Mole End >Ann Orr", "order Mole End Tea 2026-01-01 5.00"},
		},
		"an unknown system": {
			files:    []string{"deals.csv", "Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Status,Deal - Stage\n7,Crane,1200,Mole End,Won,Last\n", "organizations.csv", "Organization - ID,Organization - Name\n1,Mole End\n"},
			problems: []string{`error unknown-file: none of the 2 files is a table of a known CRM: deals.csv has the columns "Deal - ID"`}, refused: true,
		},
		"an unknown system, by a mapping": {
			files: []string{"deals.csv", "Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Status,Deal - Won time,Deal - Product\n7,Crane,1200,Mole End,Won,2026-02-03 10:00:00,Crane\n", "organizations.csv", "Organization - ID,Organization - Name\n1,Mole End\n"},
			mapping: `{"columns":{"accounts":{"id":["Organization - ID"],"name":["Organization - Name"]},"deals":{"name":["Deal - Title"],"amount":["Deal - Value"],
				"account":["Deal - Organization"],"stage":["Deal - Status"],"close":["Deal - Won time"],"id":["Deal - ID"],"productName":["Deal - Product"]}},"words":{"stage":{"Won":"sold"}}}`,
			kinds: "unit order", want: []string{"unit Mole End", "order Mole End Crane 2026-02-03 1200.00"}, problems: []string{},
		},
		"files named by the mapping": {
			files:   []string{"kunden.csv", "Id,Name\n1,Mole End\n", "x.csv", "Id,Name,AccountId\na,Orr,1\n"},
			mapping: `{"files":{"accounts":["kunden.csv"],"contacts":["x"]}}`, kinds: "unit contact", want: []string{"unit Mole End", "contact Orr @Mole End"}, problems: []string{},
		},
		"what may be read two ways": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,AccountId,Name,StageName,Amount,CloseDate,Product Name\n" +
				"6,1,A,Closed Won,\"1,200\",02/03/2026,Tea\n7,1,B,Closed Won,\"3,400\",04/05/2026,Tea\n"},
			kinds: "order",
			problems: []string{
				`missing-value: the deal "A" is won, but its close date cannot be read: it makes no order, here and in 1 more: line 3 (correct it, as the warning of its column says)`,
				`Amount: "1,200" may be two numbers, here and in 1 more: line 3 (say which mark is before decimals: "decimalMark": "." or "decimalMark": "," in the mapping)`,
				`CloseDate: "02/03/2026" may be two days, here and in 1 more: line 3 (say which comes first: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping)`},
		},
		"what may be read two ways, settled": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Product\n" +
				"6,A,Mole End,Closed Won,1.200,02/03/2026,Tea\n"},
			mapping: `{"decimalMark":",","dateOrder":"month-day","columns":{"deals":{"productName":["Product"]}}}`,
			kinds:   "order", want: []string{"order Mole End Tea 2026-02-03 1200.00"}, problems: []string{},
		},
		"warnings that differ in their row, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,AccountId,Name,StageName,Amount,CloseDate,Product Name\n" +
				rows(12, "6%d,,Deal,Closed Won,1,2026-01-01,Tea") + rows(8, "7%d,1,Deal,Closed Won,1,2026-01-01,")},
			kinds:    "order",
			problems: []string{`the deal "Deal" belongs to no account, and is ignored, here and in 11 more: lines 3, 4, 5, …`, `the deal "Deal" names no product, so it is in no cell of the coverage and in no order, here and in 7 more: lines 15, 16, 17, …`},
		},
		"warnings that differ in their row, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,\n" + rows(300, "8%[1]d,Shop %[1]d,Nowhere %[1]d"),
				"contacts.csv", "Record ID,Last Name,Associated Company IDs,Buying Role,Reports To\n" + rows(300, "3%[1]d,Orr %[1]d,1,Wizard %[1]d,Ghost %[1]d") + rows(300, "5%[1]d,Ash %[1]d,77%[1]d,,")}, root: "1",
			kinds: "unit", want: []string{"unit Mole End"},
		},
		"mangled telephones and addresses, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,AccountId,LastName,Phone,Email\na,1,Orr,4.42E+11,Ann@m.example\nb,1,Ash,,ann@m.example\nc,1,Fen,+1,\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact Ash @Mole End", "contact Fen @Mole End"},
			problems: []string{`Contact.csv:2:9: warning invalid-value: Phone: "4.42E+11" is not a phone number: a spreadsheet has changed it`,
				`Contact.csv:3:10: warning shared-address: the contacts "Orr" and "Ash" have one address, "ann@m.example"`},
		},
		"mangled telephones and addresses, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\n1,Mole End\n", "contacts.csv", "contactid,fullname,parentcustomerid,telephone1,mobilephone,emailaddress1\na,Orr,1,,\"3,5E+10\",o@m.example\nb,Ash,1,,,O@M.EXAMPLE\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact Ash @Mole End"},
			problems: []string{`mobilephone: "3,5E+10" is not a phone number`, `the contacts "Orr" and "Ash" have one address`},
		},
		"one row in another encoding": {
			files: []string{"Account.csv", "Id,Name,BillingCity\n1,Mole End,Málaga\n", "Contact.csv", "Id,AccountId,Name,Title\na,1,Ana Núñez,Jefa\nb,1,Bea Pe\xf1a,Jefa de \xe1rea\nc,1,Cy,\n"},
			kinds: "contact", want: []string{"contact Ana Núñez @Mole End", "contact Bea Peña @Mole End", "contact Cy @Mole End"},
			problems: []string{`Contact.csv:3:5: warning invalid-text: the row is not UTF-8, unlike other rows: it is read as Windows-1252`},
		},
		"English names of months": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"6,A,Mole End,Closed Won,1,13-Apr-26,Tea\n7,B,Mole End,Closed Won,2,\"March 12, 2026 10:00 AM\",Tea\n8,C,Mole End,Closed Won,4,20260413,Tea\n"},
			mapping: `{"columns":{"deals":{"productName":["Line item name"]}}}`, kinds: "order",
			want: []string{"order Mole End Tea 2026-04-13 1.00", "order Mole End Tea 2026-03-12 2.00", "order Mole End Tea 2026-04-13 4.00"}, problems: []string{},
		},
		"what may be read two ways, ACT!": {
			files: []string{"Companies.txt", "Company\tCity\nMole End\tWood\n", "Opportunities.txt", "Opportunity Name\tCompany\tStatus\tProduct\tQuantity\tTotal\tActual Close Date\n" +
				"A\tMole End\tClosed - Won\tWinch\t1.500\t3.000\t02/03/2026\nB\tMole End\tClosed - Won\tWinch\t2\t4.000\t04/05/2026\n"},
			kinds: "order cell", want: []string{"cell Mole End Winch sold"},
			problems: []string{`is won, but its close date cannot be read: it makes no order, here and in 1 more`, `Quantity: "1.500" may be two numbers`,
				`Total: "3.000" may be two numbers, here and in 1 more`, `Actual Close Date: "02/03/2026" may be two days, here and in 1 more`},
		},
		"one file in two notations, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\n1,Mole End\n", "opportunities.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Product\n" +
				"A,Mole End,Won,\"1.200,50\",25/02/2026,Care\nB,Mole End,Won,\"1,300.50\",02/26/2026,Care\nC,Mole End,Won,\"1,400\",02/03/2026,Care\n"},
			kinds: "order", want: []string{"order Mole End Care 2026-02-25 1200.50", "order Mole End Care 2026-02-26 1300.50"},
			problems: []string{`the deal "C" is won, but its close date cannot be read`, `"1,400" may be two numbers`, `"02/03/2026" may be two days`},
		},
		"names of months, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\n1,Mole End\n", "opportunities.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Product\n" +
				"A,Mole End,Won,1,13-Sept-2026,Care\nB,Mole End,Won,2,Sep. 5 2026,Care\nC,Mole End,Won,3,2026-Mar-05,Care\nD,Mole End,Won,4,20260413T101500Z,Care\n" +
				"E,Mole End,Won,5,Friday 13 March 2026,Care\nF,Mole End,Won,6,\"13th of April, 2026\",Care\n"},
			kinds: "order", want: []string{"order Mole End Care 2026-09-13 1.00", "order Mole End Care 2026-09-05 2.00", "order Mole End Care 2026-03-05 3.00", "order Mole End Care 2026-04-13 4.00",
				"order Mole End Care 2026-03-13 5.00", "order Mole End Care 2026-04-13 6.00"}, problems: []string{},
		},
		"names of months in five languages, by a mapping": {
			files: []string{"cuentas.csv", "Nombre\nMole End\n", "oportunidades.csv", "Oportunidad;Empresa;Etapa;Importe;Cierre;Producto\nA;Mole End;Ganada;1.200,50;12 de marzo de 2026;Care\n" +
				"B;Mole End;Ganada;2,00;5 Μαρ 2026;Care\nC;Mole End;Ganada;3,00;12. März 2026;Care\nD;Mole End;Gagnée;4,00;5 déc. 2025;Care\nE;Mole End;Gewonnen;5,00;1 gen 2026;Care\n"},
			mapping: `{"files":{"accounts":["cuentas.csv"],"deals":["oportunidades.csv"]},"columns":{"accounts":{"name":["Nombre"]},"deals":{"name":["Oportunidad"],"account":["Empresa"],
				"stage":["Etapa"],"amount":["Importe"],"close":["Cierre"],"productName":["Producto"]}}}`,
			kinds: "order", want: []string{"order Mole End Care 2026-03-12 1200.50", "order Mole End Care 2026-03-05 2.00", "order Mole End Care 2026-03-12 3.00", "order Mole End Care 2025-12-05 4.00",
				"order Mole End Care 2026-01-01 5.00"}, problems: []string{},
		},
		"mangled telephones, GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT,PHONE1,EMAIL\nA1,Mole End,Ana,4.42079E+11,ana@m.example\nA2,Mole End,Bo,\"3,07E+11\",ANA@M.EXAMPLE\nA3,Mole End,Cy,442079460000.00,\nA4,Mole End,Di,12-Mar,\n"},
			kinds: "unit", want: []string{"unit Mole End"},
			problems: []string{`PHONE1: "4.42079E+11" is not a phone number: a spreadsheet has changed it, here and in 3 more: lines 3, 4, 5`, `the contacts "Ana" and "Bo" have one address`},
		},
		"telephones guarded from a spreadsheet, or missing, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1234.0,Mole End\n", "contacts.csv", "Record ID,Last Name,Email,Phone Number,Mobile Phone Number,Associated Company IDs\n" +
				"1,Orr,ana@m.example ,'+306948,-,1234\n2,Ash,n/a,\"=\"\"0047 22\"\"\",null,1234\n3,Elm,NULL,(No value),,1234.0\n"},
			kinds: "reach", want: []string{"reach Orr +306948 ana@m.example", "reach Ash 0047 22"}, problems: []string{},
		},
		"one row in another encoding, Dynamics": {
			files: []string{"accounts.csv", "accountid,name,Address 1: City\n1,Mole End,Málaga\n2,O\x92Toad,C\xe1diz\n", "contacts.csv", "contactid,fullname,parentcustomerid\na,Zoë,1\nb,N\xfa\xf1ez,1\n"},
			root:  "1", kinds: "contact", want: []string{"contact Zoë @Mole End", "contact Núñez @Mole End"},
			problems: []string{`accounts.csv:3:3: warning invalid-text: the row is not UTF-8, unlike other rows: it is read as Windows-1252`, `contacts.csv:3:3: warning invalid-text`},
		},
		"UTF-8 saved as UTF-8 twice": {
			files: []string{"Account.csv", "Id,Name,BillingCity\n1,Mole End,MÃ¡laga\n", "Contact.csv", "Id,AccountId,LastName\na,1,NÃºÃ±ez\nb,1,Â«ÎœÎ±Ï\u0081Î¯Î±Â»\nc,1,Ñandú\n"},
			kinds: "contact", want: []string{"contact Núñez @Mole End", "contact «Μαρία» @Mole End", "contact Ñandú @Mole End"},
			problems: []string{`Account.csv:2:12: warning invalid-text: the text is UTF-8 that was saved in UTF-8 once more: "MÃ¡laga" is read as "Málaga"`, `Contact.csv:2:5: warning invalid-text`},
		},
		"a name equal to the letter, ACT!": {
			files: []string{"Companies.txt", "Company\tParent Company\nMole End\t\nMOLE END\t\nToad Hall\tMole End\n", "Contacts.txt", "Contact\tCompany\tReports To\nAna\tToad Hall\t\nANA\tMole End\t\nBo\tToad Hall\tANA\n"},
			root:  "Mole End", kinds: "unit contact", want: []string{"unit Mole End", "unit Toad Hall", "contact Ana @Toad Hall", "contact ANA @Mole End", "contact Bo @Toad Hall >ANA"}, problems: []string{},
		},
		"one seller in three spellings, Dynamics": {
			files: []string{"accounts.csv", "Account Name,Parent Account,Owner\nMole End,,kim vale\nToad Hall,Mole End,Kim Vale\n",
				"opportunities.csv", "Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Product,Owner\nA,Mole End,Won,1,2026-03-01,Care,KIM VALE\nB,Toad Hall,Won,2,2026-03-01,CARE,Kim Vale\n"},
			kinds: "order team", want: []string{"order Mole End Care 2026-03-01 1.00", "order Toad Hall Care 2026-03-01 2.00", "team kim vale"}, problems: []string{},
		},
		"warnings that differ in their row, ACT!": {
			files: []string{"Companies.txt", "Company\tCity\nMole End\tWood\n", "Opportunities.txt", "Opportunity Name\tCompany\tStatus\tProduct\tTotal\tActual Close Date\n" +
				rows(9, "D%d\t\tClosed - Won\tWinch\t1\t2026-01-01") + rows(7, "E%d\tMole End\tClosed - Won\t\t1\t2026-01-01")},
			kinds: "order", problems: []string{`belongs to no account, and is ignored, here and in 8 more: lines 3, 4, 5, …`, `names no product, so it is in no cell of the coverage and in no order, here and in 6 more: lines 12, 13, 14, …`},
		},
		"warnings that differ in their row, GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT,LASTDATE\n" + rows(50, "A%[1]d,Mole End,Ana %[1]d,someday"), "CONTSUPP.csv", "RECID,ACCOUNTNO,RECTYPE,CONTACT,CONTSUPREF\n" + rows(40, "%[1]d,B%[1]d,C,Zed,x") + rows(30, "5%[1]d,A1,Z,foo,x")},
			kinds: "team",
		},
		"words for a missing reference": {
			files: []string{"Companies.txt", "Company ID\tCompany\tParent Company\n1\tMole End\t(none)\n2\tToad Hall\tMole End\n", "Contacts.txt", "Contact\tCompany\tReports To\nAna\tMole End\tNone\nBo\tToad Hall\tnan\nCy\t(No value)\t—\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "unit Toad Hall", "contact Ana @Mole End", "contact Bo @Toad Hall", "contact Cy @"}, problems: []string{`the contact "Cy" belongs to no account`},
		},
		"leads and other things of an object": {
			files: []string{"Active Accounts.csv", "accountid,name\n1,Mole End\n", "Contact leads.csv", "leadid,fullname,companyname,jobtitle,emailaddress1\n9,Lee,Mole End,Clerk,l@x.example\n",
				"Opportunity quotes.csv", "quoteid,name,customerid,statecode,totalamount,Product\n7,Lamps,1,Won,5,Oar\n", "Account plans.csv", "accountid,name,Category,Owner,Industry\n8,Plan,A,Kim,Sea\n"},
			kinds: "unit contact order cell", want: []string{"unit Mole End"}, problems: []string{`3 files are not tables of `},
		},
		"names of files of any system beside Salesforce's own": {
			files: []string{"Account.csv", "Id,Name,ParentId\n1,Mole End,\n", "Customer.csv", "Id,Name,ParentId\n2,IndividualCustomer,\n", "Person.csv", "Id,FirstName,LastName,AccountId\n3,Lee,Adder,1\n",
				"Contact.csv", "Id,LastName,AccountId\n4,Orr,1\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "contact Orr @Mole End"}, problems: []string{`2 files are not tables of Salesforce`},
		},
		"users with every column, ACT!": {
			files: []string{"Companies.txt", "Company\tRecord Manager\nMole End\tKim Vale\n", "Users.txt", "User\tUser Name\tE-mail\tTitle\tCompany\tContact\tFirst Name\tLast Name\nKim Vale\tkvale\tkim@us.example\tSeller\tUs\tKim Vale\tKim\tVale\n",
				"Contacts.txt", "Contact\tCompany\tTitle\nAna\tMole End\tCFO\n"},
			kinds: "unit contact team", want: []string{"unit Mole End", "contact Ana @Mole End", "team Kim Vale"},
		},
		"users with every label, Dynamics": {
			files: []string{"Active Accounts.csv", "Account Name,Owner\nMole End,Kim Vale\n", "Enabled Users.csv", "Full Name,First Name,Last Name,Job Title,Primary Email,Main Phone,Business Unit,Manager,Site,Mobile Phone,Address 1: City\n" +
				"Kim Vale,Kim,Vale,Seller,kim@us.example,+1,HQ,,x,+2,Oslo\n", "Contacts.csv", "Full Name,Company Name\nAna,Mole End\n"},
			kinds: "contact team", want: []string{"contact Ana @Mole End", "team Kim Vale"},
		},
		"SugarCRM, by its labels": {
			files: []string{"Accounts.csv", "ID,Name,Type,Industry,Billing City,Member of,Assigned User Name,Date Modified,Deleted\na-1,Mole End,Customer,Ships,Oslo,,Kim Vale,2026-03-01 10:00:00,0\na-2,Toad Hall,Customer,Ships,Bergen,Mole End,Kim Vale,2026-03-01,0\na-3,Gone,,,,,,,1\n",
				"Contacts.csv", "ID,First Name,Last Name,Title,Account Name,Account ID,Reports to ID,Reports To,Email Address,Office Phone,Assigned User Name\nc-1,Ana,Ruiz,CFO,Mole End,a-1,,,ana@m.example,+34,Kim Vale\nc-2,Bo,Li,Buyer,Toad Hall,a-2,c-1,Ana Ruiz,,,Kim Vale\n",
				"Opportunities.csv", "ID,Opportunity Name,Account Name,Account ID,Sales Stage,Opportunity Amount,Currency,Expected Close Date,Probability (%),Type,Assigned User Name\no-1,W,Mole End,a-1,Closed Won,12000.00,EUR,2025-03-01,100,Existing Business,Kim Vale\no-2,R,Toad Hall,a-2,Closed Lost,500.00,EUR,2025-04-01,0,New Business,Kim Vale\n",
				"Revenue Line Items.csv", "ID,Opportunity ID,Product,Quantity,Likely\nr-1,o-1,Winch,1,12000.00\nr-2,o-2,Rope,1,500.00\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End", "unit Toad Hall", "contact Ana Ruiz @Mole End", "contact Bo Li @Toad Hall >Ana Ruiz", "order Mole End Winch 2025-03-01 12000.00",
				"cell Mole End Winch sold", "cell Toad Hall Rope gap", "team Kim Vale"},
			problems: []string{`the column "Type" has no place`, `the record is deleted or archived in the CRM`},
		},
		"SugarCRM, by its names in the database": {
			files: []string{"accounts.csv", "id,name,date_modified,industry,parent_id,parent_name,assigned_user_id,assigned_user_name,billing_address_city,deleted\na-1,Mole End,2026-03-01,Ships,,,1,kim,Oslo,0\na-2,Toad Hall,2026-03-01,Ships,a-1,Mole End,1,kim,Oslo,0\n",
				"contacts.csv", "id,first_name,last_name,title,account_id,account_name,reports_to_id,email1,phone_work,deleted\nc-1,Ana,Ruiz,CFO,a-1,Mole End,,ana@m.example,+34,0\n",
				"opportunities.csv", "id,name,account_id,sales_stage,amount,currency_id,date_closed,probability,product_template_name,assigned_user_name,deleted\no-1,Winches,a-1,Closed Won,12000.00,-99,2025-03-01,100,Winch,kim,0\n"},
			kinds: "unit order team reach", want: []string{"unit Mole End", "unit Toad Hall", "reach Ana Ruiz +34 ana@m.example", "order Mole End Winch 2025-03-01 12000.00", "team kim"}, problems: []string{},
		},
	})
}
