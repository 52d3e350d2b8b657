package codec_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func TestFiles(t *testing.T) {
	want := withOrders(3)
	for _, name := range []string{"a.json", "b.yaml", "c.yml", "D.JSON"} {
		name = filepath.Join(t.TempDir(), name)
		require.NoError(t, codec.WriteFile(name, want))
		got, problems := codec.ReadFile(name)
		require.NoError(t, problems.Err())
		assert.Equal(t, want, got)
		assertAlone(t, name)
	}
}

// assertAlone asserts that the folder contains only the file.
func assertAlone(t *testing.T, name string) {
	entries, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	assert.Len(t, entries, 1)
}

func TestReadFileNamesItself(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("a.yaml", []byte("format: 1\naccount:\n  nmae: N\nunits: []\nproducts: []\n"), 0o600))
	a, problems := codec.ReadFile("./a.yaml")
	assert.Equal(t, "N", a.Name)
	assert.ErrorIs(t, problems, accountmap.ErrUnknownKey)
	assert.EqualError(t, problems, `./a.yaml:3:3: error unknown-key: unknown key "nmae" (did you mean "name"?)`)
}

// TestUnreadableFiles expects one problem for each file, with the name of the file once. ReadFile
// returns the same problem.
func TestUnreadableFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("folder.yaml", 0o700))
	require.NoError(t, os.Mkdir("folder", 0o700))
	require.NoError(t, os.WriteFile("account.toml", nil, 0o600))
	require.NoError(t, os.WriteFile("account", nil, 0o600))
	require.NoError(t, os.WriteFile("coverage.ods", nil, 0o600))
	require.NoError(t, os.WriteFile("units.csv", nil, 0o600))
	const ofFolder = "those are called units.csv, products.csv, contacts.csv and so on; or name a file in it: .yaml, .yml, .json or .xlsx"
	for name, want := range map[string]string{
		"folder.yaml":  "this folder has no CSV file of an account (" + ofFolder + ")",
		"folder":       "this folder has no CSV file of an account (" + ofFolder + ")",
		"units.csv":    "a single CSV file is not an account (name the folder that holds it)",
		"none.json":    "there is no such file (check the name and the folder)",
		"no/such.yaml": "there is no such file (check the name and the folder)",
		"account.toml": "account files do not end in .toml (the name of an account file ends in .yaml, .yml or .json, the name of a workbook in .xlsx)",
		"coverage.ods": "a workbook that ends in .ods is not read (open it in a spreadsheet and save it as .xlsx)",
		"account":      "the name of the file has no extension (the name of an account file ends in .yaml, .yml or .json, the name of a workbook in .xlsx)",
	} {
		a, problems := codec.ReadFile(name)
		assert.Nil(t, a)
		require.Len(t, problems, 1, name)
		assert.ErrorIs(t, problems, codec.ErrUnreadable, name)
		assert.EqualError(t, problems, name+": error unreadable: "+want)

		m, opened := codec.Open(name)
		assert.Nil(t, m)
		assert.Equal(t, problems, opened)
	}
	_, problems := codec.ReadFile("none.json")
	assert.ErrorIs(t, problems, fs.ErrNotExist)
}

func TestFailingReader(t *testing.T) {
	_, problems := codec.Decode(iotest.ErrReader(errors.New("the line is dead")), codec.YAML)
	assert.EqualError(t, problems, "error unreadable: codec: read: the line is dead")
	_, problems = codec.Decode(strings.NewReader(""), "toml")
	assert.ErrorIs(t, problems, codec.ErrUnreadable)
}

// TestWriteFileNamesItself checks that errors name the file or its folder, not the temporary file.
func TestWriteFileNamesItself(t *testing.T) {
	t.Chdir(t.TempDir())
	err := codec.WriteFile("none/a.yaml", withOrders(1))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "cannot write none/a.yaml: there is no folder none")
	assert.NotContains(t, err.Error(), ".tmp")

	assert.EqualError(t, codec.WriteFile("a.toml", withOrders(1)),
		"codec: a.toml: account files do not end in .toml; the name of an account file ends in .yaml, .yml or .json")
}

// TestWriteFileFails checks that a failure keeps the old file and leaves no temporary file.
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
	err := codec.WriteFile(name, withOrders(1))
	assert.ErrorIs(t, err, fs.ErrPermission)
	assert.ErrorContains(t, err, "cannot write "+name)
	assert.NotContains(t, err.Error(), ".tmp")
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

// TestLinksOutOfTheFolder refuses links out of the folder with an error, and reads links within it.
func TestLinksOutOfTheFolder(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "secret.csv")
	require.NoError(t, os.WriteFile(outside, []byte("id,name\nroot:x:0:0,secret\n"), 0o600))
	for name, link := range map[string]string{"absolute": outside, "relative": "../secret.csv", "through a folder": "up/secret.csv", "to a device": "/dev/zero"} {
		folder := filepath.Join(t.TempDir(), "in")
		require.NoError(t, os.Mkdir(folder, 0o700))
		require.NoError(t, os.Symlink("..", filepath.Join(folder, "up")))
		require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(folder), "secret.csv"), []byte("id,name\nroot:x:0:0,secret\n"), 0o600))
		for _, file := range []string{"units.csv", "products.csv", "real.csv.txt"} {
			require.NoError(t, os.WriteFile(filepath.Join(folder, file), []byte("id,name\nu,U\n"), 0o600))
		}
		require.NoError(t, os.Symlink(link, filepath.Join(folder, "contacts.csv")))
		_, problems := codec.ReadFile(folder)
		assert.True(t, problems.HasErrors(), name)
		assert.NotContains(t, problems.Report(), "root:x", name)
		assert.Contains(t, problems.Report(), "contacts.csv", name)

		require.NoError(t, os.Remove(filepath.Join(folder, "contacts.csv")))
		require.NoError(t, os.Symlink("real.csv.txt", filepath.Join(folder, "contacts.csv")))
		a, _ := codec.ReadFile(folder)
		require.NotNil(t, a, name)
		assert.Len(t, a.Contacts, 1, "a link within the folder")
	}
}

// TestProblemsArePlainText reads files that cannot be read. The texts of their problems have no
// control characters, and a translation.
func TestProblemsArePlainText(t *testing.T) {
	empty := t.TempDir()
	document := filepath.Join(t.TempDir(), "a.docx")
	require.NoError(t, os.WriteFile(document, nil, 0o600))
	spanish, _ := terms.Lookup("es")
	for name, want := range map[string]string{
		filepath.Join(empty, "none.yaml"): "ese archivo no existe (compruebe el nombre y la carpeta)",
		empty:                             "esta carpeta no tiene ningún archivo CSV de una cuenta (esos se llaman units.csv",
		document:                          "los archivos de cuenta no acaban en .docx (el nombre de un archivo de cuenta acaba en",
	} {
		_, problems := codec.ReadFile(name)
		if assert.Len(t, problems, 1, name) {
			for _, text := range []string{problems[0].Detail, problems[0].Hint} {
				assert.False(t, strings.ContainsFunc(text, unicode.IsControl), "%s: %q", name, text)
			}
			assert.Contains(t, spanish.Report(problems), want, name)
		}
	}
}
