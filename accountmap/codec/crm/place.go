package crm

import (
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// placed notes where the entry that a list of the account gets next comes from.
func (im *importer) placed(list string, pos accountmap.Pos) {
	im.places[list] = append(im.places[list], pos)
}

// placeOf returns where the entry comes from to which a path leads, such as "contacts[3].reportsTo".
func (im *importer) placeOf(path string) accountmap.Pos {
	list, rest, _ := strings.Cut(path, "[")
	number, _, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(im.places[list]) {
		return accountmap.Pos{}
	}
	return im.places[list][i]
}

// words returns what the words of a field mean, those of every column that has them. Words that are not known are reported.
func (im *importer) words(r *record, field string) []string {
	var all []string
	for _, c := range r.all(field) {
		all = append(all, im.meant(r, field, c)...)
	}
	return all
}

// meant returns what the words of one value mean, which are divided by semicolons.
func (im *importer) meant(r *record, field string, c cell) []string {
	var all []string
	for text := range strings.SplitSeq(c.text, ";") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		meant, known := im.system.means(field, text)
		if !known {
			im.reportWord(r, field, c, text)
		}
		all = append(all, meant...)
	}
	return all
}

// yes reads a value that is yes or no; the empty one is no.
func (im *importer) yes(r *record, field string) (yes, said bool) {
	c := r.get(field)
	if c.text == "" {
		return false, false
	}
	if yes, ok := truth(c.text); ok {
		return yes, true
	}
	im.reportWord(r, field, c, c.text)
	return false, false
}
