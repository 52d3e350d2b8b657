package pack

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWriteNamesTheFile writes over a folder with the name of a file. The error names the file, and
// not the temporary file.
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

// TestWriteRemovesWhatAKilledRunLeft checks that recent temporary files, which another run may be
// writing, and files outside of the pack stay.
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

// TestWriteRemovesOptionalFilesOfAnEarlierPack checks that a table removes the map.dot of an
// earlier view.
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

// TestMakeSideBySide makes the files of a small account in parallel and checks their order. With an
// ended context, it makes none.
func TestMakeSideBySide(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(8)))
	require.NoError(t, err)
	made, err := Make(t.Context(), m, Options{})
	require.NoError(t, err)
	require.Len(t, made.Files, 15)
	assert.Equal(t, "map.dot", made.Files[0].Name)
	assert.Equal(t, Calendar, made.Files[14].Name)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Make(ctx, m, Options{})
	assert.ErrorIs(t, err, context.Canceled)
}

// TestMapTooLargeForPages makes the pack of a map that is too large for pages. The pack has all
// other files, and the error proposes only possible remedies.
func TestMapTooLargeForPages(t *testing.T) {
	norace.Only(t)
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}, Units: []accountmap.Unit{{ID: "0", Name: "Top"}},
		Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for i := range 9999 {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(strconv.Itoa(i + 1)), Name: "Unit", Parent: accountmap.UnitID(strconv.Itoa(i))})
	}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	made, err := Make(t.Context(), m, Options{})
	require.NoError(t, err)
	var names []string
	for _, f := range made.Files {
		names = append(names, f.Name)
	}
	assert.Equal(t, []string{"coverage.xlsx", "handoff.html", "handoff.pdf", "handoff.docx", "handoff.md", "review.pptx"}, names)
	assert.Empty(t, made.Maps())
	made.Files = append(made.Files, File{Name: "map.pdf"}, File{Name: Calendar}, File{Name: "map.pptx"})
	assert.Equal(t, []string{"map.pdf", "map.pptx"}, made.Maps())
	made.Files = made.Files[:len(names)]
	require.NotNil(t, made.TooLarge)
	assert.True(t, made.TooLarge.Divided)
	assert.NotContains(t, made.TooLarge.Error(), "draw Pages")
	assert.Equal(t, 10_000, made.TooLarge.Boxes)
	assert.NotEmpty(t, made.TooLarge.TooDeep)

	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "map.pdf"), []byte("earlier"), 0o600))
	require.NoError(t, made.Write(dir))
	assert.NoFileExists(t, filepath.Join(dir, "map.pdf"), "the map of an earlier pack")
}

// TestPicturesForPaperAreAFileAPage draws 120 people for A4, and then without paper into the same
// folder.
func TestPicturesForPaperAreAFileAPage(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(120)))
	require.NoError(t, err)
	pictures := func(size paper.Size) (svgs []string, first string) {
		made, tasks, err := newMaking(t.Context(), m, Options{Paper: size})
		require.NoError(t, err)
		for _, task := range tasks {
			if task.name != "map.svg" {
				continue
			}
			files, err := made.files(task)
			require.NoError(t, err)
			for _, f := range files {
				svgs = append(svgs, f.Name)
			}
			return svgs, string(files[0].Data)
		}
		return nil, ""
	}
	paged, overview := pictures(paper.A4().Landscape())
	require.Greater(t, len(paged), 2)
	assert.Equal(t, []string{"map.svg", "map-2.svg", "map-3.svg"}, paged[:3])
	assert.Contains(t, overview, `href="map-2.svg"`)
	free, _ := pictures(paper.Size{})
	assert.Equal(t, []string{"map.svg"}, free)

	dir := t.TempDir()
	require.NoError(t, Write(dir, []File{{"map-2.svg", nil}, {"map-2.txt", nil}}))
	require.NoError(t, Pack{Files: []File{{"map.svg", nil}}}.Write(dir))
	assert.NoFileExists(t, filepath.Join(dir, "map-2.svg"), "of an earlier pack")
	assert.FileExists(t, filepath.Join(dir, "map-2.txt"))
}
