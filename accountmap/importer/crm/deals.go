package crm

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// deal is a row of deals.
type deal struct {
	rec      *record
	id, name string
	unit     int
	seat     seat
	// status is what it makes of a cell; empty when it is not known.
	status accountmap.Status
	open   bool
	// date is the day on which it was closed, or is to be.
	date  accountmap.Date
	lines []*record
}

// readDeals finds the deals of the client and their lines.
func (im *importer) readDeals() {
	im.dealsBy = newIndex()
	for _, r := range im.records["deals"] {
		im.readDeal(r)
	}
	for _, r := range im.records["lines"] {
		im.readLine(r)
	}
}

func (im *importer) readDeal(r *record) {
	name := r.get("name").text
	id := im.ownID(r, "deal", name)
	if id == "" {
		im.Warn(r.pos(cell{}), accountmap.ErrMissingName, "export both columns", "the deal has neither name nor id, and is left out")
		return
	}
	if i, there := im.dealsBy.ids[id]; there && len(im.deals[i].lines) > 0 && namesProduct(r) {
		im.deals[i].lines = append(im.deals[i].lines, r) // a report has a row for each product of a deal
		return
	}
	if im.repeats(im.dealsBy, r, "deal", id) {
		return
	}
	d := &deal{rec: r, id: id, name: name}
	d.unit, d.seat = im.seatOf(r)
	im.dealsBy.add(len(im.deals), id, name)
	im.deals = append(im.deals, d)
	if namesProduct(r) {
		d.lines = []*record{r}
	}
	if d.seat != seatWithin {
		im.leaveOut(r, "deal", d.called(), d.unit, d.seat)
		return
	}
	d.status, d.open = im.statusOf(r)
	d.date = im.date(r, "close")
	if on := im.date(r, "closedOn"); !d.open && !on.IsZero() {
		d.date = on
	}
	im.owner(r) // joins the team
}

func (d *deal) called() string {
	if d.name != "" {
		return d.name
	}
	return d.id
}

func namesProduct(r *record) bool {
	return r.get("product").text != "" || r.get("productName").text != "" || r.get("code").text != ""
}

func (im *importer) readLine(r *record) {
	named := r.get("deal")
	for _, reference := range im.system.references(named.text) {
		i, found := im.dealsBy.find(im.system, reference)
		if !found {
			im.WarnOf(reference, r.pos(named), accountmap.ErrUnknownReference, "export it, too", "the deal %q is not among the deals, and its line is left out", reference)
			continue
		}
		d := im.deals[i]
		if len(d.lines) == 1 && d.lines[0] == d.rec { // what the deal says of its product is less than what its lines say
			d.lines = nil
		}
		d.lines = append(d.lines, r)
	}
}

// statusOf returns what a deal makes of a cell, by its stage and by what else says whether it is closed. What is not known is reported, and
// no status.
func (im *importer) statusOf(r *record) (s accountmap.Status, open bool) {
	var all []accountmap.Status
	said := false
	for _, field := range []string{"outcome", "state", "stage"} {
		for _, word := range im.words(r, field) {
			all = append(all, accountmap.Status(word))
		}
		said = said || field != "stage" && r.get(field).text != ""
	}
	won, saidWon := im.yes(r, "won")
	closed, saidClosed := im.yes(r, "closed")
	ends := slices.IndexFunc(all, isEnd)
	switch {
	case won:
		return accountmap.StatusSold, false
	case saidClosed && closed && saidWon && (ends < 0 || all[ends] == accountmap.StatusSold):
		return accountmap.StatusGap, false
	case ends >= 0 && (closed || !saidClosed):
		return all[ends], false
	case slices.Contains(all, accountmap.StatusProposed):
		return accountmap.StatusProposed, true
	case len(all) > 0, saidClosed && !closed, said:
		return accountmap.StatusOpportunity, true
	}
	if r.get("stage").text == "" && r.has("stage") { // otherwise it was said of the file
		im.Warn(r.pos(cell{}), accountmap.ErrMissingValue, "export the column, or give it one in the CRM", "the deal %q has no stage, and is in no cell", r.get("name").text)
	}
	return "", true
}

// isEnd reports whether a status is one of deals that are closed.
func isEnd(s accountmap.Status) bool {
	return s != accountmap.StatusOpportunity && s != accountmap.StatusProposed
}
