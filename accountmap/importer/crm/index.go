package crm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// index finds the entries of a table by id and by name.
type index struct {
	ids map[string]int
	// names maps an exact name to its entries, and folded the [key] of a name.
	names, folded map[string][]int
	// rows holds the rows read, by identity and hash; records is the first row of each id.
	rows    map[rowKey]bool
	records map[string]*record
	idOf    map[int]string
	// next is the first free number for each name.
	next map[string]int
}

// rowKey identifies rows of one record that are equal in every column.
type rowKey struct {
	of  string
	sum uint64
}

func newIndex() *index {
	return &index{map[string]int{}, map[string][]int{}, map[string][]int{}, map[rowKey]bool{}, map[string]*record{}, map[int]string{}, map[string]int{}}
}

// add indexes an entry by its id and its names. The first entry of an id counts.
func (x *index) add(i int, id string, names ...string) {
	if _, taken := x.ids[id]; !taken && id != "" {
		x.ids[id], x.idOf[i] = i, id
	}
	for _, name := range names {
		if k := key(name); k != "" {
			x.names[name] = appendNew(x.names[name], i)
			x.folded[k] = appendNew(x.folded[k], i)
		}
		if last, first, ok := strings.Cut(name, ", "); ok {
			x.folded[key(first+last)] = appendNew(x.folded[key(first+last)], i)
		}
	}
}

// appendNew appends an entry, unless it is the last one.
func appendNew(entries []int, i int) []int {
	if n := len(entries); n > 0 && entries[n-1] == i {
		return entries
	}
	return append(entries, i)
}

// find returns the entry of a reference. An ambiguous name finds none.
func (x *index) find(s *system, reference string) (i int, found bool) {
	if all := x.lookup(s, reference); len(all) == 1 {
		return all[0], true
	}
	return 0, false
}

// lookup returns the entries that a reference may mean: by id, by exact name, or by a name that
// differs only in case. A reference may be a name with its id or address in brackets, or a surname
// first.
func (x *index) lookup(s *system, reference string) []int {
	if reference == "" {
		return nil
	}
	named := x.names[reference]
	if i, ok := x.ids[s.id(reference)]; ok && (len(named) < 2 || x.records[reference] != nil) {
		return []int{i} // without a record, only the first of several entries has its name as its id
	}
	if len(named) == 0 {
		named = x.folded[key(reference)]
	}
	if len(named) > 0 {
		return named
	}
	if name, within := splitBrackets(reference); within != "" && (strings.ContainsAny(within, "@.") || isCode(within)) {
		if i, found := x.find(s, within); found {
			return []int{i}
		}
		return x.lookup(s, name)
	}
	if last, first, ok := strings.Cut(reference, ", "); ok { // "Orr, Ana"
		return x.folded[key(first+last)]
	}
	return nil
}

// splitBrackets divides a name from a word in brackets after it: "Ana Orr (ana@example.org)".
func splitBrackets(text string) (name, within string) {
	name, within, _ = strings.Cut(text, " (")
	if within, ok := strings.CutSuffix(within, ")"); ok && name != "" && within != "" && !strings.ContainsAny(within, " ()") && !strings.HasSuffix(within, ".") {
		return strings.TrimSpace(name), within
	}
	return text, ""
}

// unfound returns why a reference finds no entry, such as "is not among the contacts", and a hint.
// If several entries have the name, the reason lists their ids.
func (im *importer) unfound(x *index, reference, things, hint string) (problems.Text, string) {
	all := x.lookup(im.system, reference)
	if len(all) < 2 {
		return problems.Text(message.Of("is not among the %s", message.Word(things))), hint
	}
	var ids []string
	for _, i := range all {
		ids = append(ids, x.idOf[i])
	}
	return problems.Text(message.Of("is among the %s %d times (%s)", message.Word(things), len(all), problems.QuoteSome(ids, maxNamed))),
		message.Of("also export the column with their ids")
}

