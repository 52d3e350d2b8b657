package codec

import (
	"cmp"
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/edits"
)

// The codes of problems of workbooks.
const (
	// ErrMissingCells: a row, column or list is missing from the workbook. It is an error of
	// [Decode], since it may have been deleted by mistake, and a warning of [Merge]; both keep the
	// data. A cleared status in a cell with further values is always a warning: the cell is then
	// unassessed, and the other values are lost.
	ErrMissingCells = edits.ErrMissingCells
	// ErrConflict: since the workbook was made, a value was changed in the workbook and,
	// differently, in the account. The account keeps its value.
	ErrConflict = edits.ErrConflict
	// ErrRowApart, a warning: a row below a list, after empty rows, was read as a new entry but may
	// be a note.
	ErrRowApart = edits.ErrRowApart
	// ErrUnreadCells, a warning: text in cells that are not read, such as a further column of a
	// list.
	ErrUnreadCells = edits.ErrUnreadCells
	// ErrMovedNames, a warning: names moved from row to row of a list, because somebody sorted one
	// column without the others or exchanged hidden ids.
	ErrMovedNames = edits.ErrMovedNames
	// ErrSameName, a warning: a new row has the name of another row. References to the name in
	// earlier rows mean the earlier row.
	ErrSameName = accountmap.ErrSameName
)

// MergeOptions are the options of [Merge]. Nil and the zero value mean the defaults.
type MergeOptions struct {
	// Delete deletes the entries whose rows were deleted in the workbook. By default they stay.
	Delete bool
}

// Merge reads an edited workbook and returns a copy of current with its edits: values changed,
// entries added and, with MergeOptions.Delete, entries deleted. Current is the present account. It
// may differ from the account that the workbook was made of, which the workbook contains. Entries
// that the workbook does not contain stay unchanged.
//
// A value that both sides changed differently is an error, [ErrConflict], with the cell and both
// values; the result has the value of current. Other conflicts are an edit of an entry that current
// no longer has, and the deletion of an entry that current has changed. Equal entries added by both
// sides become one. Missing rows, columns and lists whose entries stay are warnings,
// [ErrMissingCells]. Text in cells that are not read is also a warning, [ErrUnreadCells]. For all
// other problems see [Decode].
//
// The changes are the result of [accountmap.Compare] on current and the merged account; they are
// empty if either is invalid. The account is nil if the workbook cannot be read, or was made of
// another client's account. Current is not changed.
//
// The account is correct only if [accountmap.Problems.Err] is nil: check it first. With an error,
// the account lacks the edits that could not be read, but [accountmap.New] may accept it.
func Merge(current *accountmap.Account, workbook io.Reader, opts *MergeOptions) (*accountmap.Account, accountmap.Changes, accountmap.Problems) {
	return merge(current, workbook, "", opts)
}

// MergeFile is [Merge] for the workbook in the named file; check its problems in the same way. The
// name is in the places of problems. If the file cannot be opened or read, the only problem is
// [ErrUnreadable] and the account is nil.
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

func merge(current *accountmap.Account, workbook io.Reader, name string, opts *MergeOptions) (*accountmap.Account, accountmap.Changes, accountmap.Problems) {
	opts = cmp.Or(opts, &MergeOptions{})
	current = cmp.Or(current, &accountmap.Account{})
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
