package accountmap

// Target is what we mean to sell to a part of the client in a period, and what both sides agreed may be spent.
type Target struct {
	// Unit is whom it is for, with all below; empty means the whole client. Product is what it is for; empty means all of ours.
	Unit    UnitID    `json:"unit,omitzero"`
	Product ProductID `json:"product,omitzero"`
	Period  Period    `json:"period"`
	// Sales is what our company expects of the period's orders. Zero means that nothing is set.
	Sales Money `json:"sales,omitzero"`
	// Budget is what the client set aside for the period, as agreed with us. Zero means that none is agreed.
	Budget Money `json:"budget,omitzero"`
}
