package render

import (
	"io/fs"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWriteFileNamesItself checks that errors name the file and its folder, not the temporary file.
func TestWriteFileNamesItself(t *testing.T) {
	t.Chdir(t.TempDir())
	m := mustNew(t, meridiano())
	err := WriteFile(t.Context(), "none/map.svg", m, Stakeholders{}, nil)
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "cannot write none/map.svg: there is no folder none")
	assert.NotContains(t, err.Error(), ".map-")

	require.NoError(t, os.Mkdir("folder.svg", 0o700))
	err = WriteFile(t.Context(), "folder.svg", m, Stakeholders{}, nil)
	assert.ErrorContains(t, err, "cannot write folder.svg")
	assert.NotContains(t, err.Error(), ".map-")
	left, err := os.ReadDir(".")
	require.NoError(t, err)
	assert.Len(t, left, 1)
}
