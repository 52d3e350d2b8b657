package accountmap

// Cell is one cell of the coverage matrix: how far one product has come in one unit. An account
// lists only the cells that somebody has assessed; every other cell is [CoverageUnassessed].
type Cell struct {
	Unit    UnitID         `json:"unit" account:"key"`
	Product ProductID      `json:"product" account:"key"`
	Status  CoverageStatus `json:"status"`
	// Kind is the kind of sale that the cell is or would be. Empty means unknown.
	Kind SaleKind `json:"kind,omitzero"`
	// Value is what the unit spends on the product with us in a year, Potential what it could
	// spend, Target what we aim for. Zero means unknown.
	Value     Money `json:"value,omitzero"`
	Potential Money `json:"potential,omitzero"`
	Target    Money `json:"target,omitzero"`
	// Competitor is the company that sells it to them instead.
	Competitor CompetitorID `json:"competitor,omitzero"`
	// Renewal is the day on which the sale must be renewed. Zero means never, or unknown.
	Renewal Date `json:"renewal,omitzero"`
	// Reason says why. Cells that are blocked or not relevant must have one.
	Reason string `json:"reason,omitzero"`
	// AsOf is the day of the assessment. Zero means the account's own day.
	AsOf Date `json:"asOf,omitzero"`
}

// CoverageStatus is how far a product has come in a unit.
type CoverageStatus string

// The states of a cell. "Never assessed", "assessed and found to be a gap" and "not relevant" are
// three different things.
const (
	// CoverageUnassessed: nobody has assessed the cell yet. It is the zero value and has no word in
	// the file.
	CoverageUnassessed CoverageStatus = ""
	// CoverageSold: the unit buys the product from us now.
	CoverageSold CoverageStatus = "sold"
	// CoverageOpportunity: there is a deal in progress.
	CoverageOpportunity CoverageStatus = "opportunity"
	// CoverageProposed: we have made an offer.
	CoverageProposed CoverageStatus = "proposed"
	// CoverageGap: they could use it and do not have it.
	CoverageGap CoverageStatus = "gap"
	// CoverageCompetitor: they buy it elsewhere.
	CoverageCompetitor CoverageStatus = "competitor"
	// CoverageInHouse: they make it or do it themselves.
	CoverageInHouse CoverageStatus = "in-house"
	// CoverageLapsed: they bought it from us and stopped.
	CoverageLapsed CoverageStatus = "lapsed"
	// CoverageNotRelevant: the unit has no use for it; the cell's reason says why.
	CoverageNotRelevant CoverageStatus = "not-relevant"
	// CoverageBlocked: it cannot be sold there; the cell's reason says why.
	CoverageBlocked CoverageStatus = "blocked"
)

// CoverageStatuses lists the states that a file can name, all but unassessed, in the order of the
// file format.
func CoverageStatuses() []CoverageStatus {
	return []CoverageStatus{CoverageSold, CoverageOpportunity, CoverageProposed, CoverageGap, CoverageCompetitor, CoverageInHouse, CoverageLapsed, CoverageNotRelevant,
		CoverageBlocked}
}

// UnmarshalText reads a status whatever its case and hyphens; the error suggests the nearest
// status.
func (s *CoverageStatus) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, text, CoverageStatuses())
}

// Words lists [CoverageStatuses] as texts.
func (CoverageStatus) Words() []string { return words(CoverageStatuses()) }

// Sellable reports whether a cell in this state counts as sellable in penetration: every state but
// not relevant and blocked.
func (s CoverageStatus) Sellable() bool { return s != CoverageNotRelevant && s != CoverageBlocked }

// SaleKind is the kind of sale in a cell.
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

// Target is what we want to sell to a part of the client in a period, and the budget that both
// sides agreed on.
type Target struct {
	// Unit is the unit that it is for, with all below it; empty means the whole client. Product is
	// the product that it is for; empty means all of ours.
	Unit    UnitID    `json:"unit,omitzero" account:"key,about,whole"`
	Product ProductID `json:"product,omitzero" account:"key,about,whole"`
	Period  Period    `json:"period" account:"key"`
	// Sales is the amount of orders that our company expects in the period. Zero means not set.
	Sales Money `json:"sales,omitzero"`
	// Budget is the amount that the client has set aside for the period, as agreed with us. Zero
	// means not agreed.
	Budget Money `json:"budget,omitzero"`
}
