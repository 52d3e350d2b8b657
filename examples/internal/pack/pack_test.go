package pack

import (
	"os"
	"path/filepath"
	"testing"
	"time"

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

// TestWriteRemovesWhatAKilledRunLeft leaves what another run may be writing, and what is not of the pack.
func TestWriteRemovesWhatAKilledRunLeft(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".map.svg-1", ".map.svg-2", ".notes-1", "map.svg"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("earlier"), 0o600))
	}
	old := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{".map.svg-1", ".notes-1"} {
		require.NoError(t, os.Chtimes(filepath.Join(dir, name), old, old))
	}
	require.NoError(t, Write(dir, []File{{"map.svg", []byte("<svg/>")}}))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	assert.Equal(t, []string{".map.svg-2", ".notes-1", "map.svg"}, left)
}

// TestWriteRemovesOptionalFilesOfAnEarlierPack leaves no map.dot of an earlier view beside a table.
func TestWriteRemovesOptionalFilesOfAnEarlierPack(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"map.dot", "map.svg", "notes.dot"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("earlier"), 0o600))
	}
	require.NoError(t, Pack{Files: []File{{"map.svg", []byte("<svg/>")}}}.Write(dir))
	assert.NoFileExists(t, filepath.Join(dir, "map.dot"))
	assert.FileExists(t, filepath.Join(dir, "map.svg"))
	assert.FileExists(t, filepath.Join(dir, "notes.dot"))
}
