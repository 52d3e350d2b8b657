package accountmap

// What the client may read of the business: what was bought and agreed.

func (c client) product(p Product) (Product, bool) {
	return Product{ID: p.ID, Name: p.Name, Line: p.Line, Description: p.Description}, true
}

// cell returns what is sold. Every other status is our view of what might be, and so is the kind of sale that we take it for.
func (c client) cell(x Cell) (Cell, bool) {
	return Cell{Unit: x.Unit, Product: x.Product, Status: x.Status, Value: x.Value, Renewal: x.Renewal, AsOf: x.AsOf}, x.Status == StatusSold
}

func (c client) order(o Order) (Order, bool) {
	return Order{ID: o.ID, Unit: o.Unit, Product: o.Product, Date: o.Date, Quantity: o.Quantity, Amount: o.Amount, Status: o.Status,
		Due: o.Due, Delivered: o.Delivered}, true
}

func (c client) contract(k Contract) (Contract, bool) {
	k = k.clone()
	return Contract{ID: k.ID, Units: k.Units, Products: k.Products, Start: k.Start, End: k.End, Renewal: k.Renewal, Value: k.Value}, true
}

// term returns what stands in a contract; the others may be offers that nobody has made yet.
func (c client) term(t Term) (Term, bool) {
	t = t.clone()
	return Term{Kind: t.Kind, Units: t.Units, Products: t.Products, Contract: t.Contract, Value: t.Value, Percent: t.Percent,
		Text: t.Text}, t.Contract != ""
}
