package codec_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// TestDuplicatesNameTheLineOfTheFirst covers each format with known places, and ids that resemble
// the message.
func TestDuplicatesNameTheLineOfTheFirst(t *testing.T) {
	yaml := "format: 1\naccount: {name: Acme}\nunits:\n  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: a, name: C}\n  - {id: a, name: D}\nproducts: []\n"
	_, problems := codec.Decode(strings.NewReader(yaml), codec.YAML)
	assert.Equal(t, `6:10: error duplicate-id: the id "a" already belongs to "A"; see units[0], line 4 (give each unit an id of its own)
7:10: error duplicate-id: the id "a" already belongs to "A"; see units[0], line 4 (give each unit an id of its own)
`, problems.Report())

	cells := "format: 1\naccount: {name: Acme}\nunits: [{id: u, name: U}]\nproducts: [{id: p, name: P}]\ncoverage:\n" + strings.Repeat("  - {unit: u, product: p, status: gap}\n", 2)
	_, problems = codec.Decode(strings.NewReader(cells), codec.YAML)
	assert.Equal(t, `7:5: error duplicate-coverage: unit "U" and product "P" already have an entry; see coverage[0], line 6 (merge the two entries)`+"\n", problems.Report())

	json := "{\"format\": 1, \"account\": {\"name\": \"Acme\"},\n\"units\": [\n{\"id\": \"x already\", \"name\": \"A\"},\n{\"id\": \"x already\", \"name\": \"B\"}],\n\"products\": []}"
	_, problems = codec.Decode(strings.NewReader(json), codec.JSON)
	assert.Equal(t, `4:8: error duplicate-id: the id "x already" already belongs to "A"; see units[0], line 3 (give each unit an id of its own)`+"\n", problems.Report())

	_, problems = codec.ReadCSV(fstest.MapFS{
		"account.csv": {Data: []byte("name\nAcme\n")}, "products.csv": {Data: []byte("id,name\n")}, "units.csv": {Data: []byte("id,name,address\n\na,A,\"B\nC\"\na,C,\n")},
	})
	assert.Equal(t, `units.csv:5:1: error duplicate-id: the id "a" already belongs to "A"; see units[0], line 3 (give each unit an id of its own)`+"\n", problems.Report())

	name := filepath.Join(t.TempDir(), "a.yaml")
	require.NoError(t, os.WriteFile(name, []byte(yaml), 0o600))
	_, problems = codec.ReadFile(name)
	assert.Contains(t, problems.Report(), name+`:6:10: error duplicate-id: the id "a" already belongs to "A"; see units[0], line 4`)

	a := &accountmap.Account{Units: []accountmap.Unit{{ID: "a", Name: "A"}, {ID: "a", Name: "B"}}}
	assert.Contains(t, accountmap.Validate(a).Report(), `the id "a" already belongs to "A"; see units[0]`, "where no line is known")
}
