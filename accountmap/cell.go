package accountmap

// Cell is one cell of the coverage matrix: how far one product has come in one unit. An account lists only the cells that somebody has assessed;
// every other cell is [StatusUnassessed].
type Cell struct {
	Unit    UnitID    `json:"unit" account:"key"`
	Product ProductID `json:"product" account:"key"`
	Status  Status    `json:"status"`
	// Kind is the kind of sale that the cell is or would be. Empty means unknown.
	Kind SaleKind `json:"kind,omitzero"`
	// Value is what the unit spends on the product with us in a year, Potential what it could spend, Target what we aim for. Zero means unknown.
	Value     Money `json:"value,omitzero"`
	Potential Money `json:"potential,omitzero"`
	Target    Money `json:"target,omitzero"`
	// Competitor is who sells it to them instead.
	Competitor CompetitorID `json:"competitor,omitzero"`
	// Renewal is the day on which the sale must be renewed. Zero means never, or unknown.
	Renewal Date `json:"renewal,omitzero"`
	// Reason says why. Cells that are blocked or not relevant must have one.
	Reason string `json:"reason,omitzero"`
	// AsOf is the day of the assessment. Zero means the account's own day.
	AsOf Date `json:"asOf,omitzero"`
}

// Status is how far a product has come in a unit.
type Status string

// The states of a cell. "Never assessed", "assessed and found to be a gap" and "not relevant" are three different things.
const (
	// StatusUnassessed: nobody has assessed the cell yet. It is the zero value and has no word in the file.
	StatusUnassessed Status = ""
	// StatusSold: the unit buys the product from us now.
	StatusSold Status = "sold"
	// StatusOpportunity: there is a deal in progress.
	StatusOpportunity Status = "opportunity"
	// StatusProposed: we have made an offer.
	StatusProposed Status = "proposed"
	// StatusGap: they could use it and do not have it.
	StatusGap Status = "gap"
	// StatusCompetitor: they buy it elsewhere.
	StatusCompetitor Status = "competitor"
	// StatusInHouse: they make it or do it themselves.
	StatusInHouse Status = "in-house"
	// StatusLapsed: they bought it from us and stopped.
	StatusLapsed Status = "lapsed"
	// StatusNotRelevant: the unit has no use for it; the cell's reason says why.
	StatusNotRelevant Status = "not-relevant"
	// StatusBlocked: it cannot be sold there; the cell's reason says why.
	StatusBlocked Status = "blocked"
)

// Statuses lists the states that a file can name, which are all but unassessed, in the order of the file format.
func Statuses() []Status {
	return []Status{StatusSold, StatusOpportunity, StatusProposed, StatusGap, StatusCompetitor, StatusInHouse, StatusLapsed, StatusNotRelevant,
		StatusBlocked}
}

// UnmarshalText reads a status whatever its case and hyphens; the error suggests the nearest status.
func (s *Status) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, Statuses()) }

// Words lists [Statuses] as texts.
func (Status) Words() []string { return words(Statuses()) }

// Sellable reports whether a cell in this state counts as sellable in penetration: all do but not relevant and blocked.
func (s Status) Sellable() bool { return s != StatusNotRelevant && s != StatusBlocked }

// SaleKind is the kind of sale that a cell stands for.
type SaleKind string

// The kinds of sale.
const (
	SaleNew       SaleKind = "new"
	SaleUpsell    SaleKind = "upsell"
	SaleCrossSell SaleKind = "cross-sell"
	SaleRenewal   SaleKind = "renewal"
)

// SaleKinds lists the kinds of sale.
func SaleKinds() []SaleKind { return []SaleKind{SaleNew, SaleUpsell, SaleCrossSell, SaleRenewal} }

// UnmarshalText reads a kind whatever its case and hyphens; the error suggests the nearest kind.
func (k *SaleKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, SaleKinds()) }

// Words lists [SaleKinds] as texts.
func (SaleKind) Words() []string { return words(SaleKinds()) }

// Target is what we want to sell to a part of the client in a period, and the budget that both sides agreed on.
type Target struct {
	// Unit is the unit that it is for, with all below it; empty means the whole client. Product is the product that it is for; empty means all
	// of ours.
	Unit    UnitID    `json:"unit,omitzero" account:"key,about,whole"`
	Product ProductID `json:"product,omitzero" account:"key,about,whole"`
	Period  Period    `json:"period" account:"key"`
	// Sales is the amount of orders that our company expects in the period. Zero means that none is set.
	Sales Money `json:"sales,omitzero"`
	// Budget is the amount that the client has set aside for the period, as agreed with us. Zero means that none is agreed.
	Budget Money `json:"budget,omitzero"`
}
