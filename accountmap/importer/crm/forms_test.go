package crm_test

import "testing"

// TestFormsOfExports imports exports in the forms of many systems and programs. Each is read
// correctly, or its problems name what is wrong.
func TestFormsOfExports(t *testing.T) {
	checkAll(t, map[string]exportCase{
		"HubSpot deals without ids, lines, three stages": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name,Line item quantity,Line item net price\n" +
				"Renewal,Mole End,Closed Won,300,2025-01-10,Boat,1,100\nRenewal,Mole End,Closed Won,300,2025-01-10,Oar,2,200\nRenewal,Mole End,Closed Lost,300,2025-06-10,Boat,1,300\nRenewal,Mole End,Closed Won,150,2026-01-10,Boat,1,150\n"},
			kinds: "order cell", want: []string{"order Mole End Boat 2025-01-10 100.00", "order Mole End Oar 2025-01-10 200.00", "order Mole End Boat 2026-01-10 150.00", "cell Mole End Boat sold", "cell Mole End Oar sold"},
		},
		"Dynamics, columns not to be modified, empty ids": {
			files: []string{"My Active Accounts 1-2-2026.csv", "(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Primary Contact,Email (Primary Contact)\n,,,Mole End,+1,Wood,Ann Orr,a@m.example\n",
				"All Opportunities.csv", "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Status,Actual Revenue,Actual Close Date,Est. Revenue,Est. Close Date\n" +
					",,,Care,Mole End,Won,100.00,1/13/2026,90.00,1/1/2026\n,,,Care,Mole End,Lost,200.00,2/13/2026,200.00,2/1/2026\n,,,Care,Mole End,Open,,,300.00,3/15/2026\n",
				"Opportunity Products.csv", "(Do Not Modify) Opportunity Product,Opportunity,Existing Product,Quantity,Extended Amount\n,Care,Punt,1,100.00\n"},
			kinds: "order cell", want: nil,
			problems: []string{`the deal "Care" names no product`, `"Main Phone" has no place`, `"Primary Contact" has no place`, `"Email (Primary Contact)" has no place`, `"Care" is among the deals 3 times`},
		},
		"odd names of other objects, Salesforce": {
			files: []string{"Accounts FY26.csv", "Account ID,Account Name\n1,Mole End\n", "Export_Leads_2026.csv", "Lead ID,First Name,Last Name,Title,Company,Email\n5,Lee,Adder,Clerk,River,l@x.example\n",
				"quotes (1).csv", "Quote ID,Quote Name,Account Name,Status,Amount,Close Date\n7,Q,Mole End,Closed Won,5,2026-01-01\n", "All Users.csv", "User ID,Full Name,Email,Title\nu1,Kim Vale,k@us.example,Rep\n",
				"my contacts-list (copy).csv", "Contact ID,Full Name,Account Name\nc1,Ann Orr,Mole End\n", "opportunity-line-items-fy26.csv", "Opportunity ID,Product Name,Quantity,Total Price\n6,Oar,1,20\n",
				"won opportunities.csv", "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date\n6,D,Mole End,Closed Won,20,2026-01-01\n"},
			kinds: "unit contact order", want: []string{"unit Mole End", "contact Ann Orr @Mole End", "order Mole End Oar 2026-01-01 20.00"},
		},
		"currencies in one column": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"1,A,Mole End,Closed Won,\"US$1,200.00\",2026-01-01,Oar\n2,B,Mole End,Closed Won,\"€1.300,00\",2026-01-02,Oar\n3,C,Mole End,Closed Won,GBP 400.00,2026-01-03,Oar\n4,D,Mole End,Closed Won,\"EUR 1,500.00\",2026-01-04,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 1200.00 USD", "order Mole End Oar 2026-01-02 1300.00", "order Mole End Oar 2026-01-03 400.00 GBP", "order Mole End Oar 2026-01-04 1500.00"},
		},
		"a dollar sign and no other": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"1,A,Mole End,Closed Won,\"$1,200.00\",2026-01-01,Oar\n2,B,Mole End,Closed Won,\"€1,300.00\",2026-01-02,Oar\n3,C,Mole End,Closed Won,€5.00,2026-01-03,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 1200.00 USD", "order Mole End Oar 2026-01-02 1300.00", "order Mole End Oar 2026-01-03 5.00"},
		},
		"serial days beside written ones, ACT": {
			files: []string{"Companies.csv", "Company\nMole End\n", "Opportunities.csv", "Opportunity Name,Company,Status,Product,Total,Actual Close Date\n" +
				"A,Mole End,Closed - Won,Winch,10,46095\nB,Mole End,Closed - Won,Winch,20,03/15/2026\nC,Mole End,Closed - Won,Winch,30,46097.75\n"},
			kinds: "order", want: []string{"order Mole End Winch 2026-03-14 10.00", "order Mole End Winch 2026-03-15 20.00", "order Mole End Winch 2026-03-16 30.00"},
		},
		"two files of contacts, overlapping, other columns and separators": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact part 1.csv", "Id,FirstName,LastName,AccountId,Title\na,Ann,Orr,1,Clerk\nb,Bo,Ash,1,\n", "Contact part 2.csv", "Id;AccountId;LastName;FirstName;ReportsToId;Email\nb;1;Ash;Bo;a;bo@m.example\nc;1;Fen;Cy;b;\n"},
			kinds: "contact reach", want: []string{"contact Ann Orr @Mole End", "contact Bo Ash @Mole End >Ann Orr", "reach Bo Ash  bo@m.example", "contact Cy Fen @Mole End >Bo Ash"},
		},
		"two files without ids that overlap": {
			files: []string{"Companies (1).csv", "Company,City\nMole End,Wood\n", "Companies (2).csv", "Company,City\nMole End,Wood\n", "Contacts (1).csv", "Company,Contact,Title\nMole End,Ann Orr,Clerk\n", "Contacts (2).csv", "Company,Contact,Title\nMole End,Ann Orr,Clerk\nMole End,Bo Ash,\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "contact Ann Orr @Mole End", "contact Bo Ash @Mole End"},
		},
		"UTF-16 without a mark": {
			files: []string{"Account.csv", utf16le("Id,Name\n1,Mole End\n"), "Contact.csv", utf16le("Id,LastName,AccountId\na,Núñez,1\n")},
			kinds: "unit contact", refused: true, problems: []string{"UTF-16 without a byte order mark", "UTF-16 without a byte order mark"},
		},
		"CP850, as GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT\n1,Mole End,J\x81rgen M\x94ller\n"},
			kinds: "order", refused: true, problems: []string{"seems to be in an older encoding"},
		},
		"cut in the middle of a letter": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,LastName,AccountId\na,Orr,1\nb,Nu\xc3"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact NuÃ @"}, problems: []string{"belongs to no account", "the file is not UTF-8", "is the file cut off?"},
		},
		"two managers": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "contacts.csv", "Record ID,First Name,Last Name,Associated Company,Reports To\na,Ann,Orr,Mole End,\nb,Bo,Ash,Mole End,\nc,Cy,Fen,Mole End,Ann Orr;Bo Ash\n"},
			kinds: "contact", want: []string{"contact Ann Orr @Mole End", "contact Bo Ash @Mole End", "contact Cy Fen @Mole End"}, problems: []string{`reports to "Ann Orr;Bo Ash", who is not among the contacts`},
		},
		"mangled phones, comma and a formula": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,LastName,AccountId,Phone\na,Orr,1,\"3,02E+11\"\nb,Ash,1,=\"+302101\"\nc,Fen,1,3.02e11\nd,Gil,1,'+30210\n"},
			kinds: "contact reach", want: []string{"contact Orr @Mole End", "reach Orr 3,02E+11", "contact Ash @Mole End", "reach Ash +302101", "contact Fen @Mole End", "reach Fen 3.02e11", "contact Gil @Mole End", "reach Gil +30210"}, problems: []string{`Phone: "3,02E+11" is not a phone number: a spreadsheet has changed it, here and in 1 more: line 4`},
		},
		"negative and bracketed amounts, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"1,A,Mole End,Closed Won,\"(1,200.00)\",2026-01-01,Oar\n2,B,Mole End,Closed Won,\"1,200.00-\",2026-01-02,Oar\n3,C,Mole End,Closed Won,\"1 200.00\",2026-01-03,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 -1200.00", "order Mole End Oar 2026-01-02 -1200.00", "order Mole End Oar 2026-01-03 1200.00"}, problems: []string{},
		},
		"SugarCRM, deleted rows, GUIDs, empty parents": {
			files: []string{"Accounts.csv", "\"Name\",\"ID\",\"Parent Account ID\",\"Deleted\"\nMole End,g1,,0\nToad Hall,g2,g1,0\nWeir,g3,g1,1\n",
				"Contacts.csv", "\"First Name\",\"Last Name\",\"ID\",\"Account Name\",\"Account ID\",\"Reports to ID\",\"Deleted\"\nAnn,Orr,c1,Mole End,g1,,0\nBo,Ash,c2,Toad Hall,g2,c1,0\nCy,Fen,c3,Toad Hall,g2,c1,1\n",
				"Opportunities.csv", "\"Opportunity Name\",\"ID\",\"Account ID\",\"Sales Stage\",\"Opportunity Amount\",\"Expected Close Date\",\"Currency\",\"Product\"\nA,o1,g2,Closed Won,1200.500000,2026-01-05,EUR,Oar\nA,o2,g2,Closed Lost,700,2026-02-05,EUR,Oar\n"},
			kinds: "unit contact order", want: []string{"unit Mole End", "unit Toad Hall", "contact Ann Orr @Mole End", "contact Bo Ash @Toad Hall >Ann Orr", "order Toad Hall Oar 2026-01-05 1200.50"},
		},
		"grouped report: the account in the first row of a group alone": {
			files: []string{"report1.csv", "Account Name,Opportunity Name,Stage,Amount,Close Date,Product Name\nMole End,A,Closed Won,10,2026-01-01,Oar\n,B,Closed Won,20,2026-01-02,Oar\n,C,Closed Lost,30,2026-01-03,Punt\nSubtotal,,,60,,\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 10.00"}, problems: []string{"no file of accounts", `the deal "B" belongs to no account, and is ignored, here and in 1 more: line 4`, "a row of sums"},
		},
		"the last three digits as decimals, HubSpot in Spain": {
			files: []string{"companies.csv", "Record ID;Company name\n1;Mole End\n", "deals.csv", "Record ID;Deal Name;Associated Company;Deal Stage;Amount;Close Date;Line item name\n" +
				"1;A;Mole End;Closed Won;1.200;31/12/2025;Oar\n2;B;Mole End;Closed Won;1.300,50;01/02/2026;Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2025-12-31 1200.00", "order Mole End Oar 2026-02-01 1300.50"}, problems: []string{},
		},
		"won by a word that is not known": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n1,A,Mole End,Won - signed,10,2026-01-01,Oar\n2,B,Mole End,Lost (price),10,2026-01-01,Punt\n3,C,Mole End,Closed Won (Sales Pipeline),10,2026-01-01,Punt\n"},
			kinds: "order cell", want: []string{"order Mole End Punt 2026-01-01 10.00", "cell Mole End Punt sold"}, problems: []string{`the word "Won - signed" is unknown`},
		},
		"names of managers alike but for accents and order": {
			files: []string{"Companies.csv", "Company\nMole End\n", "Contacts.csv", "Company,Contact,Reports To\nMole End,José Núñez,\nMole End,Jose Nunez,\nMole End,Bo Ash,Jose Nunez\nMole End,Cy Fen,\"Núñez, José\"\n"},
			kinds: "contact", want: []string{"contact José Núñez @Mole End", "contact Jose Nunez @Mole End", "contact Bo Ash @Mole End >Jose Nunez", "contact Cy Fen @Mole End >José Núñez"}, problems: []string{},
		},
		"names of several, Salesforce": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,AccountId,Name,ReportsTo,OwnerId\na,1,Ann Poe,,Kim\nb,1,Ann Poe,,Kim\nc,1,Bo Fen,\"Poe, Ann\",Kim\n", "User.csv", "Id,Name\nu,Kim\nv,Kim\n"},
			kinds: "contact team", want: []string{"contact Ann Poe @Mole End", "contact Ann Poe @Mole End", "contact Bo Fen @Mole End", "team Kim"},
			problems: []string{`Contact.csv:2:14: warning unknown-reference: the owner "Kim" is among the users 2 times ("u", "v"), and is read as another person, here and in 2 more: lines 3, 4 (also export the column with their ids)`, "same-name",
				`"Bo Fen" reports to "Poe, Ann", who is among the contacts 2 times ("a", "b") (also export the column with their ids)`},
		},
		"names of several, Dynamics": {
			files: []string{"accounts.csv", "accountid,name,parentaccountid\na,Mole End,\nb,Toad Hall,a\nc,Toad Hall,a\n", "contacts.csv", "contactid,fullname,parentcustomerid\no,Orr,Toad Hall\n",
				"opportunities.csv", "opportunityid,name,customerid,statecodename,actualvalue,actualclosedate\n6,Care,a,Won,5,2026-01-01\n7,Care,a,Won,6,2026-01-02\n",
				"opportunity products.csv", "opportunityproductid,opportunityid,productname,extendedamount\nx,Care,Oar,5\n"},
			kinds: "contact order", problems: []string{`the contact "Orr" belongs to the account "Toad Hall", which is among the accounts 2 times ("b", "c"), and is ignored`,
				`the deal "Care" names no product`, `the deal "Care" is among the deals 2 times ("6", "7"), so its line is ignored`},
		},
		"products whose names are their codes": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Product2.csv", "Name,ProductCode\nOAR,OAR\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Code\n6,B,1,Closed Won,5,2026-02-01,OAR\n"},
			kinds: "order", want: []string{"order Mole End OAR 2026-02-01 5.00"}, problems: []string{},
		},
		"HubSpot companies of a deal, with their ids": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company IDs\n11,Mole End,\n12,Toad Hall,11\n", "deals.csv", "Record ID,Deal Name,Associated Company,Associated Company IDs,Deal Stage,Amount,Close Date,Line item name\n1,A,Toad Hall;Mole End,12;11,Closed Won,10,2026-01-01,Oar\n"},
			kinds: "order", want: []string{"order Toad Hall Oar 2026-01-01 10.00"}, problems: []string{"belongs to 2 accounts of the client"},
		},
		"Dynamics lookups as name and id columns": {
			files: []string{"accounts.csv", "accountid,name,_parentaccountid_value\na1001003-1d2e-ef11-8e4e-6045bd000052,Mole End,\na1001003-1d2e-ef11-8e4e-6045bd000053,Toad Hall,a1001003-1d2e-ef11-8e4e-6045bd000052\n",
				"opportunities.csv", "opportunityid,name,_parentaccountid_value,statecode,actualvalue,actualclosedate,Product\no1,A,a1001003-1d2e-ef11-8e4e-6045bd000053,1,10,2026-01-01T00:00:00Z,Oar\n"},
			kinds: "unit order", want: []string{"unit Mole End", "unit Toad Hall", "order Toad Hall Oar 2026-01-01 10.00"},
		},
		"leading zeros lost in one file": {
			files: []string{"Account.csv", "Id,Name\n0012,Mole End\n", "Contact.csv", "Id,LastName,AccountId\na,Orr,12\n"},
			kinds: "contact", problems: []string{`the account "12", which is not among the accounts, and is ignored`},
		},
		"GoldMine, one company in two spellings and days of dBase": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT,UPARENT,LASTDATE\n1,Mole End,Ann Orr,,20260105\n2,MOLE END,Bo Ash,,20260106\n3,Toad Hall,Cy Fen,mole end,00000000\n"},
			kinds: "unit contact day", want: []string{"day 2026-01-06", "unit Mole End", "unit Toad Hall", "contact Ann Orr @Mole End", "contact Bo Ash @Mole End", "contact Cy Fen @Toad Hall"},
		},
		"amounts of Excel: 1E+05 and 1.2e3": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n1,A,Mole End,Closed Won,1E+05,2026-01-01,Oar\n2,B,Mole End,Closed Won,1.2e3,2026-01-02,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 100000.00", "order Mole End Oar 2026-01-02 1200.00"},
		},
		"amounts in thousands by a letter": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n1,A,Mole End,Closed Won,12k,2026-01-01,Oar\n2,B,Mole End,Closed Won,1.2M,2026-01-02,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 0.00", "order Mole End Oar 2026-01-02 0.00"},
			problems: []string{"write it in full: 12000.00"},
		},
		"a contact of two rows in two companies, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,\n2,Toad Hall,Mole End\n", "contacts.csv", "Record ID,First Name,Last Name,Associated Company\n7,Ann,Orr,Mole End\n7,Ann,Orr,Toad Hall\n"},
			kinds: "contact", want: []string{"contact Ann Orr @Mole End"}, problems: []string{"the first counts, from contacts.csv:2:11"},
		},
		"two-digit years": {
			files: []string{"Companies.csv", "Company\nMole End\n", "Opportunities.csv", "Opportunity Name,Company,Status,Product,Total,Actual Close Date\nA,Mole End,Closed - Won,Winch,10,3/14/26\nB,Mole End,Closed - Won,Winch,20,12/31/99\n"},
			kinds: "order", want: []string{"order Mole End Winch 2026-03-14 10.00", "order Mole End Winch 1999-12-31 20.00"},
		},
		"days with time zones and weekdays": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n1,A,1,Closed Won,1,\"Sat, 14 Mar 2026\",Oar\n2,B,1,Closed Won,2,2026-03-15T23:30:00.000+0000,Oar\n3,C,1,Closed Won,3,2026/03/16,Oar\n4,D,1,Closed Won,4,17.03.2026 08:15,Oar\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-03-14 1.00", "order Mole End Oar 2026-03-15 2.00", "order Mole End Oar 2026-03-16 3.00", "order Mole End Oar 2026-03-17 4.00"},
		},
		"owners by an alias, Salesforce": {
			files: []string{"Account.csv", "Account ID,Account Name,Account Owner Alias\n1,Mole End,kval\n", "User.csv", "Id,Name,Alias,Email\n005000000000001AAA,Kim Vale,kval,kim@us.example\n"},
			kinds: "team", want: []string{"team Kim Vale"}, problems: []string{},
		},
		"owners by their login, SugarCRM": {
			files: []string{"Accounts.csv", "Name,ID,Assigned User Name\nMole End,g1,kvale\n", "Users.csv", "ID,User Name,Full Name\nu1,kvale,Kim Vale\n"},
			kinds: "team", want: []string{"team Kim Vale"}, problems: []string{},
		},
		"one owner by address, and by name with address, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Company owner\n1,Mole End,kim@us.example\n", "contacts.csv", "Record ID,Last Name,Associated Company,Contact owner\n1,Orr,Mole End,Kim Vale (KIM@us.example)\n2,Ash,Mole End,Kim Vale\n"},
			kinds: "team", want: []string{"team Kim Vale"},
		},
		"two names of an owner, Salesforce": {
			files: []string{"Account.csv", "Id,Name,OwnerId,Account Owner\n1,Mole End,u1,Lee Gray\n", "User.csv", "Id,Name\nu1,Kim Vale\nu2,Lee Gray\n"},
			kinds: "team", want: []string{"team Kim Vale"}, problems: []string{`Account Owner: "Lee Gray" differs from "Kim Vale", which counts, and is ignored`},
		},
		"managers by address, by name and address, surname first": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "contacts.csv", "Record ID,First Name,Last Name,Email,Associated Company,Manager\n1,Ann,Orr,a@m.example,Mole End,\n" +
				"2,Bo,Ash,,Mole End,A@M.example\n3,Cy,Fen,,Mole End,Ann Orr (a@m.example)\n4,Di,Gil,,Mole End,\"Orr, Ann\"\n5,Ed,Hay,,Mole End,1\n6,Flo,Ivy,,Mole End,Ann Orr (Ash)\n"},
			kinds: "contact", want: []string{"contact Ann Orr @Mole End", "contact Bo Ash @Mole End >Ann Orr", "contact Cy Fen @Mole End >Ann Orr", "contact Di Gil @Mole End >Ann Orr", "contact Ed Hay @Mole End >Ann Orr", "contact Flo Ivy @Mole End"},
			problems: []string{`reports to "Ann Orr (Ash)", who is not among the contacts`},
		},
		"surnames first, Dynamics": {
			files: []string{"accounts.csv", "Account Name\nMole End\n", "contacts.csv", "Full Name,Company Name,Manager\n\"Orr, Ann\",Mole End,\n\"Ash, Bo\",Mole End,Ann Orr\n"},
			kinds: "contact", want: []string{"contact Orr, Ann @Mole End", "contact Ash, Bo @Mole End >Orr, Ann"}, problems: []string{},
		},
		"a parent with its domain, and one that is another": {
			files: []string{"companies.csv", "Record ID,Company name,Parent Company\n1,Mole End,\n2,Toad Hall,Mole End (mole.example)\n3,Weir,Mole End (North)\n"}, root: "1",
			kinds: "unit", want: []string{"unit Mole End", "unit Toad Hall"}, problems: []string{`the parent "Mole End (North)" of "Weir" is not among the accounts`},
		},
		"parents that contradict each other, GoldMine": {
			files: []string{"CONTACT1.csv", "ACCOUNTNO,COMPANY,CONTACT,UPARENT\n1,Mole End,Ann Orr,\n2,Toad Hall,Bo Ash,Mole End\n3,Toad Hall,Cy Fen,Weir\n"},
			kinds: "unit", want: []string{"unit Mole End", "unit Toad Hall"}, problems: []string{`UPARENT: "Weir" differs from "Mole End", which counts, and is ignored`},
		},
		"archived records, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name,Archived\n1,Mole End,false\n2,Weir,TRUE\n", "contacts.csv", "Record ID,Last Name,Associated Company,Archived\n1,Orr,Mole End,No\n2,Ash,Mole End,Yes\n"},
			kinds: "unit contact", want: []string{"unit Mole End", "contact Orr @Mole End"}, problems: []string{"is deleted or archived", "is deleted or archived"},
		},
		"a deleted product that was bought, and one that was not": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Product2.csv", "Id,Name,IsDeleted,ProductCode\n01t1,Lamp,1,L-1\n01t2,Oar,1,\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate\n6,A,1,Closed Won,10,2026-01-01\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,TotalPrice\nl,6,01t1,1,10\n"},
			kinds: "order", want: []string{"order Mole End Lamp 2026-01-01 10.00"}, problems: []string{`the product "Oar" is no longer sold`},
		},
		"stages with numbers before them": {
			files: []string{"Accounts.csv", "Account Name\nMole End\n", "Opportunities.csv", "Opportunity Name,Account Name,Stage,Close Date,Product Name,Amount\nA,Mole End,5 - Closed Won,2026-01-01,Oar,10\nB,Mole End,06. Closed Lost,2026-01-01,Punt,20\nC,Mole End,100%,2026-01-01,Raft,30\n"},
			kinds: "order cell", want: []string{"order Mole End Oar 2026-01-01 10.00", "cell Mole End Oar sold", "cell Mole End Punt gap"}, problems: []string{`the word "100%" is unknown`},
		},
		"stages of HubSpot in four languages": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Amount,Close Date,Line item name\n" +
				"1,A,Mole End,Cierre ganado,1,2026-01-01,Oar\n2,B,Mole End,Cierre perdido,1,2026-01-01,Punt\n3,C,Mole End,Abgeschlossen und gewonnen,1,2026-01-01,Raft\n4,D,Mole End,Fermé et perdu,1,2026-01-01,Skiff\n5,E,Mole End,Not won,1,2026-01-01,Tug\n"},
			kinds: "cell", want: []string{"cell Mole End Oar sold", "cell Mole End Punt gap", "cell Mole End Raft sold", "cell Mole End Skiff gap"}, problems: []string{`the word "Not won" is unknown`},
		},
		"days that are wrong in several ways": {
			files:    []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n1,A,1,Prospecting,1,01/02/2026,Oar\n2,B,1,Prospecting,2,2026-02-30,Oar\n3,C,1,Prospecting,3,soon,Oar\n4,D,1,Prospecting,4,2026-04-31,Oar\n"},
			problems: []string{`"01/02/2026" may be two days (say which`, `"2026-02-30" is not a date: February 2026 has 28 days`, `"soon" is not a date`, `"2026-04-31" is not a date: April`},
		},
		"deals of Zoho alone": {
			files:   []string{"Deals.csv", "Record Id,Deal Name,Account Name,Stage,Amount,Closing Date,Deal Owner,Currency\nz1,Lamps,Mole End,Closed Won,1200,2026-03-14,Kim,EUR\n"},
			refused: true, problems: []string{`the file is not a table of a known CRM: Deals.csv has the columns "Record Id"`},
		},
		"a price without a quantity": {
			files: []string{"Accounts.csv", "Account Name\nMole End\n", "Opportunities.csv", "Opportunity Name,Account Name,Stage,Close Date,Product Name,Quantity,Sales Price\nA,Mole End,Closed Won,2026-01-01,Oar,3,10.00\nB,Mole End,Closed Won,2026-01-02,Oar,,10.00\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 30.00", "order Mole End Oar 2026-01-02 0.00"}, problems: []string{`the deal "B" has the Sales Price "10.00" but no quantity, so it has no amount`},
		},
		"a product that no line of its deal names": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name\n6,A,1,Closed Won,10,2026-01-01,Raft\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2.Name,Product2.Family,Quantity,TotalPrice\nl,6,Oar,Deck,1,10\nm,6,Oar,Hull,1,0\n"},
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 10.00", "order Mole End Oar 2026-01-01 0.00"},
			problems: []string{`the deal "A" names the product "Raft", which is in none of its lines`, `a row has "Hull" for the product "Oar", and another row "Deck"`, `TotalPrice: "0" is read as unknown`},
		},
		"contacts elsewhere than their unit, ACT!": {
			files: []string{"Companies.csv", "Company,City\nMole End,Wells\n", "Contacts.csv", "Company,Contact,City\nMole End,Ann Orr,wells\nMole End,Bo Ash,Ely\n"},
			kinds: "contact", want: []string{"contact Ann Orr @Mole End", "contact Bo Ash @Mole End"}, problems: []string{`City: "Ely" is not the place of the unit of "Bo Ash", and is ignored`},
		},
		"accounts in another currency than the deals": {
			files: []string{"Account.csv", "Id,Name,CurrencyIsoCode\n1,Mole End,EUR\n2,Weir,CHF\n", "Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate,Product Name\n6,A,1,Closed Won,10,USD,2026-01-01,Oar\n"}, root: "1",
			kinds: "order", want: []string{"order Mole End Oar 2026-01-01 10.00"}, problems: []string{`"Mole End" has the currency EUR, which is ignored: the account is in USD`},
		},
		"names that are not their parts": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,Name,FirstName,LastName,AccountId\na,\"Orr, Ann\",Ann,Orr,1\nb,Bob Ash,Robert,Ash,1\n"},
			kinds: "contact", want: []string{"contact Orr, Ann @Mole End", "contact Bob Ash @Mole End"}, problems: []string{`the column "FirstName" differs from "Name"`},
		},
		"a second company that nobody exported, HubSpot": {
			files: []string{"companies.csv", "Record ID,Company name\n1,Mole End\n", "contacts.csv", "Record ID,Last Name,Associated Company IDs,Associated Company,Company Name\n7,Orr,1,Mole End,Weir Ltd\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End"}, problems: []string{`the row also belongs to "Weir Ltd", which is not among the accounts: "Mole End" is used`},
		},
		"a role of two people": {
			files: []string{"Account.csv", "Id,Name\n1,Mole End\n", "Contact.csv", "Id,LastName,AccountId\na,Orr,1\nb,Ash,1\n", "AccountContactRole.csv", "AccountId,ContactId,Contact Name,Role\n1,a,Ash,Evaluator\n"},
			kinds: "contact", want: []string{"contact Orr @Mole End", "contact Ash @Mole End"}, problems: []string{`Contact Name: "Ash" differs from "Orr", which counts, and is ignored`},
		},
	})
}

