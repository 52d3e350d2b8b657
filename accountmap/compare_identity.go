package accountmap

// What makes two entries without an id the same entry of two maps: the values by which a reader would know it again, and which nobody edits
// in the course of things.

func (r Relationship) identity() any {
	return struct {
		from, to ContactID
		kind     RelationshipKind
	}{r.From, r.To, r.Kind}
}

func (c Cell) identity() any { return cellKey{c.Unit, c.Product} }

// identity of a numbered order leaves the day out, which may be put right later.
func (o Order) identity() any {
	type numbered struct {
		id      OrderID
		product ProductID
	}
	type unnumbered struct {
		cell cellKey
		date Date
	}
	if o.ID != "" {
		return numbered{o.ID, o.Product}
	}
	return unnumbered{cellKey{o.Unit, o.Product}, o.Date}
}

func (t Term) identity() any {
	return struct {
		kind     TermKind
		contract ContractID
	}{t.Kind, t.Contract}
}

func (e Endorsement) identity() any {
	return struct {
		kind    EndorsementKind
		contact ContactID
		asked   Date
	}{e.Kind, e.Contact, e.Asked}
}

func (e Exposure) identity() any {
	return struct {
		contact ContactID
		product ProductID
		date    Date
	}{e.Contact, e.Product, e.Date}
}

func (c Communication) identity() any {
	return struct {
		date    Date
		subject string
	}{c.Date, c.Subject}
}

func (k KPI) identity() any {
	return struct {
		goal GoalID
		name string
	}{k.Goal, k.Name}
}

func (s Survey) identity() any {
	return struct {
		date    Date
		contact ContactID
		kind    SurveyKind
	}{s.Date, s.Contact, s.Kind}
}

func (t Target) identity() any {
	return struct {
		cell   cellKey
		period Period
	}{cellKey{t.Unit, t.Product}, t.Period}
}
