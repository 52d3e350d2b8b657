package graphviz

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
)

// TestEmbeddedModule compares the module with graphviz.wasm.md, and checks the properties that the
// sandbox relies on.
func TestEmbeddedModule(t *testing.T) {
	const described = "7cc5b0a5f176aeaa69760ed5dc3282ceda2b1b04229b22de77bb0a5eab45578e"
	assert.Equal(t, described, fmt.Sprintf("%x", sha256.Sum256(embedded)))
	about, err := os.ReadFile("graphviz.wasm.md")
	require.NoError(t, err)
	assert.Contains(t, string(about), described)
	require.NoError(t, checkModule(embedded))
	_, _, err = widenStack(embedded)
	require.NoError(t, err)
	assert.ErrorIs(t, checkModule(nil), ErrNoEngine)
}

func TestNoEngine(t *testing.T) {
	tests := map[string][]byte{
		"nothing":     nil,
		"not wasm":    []byte("hello"),
		"no sections": []byte(wasmHeader),
		"cut short":   embedded[:len(embedded)/2],
		"damaged":     bytes.Replace(embedded, []byte("gvLayout"), []byte("gvLayou\xff"), 1),
	}
	for name, module := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := newEngine(module, "", memoryLimit)
			require.ErrorIs(t, err, ErrNoEngine)
			assert.ErrorContains(t, err, "use Exec")
		})
	}
}

// TestStackIsSeparate checks that the C stack is at the position that widenStack gives it, and that
// the allocator avoids it.
func TestStackIsSeparate(t *testing.T) {
	e, err := shared()
	require.NoError(t, err)
	in, err := e.start(t.Context())
	require.NoError(t, err)
	_, err = in.render(t.Context(), enginetest.BoxTree(20), "dot", "svg")
	require.NoError(t, err)
	for range 3000 {
		const size = 1 << 10
		p := in.alloc(t.Context(), size)
		require.True(t, p+size <= in.stack.low || p >= in.stack.high, "%#x", p)
	}
	require.NoError(t, in.err)
	require.NoError(t, in.exhausted())

	old := in.read(global(t, in, "__stack_low"), 64<<10)
	assert.Empty(t, bytes.TrimLeft(old, "\x00"), "the old stack is in use")
	used := in.read(in.stack.high-1<<10, 1<<10)
	assert.NotEmpty(t, bytes.TrimLeft(used, "\x00"), "the new stack is not in use")
}

func global(t *testing.T, in *instance, name string) uint32 {
	t.Helper()
	g := in.module.ExportedGlobal(name)
	require.NotNil(t, g, name)
	return uint32(g.Get())
}

func FuzzWidenStack(f *testing.F) {
	f.Add([]byte("\x05\x03\x01\x00\x07\x06\x09\x01\x7f\x01\x41\x80\x80\x04\x0b"))
	f.Add([]byte("\x06\x01\x01"))
	f.Add([]byte("\x05\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Fuzz(func(t *testing.T, sections []byte) {
		module := append([]byte(wasmHeader), sections...)
		wide, st, err := widenStack(module)
		if err != nil {
			return
		}
		assert.EqualValues(t, stackPages*pageSize, st.high-st.low)
		_, _, err = widenStack(wide)
		assert.NoError(t, err)
	})
}

func TestCacheDir(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no mode bits here")
	}
	base := t.TempDir()
	file := filepath.Join(base, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	open := filepath.Join(base, "open")
	require.NoError(t, os.Mkdir(open, 0o700))
	require.NoError(t, os.Chmod(open, 0o770))
	private := filepath.Join(base, "deep", "private")
	link := filepath.Join(base, "link")
	require.NoError(t, os.Symlink(private, link))

	assert.Equal(t, private, privateDir(private))
	assert.Equal(t, private, privateDir(private), "and again, now that it is there")
	assert.Empty(t, privateDir(open), "others can write there")
	assert.Empty(t, privateDir(link), "a link")
	assert.Empty(t, privateDir(file), "a file")
	assert.Empty(t, privateDir(filepath.Join(file, "below")), "below a file")
	assert.Empty(t, privateDir("relative"))
}

