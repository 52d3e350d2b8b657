package crm

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// index finds the entries of a table by id and by name.
type index struct {
	ids map[string]int
	// names maps an exact name to its entries, and folded the [key] of a name.
	names, folded map[string][]int
	// rows holds the rows read, by identity and hash; records is the first row of each id.
	rows    map[rowKey]bool
	records map[string]*record
	// next is the first free number for each name.
	next map[string]int
}

// rowKey identifies rows of one record that are equal in every column.
type rowKey struct {
	of  string
	sum uint64
}

func newIndex() *index {
	return &index{map[string]int{}, map[string][]int{}, map[string][]int{}, map[rowKey]bool{}, map[string]*record{}, map[string]int{}}
}

// add indexes an entry by its id and its names. The first entry of an id counts.
func (x *index) add(i int, id string, names ...string) {
	if _, taken := x.ids[id]; !taken && id != "" {
		x.ids[id] = i
	}
	for _, name := range names {
		if k := key(name); k != "" {
			x.folded[k] = append(x.folded[k], i)
			x.names[name] = append(x.names[name], i)
		}
	}
}

// find returns the entry of a reference: by id, by exact name, or by a name that differs only in
// case. An ambiguous name finds none.
func (x *index) find(s *system, reference string) (i int, found bool) {
	if reference == "" {
		return 0, false
	}
	if named := x.names[reference]; len(named) > 1 && x.records[reference] == nil {
		return 0, false // the first entry already has this name as its id
	}
	if i, ok := x.ids[s.id(reference)]; ok {
		return i, true
	}
	named := x.names[reference]
	if len(named) == 0 {
		named = x.folded[key(reference)]
	}
	if len(named) == 1 {
		return named[0], true
	}
	return 0, false
}

// isAmbiguous reports whether a reference is the name of several entries.
func (x *index) isAmbiguous(reference string) bool {
	if len(x.names[reference]) > 0 {
		return len(x.names[reference]) > 1
	}
	return len(x.folded[key(reference)]) > 1
}

// identify returns the id of a row: its own id, or an id made from its name. It returns false for a
// repeated row and for a row with neither id nor name. A repeated row is reported unless both rows
// agree.
func (im *importer) identify(x *index, r *record, thing string, others ...string) (id string, ok bool) {
	own := r.get(fieldID)
	id = im.system.id(own.text)
	if values.IsMangled(own.text) {
		im.Warn(r.pos(own), accountmap.ErrInvalidValue, "export the file anew, and do not save it from the spreadsheet",
			"%q is no id but what a spreadsheet makes of one: the %s cannot be told from others", own.text, thing)
		if x.records[id] != nil {
			id = ""
		}
	}
	if id != "" {
		first := x.records[id]
		if first == nil {
			x.records[id] = r
			return id, true
		}
		im.reportContradiction(first, r, thing, id)
		return id, false
	}
	natural := ""
	for _, other := range others {
		if natural == "" {
			natural = other
		}
	}
	if natural == "" {
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, "export both columns", "the %s has neither name nor id, and is left out", thing)
		return "", false
	}
	if im.repeatsRow(x, r, thing, natural) {
		return "", false
	}
	return x.unique(strings.Join(strings.Fields(natural), " ")), true // an id must not have line breaks
}

// repeatsRow reports whether a row without an id equals an earlier row in every column, and adds a
// problem if so.
func (im *importer) repeatsRow(x *index, r *record, thing, natural string) bool {
	if x.again(natural, r) {
		im.Warn(r.pos(cell{}), accountmap.ErrDuplicateID, "export the ids, too, if they are two",
			"the %s %q has no id, and a row above is the same in every column: it is read once", thing, natural)
		return true
	}
	return false
}

// again reports whether an equal row of a record was read before, and remembers the row.
func (x *index) again(of string, r *record) bool {
	k := rowKey{of, r.sum}
	before := x.rows[k]
	x.rows[k] = true
	return before
}

