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
