package crm_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

const (
	accounts = "Id,Name,ParentId\n1,Acme,\n2,Acme Iberia,1\n"
	contacts = "Id,LastName,AccountId,ReportsToId,Role\n"
	deals    = "Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate,Product Name\n"
)

// TestReported checks the message for each kind of mistake. None of them stops the import.
func TestReported(t *testing.T) {
	for name, tt := range map[string]struct {
		files []string
		opts  *crm.Options
		want  []string
		check func(t *testing.T, a *accountmap.Account)
	}{
		"reporting in a circle": {
			[]string{"Contact.csv", contacts + "a,A,1,c,\nb,B,1,a,\nc,C,1,b,\nd,D,1,d,\n"}, nil,
			[]string{`Contact.csv:2:7: warning reporting-cycle: the contact "A" reports to itself, directly or through others`,
				`Contact.csv:5:7: warning reporting-cycle: the contact "D"`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Empty(t, contact(t, a, "A").ReportsTo)
				assert.Equal(t, accountmap.ContactID("a"), contact(t, a, "B").ReportsTo)
				assert.Equal(t, accountmap.ContactID("b"), contact(t, a, "C").ReportsTo)
			},
		},
		"duplicate ids": {
			[]string{"Contact.csv", contacts + "a,A,1,,\na,B,1,,\n", "Account 2.csv", accounts, "Opportunity.csv",
				deals + "d,D,1,Prospecting,,,,Tea\nd,D,1,Prospecting,,,,\n"}, nil,
			[]string{`Contact.csv:3:3: warning duplicate-id: the contact "a" has the LastName "A" in one row and "B" in another: the first counts`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Len(t, a.Contacts, 1)
				assert.Len(t, a.Units, 2, "rows that say the same are no problem")
				assert.Len(t, a.Coverage, 1)
			},
		},
		"no account": {
			[]string{"Contact.csv", contacts + "a,A,,,\n"}, nil,
			[]string{`Contact.csv:2:1: warning missing-value: the contact "A" belongs to no account: the unit is unknown`},
			func(t *testing.T, a *accountmap.Account) { assert.Empty(t, contact(t, a, "A").Unit) },
		},
		"unknown account": {
			[]string{"Contact.csv", contacts + "a,A,Acme Iberica,,\nb,B,Acme Iberica,,\n"}, nil,
			[]string{`Contact.csv:2:5: warning unknown-reference: the contact "A" belongs to the account "Acme Iberica", which is not among the accounts, and is ignored, here and in 1 more: line 3 (did you mean "Acme Iberia"?)`},
			func(t *testing.T, a *accountmap.Account) { assert.Empty(t, a.Contacts) },
		},
		"unknown account of somebody with a role": {
			[]string{"Contact.csv", contacts + "a,A,Acme Iberica,,\n", "AccountContactRole.csv", "AccountId,ContactId,Role\n1,a,Economic Buyer\n"}, nil,
			[]string{`Contact.csv:2:5: warning unknown-reference: the contact "A" belongs to the account "Acme Iberica", which is not among the accounts, and is read as an outsider`},
			func(t *testing.T, a *accountmap.Account) { assert.True(t, contact(t, a, "A").External) },
		},
		"competitors of deals that are not lost": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name,MainCompetitors__c\nd,D,1,Prospecting,1,2026-10-01,Tea,Rival\n" +
				"e,E,1,Closed Won,1,2026-10-01,Milk,Rival\nf,F,1,Closed Lost,1,2026-10-01,Salt,Rival\n"}, nil,
			[]string{`Opportunity.csv:2:36: warning left-out: the deal "D" is not lost, and its MainCompetitors__c, "Rival", is left out, here and in 1 more`},
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Competitors, 1) },
		},
		"deleted records": {
			[]string{"Contact.csv", "Id,LastName,AccountId,IsDeleted\na,A,1,true\nb,B,1,false\nc,C,1,TRUE\nd,D,1,perhaps\n"}, nil,
			[]string{`Contact.csv:2:7: warning left-out: the record is deleted or archived in the CRM, and is ignored, here and in 1 more`,
				`Contact.csv:5:7: warning invalid-value: IsDeleted: the word "perhaps" is unknown`},
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Contacts, 2) },
		},
		"other clients": {
			[]string{"Account 2.csv", "Id,Name\n9,Other\n", "Contact.csv", contacts + "a,A,9,,\nb,B,9,,\nc,C,2,a,\n", "Opportunity.csv",
				deals + "d,D,9,Prospecting,5,EUR,,Tea\n"}, &crm.Options{Root: "1"},
			[]string{`Contact.csv:2:5: warning left-out: the contact "A" belongs to "Other", which is not below the client, and is ignored, here and in 1 more`,
				`Contact.csv:4:7: warning left-out: "C" reports to "A", who does not work for the client`,
				`Opportunity.csv:2:5: warning left-out: the deal "D" belongs to "Other"`},
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Contacts, 1); assert.Empty(t, a.Products) },
		},
		"a second column of one meaning": {
			[]string{"Account 2.csv", "Id,Name,ParentId,BillingCity,ShippingCity\n1,Acme,,Madrid,Cádiz\n2,Acme Iberia,1,Sevilla,SEVILLA\n"}, nil,
			[]string{`Account 2.csv:2:16: warning left-out: the column "ShippingCity" differs from "BillingCity", and is ignored where it does (say in the mapping`},
			func(t *testing.T, a *accountmap.Account) { assert.Equal(t, "Madrid", a.Units[0].City) },
		},
		"a second telephone": {
			[]string{"Contact.csv", "Id,LastName,AccountId,Phone,MobilePhone,Description\na,A,1,+34 91,+34 600,Likes charts\nb,B,1,,+34 601,\nc,C,1,+34 92,+3492,\n"}, nil, nil,
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, "+34 91", contact(t, a, "A").Phone)
				assert.Equal(t, "Likes charts\nMobile Phone: +34 600", contact(t, a, "A").Notes)
				assert.Equal(t, "+34 601", contact(t, a, "B").Phone)
				assert.Empty(t, contact(t, a, "C").Notes)
			},
		},
		"what only the client has": {
			[]string{"Account 0.csv", "Id,Name,ParentId,Tier,Segment,Industry\n1,Acme,,Gold,Large,Energy\n2,Acme Iberia,1,Silver,Small,Retail\n"}, nil,
			[]string{`Account 0.csv:3:17: warning left-out: Tier of a unit is ignored, since units have none: "Silver"`,
				`Account 0.csv:3:30: warning left-out: Industry of a unit is ignored, since units have none: "Retail"`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, "Gold", a.Tier)
				assert.Equal(t, "Small", a.Units[1].Segment)
			},
		},
		"a role that is over": {
			[]string{"Contact.csv", contacts + "a,A,1,,\n", "AccountContactRelation.csv",
				"ID,ACCOUNTID,CONTACTID,ROLES,ISDIRECT,ISACTIVE\n1,2,a,Decision Maker;Influencer,false,true\n2,2,a,Blocker,false,false\n"}, nil,
			[]string{`AccountContactRelation.csv:3:21: warning left-out: the role of "a" is over, and is ignored`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, []accountmap.Role{"decision-maker", "influencer"}, contact(t, a, "A").Roles)
				assert.Empty(t, contact(t, a, "A").Stance)
			},
		},
		"unknown stage": {
			[]string{"Opportunity.csv",
				deals + "d,D,1,Negotation/Review,5,EUR,,Tea\ne,E,1,Negotation/Review,5,EUR,,Salt\nf,F,1,,5,EUR,,Salt\n"}, nil,
			[]string{`Opportunity.csv:2:7: warning invalid-value: StageName: the word "Negotation/Review" is unknown and is ignored, here and in 1 more: line 3 (did you mean "Negotiation/Review"?`,
				`Opportunity.csv:4:1: warning missing-value: the deal "F" has no stage, and is in no cell`},
			func(t *testing.T, a *accountmap.Account) { assert.Empty(t, a.Coverage) },
		},
		"renamed stage": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,Etapa de venta,Amount,Nota,CloseDate,Product Name\nd,D,1,Closed Won,5,ojo,2026-01-02,Tea\ne,E,1,Closed Won,5,,,Salt\n"}, nil,
			[]string{`Opportunity.csv:1:1: warning no-column: no column is known to have the stage of the deals, and none of them is in the coverage (export it, or say in the mapping which column of "deals" is the stage; it may be "Etapa de venta": {"columns": {"deals": {"stage": ["Etapa de venta"]}}})`,
				`Opportunity.csv:1:19: warning unknown-column: the column "Etapa de venta" has no place`,
				`Opportunity.csv:1:41: warning unknown-column: the column "Nota" has no place`},
			func(t *testing.T, a *accountmap.Account) { assert.Empty(t, a.Coverage) },
		},
		"renamed stage of words of one's own": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,IsClosed,Etapa,Amount,Nota,Peso,CloseDate,Product Name\nd,D,1,false,Firmada,5,ojo,7,2026-01-02,Tea\n"}, nil,
			[]string{`no-column: no column is known to have the stage of the deals, and an open one is not known to be proposed (export it, or say in the mapping which column of "deals" is the stage; it may be "Etapa" or "Nota": {"columns": {"deals": {"stage": ["Etapa"]}}})`,
				`the column "Etapa" has no place`, `the column "Nota" has no place`, `the column "Peso" has no place`},
			func(t *testing.T, a *accountmap.Account) {
				require.Len(t, a.Coverage, 1)
				assert.Equal(t, accountmap.CoverageOpportunity, a.Coverage[0].Status)
			},
		},
		"renamed amount": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,StageName,Importe,Nota,CloseDate,Product Name\nd,D,1,Closed Won,\"1.250,00\",ojo,2026-01-02,Tea\n"}, nil,
			[]string{`Opportunity.csv:1:1: warning no-column: no column is known to have the amount of the deals, and no sum includes them (export it, or say in the mapping which column of "deals" is the amount; it may be "Importe": {"columns": {"deals": {"amount": ["Importe"]}}})`,
				`the column "Importe" has no place`, `the column "Nota" has no place`},
			func(t *testing.T, a *accountmap.Account) { require.Len(t, a.Coverage, 1) },
		},
		"unknown role": {
			[]string{"Contact.csv", contacts + "a,A,1,,Wizard;Champion\n"}, nil,
			[]string{`Contact.csv:2:8: warning invalid-value: Role: the word "Wizard" is unknown`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.StanceChampion, contact(t, a, "A").Stance)
				assert.Equal(t, "Salesforce: Role = Wizard;Champion", contact(t, a, "A").Evidence.Source, "the word is kept")
			},
		},
		"friend and foe": {
			[]string{"Contact.csv", contacts + "a,A,1,,Champion;Detractor;Approver\n"}, nil,
			[]string{`Contact.csv:2:8: warning contradiction: the contact "A" is called Role = Champion;Detractor;Approver: the stance is left unknown`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Empty(t, contact(t, a, "A").Stance)
				assert.Equal(t, []accountmap.Role{accountmap.RoleDecisionMaker}, contact(t, a, "A").Roles)
			},
		},
		"unknown parent and manager": {
			[]string{"Account 2.csv", "Id,Name,ParentId\n3,Acme Hellas,1\n4,Acme Nord,7\n", "Contact.csv", contacts + "a,A,1,z,\n"},
			&crm.Options{Root: "Acme"},
			[]string{`Account 2.csv:3:13: warning unknown-reference: the parent "7" of "Acme Nord" is not among the accounts`,
				`Contact.csv:2:7: warning unknown-reference: "A" reports to "z", who is not among the contacts`},
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Units, 3) },
		},
		"accounts in a circle": {
			[]string{"Account 2.csv", "Id,Name,ParentId\n3,X,4\n4,Y,3\n5,Z,3\n"}, &crm.Options{Root: "X"},
			[]string{`Account 2.csv:2:5: warning unit-cycle: the account "X" is below itself`},
			func(t *testing.T, a *accountmap.Account) { assert.Len(t, a.Units, 3) },
		},
		"other currencies": {
			[]string{"Opportunity.csv",
				deals + "d,D,1,Closed Won,5,EUR,2026-01-02,Tea\ne,E,1,Closed Won,7,USD,2026-01-03,Tea\nf,F,1,Closed Won,2,EUR,2026-01-04,Tea\n"}, nil,
			[]string{`Opportunity.csv:3:1: warning mixed-currencies: the amount 7.00 USD of the deal "E" is not in the currency of the account, so no sum includes it`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.Money{Minor: 700}, a.Coverage[0].Value)
				assert.Equal(t, accountmap.Money{Minor: 700, Currency: "USD"}, a.Orders[1].Amount)
			},
		},
		"values": {
			[]string{"Opportunity.csv", deals + "d,D,1,Closed Won,much,EUR,soon,Tea\ne,E,1,Prospecting,1,Doubloon,,Tea\n"}, nil,
			[]string{`Opportunity.csv:2:18: warning invalid-value: Amount: "much" is not a number`,
				`Opportunity.csv:2:27: warning invalid-value: CloseDate: "soon" is not a date`,
				`Opportunity.csv:2:1: warning missing-value: the deal "D" is won, but its close date cannot be read`,
				`Opportunity.csv:3:21: warning invalid-value: CurrencyIsoCode: the word "Doubloon" is unknown`},
			nil,
		},
		"columns and files": {
			[]string{"Contact.csv", "Id,LastName,AccountId,Shoe Size,Hat Size\na,A,1,44,\n", "notes.csv", "x,y\n1,2\n", "readme.md", "text",
				"empty.csv", ""}, nil,
			[]string{`Contact.csv:1:23: warning unknown-column: the column "Shoe Size" has no place in an account, and its values are ignored`,
				`notes.csv:1:1: warning unknown-file: the columns match no table of Salesforce: "x", "y"`,
				`readme.md: warning unknown-file`, `empty.csv: warning unknown-file: the file is empty`},
			nil,
		},
		"rows": {
			[]string{"Contact.csv",
				contacts + "a,A,1,,,extra\n\n,,,,\nConfidential Information - Do Not Distribute\nGenerated By: Ana\nb,\"B\"x,1\nc,C\n,,1,,User\n"}, nil,
			[]string{`Contact.csv:2:9: warning syntax: the row has more values than there are columns`,
				`Contact.csv:5:1: warning left-out: a row with one value is not a record: "Confidential Information - Do Not Distribute", here and in 1 more`,
				`Contact.csv:7:6: error syntax`, `Contact.csv:8:1: warning missing-value: the contact "C" belongs to no account`,
				`Contact.csv:8:3: warning syntax: the row ends before the column "AccountId", and the rest is read as empty (is the file cut off?)`,
				`Contact.csv:9:1: warning missing-name: the contact has neither name nor id`},
			nil,
		},
		"ids of a spreadsheet": {
			[]string{"Contact.csv", contacts + "2.14001E+10,A,1,,\n2.14001E+11,B,1,,\n"}, nil,
			[]string{`Contact.csv:2:1: warning invalid-value: "2.14001E+10" is an id that a spreadsheet has changed`}, nil,
		},
		"lines and roles of nothing": {
			[]string{"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,TotalPrice\nl,zz,p,1,5\n",
				"OpportunityContactRole.csv", "OpportunityId,ContactId,Role\nzz,a,User\n",
				"AccountContactRole.csv", "AccountId,ContactId,Role\n1,q,User\n", "Contact.csv", contacts + "a,A,1,,\n"}, nil,
			[]string{`OpportunityLineItem.csv:2:3: warning unknown-reference: the deal "zz" is not among the deals, so its line is ignored`,
				`OpportunityContactRole.csv:2:1: warning unknown-reference: the deal "zz"`,
				`AccountContactRole.csv:2:3: warning unknown-reference: the contact "q" is not among the contacts`},
			nil,
		},
		"lost beside won": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,CloseDate,Product Name,Loss Reason\nd,D,1,Closed Won,5,2026-01-02,Tea,\n" +
				"e,E,1,Closed Lost,5,2026-01-03,Tea,Price\nf,F,1,Closed Lost,5,2026-01-01,Tea,Time\n"}, nil,
			[]string{`Opportunity.csv:3:1: warning left-out: the deal "E" was lost, but another deal decides the status of its cell: the reason for the loss is ignored, here and in 1 more`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.CoverageSold, a.Coverage[0].Status)
			},
		},
		"days of another file": {
			[]string{"Opportunity.csv", deals + "d,D,1,Closed Won,5,EUR,3/4/2026,Tea\n", "Contact.csv",
				"Id,LastName,AccountId,LastModifiedDate\na,A,1,25/2/2026\n"}, nil, nil,
			func(t *testing.T, a *accountmap.Account) { assert.Equal(t, "2026-04-03", a.Orders[0].Date.String()) },
		},
		"days that may be two": {
			[]string{"Opportunity.csv", deals + "d,D,1,Prospecting,5,EUR,3/4/2026,Tea\n"}, nil,
			[]string{`Opportunity.csv:2:25: warning invalid-value: CloseDate: "3/4/2026" may be two days (say which comes first: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping)`}, nil,
		},
		"an amount that its lines make up": {
			[]string{"Opportunity.csv", deals + "d,D,1,Prospecting,much,EUR,2026-10-01,\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,UnitPrice,Discount,TotalPrice\nl,d,p,1,dear,half,5\nm,d,q,3,2,,6\n"}, nil,
			[]string{`Opportunity.csv:2:19: warning invalid-value: Amount: "much" is not a number`,
				`OpportunityLineItem.csv:2:9: warning invalid-value: UnitPrice: "dear" is not a number`,
				`OpportunityLineItem.csv:2:14: warning invalid-value: Discount: "half" is not a number`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.Money{Minor: 500}, a.Coverage[0].Potential)
				assert.Equal(t, accountmap.Money{Minor: 600}, a.Coverage[1].Potential)
			},
		},
		"what a deal says of a product that its line says, too": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,StageName,CloseDate,Product Name,Quantity,Total Price,Sales Price,Type\nd,D,1,Prospecting,2026-10-01,p,some,much,dear,\n" +
				"e,E,1,Prospecting,2026-09-01,p,1,1,1,Odd\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,TotalPrice,Date\nl,d,p,1,5,2026-11-01\n"}, nil,
			[]string{`Opportunity.csv:2:32: warning invalid-value: Quantity: "some" is not a number`,
				`Opportunity.csv:2:37: warning invalid-value: Total Price: "much" is not a number`,
				`Opportunity.csv:2:42: warning invalid-value: Sales Price: "dear" is not a number`,
				`Opportunity.csv:3:38: warning invalid-value: Type: the word "Odd" is unknown`},
			nil,
		},
		"days of which another counts": {
			[]string{"Opportunity.csv", deals + "d,D,1,Prospecting,5,EUR,soon,\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,TotalPrice,Date\nl,d,p,1,5,2026-10-01\n",
				"Contact.csv", "Id,LastName,AccountId,LastModifiedDate\na,A,1,once\n"}, &crm.Options{AsOf: accountmap.Date{Year: 2026, Month: 9, Day: 1}},
			[]string{`Opportunity.csv:2:25: warning invalid-value: CloseDate: "soon" is not a date`,
				`Contact.csv:2:7: warning invalid-value: LastModifiedDate: "once" is not a date`},
			nil,
		},
		"amounts and days of several columns": {
			[]string{"Opportunity.csv", "Id,Name,AccountId,StageName,Amount,AMOUNT,Close Date,CloseDate,Product Name\n" +
				"d,D,1,Prospecting,7,EUR 7.00,2026-10-01,1/10/2026,Tea\ne,E,1,Prospecting,5,7,2026-10-01,15/10/2026,Milk\nf,F,1,Prospecting,,3,,2026-10-02,Salt\n"},
			&crm.Options{Currency: "EUR"},
			[]string{`Opportunity.csv:3:21: warning left-out: the column "AMOUNT" differs from "Amount", and is ignored where it does (say in the mapping`,
				`Opportunity.csv:3:34: warning left-out: the column "CloseDate" differs from "Close Date"`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.Money{Minor: 300}, a.Coverage[2].Potential)
			},
		},
		"more discount than there is price": {
			[]string{"Opportunity.csv", deals + "d,D,1,Prospecting,,EUR,2026-10-01,\n",
				"OpportunityLineItem.csv", "Id,OpportunityId,Product2Id,Quantity,UnitPrice,Discount\nl,d,p,1,100,300\nm,d,q,1,100,100\n"}, nil,
			[]string{`OpportunityLineItem.csv:2:13: warning out-of-range: Discount: "300" is more than the whole price, and is ignored (correct it in the CRM`},
			func(t *testing.T, a *accountmap.Account) {
				assert.Equal(t, accountmap.Money{Minor: 10000}, a.Coverage[0].Potential)
				assert.Zero(t, a.Coverage[1].Potential)
			},
		},
		"control characters": {
			[]string{"Contact.csv", contacts + "a,A\x0bB,1,,\n"}, nil,
			[]string{"Contact.csv:2:3: warning invalid-text: the value holds a control character"},
			func(t *testing.T, a *accountmap.Account) { assert.Equal(t, "A\ufffdB", a.Contacts[0].Name) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := crm.Check(folder(append([]string{"Account.csv", accounts}, tt.files...)...), tt.opts)
			for _, want := range tt.want {
				assert.Contains(t, problems.Report(), want)
			}
			assert.Len(t, problems, len(tt.want), problems.Report())
			require.NotNil(t, a)
			_, err := accountmap.New(a)
			require.NoError(t, err)
			if tt.check != nil {
				tt.check(t, a)
			}
		})
	}
}

