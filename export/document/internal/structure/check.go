package structure

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/rgb"
)

// MaxDepth is the maximum nesting of sections. The title is heading 1, and formats have headings up
// to 6.
const MaxDepth = 5

var (
	languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	sectionID   = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
)

// Check returns everything in d that prevents printing in any format, in reading order, or nil.
func Check(d *document.Document) error {
	if d == nil {
		return errors.New("document: the Document is nil")
	}
	c := checker{tones: map[string]bool{}, ids: map[string]bool{}}
	if strings.TrimSpace(d.Title) == "" {
		c.failf("Title is empty; give the document a name")
	}
	if d.Language != "" && !languageTag.MatchString(d.Language) {
		c.failf("Language %q is not a BCP 47 tag, as en or pt-BR", d.Language)
	}
	if d.Accent != "" {
		if _, err := rgb.Accent(d.Accent); err != nil {
			c.failf("%v", err)
		}
	}
	if _, err := logo.Read(d.Logo); err != nil {
		c.failf("%v", err)
	}
	for i, t := range d.Tones {
		c.checkTone(i, t)
	}
	for i, detail := range d.Details {
		c.within(fmt.Sprintf("detail %d", i+1), func() { c.checkText(detail.Text) })
	}
	c.checkBlocks(d.Blocks, 0)
	return errors.Join(c.errs...)
}

type checker struct {
	tones map[string]bool
	ids   map[string]bool
	place []string
	errs  []error
}

func (c *checker) failf(format string, args ...any) {
	where := ""
	if len(c.place) > 0 {
		where = strings.Join(c.place, ", ") + ": "
	}
	c.errs = append(c.errs, fmt.Errorf("document: %s%s", where, fmt.Sprintf(format, args...)))
}

func (c *checker) within(place string, do func()) {
	c.place = append(c.place, place)
	do()
	c.place = c.place[:len(c.place)-1]
}

func (c *checker) checkTone(i int, t document.Tone) {
	c.within(fmt.Sprintf("tone %d", i+1), func() {
		if t.Name == "" {
			c.failf("it has no name")
		}
		if c.tones[t.Name] {
			c.failf("the name %q is already taken", t.Name)
		}
		c.tones[t.Name] = true
		if !rgb.Valid(t.Fill) {
			c.failf("%q: Fill %q is not a colour; write it as #RRGGBB", t.Name, t.Fill)
		}
		if !rgb.Valid(t.Ink) {
			c.failf("%q: Ink %q is not a colour; write it as #RRGGBB", t.Name, t.Ink)
		}
	})
}

func (c *checker) checkBlocks(blocks []document.Block, depth int) {
	for i, b := range blocks {
		if b == nil || reflect.ValueOf(b).IsNil() {
			c.within(fmt.Sprintf("block %d", i+1), func() { c.failf("it is nil") })
			continue
		}
		switch b := b.(type) {
		case *document.Section:
			c.within(fmt.Sprintf("section %q", b.Title), func() {
				if b.Lead && (depth > 0 || i > 0) {
					c.failf("only the first block of a document may be its Lead")
				}
				c.checkSection(b, depth+1)
			})
		case *document.Paragraph:
			c.within(fmt.Sprintf("paragraph (block %d)", i+1), func() { c.checkText(b.Text) })
		case *document.List:
			c.within(fmt.Sprintf("list (block %d)", i+1), func() { c.checkTexts(b.Items) })
		case *document.Facts:
			c.within(fmt.Sprintf("facts (block %d)", i+1), func() {
				for _, fact := range b.Items {
					c.within(fmt.Sprintf("%q", fact.Label), func() { c.checkToneName(fact.Tone); c.checkShare(fact.Share) })
				}
			})
		case *document.Table:
			c.within(fmt.Sprintf("table %q (block %d)", b.Caption, i+1), func() { c.checkTable(b) })
		case *document.Figure:
			c.within(fmt.Sprintf("figure %q (block %d)", b.Title, i+1), func() { c.checkFigure(b) })
		case *document.Timeline:
			c.within(fmt.Sprintf("timeline (block %d)", i+1), func() { c.checkTimeline(b) })
		}
	}
}

