package accountmap

// Target is what we want to sell to a part of the client in a period, and the budget that both sides agreed on.
type Target struct {
	// Unit is the unit that it is for, with all below it; empty means the whole client. Product is the product that it is for; empty means all
	// of ours.
	Unit    UnitID    `json:"unit,omitzero"`
	Product ProductID `json:"product,omitzero"`
	Period  Period    `json:"period"`
	// Sales is the amount of orders that our company expects in the period. Zero means that none is set.
	Sales Money `json:"sales,omitzero"`
	// Budget is the amount that the client has set aside for the period, as agreed with us. Zero means that none is agreed.
	Budget Money `json:"budget,omitzero"`
}
