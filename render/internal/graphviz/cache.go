package graphviz

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
)

// cacheDir returns a folder for compiled code that only this user can write, or "" if there is
// none. Whoever can write there can run code in our process. A folder that belongs to another user
// or is open to others is therefore not used.
func cacheDir() string {
	info, ok := debug.ReadBuildInfo()
	base, err := os.UserCacheDir()
	if !ok || err != nil || !namesCompiler(info) {
		return ""
	}
	return privateDir(filepath.Join(base, "account-atlas"))
}

// namesCompiler reports whether a build knows its version of wazero, as programs do and tests do
// not. Cached code is filed under that version, and code of another version would crash.
func namesCompiler(info *debug.BuildInfo) bool {
	return slices.ContainsFunc(info.Deps, func(m *debug.Module) bool {
		return m.Path == "github.com/tetratelabs/wazero" && m.Replace == nil
	})
}

// privateDir creates dir if it is missing. It returns dir if nobody else can use it, and ""
// otherwise.
func privateDir(dir string) string {
	if !filepath.IsAbs(dir) || os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	info, err := os.Lstat(dir) // not Stat: a link can be pointed elsewhere
	if err != nil || !info.IsDir() || !ownedByUs(info) {
		return ""
	}
	return dir
}

// sumSuffix is the suffix of the file with the checksum of a file of cached code. The compiler's
// own checksum does not cover its table of offsets, and a wrong offset ends the process.
const sumSuffix = ".crc32"

// sum returns the checksum of a file. It detects damage alone: whoever can write in the folder can
// write checksums, too.
func sum(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	crc := crc32.NewIEEE()
	size, err := io.Copy(crc, f)
	return crc.Sum(binary.BigEndian.AppendUint64(nil, uint64(size))), err
}

// dropDamaged removes cached code that differs from its checksum or is writable for others. It
// reports whether the rest is usable.
func dropDamaged(cache string) bool {
	all, usable := kept(cache)
	for folder, files := range all {
		for _, name := range files {
			file := filepath.Join(folder, name)
			if sealed(file) {
				continue
			}
			if os.RemoveAll(file) != nil {
				usable = false
			}
			os.Remove(file + sumSuffix)
		}
	}
	return usable
}

// sealed reports whether a file belongs to this user and matches its checksum.
func sealed(file string) bool {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || !ownedByUs(info) {
		return false
	}
	want, err := os.ReadFile(file + sumSuffix)
	if err != nil {
		return false
	}
	is, err := sum(file)
	return err == nil && bytes.Equal(want, is)
}

// seal writes the missing checksums of cached code. If a checksum cannot be written, the next
// process must compile again.
func seal(cache string) {
	all, _ := kept(cache)
	for folder, files := range all {
		for _, name := range files {
			file := filepath.Join(folder, name)
			if _, err := os.Lstat(file + sumSuffix); err == nil {
				continue
			}
			if is, err := sum(file); err == nil {
				_ = os.WriteFile(file+sumSuffix, is, 0o600)
			}
		}
	}
}

func dropAll(cache string) {
	all, _ := kept(cache)
	for folder, files := range all {
		for _, name := range files {
			os.Remove(filepath.Join(folder, name))
			os.Remove(filepath.Join(folder, name+sumSuffix))
		}
	}
}

// kept returns the files of cached code by folder; each version of the compiler has a folder. It
// removes everything that is not a private folder. ours reports whether that succeeded.
func kept(cache string) (all map[string][]string, ours bool) {
	all, ours = map[string][]string{}, true
	versions, _ := os.ReadDir(cache)
	for _, version := range versions {
		folder := filepath.Join(cache, version.Name())
		if privateDir(folder) == "" {
			ours = os.RemoveAll(folder) == nil && ours
			continue
		}
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if filepath.Ext(e.Name()) != sumSuffix {
				all[folder] = append(all[folder], e.Name())
			}
		}
	}
	return all, ours
}
