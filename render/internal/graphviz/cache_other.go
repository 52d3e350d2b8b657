//go:build !unix

package graphviz

import (
	"io/fs"
	"runtime"
)

// ownedByUs is true on Windows, whose cache folder is in the user's profile, closed to others;
// elsewhere nothing is known.
func ownedByUs(fs.FileInfo) bool { return runtime.GOOS == "windows" }
