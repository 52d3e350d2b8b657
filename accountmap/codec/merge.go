package codec

import (
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/edits"
)

// The codes of problems of workbooks.
const (
	// ErrMissingCells: a row, column or list that a workbook had when it was written and has no longer. It is an error of [Decode], since it may
	// have been deleted by mistake, and a warning of [Merge]; both keep the data. It is a warning in any case when a status was cleared in a cell
	// of which more was known: the cell is then unassessed, and the rest is lost.
	ErrMissingCells = edits.ErrMissingCells
	// ErrConflict: a value that was changed in a workbook and, otherwise, in the account since the workbook was made. The account keeps its value.
	ErrConflict = edits.ErrConflict
	// ErrRowApart, a warning: a row below a list, after empty rows, was read as a new entry but may be a note.
	ErrRowApart = edits.ErrRowApart
	// ErrUnreadCells, a warning: something was written where nothing is read, such as a further column of a list.
	ErrUnreadCells = edits.ErrUnreadCells
	// ErrMovedNames, a warning: names moved from row to row of a list, because somebody sorted one column without the others or exchanged hidden
	// ids.
	ErrMovedNames = edits.ErrMovedNames
	// ErrSameName, a warning: a new row has the name of another. References to the name in earlier rows mean the earlier one.
	ErrSameName = edits.ErrSameName
)

// MergeOptions are the options of [Merge]. Nil and the zero value mean the defaults.
type MergeOptions struct {
	// Delete deletes entries from the account whose rows were deleted in the workbook. By default they stay.
	Delete bool
}

// Merge reads a workbook that was edited and returns a copy of the account as it is now, current, with these edits: values changed, entries
// added and, if the options say so, entries deleted. Current need not be what the workbook was made of: the workbook carries that, and others may
// have changed the account since. Whatever the workbook does not hold stays as it is in current.
//
// A value that both sides changed differently is an error, [ErrConflict], that names the cell and both values; the returned account has the value of
// current. So is an edit of an entry that current has no longer, and the deletion of one that current has changed. An entry that both sides
// added alike is one entry. Each missing row, column or list whose entries stay is a warning, [ErrMissingCells], and another warning,
// [ErrUnreadCells], reports text that was written where nothing is read. All other problems are those of [Decode].
//
// The changes are what [accountmap.Compare] finds between current and the result; they are empty when either breaks a rule. The account is nil when the
// workbook cannot be read, and when it was made of another client's account. Current is not changed.
//
// The account is good only if [accountmap.Problems.Err] is nil: check it first. With an error the account lacks the edits that could not be read,
// and [accountmap.New] may accept it all the same.
func Merge(current *accountmap.Account, workbook io.Reader, opts *MergeOptions) (*accountmap.Account, accountmap.Changes, accountmap.Problems) {
	return merge(current, workbook, "", opts)
}

// MergeFile is [Merge] of the workbook in the named file, with the same account to be checked first; the name is in the places of problems. When the file cannot be opened or read, the
// only problem is [ErrUnreadable] and the account is nil.
func MergeFile(current *accountmap.Account, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Changes, accountmap.Problems) {
	file, err := openFile(name)
	if err != nil {
		return nil, accountmap.Changes{}, unreadable(name, err)
	}
	defer file.Close()
	return merge(current, file, name, opts)
}

func openFile(name string) (*os.File, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	}
	return os.Open(name)
}

// merge is [Merge] of a workbook with a name.
func merge(current *accountmap.Account, workbook io.Reader, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Changes, accountmap.Problems) {
	if opts == nil {
		opts = &MergeOptions{}
	}
	if current == nil {
		current = &accountmap.Account{}
	}
	var after *accountmap.Map
	a, problems, err := edits.Read(workbook, name, &edits.Target{Account: current, Delete: opts.Delete}, func(a *accountmap.Account, report func(accountmap.Problem)) {
		after = accountmap.Check(a, report)
	})
	if err != nil {
		return nil, accountmap.Changes{}, unreadable(name, err)
	}
	before, err := accountmap.New(current)
	if after == nil || err != nil {
		return a, accountmap.Changes{}, problems
	}
	return a, accountmap.Compare(before, after), problems
}
