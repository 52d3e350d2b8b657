package codec

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
)

// Decode reads an account and returns it with every problem, warnings included, those of [accountmap.Validate] too, each
// with its line and column. Problems are in the order of the file, at most 1,000 of them and a last one,
// [accountmap.ErrTooLarge], that counts the rest. The account is good only if [accountmap.Problems.Err] is nil; with errors
// it holds as much as could be read, and it is nil when nothing could. While the syntax is broken, the rules of Validate
// are not applied, since what they would miss may be in the part that could not be read.
//
// A workbook that workbook.New made is read as it was edited: changed statuses in the matrix; rows changed, added, sorted and filtered;
// columns moved and hidden; headings changed. The places of problems are then sheets and cells. What is missing, such as a deleted row, is an
// error, [ErrMissingCells]; use [Merge] to keep or delete it. An entry without an id, such as a new row, gets one from its name. A workbook that
// was made with only some sheets cannot be read alone, but only merged into its account.
//
// When r fails or the format is unknown, the account is nil and the only problem is [ErrUnreadable].
func Decode(r io.Reader, f Format) (*accountmap.Account, accountmap.Problems) {
	return decode(r, f, "", &report{})
}

// decode is [Decode] for a file with a name.
func decode(r io.Reader, f Format, name string, rep *report) (*accountmap.Account, accountmap.Problems) {
	if f == XLSX {
		a, problems, err := checkWorkbook(r, name, nil, false, rep)
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
	return read(text, f, name, rep)
}

// read makes an account of the text of a file.
func read(text string, f Format, name string, r *report) (*accountmap.Account, accountmap.Problems) {
	tree, src := parse(text, f, r)
	if len(tree.nodes) == 0 {
		return nil, r.problems(src.sweep(name))
	}
	if root := tree.nodes[0]; root.kind != object {
		if !r.broken {
			r.add(root.at, "", accountmap.ErrWrongType, fmt.Sprintf("an object should be here, not %s", root.kind), f.beginning())
		}
		return nil, r.problems(src.sweep(name))
	}
	a := &accountmap.Account{}
	b := &binder{tree: tree, report: r, format: f, root: accountPlan(), texts: map[string]string{}, lost: map[string]bool{}}
	b.bind(a)
	if !r.broken {
		b.validate(a)
	}
	b.warnOfDoubts()
	return a, r.problems(src.sweep(name))
}

// parse makes a tree of the text, and a source in which its places are found.
func parse(text string, f Format, r *report) (*tree, source) {
	src := source{lined: f == YAML}
	if isUTF16(text) {
		r.add(src.start(), "", accountmap.ErrInvalidText, "the file is UTF-16", "save the file as UTF-8")
		return &tree{}, src
	}
	if isNoText(text) {
		r.add(src.start(), "", accountmap.ErrInvalidText, "the file is no text, but perhaps a picture or a packed file, or its text is not UTF-8",
			"name the account file; if this is it, save it as UTF-8, and a workbook with a name that ends in .xlsx")
		return &tree{}, src
	}
	text = strings.TrimPrefix(text, "\ufeff")
	text = repairUTF8(text, func(offset, line, column int) {
		at := uint64(offset)
		if src.lined {
			at = lined(line, column)
		}
		notUTF8(r, at)
	})
	if f == YAML {
		return readYAML(newlines(text), r), src
	}
	src.text = text
	return readJSON(text, r), src
}

// validate applies the rules of the domain, and reports what they find where it stands in the file. What is only the consequence of a problem in
// reading is passed over.
func (b *binder) validate(a *accountmap.Account) {
	places := finder{tree: b.tree, entries: map[int32][]int32{}}
	lost := b.root.lostIDs(b.lost)
	follows := func(code accountmap.Code, path string) bool {
		return code == accountmap.ErrUnknownReference && lost[b.root.typeAt(keypath.Parse(path))] || isMissing(code) && b.isCut(path)
	}
	b.report.apply(a, follows, b.explainMissing, func(path string) uint64 { return places.find(keypath.Parse(path)) })
}

// explainMissing returns a better hint for a problem of the rules, where a doubt about the value is its cause.
func (b *binder) explainMissing(code accountmap.Code, path, hint string) string {
	if isMissing(code) || code == accountmap.ErrUnknownReference {
		if cause, ok := b.explain(path); ok {
			return cause
		}
	}
	return hint
}

// lostIDs returns the types of the ids of those lists from which entries were lost.
func (p *plan) lostIDs(lost map[string]bool) map[reflect.Type]bool {
	types := map[reflect.Type]bool{}
	for name := range lost {
		if id := p.typeAt(keypath.Path{{Key: name}, {}, {Key: "id"}}); id != nil {
			types[id] = true
		}
	}
	return types
}