// identify returns the id of a row: its own id, or an id made from its name. It returns false for a
// repeated row and for a row with neither id nor name. A repeated row is reported unless both rows
// agree.
func (im *importer) identify(x *index, r *record, thing string, others ...string) (id string, ok bool) {
	own := r.get(fieldID)
	id = im.system.id(own.text)
	if values.IsMangled(own.text) {
		im.Warn(r.pos(own), accountmap.ErrInvalidValue, message.Of("export the file again, and do not save it in a spreadsheet"),
			"%q is an id that a spreadsheet has changed: the %s cannot be identified", own.text, message.Word(thing))
		if x.records[id] != nil {
			id = ""
		}
	}
	if id != "" {
		x.records[id] = r // further rows of it were merged
		return id, true
	}
	natural := ""
	for _, other := range others {
		if natural == "" {
			natural = other
		}
	}
	if natural == "" {
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, message.Of("export both columns"), "the %s has neither name nor id, and is ignored", message.Word(thing))
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
		im.Warn(r.pos(cell{}), accountmap.ErrDuplicateID, message.Of("also export the ids, if they are two"),
			"the %s %q has no id, and a row above is the same in every column: it is read once", message.Word(thing), natural)
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

// merge makes one record of the rows of each id, which may be in several files. Values that only a
// further row has are added to the first row, and a contradiction is reported. Deals have separate
// rules.
func (im *importer) merge() {
	for _, t := range []table{accountsTable, contactsTable, productsTable, linesTable, usersTable} {
		thing := strings.TrimSuffix(string(t), "s")
		byID := map[string]*record{}
		im.records[t] = slices.DeleteFunc(im.records[t], func(r *record) bool {
			own := r.get(fieldID).text
			if own == "" || values.IsMangled(own) {
				return false
			}
			id := im.system.id(own)
			first := byID[id]
			if first == nil {
				byID[id] = r
				return false
			}
			if before, again := im.contradiction(first, r, anyField); again.text != "" {
				im.WarnOf(again.heading, r.pos(again), accountmap.ErrDuplicateID, message.Of("correct it in the CRM, or export each record once"),
					"the %s %q has the %s %s in one row and %s in another: the first counts, from %s", message.Word(thing), id, again.heading, problems.Quote(before.text),
					problems.Quote(again.text), problems.Text(first.pos(before).String()))
			}
			complete(first, r, anyField)
			im.merged = append(im.merged, r)
			return true
		})
	}
}

func anyField(field) bool { return true }

// contradiction compares a row with an earlier row of the same record, in the given fields. It
// returns the first pair of different values, the earlier one first, or two empty cells. An empty
// value contradicts nothing. Values of different columns are compared only in fields with a single
// text.
func (im *importer) contradiction(first, r *record, counts func(field) bool) (before, again cell) {
	for _, again := range r.said() {
		before := first.under(again.label)
		if before.text == "" && slices.Contains(oneText(), again.field) && !isCode(again.text) {
			before = first.get(again.field)
		}
		if before.text == "" || !counts(again.field) || again.field.isOne() && r.get(again.field) != again || im.same(before, again) {
			continue
		}
		return before, again
	}
	return cell{}, cell{}
}

// same reports whether two values of a field mean the same.
func (im *importer) same(before, again cell) bool {
	f := again.field
	switch {
	case key(before.text) == key(again.text):
		return f.isReference() || !f.isNumber() || before.text == again.text // key has no decimal mark
	case f.isReference():
		return im.system.id(before.text) == im.system.id(again.text)
	case f.isDate(), f.isNumber():
		was, err := before.value("")
		is, err2 := again.value("")
		return err == nil && err2 == nil && was == is
	}
	return false
}

// complete adds the values of the given fields that only a further row of the same record has. It
// reports whether there are any.
func complete(first, r *record, counts func(field) bool) (added bool) {
	for k, c := range r.cells {
		switch {
		case c.text == "" || !counts(c.field) || first.under(c.label).text != "":
			continue
		case first.sheet == r.sheet:
			first.cells[k] = c
		default:
			first.more = append(first.more, c)
		}
		added = true
	}
	for _, c := range r.more {
		if counts(c.field) && first.under(c.label).text == "" {
			first.more, added = append(first.more, c), true
		}
	}
	return added
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

// id returns the canonical form of an id. A Salesforce id has 18 characters; the last three follow
// from the first fifteen. A Dynamics id is in lower case and without braces. A whole
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

// salesforceSuffix encodes the positions of capitals among fifteen characters as three characters:
// five bits each, the first character in the lowest bit.
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
