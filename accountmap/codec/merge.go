package codec

import (
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
)

// MergeOptions are the choices of [Merge]. Nil and the zero value mean the defaults.
type MergeOptions struct {
	// Delete takes the rows from the account that were deleted in the workbook. Otherwise they stay.
	Delete bool
}

// Merge reads a workbook that was made of the account base and edited since, and returns base with what was changed: rows changed, added
// and, when the options say so, deleted. What the workbook never had, such as a list that it was made without, stays as it is in base;
// so does a column that was deleted. [accountmap.Compare] tells the changes.
//
// The problems are as of [Check]. Each row that is missing and stays is a warning, [ErrMissingCells]. The account is nil when nothing could be
// read, and when base is not what the workbook was made of: rows without an id could then not be told apart. Base is not changed.
func Merge(base *accountmap.Account, workbook io.Reader, opts *MergeOptions) (*accountmap.Account, accountmap.Problems) {
	if opts == nil {
		opts = &MergeOptions{}
	}
	if base == nil {
		base = &accountmap.Account{}
	}
	a, problems, err := checkWorkbook(workbook, "", base, opts.Delete)
	if err != nil {
		return nil, (&unreadFile{"", err}).problems()
	}
	return a, problems
}