func TestNamesCompiler(t *testing.T) {
	wazero := &debug.Module{Path: "github.com/tetratelabs/wazero", Version: "v1.12.0"}
	replaced := &debug.Module{Path: wazero.Path, Version: wazero.Version, Replace: &debug.Module{Path: "../wazero"}}
	assert.True(t, namesCompiler(&debug.BuildInfo{Deps: []*debug.Module{wazero}}))
	assert.False(t, namesCompiler(&debug.BuildInfo{Deps: []*debug.Module{replaced}}))
	assert.False(t, namesCompiler(&debug.BuildInfo{}), "a test")
}

func TestDamagedCache(t *testing.T) {
	norace.Only(t)
	cache := privateDir(filepath.Join(t.TempDir(), "cache"))
	e, err := newEngine(embedded, cache, memoryLimit)
	require.NoError(t, err)
	require.NoError(t, e.runtime.Close(t.Context()))
	files := 0
	err = filepath.WalkDir(cache, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		if filepath.Ext(path) == sumSuffix {
			return nil
		}
		return os.Truncate(path, 40)
	})
	require.NoError(t, err)
	require.Equal(t, 2, files, "code is kept, and its checksum")

	e, err = newEngine(embedded, cache, memoryLimit)
	require.NoError(t, err)
	_, _, err = e.run(t.Context(), enginetest.BoxTree(3), "dot", "svg")
	require.NoError(t, err)
	require.NoError(t, e.runtime.Close(t.Context()))
	all, ours := kept(cache)
	require.True(t, ours)
	require.Len(t, all, 1)
	for folder, names := range all {
		require.Len(t, names, 1)
		assert.True(t, sealed(filepath.Join(folder, names[0])), "the damaged copy is replaced")
		info, err := os.Stat(filepath.Join(folder, names[0]))
		require.NoError(t, err)
		assert.Greater(t, info.Size(), int64(1<<20))
	}
}

// TestKeptCode checks that cached code is used only if it is unchanged since it was sealed.
func TestKeptCode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such modes")
	}
	code := bytes.Repeat([]byte("code"), 1000)
	copy(code, "offsets")
	for name, tt := range map[string]struct {
		damage func(t *testing.T, file string)
		stays  bool
	}{
		"nothing": {func(t *testing.T, file string) {}, true},
		"a bit": {func(t *testing.T, file string) {
			code := bytes.Clone(code)
			code[77] ^= 4
			require.NoError(t, os.WriteFile(file, code, 0o600))
		}, false},
		"an offset": {func(t *testing.T, file string) {
			require.NoError(t, os.WriteFile(file, append(code[64:], code[:64]...), 0o600))
		}, false},
		"cut off":        {func(t *testing.T, file string) { require.NoError(t, os.Truncate(file, 40)) }, false},
		"empty":          {func(t *testing.T, file string) { require.NoError(t, os.Truncate(file, 0)) }, false},
		"longer":         {func(t *testing.T, file string) { require.NoError(t, os.WriteFile(file, append(code, 0), 0o600)) }, false},
		"no checksum":    {func(t *testing.T, file string) { require.NoError(t, os.Remove(file+sumSuffix)) }, false},
		"another sum":    {func(t *testing.T, file string) { require.NoError(t, os.WriteFile(file+sumSuffix, code[:32], 0o600)) }, false},
		"open to others": {func(t *testing.T, file string) { require.NoError(t, os.Chmod(file, 0o606)) }, false},
		"an open folder": {func(t *testing.T, file string) { require.NoError(t, os.Chmod(filepath.Dir(file), 0o777)) }, false},
		"a link": {func(t *testing.T, file string) {
			require.NoError(t, os.Rename(file, filepath.Join(t.TempDir(), "code")))
			require.NoError(t, os.Symlink("/dev/zero", file))
		}, false},
		"a folder": {func(t *testing.T, file string) {
			require.NoError(t, os.Remove(file))
			require.NoError(t, os.MkdirAll(filepath.Join(file, "below"), 0o700))
		}, false},
	} {
		cache := privateDir(filepath.Join(t.TempDir(), "cache"))
		folder := privateDir(filepath.Join(cache, "compiler-v1"))
		file := filepath.Join(folder, "a1b2")
		require.NoError(t, os.WriteFile(file, code, 0o600))
		seal(cache)
		tt.damage(t, file)
		assert.True(t, dropDamaged(cache), name)
		_, err := os.Lstat(file)
		assert.Equal(t, tt.stays, err == nil, name)
		assert.True(t, dropDamaged(cache), name)
	}
}
