package keypath

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAPathComesBackFromItsText(t *testing.T) {
	for text, path := range map[string]Path{
		"":                          nil,
		"format":                    {{Key: "format"}},
		"account.name":              {{Key: "account"}, {Key: "name"}},
		"coverage[7]":               {{Key: "coverage"}, {Index: 7}},
		"contacts[3].reportsTo":     {{Key: "contacts"}, {Index: 3}, {Key: "reportsTo"}},
		"contacts[1].roles[2]":      {{Key: "contacts"}, {Index: 1}, {Key: "roles"}, {Index: 2}},
		"team[0].reach[12].contact": {{Key: "team"}, {Index: 0}, {Key: "reach"}, {Index: 12}, {Key: "contact"}},
	} {
		assert.Equal(t, path, Parse(text), text)
		assert.Equal(t, text, path.String())
	}
}
