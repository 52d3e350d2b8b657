package pack

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWriteNamesTheFile puts a folder in the place of a file, and gets an error about the file, not about the temporary one.
func TestWriteNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "map.svg")
	require.NoError(t, os.Mkdir(name, 0o700))
	err := Write(dir, []File{{"map.svg", []byte("<svg/>")}})
	assert.ErrorContains(t, err, "cannot write "+name+": ")
	assert.NotContains(t, err.Error(), ".map.svg-")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 1)

	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	assert.ErrorContains(t, Write(file, nil), file)
}