// TestRefused checks the errors that make an account impossible.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		files fs.FS
		opts  *crm.Options
		code  accountmap.Code
		want  string
	}{
		"nothing": {folder(), nil, crm.ErrUnknownFile, "there is no file with accounts"},
		"several tops": {folder("Account.csv", "Id,Name,ParentId\n1,Acme,\n2,Beta,\n3,Gamma,2\n"), nil, crm.ErrNoRoot,
			`there are 2 accounts without a parent: "Acme" (1), "Beta" (2) (name the client as the root`},
		"many tops":  {folder("Account.csv", "Id,Name,ParentId\n"+strings.Repeat("x,X,\n", 1)+numbered(30)), nil, crm.ErrNoRoot, "and 11 more"},
		"wrong root": {folder("Account.csv", accounts), &crm.Options{Root: "Acme Iberai"}, crm.ErrNoRoot, `did you mean "Acme Iberia"?`},
		"ambiguous root": {folder("Account.csv", "Id,Name,ParentId\n1,Acme,\n2,Acme,\n"), &crm.Options{Root: "Acme"}, crm.ErrNoRoot,
			`the client "Acme" is among the accounts 2 times ("1", "2") (write the id of one of them)`},
		"Windows-1251": {folder("Account.csv", "Id,Name,ParentId\n1,\xcf\xe5\xf2\xf0\xee\xe2,\n"), nil, accountmap.ErrInvalidText,
			`Account.csv:2:3: error invalid-text: the file is not UTF-8 from here on; it seems to be in an older encoding, such as Windows-1251 (save it again as "CSV UTF-8")`},
		"workbook": {folder("Account.csv", "PK\x03\x04"), nil, accountmap.ErrInvalidText, "a workbook"},
		"system": {folder("Account.csv", accounts), &crm.Options{System: "salesfroce"}, accountmap.ErrInvalidValue,
			`there is no system "salesfroce"; did you mean "salesforce"?`},
		"decimal mark": {folder("Account.csv", accounts), &crm.Options{DecimalMark: "comma"}, accountmap.ErrInvalidValue, `"comma"`},
		"currency":     {folder("Account.csv", accounts), &crm.Options{Currency: "euro"}, accountmap.ErrInvalidValue, `"euro"`},
		"mapping": {folder("Account.csv", accounts),
			&crm.Options{Mapping: &crm.Mapping{Words: map[string]map[string]string{"stage": {"Won!": "solt"}}}}, accountmap.ErrInvalidValue,
			`mapping: words: stage: "Won!": unknown value "solt" (did you mean "sold"?`},
		"unreadable": {failing{}, nil, "unreadable", "Account.csv: error unreadable: the file cannot be read: broken disk"},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := crm.Import(tt.files, tt.opts)
			require.ErrorIs(t, err, tt.code)
			problems, ok := errors.AsType[accountmap.Problems](err)
			require.True(t, ok)
			assert.Contains(t, problems.Report(), tt.want)
			if tt.code != accountmap.ErrInvalidText {
				assert.Nil(t, a)
			}
		})
	}
}

