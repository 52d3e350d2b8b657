package codec

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
)

// secondEntry reports the key k of the object i, which repeats one, as the beginning of an entry that lost what separates it from the one
// before: the entry of a list has a second id, or a second of the key that it begins with. What follows belongs to the lost entry and is
// not to be read. It returns false when the key is a mere repetition.
func (b *binder) secondEntry(i, k int32, first bool) bool {
	name := &b.tree.nodes[k]
	inList := len(b.at) > 0 && b.at[len(b.at)-1].Key == ""
	if !inList || !first && name.text != "id" {
		return false
	}
	entry := b.at.String()
	begin := name.text + ":"
	if value := &b.tree.nodes[k+1]; value.text != "" {
		begin = b.format.pair(name.text, value.text)
	}
	hint := "begin a new entry with a dash: " + quote("- "+begin)
	if b.format == JSON || name.at>>32 == b.tree.nodes[i].at>>32 {
		hint = "close the braces of this entry before it, and open new ones"
	}
	b.at = append(b.at, keypath.Step{Key: name.text})
	b.report.add(name.at, b.at.String(), accountmap.ErrDuplicateKey, fmt.Sprintf("%s has a second %s", entry, name.text), hint)
	b.at = b.at[:len(b.at)-1]
	b.lose()
	if b.cut == nil {
		b.cut = map[string]bool{}
	}
	b.cut[entry] = true
	return true
}

// isCut reports whether the path leads to a key of an entry of which only the first part was read, so that it may not be missing.
func (b *binder) isCut(path string) bool {
	i := strings.LastIndexByte(path, '.')
	return i > 0 && b.cut[path[:i]]
}

// isMissing reports a code which says that a key of an entry is not given.
func isMissing(code accountmap.Code) bool {
	switch code {
	case accountmap.ErrMissingID, accountmap.ErrMissingName, accountmap.ErrMissingValue, accountmap.ErrMissingReason:
		return true
	}
	return false
}
