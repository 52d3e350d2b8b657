package export

import "github.com/accountatlas/accountatlas/accountmap/terms"

// Widths in characters; the padding is for the indent and the borders.
const (
	unitPadding    = 3
	unitInset      = 1.9 // of it, what a text loses to the indent
	leastUnit      = 14
	mostUnit       = 24
	productPadding = 5
	leastProduct   = 22
	mostProduct    = 44
)

// roleSize is how wide the small letters of roles are, compared to others.
const roleSize = 0.85

// unitWidth is the width of every column of a unit: wide enough for each status word, for the words of nearly every unit's name and for
// nearly every person. What is wider wraps.
func (b *book) unitWidth() float64 {
	var names, people []float64
	for i, u := range b.matrix.units {
		names = append(names, 1.1*longestWord(u.Name), longestWord(b.place(u.ID)))
		for _, p := range b.matrix.people[i] {
			people = append(people, textWidth(b.marked(p)), roleSize*textWidth(p.roles))
		}
	}
	width := min(max(leastUnit, most(names)+unitPadding, most(people)+unitPadding), mostUnit)
	for _, s := range b.shownStatuses() {
		width = max(width, textWidth(b.words.Status(s))+unitPadding)
	}
	return width
}

func (b *book) productWidth() float64 {
	width := max(leastProduct, 1.1*textWidth(b.words.Text(terms.WorkbookUnitPenetration))+unitPadding)
	for _, l := range b.matrix.lines {
		width = max(width, 1.1*textWidth(l.name)+unitPadding)
		for _, r := range l.rows {
			width = max(width, textWidth(r.product.Name)+productPadding)
		}
	}
	return min(width, mostProduct)
}