// numbered returns the rows of n accounts.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d,Client %d,\n", i, i)
	}
	return b.String()
}

// failing is a file system with an unreadable file.
type failing struct{}

func (failing) Open(name string) (fs.File, error) {
	if name == "." {
		return fstest.MapFS{"Account.csv": {}}.Open(name)
	}
	return failingFile{}, nil
}

type failingFile struct{}

func (failingFile) Read(p []byte) (int, error) {
	return iotest.ErrReader(errors.New("broken disk")).Read(p)
}
func (failingFile) Stat() (fs.FileInfo, error) { return nil, fs.ErrInvalid }
func (failingFile) Close() error               { return nil }

func TestHostileText(t *testing.T) {
	for _, text := range slices.Concat(accountmaptest.Hostile(), accountmaptest.Refused(), []string{strings.Repeat("x", 1<<20)}) {
		quoted := `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		fields := func(n int) string { return strings.TrimSuffix(strings.Repeat(quoted+",", n), ",") }
		a, problems := crm.Check(folder("Account.csv", "Id,Name,Industry,BillingCity,Description,OwnerId\n1,"+fields(5)+"\n",
			"Contact.csv", "Id,LastName,Title,AccountId,Role,Email,Department,OwnerId\na,"+fields(2)+",1,"+fields(4)+"\n",
			"Opportunity.csv",
			"Id,Name,AccountId,StageName,Amount,CloseDate,Product Name,Loss Reason,Competitor\nd,"+quoted+",1,Closed Lost,"+fields(5)+"\n"), &crm.Options{Root: "1"})
		if problems.HasErrors() {
			require.Contains(t, problems.Report(), string(accountmap.ErrInvalidText), "%q", text)
			continue
		}
		_, err := accountmap.New(a)
		require.NoError(t, err, "%q", text)
	}
}