// unique returns an unused id: a name, or a name with a number.
func (x *index) unique(natural string) string {
	id := natural
	for n := max(2, x.next[natural]); ; n++ {
		if _, taken := x.ids[id]; !taken && x.records[id] == nil {
			return id
		}
		id = fmt.Sprintf("%s %d", natural, n)
		x.next[natural] = n + 1
	}
}

func (im *importer) reportContradiction(first, r *record, thing, id string) {
	if k, before := im.contradiction(first, r, anyField); k >= 0 {
		again := r.cells[k]
		im.WarnOf(again.heading, r.pos(again), accountmap.ErrDuplicateID, "correct it in the CRM, or export each record once",
			"the %s %q has the %s %s in one row and %s in another: the first counts", thing, id, again.heading, problems.Quote(before.text),
			problems.Quote(again.text))
	}
	complete(first, r, anyField)
}

func anyField(field) bool { return true }

// contradiction returns the first cell of a row, among the given fields, that differs from an
// earlier row, and the earlier value. Without an earlier row, or without a difference, the index is
// -1. An empty value contradicts nothing.
func (im *importer) contradiction(first, r *record, counts func(field) bool) (k int, before cell) {
	for k, i := range r.kept {
		again, f := r.cells[k], r.columns[i].field
		before := first.get(f)
		if again.text == "" || before.text == "" || !counts(f) || r.get(f) != again || im.same(first, r, f, before.text, again.text) {
			continue
		}
		return k, before
	}
	return -1, cell{}
}

// same reports whether two values of a field mean the same.
func (im *importer) same(first, r *record, f field, before, again string) bool {
	switch {
	case key(before) == key(again):
		return f.isReference() || !f.isNumber() || before == again // key has no decimal mark
	case f.isReference():
		return im.system.id(before) == im.system.id(again)
	case f.isDate(), f.isNumber():
		was, err := first.value(f, cell{text: before}, "")
		is, err2 := r.value(f, cell{text: again}, "")
		return err == nil && err2 == nil && was == is
	}
	return false
}

// complete copies the values of the given fields that only a further row of the same record and
// file has.
func complete(first, r *record, counts func(field) bool) {
	if first.sheet != r.sheet {
		return
	}
	for k, i := range r.kept {
		if f := r.columns[i].field; first.get(f).text == "" && r.get(f) == r.cells[k] && counts(f) {
			first.cells[k] = r.cells[k]
		}
	}
}

// references returns the entries in a value. HubSpot separates several entries with semicolons.
func (s *system) references(text string) []string {
	if s.name != HubSpot || !strings.Contains(text, ";") {
		return []string{text}
	}
	var all []string
	for one := range strings.SplitSeq(text, ";") {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// id returns the canonical form of an id. A Salesforce id has 18 characters, of which the last
// three follow from the first fifteen. A Dynamics id is in lower case and without braces. A whole
// number loses a fraction of zero.
func (s *system) id(text string) string {
	if whole, float := strings.CutSuffix(text, ".0"); float && strings.Trim(whole, "0123456789") == "" {
		return whole
	}
	switch s.name {
	case Salesforce:
		if isSalesforceID(text) {
			return text[:15] + salesforceSuffix(text[:15])
		}
	case Dynamics:
		if guid := strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}"); isGUID(guid) {
			return strings.ToLower(guid)
		}
	}
	return text
}

func isGUID(text string) bool {
	return len(text) == 36 && strings.Count(text, "-") == 4 && strings.Trim(text, "0123456789abcdefABCDEF-") == ""
}

func isSalesforceID(text string) bool {
	if len(text) != 15 && len(text) != 18 || !strings.ContainsAny(text[:3], "0123456789") {
		return false
	}
	for _, c := range []byte(text) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// salesforceSuffix returns the three characters that encode which of fifteen characters are
// capitals: five bits each, the first character in the lowest bit.
func salesforceSuffix(id string) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	var suffix [3]byte
	for part := range suffix {
		capitals := 0
		for i := range 5 {
			if c := id[5*part+i]; c >= 'A' && c <= 'Z' {
				capitals |= 1 << i
			}
		}
		suffix[part] = letters[capitals]
	}
	return string(suffix[:])
}
