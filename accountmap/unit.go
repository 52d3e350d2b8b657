package accountmap

// UnitID identifies a unit within its account.
type UnitID string

// UnitKind says what sort of organisation a unit is. Empty means unknown.
type UnitKind string

// The kinds of units. A related unit is outside the client's ownership but buys with it: a foundation, a joint venture.
const (
	UnitGroup      UnitKind = "group"
	UnitCompany    UnitKind = "company"
	UnitDivision   UnitKind = "division"
	UnitDepartment UnitKind = "department"
	UnitSubsidiary UnitKind = "subsidiary"
	UnitSite       UnitKind = "site"
	UnitRelated    UnitKind = "related"
)

// UnitKinds lists the kinds of units, largest first.
func UnitKinds() []UnitKind {
	return []UnitKind{UnitGroup, UnitCompany, UnitDivision, UnitDepartment, UnitSubsidiary, UnitSite, UnitRelated}
}

// UnmarshalText reads a kind whatever its case and hyphens; the error suggests the nearest kind.
func (k *UnitKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, UnitKinds()) }

func (k UnitKind) valid() error { return checkEnum(k, UnitKinds()) }

// Unit is a part of the client: a company, division, department or site that can buy, or that groups units that can. Units form trees through
// Parent.
type Unit struct {
	ID   UnitID   `json:"id"`
	Name string   `json:"name"`
	Kind UnitKind `json:"kind,omitzero"`
	// Parent is the unit that this one belongs to; empty for a unit at the top.
	Parent UnitID `json:"parent,omitzero"`
	// Where the unit is. Country is a name or an ISO 3166 code and is printed as written. Empty means unknown.
	Country string `json:"country,omitzero"`
	Region  string `json:"region,omitzero"`
	City    string `json:"city,omitzero"`
	Address string `json:"address,omitzero"`
	// Segment is the seller's own class for the unit's market.
	Segment string `json:"segment,omitzero"`
}
