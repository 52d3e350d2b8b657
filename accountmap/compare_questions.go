package accountmap

// Joined returns the people who are at the client now but were not before: those who are new in the account, and those who came back.
func (c Changes) Joined() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return !p.Before.isHere() && p.After.isHere() })
}

// Left returns the people who were at the client before but are not now: those who left, and those whom the account no longer has.
func (c Changes) Left() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return p.Before.isHere() && !p.After.isHere() })
}

// isHere reports whether the contact is one, and has not left.
func (c Contact) isHere() bool { return c.ID != "" && c.Left.IsZero() }

// Moved returns the people whose unit, manager (or person they assist) or title has changed.
func (c Changes) Moved() ChangeList[Contact] {
	return c.Contacts.Edited("unit", "reportsTo", "assistantTo", "title")
}

// Statuses returns the cells of the coverage matrix whose status has changed. A cell that was added was unassessed before, and one that was
// removed is unassessed now.
func (c Changes) Statuses() ChangeList[Cell] {
	return c.Coverage.where(func(p Change[Cell]) bool { return p.Before.Status != p.After.Status })
}

// Ordered sums the order lines that were added. Cancelled orders do not count.
func (c Changes) Ordered() OrderTotal {
	var total OrderTotal
	for _, o := range c.Orders.Added() {
		if o.Status != OrderCancelled {
			total.Lines++
			total.Amounts = addAmount(total.Amounts, o.Amount)
		}
	}
	return total
}

// Asked returns the endorsements of the kind that were asked for since.
func (c Changes) Asked(kind EndorsementKind) []Endorsement {
	return c.endorsements(kind, func(e Endorsement) Date { return e.Asked })
}

// Given returns the endorsements of the kind that were given since.
func (c Changes) Given(kind EndorsementKind) []Endorsement {
	return c.endorsements(kind, func(e Endorsement) Date { return e.Given })
}

// endorsements returns those that have the day now and had it not before.
func (c Changes) endorsements(kind EndorsementKind, day func(Endorsement) Date) []Endorsement {
	var since []Endorsement
	for _, e := range c.Endorsements {
		if e.After.Kind == kind && day(e.Before).IsZero() && !day(e.After).IsZero() {
			since = append(since, e.After)
		}
	}
	return since
}
