package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

// TestNewNamesTheAccount names it where it has a name, and has no empty quotes where it has none.
func TestNewNamesTheAccount(t *testing.T) {
	_, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: "Northwind"}, Units: []accountmap.Unit{{}}})
	assert.ErrorContains(t, err, `account "Northwind": units[0].`)
	for _, a := range []*accountmap.Account{nil, {}} {
		_, err := accountmap.New(a)
		assert.ErrorContains(t, err, "account: account.name: error missing-name")
		assert.NotContains(t, err.Error(), `""`)
	}
}