func (c *checker) checkSection(s *document.Section, depth int) {
	if strings.TrimSpace(s.Title) == "" {
		c.failf("Title is empty")
	}
	if s.ID != "" {
		if !sectionID.MatchString(s.ID) {
			c.failf("ID %q is not a lower-case letter followed by lower-case letters, digits and hyphens", s.ID)
		}
		if c.ids[s.ID] {
			c.failf("ID %q is already taken", s.ID)
		}
		c.ids[s.ID] = true
	}
	if depth > MaxDepth {
		c.failf("sections nest more than %d deep", MaxDepth)
		return
	}
	c.checkBlocks(s.Blocks, depth)
}

func (c *checker) checkTimeline(t *document.Timeline) {
	last := 0.
	for i, tick := range t.Ticks {
		if !(0 <= tick.At && tick.At <= 1) {
			c.failf("At %v of tick %d is not from 0 to 1", tick.At, i+1)
		}
	}
	for i, m := range t.Moments {
		c.within(fmt.Sprintf("moment %d", i+1), func() {
			switch {
			case !(0 <= m.At && m.At <= 1):
				c.failf("At %v is not from 0 to 1", m.At)
			case m.At < last:
				c.failf("At %v is before that of the moment before it", m.At)
			}
			last = m.At
			c.checkToneName(m.Tone)
		})
	}
}

func (c *checker) checkTable(t *document.Table) {
	columns := Columns(t)
	if n := len(t.Widths); n > 0 && columns > 0 && n != columns {
		c.failf("there are %d Widths for %d columns", n, columns)
	}
	for i, share := range t.Widths {
		if share < 1 {
			c.failf("the share %d of column %d in the Widths is not 1 or more", share, i+1)
		}
	}
	for _, part := range Parts(t) {
		g := NewGrid(columns)
		for i, row := range part.Rows {
			c.within(fmt.Sprintf("%s, row %d", part.Name, i+1), func() {
				c.checkRow(row, len(part.Rows)-i)
				if _, err := g.Place(row); err != nil {
					c.failf("%v", err)
				}
			})
		}
	}
	for i, g := range t.Groups {
		c.within(fmt.Sprintf("title of group %d", i+1), func() { c.checkText(g.Title) })
	}
}

// checkRow checks the cells one by one. rowsLeft is the number of remaining rows of its part,
// including this one.
func (c *checker) checkRow(row document.Row, rowsLeft int) {
	for i := range row {
		cell := &row[i]
		c.within(fmt.Sprintf("cell %d", i+1), func() {
			if cell.Colspan < 0 || cell.Rowspan < 0 || cell.Colspan > maxSpan || cell.Rowspan > maxSpan {
				c.failf("Colspan %d and Rowspan %d are not both from 0 to %d", cell.Colspan, cell.Rowspan, maxSpan)
			}
			if Rowspan(cell) > rowsLeft {
				c.failf("Rowspan %d, but only %d rows are left", cell.Rowspan, rowsLeft)
			}
			c.checkTexts(cell.Lines)
			c.checkToneName(cell.Tone)
			c.checkShare(cell.Share)
		})
	}
}

func (c *checker) checkFigure(f *document.Figure) {
	if f.Title == "" && f.Alt == "" {
		c.failf("it has neither Title nor Alt; say in words what it shows")
	}
	if f.Picture == nil {
		c.failf("Picture is nil")
		return
	}
	width, height := f.Picture.Size()
	if !(width > 0 && height > 0) || math.IsInf(width, 0) || math.IsInf(height, 0) {
		c.failf("the picture is %v by %v; both must be finite and more than 0", width, height)
	}
}

func (c *checker) checkTexts(texts []document.Text) {
	for _, t := range texts {
		c.checkText(t)
	}
}

func (c *checker) checkText(t document.Text) {
	for i, x := range t {
		if x == nil {
			c.failf("piece %d of the text is nil", i+1)
		}
		switch x := x.(type) {
		case document.Chip:
			c.checkToneName(x.Tone)
		case document.Toned:
			c.checkToneName(x.Tone)
		}
	}
}

func (c *checker) checkToneName(name string) {
	if name != "" && !c.tones[name] {
		c.failf("the tone %q is not among the document's Tones", name)
	}
}

func (c *checker) checkShare(share float64) {
	if !(0 <= share && share <= 1) {
		c.failf("Share %v is not from 0 to 1", share)
	}
}
