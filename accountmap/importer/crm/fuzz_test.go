package crm_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
)

// FuzzCheck imports any files without panicking. An import without errors gives a valid account.
func FuzzCheck(f *testing.F) {
	for _, system := range []string{"salesforce", "hubspot", "dynamics"} {
		var texts []string
		for _, pattern := range []string{"*ccount*.csv", "*ontact*.csv", "*pportunit*.csv"} {
			if system == "hubspot" {
				pattern = map[string]string{"*ccount*.csv": "*companies*.csv", "*ontact*.csv": "*contacts*.csv",
					"*pportunit*.csv": "*deals*.csv"}[pattern]
			}
			names, err := filepath.Glob("../../../examples/crm/testdata/" + system + "/" + pattern)
			require.NoError(f, err)
			require.NotEmpty(f, names)
			text, err := os.ReadFile(names[0])
			require.NoError(f, err)
			texts = append(texts, strings.Join(strings.SplitAfterN(string(text), "\n", 4)[:3], "")) // a short seed is mutated faster
		}
		f.Add(texts[0], texts[1], texts[2], "Halden Maritime Group")
	}
	f.Add(accounts, contacts+"a,A,1,b,Champion\nb,B,2,a,\n", deals+"d,D,1,Closed Won,5,EUR,2026-01-02,Tea\n", "")
	f.Fuzz(func(t *testing.T, accounts, contacts, deals, root string) {
		a, problems := crm.Check(folder("account.csv", accounts, "contact.csv", contacts, "opportunity.csv", deals), &crm.Options{Root: root})
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
			require.NotEmpty(t, p.Code)
		}
		if problems.HasErrors() {
			return
		}
		_, err := accountmap.New(a)
		require.NoError(t, err)
	})
}

// FuzzReadMapping reads any mapping without panicking. A valid mapping can be used.
func FuzzReadMapping(f *testing.F) {
	f.Add(`{"columns":{"deals":{"productName":["Offer"]}},"words":{"stage":{"Verbal yes":"proposed"}},"files":{"accounts":["*.csv"]}}`)
	f.Add(`{"units":{"file":"u.csv","columns":{"id":["A","B"]}},"orders":{"file":"o.csv","join":[{"file":"u.csv","key":"A","to":"B"}],"columns":{"unit":"A"},"words":{"status":{"x":"open"}}}}`)
	f.Add(`{"columns":[]} {}`)
	f.Fuzz(func(t *testing.T, text string) {
		m, err := crm.ReadMapping(strings.NewReader(text))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		crm.Check(folder("Account.csv", "Id,Name\n1,A\n"), &crm.Options{Mapping: m})
	})
}
