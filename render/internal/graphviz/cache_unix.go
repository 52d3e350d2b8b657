//go:build unix

package graphviz

import (
	"io/fs"
	"os"
	"syscall"
)

// ownedByUs reports whether a folder belongs to this user and is closed to everyone else.
func ownedByUs(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && info.Mode().Perm()&0o077 == 0
}
