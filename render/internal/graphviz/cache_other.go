//go:build !unix

package graphviz

import (
	"io/fs"
	"runtime"
)

// ownedByUs returns true on Windows, where the cache folder is in the user's profile, which is
// closed to others. It returns false on other systems, where the owner is unknown.
func ownedByUs(fs.FileInfo) bool { return runtime.GOOS == "windows" }
