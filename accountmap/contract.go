package accountmap

import "slices"

// ContractID identifies a contract within its account.
type ContractID string

// Contract is an agreement under which the client buys from us. Its conditions, beyond dates and value, are entries of [Term].
type Contract struct {
	ID ContractID `json:"id"`
	// Units are the units that may buy under it; empty means the whole client. Products are those that it covers; empty means all of ours.
	Units    []UnitID    `json:"units,omitzero"`
	Products []ProductID `json:"products,omitzero"`
	// Start and End are the first and the last day on which it is in force. Zero means unknown, or open-ended.
	Start Date `json:"start,omitzero"`
	End   Date `json:"end,omitzero"`
	// Renewal is the day by which it must be renewed, or notice given, which may be before the end. Zero means never, or unknown.
	Renewal Date `json:"renewal,omitzero"`
	// Value is its worth from start to end, over all units and products. Zero means unknown.
	Value Money  `json:"value,omitzero"`
	Note  string `json:"note,omitzero"`
}

func (c Contract) clone() Contract {
	c.Units = slices.Clone(c.Units)
	c.Products = slices.Clone(c.Products)
	return c
}
