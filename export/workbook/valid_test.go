package workbook_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// validate prints what the validator of Microsoft's Open XML SDK finds in each file, as an array of arrays. It knows the schemas of every
// part, what may refer to what, and the limits that no schema tells; as of Office 2007 it knows nothing beyond the standard.
const validate = `
const { readFileSync } = require("fs");
import(require.resolve("@ooxml-tools/validate")).then(async ({ default: validate }) => {
	const found = [];
	for (const name of process.argv.slice(1)) {
		found.push(await validate(new Uint8Array(readFileSync(name)), "xlsx", "Office2007"));
	}
	console.log(JSON.stringify(found));
	process.exit(0);
});
`

// A fault is what the validator finds wrong.
type fault struct {
	Description string
	Path        struct{ PartURI, XPath string }
}

// faults are what is wrong with each file; the test is skipped where the validator is not installed.
func faults(t *testing.T, files ...[]byte) [][]fault {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if exec.CommandContext(t.Context(), node, "-e", `require.resolve("@ooxml-tools/validate")`).Run() != nil {
		t.Skip("the npm package @ooxml-tools/validate is not on NODE_PATH")
	}
	args := []string{"-e", validate}
	for _, file := range files {
		name := filepath.Join(t.TempDir(), "book.xlsx")
		require.NoError(t, os.WriteFile(name, file, 0o600))
		args = append(args, name)
	}
	cmd := exec.CommandContext(t.Context(), node, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var found [][]fault
	require.NoError(t, json.Unmarshal(out, &found))
	require.Len(t, found, len(files))
	return found
}

// TestValidToTheSchemas holds every part of a workbook to the schemas of ISO 29500.
func TestValidToTheSchemas(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	_, full := fullBook(t)
	var compared bytes.Buffer
	require.NoError(t, portfolio.New([]insight.Summary{insight.Summarise(exporttest.NewMap(t, accountmaptest.Full()), accountmap.Date{})}, nil).WriteXLSX(&compared))
	broken := edited(t, compared.Bytes(), func(part []byte) []byte {
		return bytes.Replace(part, []byte("<sheetData>"), []byte("<autoFilter/><sheetData>"), 1)
	})
	found := faults(t, full, compared.Bytes(), broken)
	assert.Empty(t, found[0])
	assert.Empty(t, found[1])
	require.Len(t, found[2], 1, "a fault is found")
	assert.Equal(t, "/xl/worksheets/sheet1.xml", found[2][0].Path.PartURI)
}
