package graphviz

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
)

// cacheDir returns a folder for compiled code that only this user can write, or "" if there is
// none. Whoever can write there can run code in our process, so a folder that is someone else's or
// open to others is not used.
func cacheDir() string {
	info, ok := debug.ReadBuildInfo()
	base, err := os.UserCacheDir()
	if !ok || err != nil || !namesCompiler(info) {
		return ""
	}
	return privateDir(filepath.Join(base, "account-atlas"))
}

// namesCompiler reports whether a build knows its version of wazero, as programs do and tests do
// not. Kept code is filed under that version, and code of another one would crash.
func namesCompiler(info *debug.BuildInfo) bool {
	return slices.ContainsFunc(info.Deps, func(m *debug.Module) bool {
		return m.Path == "github.com/tetratelabs/wazero" && m.Replace == nil
	})
}

// privateDir makes dir if it is missing, and returns it if nobody else can use it, else "".
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
