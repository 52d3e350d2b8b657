package codec

import (
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
)

// MergeOptions are the options of [Merge]. Nil and the zero value mean the defaults.
type MergeOptions struct {
	// Delete removes rows from the account that were deleted in the workbook. By default they stay.
	Delete bool
}

// Merge reads a workbook that was made of the account base and edited since, and returns base with the changes: rows edited, added and, if the
// options say so, deleted. What the workbook never had, such as a list that was not put into it, stays as it is in base, and so does the content
// of a deleted column. [accountmap.Compare] lists the changes, and a warning, [ErrUnreadCells],
// tells what was written where nothing is read.
//
// The problems are those of [Decode]. Each missing row that stays is a warning, [ErrMissingCells]. The account is nil when nothing could be read,
// and when the workbook was not made of base, since rows without an id could then be confused. Base is not changed.
func Merge(base *accountmap.Account, workbook io.Reader, opts *MergeOptions) (*accountmap.Account, accountmap.Problems) {
	a, problems, err := merge(base, workbook, "", opts)
	if err != nil {
		return nil, unreadable("", err)
	}
	return a, problems
}

// MergeFile is [Merge] of the workbook in the named file; the name is in the places of problems. When the file cannot be opened or read, the
// only problem is [ErrUnreadable] and the account is nil.
func MergeFile(base *accountmap.Account, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Problems) {
	a, problems, err := mergeFile(base, name, opts)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return a, problems
}

func mergeFile(base *accountmap.Account, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Problems, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, nil, err
	case info.IsDir():
		return nil, nil, errFolder
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	return merge(base, file, name, opts)
}

// merge is [Merge] of a workbook with a name. The error says that there was nothing to merge.
func merge(base *accountmap.Account, workbook io.Reader, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Problems, error) {
	if opts == nil {
		opts = &MergeOptions{}
	}
	if base == nil {
		base = &accountmap.Account{}
	}
	return checkWorkbook(workbook, name, base, opts.Delete, &report{})
}
