package workbook

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
)

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
	for i, u := range b.matrix.Units {
		names = append(names, 1.1*sheetstyle.LongestWord(u.Name), sheetstyle.LongestWord(b.Place(u.ID)))
		for _, p := range b.matrix.People[i] {
			people = append(people, sheetstyle.TextWidth(b.marked(p)), roleSize*sheetstyle.TextWidth(p.Roles))
		}
	}
	width := min(max(leastUnit, sheetstyle.Most(names)+unitPadding, sheetstyle.Most(people)+unitPadding), mostUnit)
	for _, s := range b.shownStatuses() {
		width = max(width, sheetstyle.TextWidth(b.Words.Status(s))+unitPadding)
	}
	return width
}

func (b *book) productWidth() float64 {
	width := max(leastProduct, 1.1*sheetstyle.TextWidth(b.Words.Text(terms.WorkbookUnitPenetration))+unitPadding)
	for _, l := range b.matrix.Lines {
		width = max(width, 1.1*sheetstyle.TextWidth(l.Name)+unitPadding)
		for _, r := range l.Rows {
			width = max(width, sheetstyle.TextWidth(r.Product.Name)+productPadding)
		}
	}
	return min(width, mostProduct)
}

// roleLine is the line below the name.
func roleLine(p accountview.Person) string {
	if p.Roles == "" {
		return ""
	}
	return "\n" + p.Roles
}

// marked is the name of a person behind the mark of their stance, which the client does not read.
func (b *book) marked(p accountview.Person) string {
	if b.Client {
		return p.Name
	}
	return b.Words.StanceMark(p.Stance) + " " + p.Name
}

// linesOf is how many lines a person takes in a column of so many characters.
func (b *book) linesOf(p accountview.Person, width float64) int {
	n := sheetstyle.Lines(b.marked(p), width)
	if p.Roles != "" {
		n += sheetstyle.Lines(p.Roles, width/roleSize)
	}
	return n
}
