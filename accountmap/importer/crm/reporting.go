package crm

import (
	"github.com/accountatlas/accountatlas/accountmap"
)

// addReporting says who reports to whom, and who assists whom. Circles are cut.
func (im *importer) addReporting() {
	var kept []*person
	above := []int{}
	for _, p := range im.people.all {
		if p.at >= 0 {
			kept = append(kept, p)
			above = append(above, im.superior(p))
		}
	}
	for _, i := range circles(len(kept), func(i int) int { return above[i] }) {
		p := kept[i]
		im.WarnOf(p.name, p.rec.pos(p.rec.get("reportsTo")), accountmap.ErrReportingCycle, "it is read as reporting to nobody; correct who reports to whom in the CRM", "the contact %q reports to itself, directly or through others", p.name)
		above[i] = -1
	}
	for i, p := range kept {
		if above[i] < 0 {
			continue
		}
		c, superior := &im.account.Contacts[p.at], im.account.Contacts[above[i]].ID
		if assistant, _ := im.yes(p.rec, "assistant"); assistant {
			c.AssistantTo = superior
		} else {
			c.ReportsTo = superior
		}
	}
}

// superior returns the contact of the account to whom another reports, and -1 for none.
func (im *importer) superior(p *person) int {
	named := p.rec.get("reportsTo")
	if named.text == "" {
		return -1
	}
	i, found := im.people.find(im.system, named.text)
	switch {
	case !found:
		hint := "export that contact, too, or correct the name"
		if im.people.several(named.text) {
			hint = "several have this name: export the column with their ids, too"
		}
		im.WarnOf(named.text, p.rec.pos(named), accountmap.ErrUnknownReference, hint, "%q reports to %q, who is not among the contacts", p.name, named.text)
		return -1
	case im.people.all[i].at < 0:
		im.Warn(p.rec.pos(named), ErrLeftOut, "nothing to do, unless the client should be another: then name that one as the root", "%q reports to %q, who is not of the client", p.name, im.people.all[i].name)
		return -1
	}
	return im.people.all[i].at
}
