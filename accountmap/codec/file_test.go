package codec_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func TestFiles(t *testing.T) {
	want := withOrders(3)
	for _, name := range []string{"a.json", "b.yaml", "c.yml", "D.JSON"} {
		name = filepath.Join(t.TempDir(), name)
		require.NoError(t, codec.WriteFile(name, want))
		got, err := codec.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		assertAlone(t, name)
	}
}

// assertAlone asserts that nothing else is in the folder of the file.
func assertAlone(t *testing.T, name string) {
	entries, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	assert.Len(t, entries, 1)
}

func TestReadFileNamesItself(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("a.yaml", []byte("format: 1\naccount:\n  nmae: N\nunits: []\nproducts: []\n"), 0o600))
	a, err := codec.ReadFile("./a.yaml")
	assert.Equal(t, "N", a.Name)
	assert.ErrorIs(t, err, accountmap.ErrUnknownKey)
	assert.EqualError(t, err, `./a.yaml:3:3: error unknown-key: unknown key "nmae" (did you mean "name"?)`)
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "none.json")
	_, err := codec.ReadFile(missing)
	assert.ErrorIs(t, err, fs.ErrNotExist)
	_, problems := codec.CheckFile(missing)
	require.Len(t, problems, 1)
	assert.Equal(t, codec.ErrUnreadable, problems[0].Code)
	assert.Equal(t, missing, problems[0].Pos.File)

	_, err = codec.ReadFile(filepath.Join(dir, "a.toml"))
	assert.ErrorContains(t, err, ".yaml")
	assert.ErrorContains(t, codec.WriteFile(filepath.Join(dir, "a"), &accountmap.Account{}), ".yaml")

	require.NoError(t, os.Mkdir(filepath.Join(dir, "folder.json"), 0o700))
	_, err = codec.ReadFile(filepath.Join(dir, "folder.json"))
	assert.Error(t, err)
}

// TestWriteFileFails keeps the earlier file, and leaves nothing beside it.
func TestWriteFileFails(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.json")
	require.NoError(t, os.WriteFile(name, []byte("earlier"), 0o600))
	err := codec.WriteFile(name, &accountmap.Account{Profile: accountmap.Profile{Name: "\xff"}})
	assert.ErrorIs(t, err, accountmap.ErrInvalidText)
	kept, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "earlier", string(kept))
	assertAlone(t, name)

	folder := filepath.Join(t.TempDir(), "folder.yaml")
	require.NoError(t, os.Mkdir(folder, 0o700))
	assert.Error(t, codec.WriteFile(folder, withOrders(1)), "a folder is not replaced")
	assertAlone(t, folder)
	assert.ErrorIs(t, codec.WriteFile(filepath.Join(folder, "none", "a.json"), withOrders(1)), fs.ErrNotExist)
}

func TestWriteFileInReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.json")
	require.NoError(t, os.WriteFile(name, []byte("earlier"), 0o600))
	require.NoError(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if probe, err := os.Create(filepath.Join(dir, "probe")); err == nil {
		probe.Close()
		t.Skip("this user may write anywhere")
	}
	assert.ErrorIs(t, codec.WriteFile(name, withOrders(1)), fs.ErrPermission)
	kept, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "earlier", string(kept))
}

func TestWriteFileKeepsModeAndLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	dir := t.TempDir()
	name, link := filepath.Join(dir, "a.json"), filepath.Join(dir, "link.json")
	require.NoError(t, os.WriteFile(name, nil, 0o600))
	require.NoError(t, os.Chmod(name, 0o640))
	require.NoError(t, os.Symlink("a.json", link))
	require.NoError(t, codec.WriteFile(link, withOrders(1)))
	info, err := os.Lstat(name)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o640), info.Mode())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "a.json", target)
}
