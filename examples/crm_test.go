package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func TestCRM(t *testing.T) {
	t.Parallel()
	program, handoff, dir := build(t, "crm"), build(t, "handoff"), t.TempDir()
	mapping, err := filepath.Abs("crm/mapping.json")
	require.NoError(t, err)
	for _, system := range []string{"salesforce", "hubspot", "dynamics", "sugarcrm"} {
		t.Run(system, func(t *testing.T) {
			got := runIn(t, dir, program, "-sample", system, "-out", system)
			require.Zero(t, got.status, got.stderr)
			assert.Contains(t, got.stderr, `the word "Verbal Agreement" is unknown`)
			assert.Contains(t, got.stderr, `the deal "Group: board workshop" names no product`)
			files := filesIn(t, filepath.Join(dir, system))
			assert.ElementsMatch(t, append([]string{"account.yaml"}, packFiles...), names(files))
			assert.Contains(t, files["map.svg"], "Ελένη Σταύρου")

			a, problems := codec.ReadFile(filepath.Join(dir, system, "account.yaml"))
			require.NoError(t, problems.Err())
			_, err = accountmap.New(a)
			require.NoError(t, err)
			assert.Len(t, a.Units, 5)
			assert.Equal(t, accountmap.Currency("EUR"), a.Currency)
			assert.Equal(t, int64(12_020_000), won(a), "the same deals, whichever system they come from")

			mapped := runIn(t, dir, program, "-sample", system, "-mapping", mapping, "-out", system+"-mapped")
			require.Zero(t, mapped.status, mapped.stderr)
			assert.NotContains(t, mapped.stderr, "Verbal Agreement")
			assert.NotContains(t, mapped.stderr, "unknown-column")
			assert.Contains(t, runIn(t, dir, handoff, "-in", filepath.Join(filepath.Dir(mapping), "testdata", system), "-out", "lost").stderr,
				`looks like an export of `, "handoff reads tables by their headings, and says what reads an export")
			again := runIn(t, dir, program, "-sample", system, "-out", "again")
			assert.Equal(t, strings.ReplaceAll(got.stdout, system, "again"), again.stdout)
			assert.Equal(t, files, filesIn(t, filepath.Join(dir, "again")), "the same export gives the same bytes")
		})
	}
}

// won returns the total value of sold products, in cents.
func won(a *accountmap.Account) (cents int64) {
	for _, c := range a.Coverage {
		cents += c.Value.Minor
	}
	return cents
}

func TestCRMOfABadExport(t *testing.T) {
	t.Parallel()
	program, dir := build(t, "crm"), t.TempDir()
	samples, err := filepath.Abs("crm/testdata")
	require.NoError(t, err)

	several := runIn(t, dir, program, "-in", filepath.Join(samples, "salesforce"))
	assert.Equal(t, 1, several.status)
	assert.Regexp(t, `error no-root: there are 2 accounts without a parent: "Halden Maritime Group" \(001\w+\), "Lang Advisory GmbH" \(001\w+\)`, several.stderr)
	assert.NoDirExists(t, filepath.Join(dir, "crm-out"))

	outside := filepath.Join(dir, "outside")
	require.NoError(t, os.Mkdir(outside, 0o755))
	require.NoError(t, os.Symlink(filepath.Join(samples, "salesforce", "Account.csv"), filepath.Join(outside, "Account.csv")))
	for name, args := range map[string][]string{
		"a link that points out of the folder": {"-in", outside},
		"absent":                               {"-in", "absent"}, "there is no sample": {"-sample", "sap"}, "no-root": {"-root", "Nobody"}, "unknown-file": {"-in", "."},
		"nothing.json": {"-mapping", "nothing.json"},
	} {
		got := runIn(t, dir, program, args...)
		assert.Equal(t, 1, got.status, name)
		assert.Contains(t, got.stderr, name)
	}
	assert.Equal(t, 2, runIn(t, dir, program, "export").status)
}
