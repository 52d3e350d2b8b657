package orders

import (
	"io/fs"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// merged contains the rows of a list, with rows of one id merged. A row of every key would take 3
// KB, so only the texts of the list's own keys are kept.
type merged struct {
	keys []key
	// like has the headings, notations and files of all rows.
	like row
	rows []mergedRow
}

type mergedRow struct {
	line  int32
	texts []placedText // of each of the keys
}

// placedText is a text of a file, without the name of the file.
type placedText struct {
	text         string
	line, column int32
}

func keep(v value) placedText {
	pos := v.pos()
	return placedText{strings.Clone(v.text), int32(pos.Line), int32(pos.Column)}
}

// row returns a merged row in the form of a row of a file. It is valid until the next call.
func (m *merged) row(i int) *row {
	r := &m.like
	r.place.Line = int(m.rows[i].line)
	for n, k := range m.keys {
		v, t := &r.values[k], m.rows[i].texts[n]
		v.text, v.place.Line, v.place.Column = t.text, int(t.line), int(t.column)
	}
	return r
}

// maxMerged bounds the rows of units, products, contacts and members together.
const maxMerged = 100_000

// merge reads the rows of a list. Rows without an id are not merged.
func (b *book) merge(folder fs.FS, l list) *merged {
	m := &merged{keys: l.keys}
	byID := map[string]int{}
	each(folder, b.mapping, l, &b.List, &b.full, func(r *row) {
		if first, taken := byID[r.text(keyID)]; taken && r.text(keyID) != "" {
			b.add(l, m, first, r)
			return
		}
		if b.merged++; b.merged > maxMerged {
			b.full = true
			b.Err(r.pos(), accountmap.ErrTooLarge, message.Of("there are more than %d units, products, contacts and members", maxMerged),
				message.Of("export one client at a time"))
			return
		}
		if len(m.rows) == 0 {
			m.like.place = r.pos()
			for _, k := range l.keys {
				v := r.values[k]
				m.like.values[k] = value{heading: v.heading, spelling: v.spelling}
				if v.heading != "" {
					m.like.values[k].place = v.pos()
				}
			}
		}
		kept := mergedRow{int32(r.pos().Line), make([]placedText, len(l.keys))}
		for n, k := range l.keys {
			if v := r.values[k]; v.heading != "" {
				kept.texts[n] = keep(v)
			}
		}
		byID[strings.Clone(r.text(keyID))] = len(m.rows)
		m.rows = append(m.rows, kept)
	})
	return m
}

// add adds the new values of a further row of an id to the first row. Contradictions are reported.
func (b *book) add(l list, m *merged, first int, r *row) {
	for n, k := range m.keys {
		before, again := &m.rows[first].texts[n], r.values[k]
		switch {
		case again.text == "" || again.text == before.text:
		case before.text == "":
			*before = keep(again)
		default:
			b.WarnOf(again.heading, again.pos(), accountmap.ErrDuplicateID, message.Of("give each its own id, or correct one of the two"),
				"the %s %q has the %s %q in one row and %q in another: the first counts, from line %d", message.Word(l.thing), r.text(keyID), again.heading, before.text, again.text,
				before.line)
		}
	}
}
