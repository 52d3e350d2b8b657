package crm_test

import "testing"

// TestOtherSystems imports the irregularities of [TestRealExports] and [TestRealDeals] as other
// systems write them.
func TestOtherSystems(t *testing.T) {
	const mole = "id,name\n1,Mole End\n"
	checkAll(t, map[string]exportCase{
		"lines of deals of one name, SugarCRM": {
			files: []string{"accounts.csv", "Name\nMole End\n", "opportunities.csv", "Opportunity Name,Account Name,sales_stage,amount,date_closed\n" +
				"Care,Mole End,Closed Won,100,2024-05-01\nCare,Mole End,Closed Lost,200,2025-05-01\nCare,Mole End,Closed Won,300,2026-05-01\n",
				"revenue_line_items.csv", "Opportunity Name,product_template_name,likely_case\nCare,Oar,100\nCare,Oar,200\nCare,Oar,300\n"},
			kinds: "order cell", problems: []string{`"Care" names no product, so it is in no cell`, `"Care" is among the deals 3 times ("Care", "Care 2", "Care 3"), so its line is ignored, here and in 2 more`},
		},
		"a deal won and one lost on a day, their rows mixed, Salesforce report": {
			files: []string{"Account.csv", "Account Name\nMole End\n", "report1.csv", "Opportunity Name,Account Name,Stage,Amount,Close Date,Product Name,Total Price\n" +
				"Renewal,Mole End,Closed Won,30,2026-02-01,Oar,10\nRenewal,Mole End,Closed Lost,40,2026-02-01,Rope,40\nRenewal,Mole End,Closed Won,30,2026-02-01,Punt,20\n"},
			kinds: "order cell", problems: []string{},
			want: []string{"order Mole End Oar 2026-02-01 10.00", "order Mole End Punt 2026-02-01 20.00", "cell Mole End Oar sold", "cell Mole End Punt sold", "cell Mole End Rope gap"},
		},
		"one name, product and amount on two days, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"Licences,Mole End,Closed Won,50,2025-03-01,Oar\nLicences,Mole End,Closed Won,50,2026-03-01,Oar\n"},
			kinds: "order", problems: []string{}, want: []string{"order Mole End Oar 2025-03-01 50.00", "order Mole End Oar 2026-03-01 50.00"},
		},
		"deals of two owners without ids and products, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Deal owner\n" +
				"Svc,Mole End,Closed Won,5,2026-01-01,Kim\nSvc,Mole End,Closed Won,5,2026-01-01,Lee\nSvc,Mole End,Closed Won,5,2026-01-01,Lee\n"},
			kinds: "order team", want: []string{"team Kim", "team Lee"},
			problems: []string{`"Svc" names no product, so it is in no cell of the coverage and in no order, here and in 1 more: line 3`, `a row above is the same in every column: it is read once (also export the ids, if they are two)`},
		},
		"a currency in a heading, Salesforce": {
			files:   []string{"Account.csv", "Id,Name,CurrencyIsoCode\n1,Mole End,EUR\n", "Opportunity.csv", "Id,Name,AccountId,StageName,CurrencyIsoCode,Worth (USD),CloseDate,Product Name\n6,A,1,Closed Won,EUR,,2026-02-01,Oar\n7,B,1,Closed Won,,30,2026-02-02,Oar\n8,C,1,Open,EUR,,2026-02-03,Punt\n"},
			mapping: `{"columns":{"deals":{"amount":["Worth (USD)"]}}}`, kinds: "order", want: []string{"order Mole End Oar 2026-02-01 0.00", "order Mole End Oar 2026-02-02 30.00 USD"},
		},
		"people of one name who differ in a column, ACT!": {
			files: []string{"Companies.csv", "Company\nMole End\n", "Contacts.csv", "Contact,Company,E-mail,Title\nAna Ruiz,Mole End,a1@m.example,CFO\nAna Ruiz,Mole End,a2@m.example,CFO\nAna Ruiz,Mole End,a2@m.example,Clerk\n"},
			kinds: "contact", want: []string{"contact Ana Ruiz @Mole End", "contact Ana Ruiz @Mole End", "contact Ana Ruiz @Mole End"},
			problems: []string{"same-name", "shared-address"},
		},
		"invoices, cases, teams and leads, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\na,Mole End\n", "contacts.csv", "contactid,fullname,parentcustomerid\nc,Ana,a\n",
				"Invoices.csv", "invoiceid,name,customerid,totalamount,statecode,datedelivered\ni,Winches,a,5,Paid,2026-01-01\n",
				"My Active Cases.csv", "Case Title,Case Number,Customer,Priority,Status,Owner\nBroken,C-1,Mole End,High,Active,Kim\n",
				"Competitors.csv", "competitorid,name,websiteurl\nx,Rival,\n", "Leads.csv", "leadid,fullname,companyname,jobtitle,emailaddress1\nl,Lee Adder,River,Clerk,l@x.example\n",
				"Territories.csv", "Name,Manager\nNorth,Kim\n", "Teams.csv", "Name,Business Unit,Administrator\nSales,HQ,Kim\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End", "contact Ana @Mole End"}, problems: []string{"6 files are not tables of Dynamics 365"},
		},
		"quotes, calls and orders, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n",
				"hubspot-crm-exports-all-quotes-2026.csv", "Record ID,Deal Name,Quote Title,Amount,Close Date,Associated Company\n7,Lamps,Q,5,2026-01-01,Mole End\n",
				"hubspot-crm-exports-all-calls-2026.csv", "Record ID,Call Title,First Name,Last Name,Associated Company,Email\n8,Hi,Lee,Adder,Mole End,l@x.example\n",
				"hubspot-crm-exports-all-orders.csv", "Record ID,Name,Amount,Close Date,Deal Stage,Associated Company\n9,O,5,2026-01-01,Closed Won,Mole End\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End"}, problems: []string{"3 files are not tables of HubSpot"},
		},
		"history, calendar, opportunities and users, GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT\n1,Mole End,Ann Orr\n2,Mole End,Ann Orr\n",
				"CONTACT2.csv", "ACCOUNTNO,USERDEF01,CALLBACKON,PREVRESULT\n1,x,,\n", "CAL.csv", "USERID,ACCOUNTNO,ONDATE,COMPANY,REF,RECTYPE\nKIM,1,20260101,Mole End,Call,C\n",
				"CONTHIST.csv", "USERID,ACCOUNTNO,RECTYPE,ONDATE,REF,CONTACT,NOTES\nKIM,1,C,20260101,x,Bo Ash,\n", "USERS.csv", "USERNAME,NAME,TITLE\nKIM,Kim Vale,Rep\n",
				"OPMGR.csv", "OPID,RECTYPE,ACCOUNTNO,COMPANY,CONTACT,NAME,STAGE,STARTDATE,CLOSEDDATE,CLOSEDAMT\n1,O,1,Mole End,Cy Fen,Boats,Won,20260101,20260201,500\n"},
			kinds: "unit contact order cell team", want: []string{"unit Mole End", "contact Ann Orr @Mole End", "contact Ann Orr @Mole End"}, problems: []string{"5 files are not tables of GoldMine", "same-name"},
		},
		"users with every column, SugarCRM": {
			files: []string{"accounts.csv", "id,name,assigned_user_id\na,Mole End,u1\n", "contacts.csv", "id,first_name,last_name,account_id\nc,Ana,Orr,a\n",
				"users.csv", "id,user_name,first_name,last_name,title,department,email1,status,reports_to_id,address_city,description,date_modified\nu1,kvale,Kim,Vale,Rep,Sales,k@us.example,Active,,,,2026-01-01\nu2,boss,Bo,Ash,Head,Sales,b@us.example,Active,,,,\n"},
			kinds: "contact team", want: []string{"contact Ana Orr @Mole End", "team Kim Vale"},
		},
		"users of an account's settings, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Company owner\n1,Mole End,Kim Vale\n", "contacts.csv", "Record ID,First Name,Last Name,Associated Company\n3,,Orr,Mole End\n",
				"hubspot-user-export-2026.csv", "First name,Last name,Email,User ID,Permission sets,Main team,Last active,Seat\nKim,Vale,kim@us.example,77,Sales,North,2026-01-01,Core\n"},
			kinds: "contact team", want: []string{"contact Orr @Mole End", "team Kim Vale"},
		},
		"references of zeros, SugarCRM": {
			files: []string{"accounts.csv", "id,name,parent_id\n1,Mole End,00000000-0000-0000-0000-000000000000\n2,Toad Hall,1\n",
				"contacts.csv", "id,last_name,account_id,reports_to_id\nc,Orr,2,00000000-0000-0000-0000-000000000000\nd,Ash,2,{00000000-0000-0000-0000-000000000000}\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "unit Toad Hall", "contact Orr @Toad Hall", "contact Ash @Toad Hall"}, problems: []string{},
		},
		"references of zeros, ACT!": {
			files: []string{"Companies.csv", "Company ID,Company,Parent Company\n00000000-0000-0000-0000-000000000001,Mole End,00000000-0000-0000-0000-000000000000\nx,Toad Hall,Mole End\n",
				"Contacts.csv", "Contact ID,Contact,Company,Reports To\na,Ann,Mole End,0\nb,Bo,Toad Hall,Ann\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "unit Toad Hall", "contact Ann @Mole End", "contact Bo @Toad Hall >Ann"}, problems: []string{},
		},
		"names equal to the letter, SugarCRM": {
			files: []string{"accounts.csv", "id,name,parent_name\nm1,Mole End,\nm2,mole end,\nr,Rat Bank,Mole End\n", "contacts.csv", "id,last_name,account_name\nc,Orr,Rat Bank\nd,Ash,Mole End\ne,Fen,mole end\n"},
			root:  "m1", kinds: "unit contact", want: []string{"unit Mole End", "unit Rat Bank", "contact Orr @Rat Bank", "contact Ash @Mole End"}, problems: []string{`the contact "Fen" belongs to "mole end", which is not below the client`},
		},
		"accounts and products equal to the letter, Dynamics": {
			files: []string{"accounts.csv", "accountid,name\nm1,Mole End\nm2,MOLE END\n", "products.csv", "productid,name\np1,Oar\np2,OAR\n",
				"opportunities.csv", "opportunityid,name,customeridname,statecodename,actualvalue,actualclosedate,Product\n1,A,Mole End,Won,5,2026-01-01,Oar\n2,B,Mole End,Won,7,2026-01-02,OAR\n3,C,MOLE END,Won,9,2026-01-02,OAR\n"},
			root: "m1", kinds: "order", want: []string{"order Mole End Oar 2026-01-01 5.00", "order Mole End OAR 2026-01-02 7.00"}, problems: []string{`the deal "C" belongs to "MOLE END", which is not below the client`},
		},
		"names that differ in an accent, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Móle End\n2,Mole End\n", "Contact.csv", "Id,LastName,Account Name\na,Orr,Móle End\nb,Ash,Mole End\n"},
			root:  "1", kinds: "contact", want: []string{"contact Orr @Móle End"}, problems: []string{`the contact "Ash" belongs to "Mole End", which is not below the client`},
		},
		"what may be read two ways, SugarCRM": {
			files: []string{"accounts.csv", mole, "opportunities.csv", "id,name,account_id,sales_stage,amount,date_closed,product_template_name\n1,A,1,Closed Won,\"2,500\",03/04/2026,Oar\n2,B,1,Closed Won,\"3,500\",05/06/2026,Oar\n"},
			kinds: "order", problems: []string{`the deal "A" is won, but its close date cannot be read`, `"2,500" may be two numbers, here and in 1 more: line 3 (say which mark is before decimals: "decimalMark"`, `may be two days, here and in 1 more: line 3 (say which comes first: "dateOrder"`},
		},
		"days with months and times, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n1,A,Mole End,Closed Won,1,2026-03-01 10:05 AM,Oar\n" +
				"2,B,Mole End,Closed Won,2,\"Mar 2, 2026 12:00 AM\",Oar\n3,C,Mole End,Closed Won,3,\"October 1st, 2026\",Oar\n4,D,Mole End,Closed Won,4,\"Thursday, 1 October 2026\",Oar\n6,F,Mole End,Closed Won,6,20261002T120000Z,Oar\n9,I,Mole End,Closed Won,9,Sept 5 2026,Oar\n"},
			kinds: "order", problems: []string{},
			want: []string{"order Mole End Oar 2026-03-01 1.00", "order Mole End Oar 2026-03-02 2.00", "order Mole End Oar 2026-10-01 3.00", "order Mole End Oar 2026-10-01 4.00", "order Mole End Oar 2026-10-02 6.00", "order Mole End Oar 2026-09-05 9.00"},
		},
		"mangled telephones and one address, SugarCRM": {
			files: []string{"accounts.csv", mole, "contacts.csv", "id,last_name,account_id,phone_work,phone_mobile,email1\na,Orr,1,4.42E+11,,O@m.example\nb,Ash,1,,5.5E11,o@M.example\nc,Fen,1,4.42079E+11,,\"o@m.example \"\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact Ash @Mole End", "contact Fen @Mole End"},
			problems: []string{`phone_work: "4.42E+11" is not a phone number: a spreadsheet has changed it, here and in 2 more: lines 3, 4`, `the contacts "Orr" and "Ash" have one address, "o@M.example", here and in 1 more: line 4`},
		},
		"one row in another encoding, GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT,CITY\n1,Mole End,Ana Núñez,Ely\n2,Mole End,Bea Pe\xf1a,Ely\n3,Mole End,Cy Dunn,Ely\n"},
			kinds: "contact", want: []string{"contact Ana Núñez @Mole End", "contact Bea Peña @Mole End", "contact Cy Dunn @Mole End"}, problems: []string{`CONTACT1.csv:3:12: warning invalid-text: the row is not UTF-8, unlike other rows: it is read as Windows-1252`},
		},
		"one Greek row in another encoding, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "contacts.csv", "Record ID,First Name,Last Name,Associated Company\na,Νίκη,Ρόδου,Mole End\nb,\xcc\xe1\xf1\xdf\xe1,\xd0\xdd\xf4\xf1\xef\xf5,Mole End\n"},
			kinds: "contact", want: []string{"contact Νίκη Ρόδου @Mole End", "contact Μαρία Πέτρου @Mole End"}, problems: []string{`contacts.csv:3:3: warning invalid-text: the row is not UTF-8, unlike other rows: it is read as Windows-1253`},
		},
		"warnings that differ in their row, SugarCRM": {
			files: []string{"accounts.csv", mole, "opportunities.csv", "id,name,account_id,sales_stage,amount,date_closed\n" + rows(30, "x%[1]d,D%[1]d,,Closed Won,5,2026-01-01") + rows(30, "y%[1]d,E%[1]d,1,Closed Won,5,2026-01-01")},
			kinds: "order", problems: []string{`belongs to no account, and is ignored, here and in 29 more`, `names no product, so it is in no cell of the coverage and in no order, here and in 29 more`},
		},
		"an unknown system, as Zendesk Sell": {
			files: []string{"contacts.0.csv", "id,organisation_name,first_name,last_name,is_organisation,title,email,owner\n1,Mole End,,,true,,,Kim\n2,Mole End,Ana,Orr,false,CFO,,Kim\n",
				"deals.0.csv", "id,name,company_name,value,currency,stage_name,estimated_close_date\n1,Boats,Mole End,5,EUR,Won,2026-01-01\n"},
			kinds: "unit", refused: true, problems: []string{`none of the 2 files is a table of a known CRM`},
		},
		"an unknown system, as Odoo": {
			files: []string{"res.partner.csv", "External ID,Display Name,Related Company,Is a Company,Job Position,Email\nx,Mole End,,TRUE,,\ny,Ana Orr,Mole End,FALSE,CFO,a@m.example\n",
				"crm.lead.csv", "External ID,Opportunity,Customer,Stage,Expected Revenue,Expected Closing\nz,Boats,Mole End,Won,5,2026-01-01\n"},
			kinds: "unit", refused: true, problems: []string{`none of the 2 files is a table of a known CRM`},
		},
	})
}
