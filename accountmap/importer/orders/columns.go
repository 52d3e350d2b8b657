package orders

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// open finds every named column, and reports missing ones.
func (r *reader) open(l list) bool {
	var ok bool
	if r.headings, ok = r.readHeadings(r.table.File); !ok {
		return false
	}
	if !r.openJoins() {
		return false
	}
	for _, k := range l.keys {
		var columns []column
		for _, heading := range r.table.Columns[k.String()] {
			c, found := r.locate(heading, k)
			columns, ok = append(columns, c), ok && found
		}
		if len(columns) > 0 || r.table.Values[k.String()] != "" {
			r.keys = append(r.keys, keyColumns{k, columns})
		}
	}
	return ok
}

// openJoins finds the columns of the joins. A join whose key is in the file of another join follows
// that join, independently of their order in the mapping.
func (r *reader) openJoins() bool {
	for waiting := slices.Clone(r.table.Join); len(waiting) > 0; {
		next := slices.IndexFunc(waiting, func(j Join) bool { return r.finds(j.Key) })
		join := waiting[max(next, 0)]
		waiting = slices.Delete(waiting, max(next, 0), max(next, 0)+1)
		j := &joined{Join: join, rows: map[string][]placedText{}}
		if j.To == "" {
			j.To = join.Key
			if _, heading, qualified := r.qualified(join.Key); qualified {
				j.To = heading
			}
		}
		var ok bool
		if j.headings, ok = r.readHeadings(j.File); !ok {
			return false
		}
		if j.to = index(j.headings, j.To); j.to < 0 {
			r.reportColumn(j.File, j.headings, j.To)
		}
		in, found := r.locate(join.Key, keyCount)
		if j.in = in; j.to < 0 || !found {
			return false
		}
		r.joins = append(r.joins, j)
	}
	return true
}

func (r *reader) finds(heading string) bool {
	first, name, qualified := r.qualified(heading)
	for i := first; i < len(r.joins); i++ {
		headings := r.headings
		if i >= 0 {
			headings = r.joins[i].headings
		}
		if index(headings, name) >= 0 {
			return true
		}
		if qualified {
			break
		}
	}
	return false
}

func (r *reader) qualified(heading string) (join int, name string, ok bool) {
	if index(r.headings, heading) >= 0 {
		return -1, heading, false
	}
	for i := -1; i < len(r.joins); i++ {
		file := r.table.File
		if i >= 0 {
			file = r.joins[i].File
		}
		if n := len(file); len(heading) > n && strings.EqualFold(heading[:n], file) && heading[n] == ':' {
			return i, strings.TrimSpace(heading[n+1:]), true
		}
	}
	return -1, heading, false
}

// locate finds a heading in the file itself, or else in the first join that has it, and records its
// column for a key.
func (r *reader) locate(heading string, k key) (column, bool) {
	first, name, qualified := r.qualified(heading)
	found := column{join: -2}
	var also string
	for i := first; i < len(r.joins); i++ {
		file, headings := r.table.File, r.headings
		if i >= 0 {
			file, headings = r.joins[i].File, r.joins[i].headings
		}
		at := index(headings, name)
		switch {
		case at < 0:
		case found.join == -2:
			r.reportTwice(file, headings, at)
			found = column{headings[at], i, at}
		case also == "" && !strings.EqualFold(r.joins[i].To, name) && !strings.EqualFold(r.joins[i].Key, name):
			also = file
		}
		if qualified {
			break
		}
	}
	if found.join == -2 {
		all := slices.Clone(r.headings)
		for _, j := range r.joins {
			all = append(all, j.headings...)
		}
		r.reportColumn(r.table.File, all, heading)
		return column{}, false
	}
	if also != "" {
		of := r.table.File
		if found.join >= 0 {
			of = r.joins[found.join].File
		}
		r.problems.WarnOf(name, accountmap.Pos{File: of, Line: 1, Column: 1}, ErrLeftOut, message.Of("write %q in the mapping for the other, or %q for this one",
			also+":"+name, of+":"+name), "the column %q is in %s and in %s: the one in %s is read", name, of, also, of)
	}
	if found.join >= 0 {
		j := r.joins[found.join]
		j.wanted = append(j.wanted, wanted{found.at, k})
		found.at = len(j.wanted) - 1
	}
	return found, true
}

func index(headings []string, heading string) int {
	return slices.IndexFunc(headings, func(h string) bool { return strings.EqualFold(h, heading) })
}

func (r *reader) reportTwice(file string, headings []string, at int) {
	if index(headings[at+1:], headings[at]) >= 0 {
		r.problems.WarnOf(strings.ToLower(headings[at]), accountmap.Pos{File: file, Line: 1, Column: 1}, ErrLeftOut, message.Of("rename the right one"),
			"there are several columns %q: the first is read, the others are left out", headings[at])
	}
}

func (r *reader) reportColumn(file string, headings []string, heading string) {
	const most = 20
	hint := message.Of("there are %s", strings.Join(headings[:min(len(headings), most)], ", "))
	if near, ok := spell.Nearest(heading, headings); ok {
		hint = message.Of("did you mean %q?", near)
	}
	r.problems.Err(accountmap.Pos{File: file, Line: 1, Column: 1}, ErrNoColumn, message.Of("there is no column %s", problems.Quote(heading)), hint)
}

func (r *reader) load(j *joined) {
	r.scan(j.File, r.problems, func(rows *csvtext.Reader, texts []string) {
		key := at(texts, j.to)
		if key == "" || !r.fits(rows, texts, j.headings) {
			return
		}
		before, taken := j.rows[key]
		if taken {
			j.reportContradiction(before, key, rows, texts, r.problems)
			return
		}
		if len(j.rows) == maxJoined {
			*r.full = true
			r.problems.ErrOf(j.File, rows.Pos(0), accountmap.ErrTooLarge, message.Of("leave out old rows"), "the file has more than %d rows to join", maxJoined)
			return
		}
		kept := make([]placedText, len(j.wanted))
		for i, w := range j.wanted {
			text := at(texts, w.at)
			detect(&j.spelling, w.key, text)
			kept[i] = keep(value{text: text, rows: rows, at: w.at})
		}
		j.rows[strings.Clone(key)] = kept
	})
	j.spelling = r.own.Or(j.spelling)
}

// padded returns the key that differs from a text only in leading zeros, or "".
func (j *joined) padded(text string) string {
	number := strings.TrimLeft(text, "0")
	for zeros := range maxPadding {
		if near := strings.Repeat("0", zeros) + number; near != text && j.rows[near] != nil {
			return near
		}
	}
	return ""
}

// maxPadding is the maximum number of leading zeros. Numbers have up to 18 digits, the longest of
// SAP.
const maxPadding = 18

// reportContradiction reports a duplicate key in a joined file whose rows have different values.
func (j *joined) reportContradiction(before []placedText, key string, rows *csvtext.Reader, texts []string, r *problems.List) {
	for i, w := range j.wanted {
		if text := at(texts, w.at); text != before[i].text {
			r.WarnOf(j.headings[w.at], rows.Pos(w.at), accountmap.ErrDuplicateID, message.Of("correct one of the two"),
				"the %s %q has the %s %q in one row and %q in another: the first counts", j.To, key, j.headings[w.at], before[i].text, text)
			return
		}
	}
}