// TestOneRecordInTwoFiles imports records whose values are in two files, in either order.
func TestOneRecordInTwoFiles(t *testing.T) {
	cases := map[string]struct {
		others, first, second []string
		exportCase
	}{
		"contacts, with managers and addresses in one": {
			others:     []string{"Account.csv", "Id,Name\n1,Mole End\n"},
			first:      []string{" Contact part.csv", "Id,FirstName,LastName,AccountId,Title\na,Ann,Orr,1,Clerk\nb,Bo,Ash,1,\n"},
			second:     []string{" Contact part.csv", "Id;AccountId;LastName;FirstName;ReportsToId;Email;Phone;Department\na;1;Orr;Ann;;;;\nb;1;Ash;Bo;a;bo@m.example;+302;Law\n"},
			exportCase: exportCase{kinds: "contact reach", want: []string{"contact Ann Orr @Mole End", "contact Bo Ash @Mole End >Ann Orr", "reach Bo Ash +302 bo@m.example"}, problems: []string{}},
		},
		"contacts, of accounts and names in one": {
			others:     []string{"companies.csv", "Record ID,Company name\n1,Mole End\n"},
			first:      []string{" contacts.csv", "Record ID,Email,Phone Number\n7,a@m.example,+302\n"},
			second:     []string{" contacts.csv", "Record ID,First Name,Last Name,Associated Company,Mobile Phone Number\n7,Ann,Orr,Mole End,+303\n"},
			exportCase: exportCase{kinds: "contact reach", want: []string{"contact Ann Orr @Mole End", "reach Ann Orr +302 a@m.example"}, problems: []string{}},
		},
		"accounts, with parents in one": {
			first:      []string{" accounts.csv", "accountid,name\na,Mole End\nb,Toad Hall\n"},
			second:     []string{" accounts.csv", "accountid,name,parentaccountid,address1_city\na,Mole End,,Wood\nb,Toad Hall,a,Weir\n"},
			others:     []string{"contacts.csv", "contactid,fullname,parentcustomerid\nc,Ann Orr,b\n"},
			exportCase: exportCase{kinds: "unit contact", want: []string{"unit Mole End", "unit Toad Hall", "contact Ann Orr @Toad Hall"}, problems: []string{}},
		},
		"accounts that contradict each other": {
			first:      []string{" Account.csv", "Id,Name,BillingCity\n1,Mole End,Wood\n"},
			second:     []string{" Account.csv", "Id,Name,BillingCity\n1,Mole End,Weir\n"},
			exportCase: exportCase{kinds: "unit", want: []string{"unit Mole End"}, problems: []string{`in another: the first counts, from 1 Account.csv:2:12`}},
		},
		"deals, with stages and accounts in one, and products in the other": {
			others:     []string{"Account.csv", "Id,Name\n1,Mole End\n"},
			first:      []string{" Opportunity.csv", "Id,Name,AccountId,StageName\n6,Lamps,1,Closed Won\n7,Oars,1,Closed Lost\n"},
			second:     []string{" Opportunity.csv", "Id,Amount,CloseDate,Product Name\n6,\"1.200,00\",2026-01-05,Lamp\n7,5,2026-01-06,Oar\n"},
			exportCase: exportCase{kinds: "order cell", want: []string{"order Mole End Lamp 2026-01-05 1200.00", "cell Mole End Lamp sold", "cell Mole End Oar gap"}, problems: []string{}},
		},
		"deals that contradict each other": {
			others:     []string{"companies.csv", "Record ID,Company name\n1,Mole End\n"},
			first:      []string{" deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Close Date,Line item name\n6,Lamps,Mole End,Closed Won,2026-01-05,Lamp\n"},
			second:     []string{" deals.csv", "Record ID,Deal Name,Associated Company,Deal Stage,Close Date,Amount\n6,Lamps,Mole End,Contract Sent,2026-01-05,70\n"},
			exportCase: exportCase{kinds: "order", want: []string{"order Mole End Lamp 2026-01-05 70.00"}, problems: []string{`in another: the closing one counts; the first is 1 deals.csv:2:`}},
		},
		"people of ours, with addresses in one": {
			others:     []string{"Account.csv", "Id,Name,OwnerId\n1,Mole End,005000000000001AAA\n"},
			first:      []string{" User.csv", "Id,Name\n005000000000001AAA,Kim Vale\n"},
			second:     []string{" User.csv", "Id,Name,Title\n005000000000001AAA,Kim Vale,Rep\n"},
			exportCase: exportCase{kinds: "team", want: []string{"team Kim Vale"}, problems: []string{}},
		},
	}
	for name, tt := range cases {
		for order, files := range map[string][2][]string{"": {tt.first, tt.second}, ", the other way round": {tt.second, tt.first}} {
			tt.files = append([]string{"1" + files[0][0], files[0][1], "2" + files[1][0], files[1][1]}, tt.others...)
			t.Run(name+order, tt.exportCase.check)
		}
	}
}

func utf16le(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}
