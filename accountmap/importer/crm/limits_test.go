package crm_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/crm"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestTooLargeExports checks the bounds of an export: the error has the bound and the way out, and
// no part of the export becomes an account.
func TestTooLargeExports(t *testing.T) {
	norace.Only(t)
	files := fstest.MapFS{}
	for i := range 1001 {
		files[fmt.Sprintf("f%04d.csv", i)] = &fstest.MapFile{Data: []byte("x\n")}
	}
	accounts := &fstest.MapFile{Data: []byte("Id,Name\n1,A\n")}
	contacts := func(rows int, row string) fstest.MapFS {
		return fstest.MapFS{"Account.csv": accounts, "Contact.csv": &fstest.MapFile{Data: []byte("Id,Name,Title\n" + strings.Repeat(row, rows))}}
	}
	for name, tt := range map[string]struct {
		folder fstest.MapFS
		want   string
	}{
		"files": {files, "f1000.csv: error too-large: there are more than 1000 files (import a part of them)"},
		"rows":  {contacts(2_000_001, ",,\n"), "error too-large: the files have more than 2000000 rows, or values of more than 96 MiB (export one client at a time)"},
		"bytes": {contacts(4_000, "1,N,"+strings.Repeat("x", 29_000)+"\n"), "error too-large: the files have more than 2000000 rows, or values of more than 96 MiB (export one client at a time)"},
	} {
		a, found := crm.Check(tt.folder, nil)
		assert.Nil(t, a, name)
		assert.ErrorIs(t, found, accountmap.ErrTooLarge, name)
		assert.Contains(t, found.Report(), tt.want, name)
	}
}
