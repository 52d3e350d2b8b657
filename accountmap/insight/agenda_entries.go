package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

func (d *diary) introduction() {
	h := d.Handoff()
	if h.SignedOff.IsZero() {
		members := append(ids(h.From), ids(h.To)...)
		d.add(Appointment{Kind: AgendaIntroduction, Date: h.Introduction, Members: slices.Compact(members)})
	}
}

func (d *diary) cadences() {
	for c := range d.Cadences() {
		for day := range c.Occurrences(d.from, d.to) {
			d.add(Appointment{Kind: AgendaCadence, Date: day, Title: c.Title, Contacts: slices.Clone(c.Contacts), Members: slices.Clone(c.Members)})
		}
	}
}

func (d *diary) followUps() {
	for c, state := range d.FollowUps(d.from) {
		if state == accountmap.FollowUpDue {
			d.add(Appointment{Kind: AgendaFollowUp, ID: c.Date.String(), Date: c.FollowUp, Title: c.Subject, Contacts: c.Contacts, Members: c.Members})
		}
	}
}

func (d *diary) promises() {
	for c := range d.Commitments() {
		if c.IsOpen() {
			d.add(Appointment{Kind: AgendaPromise, Date: c.Due, Title: c.Text, Contacts: ids(c.To), Members: ids(c.By)})
		}
	}
}

func (d *diary) milestones() {
	for s := range d.Milestones() {
		if !s.Status.Closed() {
			d.add(Appointment{Kind: AgendaMilestone, ID: string(s.ID), Date: s.Due, Title: s.Title, Contacts: ids(s.Contact), Members: ids(s.Owner)})
		}
	}
}

func (d *diary) renewals() {
	for c := range d.Contracts() {
		a := Appointment{Kind: AgendaRenewal, ID: string(c.ID), Date: c.Renewal, Title: c.Note}
		if len(c.Units) == 1 {
			a.Unit = c.Units[0]
		}
		if len(c.Products) == 1 {
			a.Product = c.Products[0]
		}
		d.add(a)
	}
	for _, c := range d.Renewals(d.from) {
		d.add(Appointment{Kind: AgendaRenewal, Date: c.Renewal, Unit: c.Unit, Product: c.Product})
	}
}

func (d *diary) goals() {
	for g := range d.Goals() {
		if g.State != accountmap.GoalAchieved && g.State != accountmap.GoalDropped {
			d.add(Appointment{Kind: AgendaGoal, ID: string(g.ID), Date: g.Due, Title: g.Title, Unit: g.Unit, Contacts: ids(g.Owner)})
		}
	}
}

func (d *diary) exposures() {
	for _, r := range d.ReExposures(d.from, accountmap.Memory{}) {
		c, _ := d.Contact(r.Contact)
		d.add(Appointment{Kind: AgendaExposure, Date: r.Due, Unit: c.Unit, Product: r.Product, Contacts: ids(r.Contact), Members: ids(c.Owner)})
	}
}
