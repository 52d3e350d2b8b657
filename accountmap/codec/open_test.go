package codec_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// TestOpen opens files that are valid, doubtful, invalid by the rules, and unreadable.
func TestOpen(t *testing.T) {
	const tail = "units: []\nproducts: []\n"
	tests := map[string]struct {
		file, want string
		valid      bool
	}{
		"valid":         {"format: 1\naccount: {name: N}\n" + tail, "", true},
		"warning":       {"format: 1\naccount: {name: “N”}\n" + tail, "2:17 curly-quotes account.name\n", true},
		"rule":          {"format: 1\naccount: {name: N}\n" + tail + "contacts: [{name: Ana}]\n", "5:12 missing-id contacts[0].id\n", false},
		"value":         {"format: 1\naccount: {name: N}\n" + tail + "goals: [{id: g, title: G, priority: high}]\n", "5:37 wrong-type goals[0].priority\n", false},
		"syntax":        {"format: 1\naccount: {name: N\n", "2:10 syntax\n", false},
		"not an object": {"[]\n", "1:1 wrong-type\n", false},
	}
	for name, tt := range tests {
		file := filepath.Join(t.TempDir(), "account.yaml")
		require.NoError(t, os.WriteFile(file, []byte(tt.file), 0o600))
		m, problems := codec.Open(file)
		assert.Equal(t, tt.want, lines(problems), name)
		assert.Equal(t, tt.valid, m != nil, name)
		_, read := codec.ReadFile(file)
		assert.Equal(t, read, problems, name)
	}
}

// TestOpenWithFurtherRules checks that a rule of the caller is applied once, and that its error is
// an error of the file.
func TestOpenWithFurtherRules(t *testing.T) {
	file := filepath.Join(t.TempDir(), "account.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"format": 1, "account": {"name": "N"}, "units": [], "products": []}`), 0o600))
	const tooShort accountmap.Code = "too-short"
	for severity, valid := range map[accountmap.Level]bool{accountmap.LevelError: false, accountmap.LevelWarning: true} {
		calls := 0
		m, problems := codec.Open(file, accountmap.Rule{Code: tooShort, Level: severity, Check: func(a *accountmap.Account, report accountmap.Report) {
			calls++
			report("account.name", "the name is too short", "")
		}})
		assert.Equal(t, 1, calls)
		assert.Equal(t, valid, m != nil, severity)
		assert.Equal(t, "1:35 too-short account.name\n", lines(problems))
	}
	m, problems := codec.Open(file)
	require.Empty(t, problems)
	assert.Equal(t, "N", m.Account().Name)
}

func TestOpenFolders(t *testing.T) {
	m, problems := codec.Open(filepath.Join("testdata", "csv"))
	assert.Nil(t, m)
	assert.ErrorIs(t, problems, accountmap.ErrUnknownReference)
}
