package crm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

// TestSalesforceIDs checks that the forms of an id with 15 and 18 characters are equal, and that
// case distinguishes ids.
func TestSalesforceIDs(t *testing.T) {
	a, problems := imported(t, folder(
		"Account.csv", "Id,Name,ParentId\n0015g00000Kz001AAB,Acme,\n0015g00000KZ001,Iberia,0015g00000Kz001\n",
		"Contact.csv", "Id,LastName,AccountId,ReportsToId\n0035g00000Kz001,A,0015g00000Kz001,\n0035g00000Kz002AAB,B,0015g00000KZ001AAJ,0035g00000Kz001AAB\n"), nil)
	assert.Empty(t, problems)
	assert.Equal(t, accountmap.UnitID("0015g00000Kz001AAB"), a.Units[0].ID)
	assert.Equal(t, "0015g00000KZ001", string(a.Units[1].ID)[:15])
	assert.Len(t, a.Units[1].ID, 18)
	assert.Equal(t, a.Units[0].ID, a.Units[1].Parent)
	assert.Equal(t, a.Units[0].ID, a.Contacts[0].Unit)
	assert.Equal(t, a.Units[1].ID, a.Contacts[1].Unit, "the suffix does not tell them apart, the capital does")
	assert.Equal(t, accountmap.ContactID("0035g00000Kz001AAB"), a.Contacts[1].ReportsTo)
}

func TestDynamicsIDs(t *testing.T) {
	a, problems := imported(t, folder(
		"accounts.csv", "accountid,name,parentaccountid\n{A1001003-1D2E-EF11-8E4E-6045BD000052},Acme,\na1001003-1d2e-ef11-8e4e-6045bd000053,Iberia,a1001003-1d2e-ef11-8e4e-6045bd000052\n",
		"contacts.csv", "contactid,lastname,parentcustomerid\nC1001003-1D2E-EF11-8E4E-6045BD000052,A,A1001003-1D2E-EF11-8E4E-6045BD000053\n"), nil)
	assert.Empty(t, problems)
	assert.Equal(t, accountmap.UnitID("a1001003-1d2e-ef11-8e4e-6045bd000052"), a.Units[1].Parent)
	assert.Equal(t, a.Units[1].ID, a.Contacts[0].Unit)
}

// TestHubSpotReferences reads a value that names several companies. The first one within the client
// is the unit.
func TestHubSpotReferences(t *testing.T) {
	a, problems := imported(t, folder("companies.csv", "Record ID,Company name,Parent Company IDs\n11,Acme,\n12,Iberia,11\n",
		"contacts.csv", "Record ID,Last Name,Associated Company IDs\n1,A,99;12\n2,B,12;11\n3,C,Iberia;\n"), nil)
	assert.Equal(t, "contacts.csv:3:5: warning left-out: the row belongs to 2 accounts of the client: \"Iberia\" is used (also export the column with the primary one)\n", problems.Report())
	for _, c := range a.Contacts {
		assert.Equal(t, accountmap.UnitID("12"), c.Unit, c.Name)
	}

	a, problems = imported(t, folder("companies.csv", "Record ID,Company name,Parent Company IDs\n11,Acme,\n12,Iberia,11\n",
		"contacts.csv", "Record ID,Last Name,Primary Associated Company ID,Associated Company IDs\n1,A,12,12;99\n2,B,12,11;12\n"), nil)
	assert.Equal(t, "contacts.csv:3:8: warning left-out: the row also belongs to \"Acme\": \"Iberia\" is used (no action needed unless another is the primary one)\n",
		problems.Report())
	assert.Equal(t, accountmap.UnitID("12"), a.Contacts[1].Unit)
}
