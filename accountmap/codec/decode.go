package codec

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/edits"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// Decode reads an account and returns it with every problem, including warnings and the problems of
// [accountmap.Validate], each with its line and column. Problems are in the order of the file. Up
// to 40 problems have a line each. If there are more, problems that differ only in row and value
// share a line, which has their number and the first places. If there are more than 50,000 errors,
// the last line has the number of the others. The account is valid only if
// [accountmap.Problems.Err] is nil. With errors, it contains the readable values, or it is nil.
// After a syntax error, the rules of Validate are not applied, since missing values may be in the
// unread part.
//
// In a workbook that workbook.New made, Decode reads the edits: changed statuses in the matrix;
// rows changed, added, sorted and filtered; columns moved and hidden; headings changed. The places
// of problems are then sheets and cells. A missing row is an error, [ErrMissingCells], and its
// entry stays in the account; [Merge] can delete it. A new row without an id gets one from its
// name. A workbook with only some of the sheets contains their entries, and the names that these
// refer to. The reason of a blocked cell that no sheet shows says that it is not in the workbook.
//
// If r fails or the format is unknown, the account is nil and the only problem is [ErrUnreadable].
func Decode(r io.Reader, f Format) (*accountmap.Account, accountmap.Problems) {
	return decode(r, f, "", validate)
}

// validate applies the rules of the domain to an account. For a Map, [accountmap.Check] applies
// them.
func validate(a *accountmap.Account, report func(accountmap.Problem)) {
	for _, rule := range accountmap.Rules() {
		rule.Apply(a, report)
	}
}

func decode(r io.Reader, f Format, name string, check rows.Check) (*accountmap.Account, accountmap.Problems) {
	if f == XLSX {
		a, problems, err := edits.Read(r, name, nil, check)
		if err != nil {
			return nil, unreadable(name, err)
		}
		return a, problems
	}
	if f != JSON && f != YAML {
		return nil, unreadable(name, unknownFormat(f))
	}
	text, ok, err := readAll(r, f)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if !ok {
		p := tooLarge(f)
		p.Pos.File = name
		return nil, accountmap.Problems{p}
	}
	return read(text, f, name, check)
}

func read(text string, f Format, name string, check rows.Check) (*accountmap.Account, accountmap.Problems) {
	var list problems.List
	t, broken := tree.Read(text, f.syntax(), &list)
	a, binding := bind.Account(t, f.syntax(), broken, &list)
	if a != nil && !broken {
		check(a, func(p accountmap.Problem) {
			if p.Level == accountmap.LevelError && list.Full() {
				list.Hide(p.Level)
				return
			}
			if !binding.Follows(p.Code, p.Path) {
				p.Hint = binding.Hint(p.Code, p.Path, p.Hint)
				p.Pos = binding.Pos(p.Path)
				if p.Related != "" {
					p.RelatedPos = binding.Pos(p.Related + ".id")
				}
				list.AddLine(p)
			}
		})
	}
	if binding != nil {
		binding.Warn()
	}
	all := list.All()
	for i := range all {
		all[i].Pos.File = name
	}
	return a, all
}

// The size limits. A larger file is refused with [accountmap.ErrTooLarge], to bound the memory.
const (
	maxJSON = 128 << 20 // bytes
	// maxYAML is lower: the nodes of a YAML file take some forty bytes for each of its bytes.
	maxYAML = 32 << 20 // bytes
)

// readAll reads the whole text of a file. It returns false without an error for a text above the
// limit of the format. It does not read a file whose size exceeds the limit.
func readAll(r io.Reader, f Format) (src string, ok bool, err error) {
	limit := limitOf(f)
	if file, ok := r.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			if info.Size() > limit {
				return "", false, nil
			}
			return readSized(r, info.Size(), limit)
		}
	}
	// A buffer that grows would take three times the limit, so the text is read in pieces.
	const piece = 4 << 20
	var pieces []string
	var n int64
	for {
		text, whole, err := readSized(r, piece, piece-1)
		if err != nil {
			return "", false, err
		}
		if n += int64(len(text)); n > limit {
			return "", false, nil
		}
		pieces = append(pieces, text)
		if whole {
			return strings.Join(pieces, ""), true, nil
		}
	}
}

// readSized reads a text of about the given size, up to one byte beyond the limit. It reports
// whether the text ends within the limit.
func readSized(r io.Reader, size, limit int64) (text string, whole bool, err error) {
	var b strings.Builder
	b.Grow(int(size))
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	if err != nil {
		return "", false, fmt.Errorf("codec: read: %w", err)
	}
	return b.String(), n <= limit, nil
}

func limitOf(f Format) int64 {
	if f == YAML {
		return maxYAML
	}
	return maxJSON
}

func tooLarge(f Format) accountmap.Problem {
	return accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrTooLarge}.
		Say(message.Of("the file is larger than %d MiB", limitOf(f)>>20), message.Of("divide the account, or leave out old orders"))
}
