package wholefile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/accountatlas/accountatlas/internal/wholefile"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func content(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// TestFullDisk fails in the middle of writing, like a full disk.
func TestFullDisk(t *testing.T) {
	full := errors.New("no space left on device")
	name := filepath.Join(t.TempDir(), "a.json")
	for _, earlier := range []string{"", "earlier"} {
		if earlier != "" {
			require.NoError(t, os.WriteFile(name, []byte(earlier), 0o600))
		}
		err := wholefile.Write(name, func(w io.Writer) error {
			_, err := w.Write(make([]byte, 10_000))
			require.NoError(t, err)
			return full
		})
		assert.Equal(t, full, err)
		kept, _ := os.ReadFile(name)
		assert.Equal(t, earlier, string(kept))
		entries, err := os.ReadDir(filepath.Dir(name))
		require.NoError(t, err)
		assert.Len(t, entries, min(1, len(earlier)))
	}
}

// TestModesAndLinks checks that a link stays a link, and that a file keeps its mode.
func TestModesAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	dir := t.TempDir()
	name, link := filepath.Join(dir, "map.svg"), filepath.Join(dir, "link.svg")
	require.NoError(t, os.WriteFile(name, nil, 0o600))
	require.NoError(t, os.Symlink("map.svg", link))
	require.NoError(t, wholefile.Write(link, content("new")))
	info, err := os.Lstat(name)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), info.Mode())
	target, err := os.Readlink(link)
	require.NoError(t, err)
	assert.Equal(t, "map.svg", target)
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "new", string(got))
}

func TestErrorsNameTheFile(t *testing.T) {
	t.Chdir(t.TempDir())
	err := wholefile.Write("none/map.svg", content(""))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "cannot write none/map.svg: there is no folder none: ")
	require.NoError(t, os.Mkdir("folder.svg", 0o700))
	assert.EqualError(t, wholefile.Write("folder.svg", content("")), "cannot write folder.svg: it is not a file")
	left, err := os.ReadDir(".")
	require.NoError(t, err)
	assert.Len(t, left, 1)
}

// TestSeveralAtOnce writes two files and replaces both at the end.
func TestSeveralAtOnce(t *testing.T) {
	dir := t.TempDir()
	var files []*wholefile.File
	for _, name := range []string{"a", "b"} {
		f, err := wholefile.Create(filepath.Join(dir, name))
		require.NoError(t, err)
		defer f.Discard()
		require.NoError(t, content(name)(f))
		require.NoError(t, f.Sync())
		assert.NoFileExists(t, filepath.Join(dir, name))
		files = append(files, f)
	}
	for _, f := range files {
		require.NoError(t, f.Commit())
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
}

// TestAllOrNone writes four files, of which one cannot be replaced: its new content is deleted, or
// a folder has its name by then.
func TestAllOrNone(t *testing.T) {
	create := func(t *testing.T, dir string, names ...string) (files []*wholefile.File) {
		for _, name := range names {
			f, err := wholefile.Create(filepath.Join(dir, name))
			require.NoError(t, err)
			t.Cleanup(f.Discard)
			require.NoError(t, content("new")(f))
			files = append(files, f)
		}
		return files
	}
	for blocked, earlier := range map[string][]string{"a": {"b", "d"}, "c": {"a"}, "d": {"a", "b", "c"}} {
		t.Run(blocked, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range earlier {
				require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("earlier"), 0o600))
			}
			same := func(others int) {
				for _, name := range earlier {
					got, err := os.ReadFile(filepath.Join(dir, name))
					require.NoError(t, err)
					assert.Equal(t, "earlier", string(got), name)
				}
				entries, err := os.ReadDir(dir)
				require.NoError(t, err)
				assert.Len(t, entries, len(earlier)+others)
			}
			fails := func(files []*wholefile.File) {
				assert.ErrorContains(t, wholefile.CommitAll(files), "cannot write "+filepath.Join(dir, blocked)+": ")
				for _, f := range files {
					f.Discard()
				}
			}
			files := create(t, dir, "a", "b", "c", "d")
			written, err := filepath.Glob(filepath.Join(dir, wholefile.Prefix(blocked)+"*"))
			require.NoError(t, err)
			require.Len(t, written, 1)
			require.NoError(t, os.Remove(written[0]))
			fails(files) // at the rename
			same(0)

			files = create(t, dir, "a", "b", "c", "d")
			require.NoError(t, os.MkdirAll(filepath.Join(dir, blocked, "full"), 0o700))
			fails(files)
			same(1)
		})
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a"), []byte("earlier"), 0o600))
	require.NoError(t, wholefile.CommitAll(create(t, dir, "a", "b")))
	got, err := os.ReadFile(filepath.Join(dir, "a"))
	require.NoError(t, err)
	assert.Equal(t, "new", string(got))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
	info, err := os.Stat(filepath.Join(dir, "a"))
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), info.Mode())
}
