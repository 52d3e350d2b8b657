package accountmap

// FormatVersion is the version of the account file that this package describes: the "format" key at
// the top of the file.
const FormatVersion = 1

// Account is everything known about one client, as plain data in the author's order. The zero
// Account is empty; it needs only a name to be valid. Any list may be nil. An Account may have
// unknown references and values out of range until [Validate] has found no error.
//
// The struct tags are the keys of the account file, the same in JSON and YAML.
type Account struct {
	// A new list needs a type, a field here, words in package terms and a line in FILE.md; tests
	// report a missing one. Package schema defines the struct tag "account", which controls Select
	// and Compare.

	// Format is the version of the file format; zero means [FormatVersion].
	Format int `json:"format,omitzero"`

	// The fields of Profile are promoted (a.Name); in the file they are under "account".
	Profile `json:"account"`

	Units          []Unit          `json:"units,omitzero"`
	Products       []Product       `json:"products,omitzero"`
	Contacts       []Contact       `json:"contacts,omitzero"`
	Relationships  []Relationship  `json:"relationships,omitzero"`
	Coverage       []Cell          `json:"coverage,omitzero"`
	Orders         []Order         `json:"orders,omitzero"`
	Contracts      []Contract      `json:"contracts,omitzero"`
	Terms          []Term          `json:"terms,omitzero"`
	Endorsements   []Endorsement   `json:"endorsements,omitzero"`
	Exposures      []Exposure      `json:"exposures,omitzero"`
	Communications []Communication `json:"communications,omitzero"`
	Cadences       []Cadence       `json:"cadences,omitzero"`
	Goals          []Goal          `json:"goals,omitzero"`
	KPIs           []KPI           `json:"kpis,omitzero" account:"noun=figure"`
	Milestones     []Milestone     `json:"milestones,omitzero"`
	Team           []Member        `json:"team,omitzero" account:"noun=member of the team"`
	Competitors    []Competitor    `json:"competitors,omitzero"`
	Surveys        []Survey        `json:"surveys,omitzero"`
	Cases          []Case          `json:"cases,omitzero"`
	Commitments    []Commitment    `json:"commitments,omitzero"`
	Objections     []Objection     `json:"objections,omitzero"`
	Risks          []Risk          `json:"risks,omitzero"`
	Targets        []Target        `json:"targets,omitzero"`
	Silenced       []Silence       `json:"silenced,omitzero"`
	Handoff        Handoff         `json:"handoff,omitzero"`
}

// Profile describes the client of the account.
type Profile struct {
	ID       string `json:"id,omitzero"`
	Name     string `json:"name,omitzero" account:"name"`
	Industry string `json:"industry,omitzero"`
	// Segment and Tier are the seller's own classes, such as "public sector" and "key account".
	Segment string `json:"segment,omitzero"`
	Tier    string `json:"tier,omitzero"`
	// Currency is the currency of every [Money] without one. Empty means that amounts have no
	// currency.
	Currency Currency `json:"currency,omitzero"`
	// AsOf is the day on which the account was true. Zero means unknown.
	AsOf  Date   `json:"asOf,omitzero"`
	Notes string `json:"notes,omitzero"`
}

// UnitID identifies a unit within its account.
type UnitID string

// UnitKind is the type of organisation of a unit. Empty means unknown.
type UnitKind string

// The kinds of units. A related unit is outside the client's ownership but buys with it: a
// foundation, a joint venture.
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

func (k *UnitKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (UnitKind) Words() []string                    { return words(UnitKinds()) }

// Unit is a part of the client: a company, division, department or site that can buy, or that
// groups units that can. Units form trees through Parent.
type Unit struct {
	ID   UnitID   `json:"id"`
	Name string   `json:"name"`
	Kind UnitKind `json:"kind,omitzero"`
	// Parent is the unit that contains this unit. Empty means a unit at the top.
	Parent UnitID `json:"parent,omitzero"`
	// The place of the unit. Country is a name or an ISO 3166 code and is printed as written. Empty
	// means unknown.
	Country string `json:"country,omitzero"`
	Region  string `json:"region,omitzero"`
	City    string `json:"city,omitzero"`
	Address string `json:"address,omitzero"`
	// Segment is the seller's own class for the unit's market.
	Segment string `json:"segment,omitzero"`
}

// ProductID identifies a product within its account.
type ProductID string

// Product is one of our products or services.
type Product struct {
	ID   ProductID `json:"id"`
	Name string    `json:"name"`
	// Line is the product line (family) of the product; products of one line are kept together.
	// Empty means none.
	Line string `json:"line,omitzero"`
	// Price is the list price of one piece. Zero means unknown.
	Price       Money  `json:"price,omitzero"`
	Description string `json:"description,omitzero"`
}

// CompetitorID identifies a competitor within its account.
type CompetitorID string

// Competitor is a company that sells to the client and competes with us.
type Competitor struct {
	ID            CompetitorID `json:"id"`
	Name          string       `json:"name"`
	Strengths     []string     `json:"strengths,omitzero"`
	Weaknesses    []string     `json:"weaknesses,omitzero"`
	Opportunities []string     `json:"opportunities,omitzero"`
	Threats       []string     `json:"threats,omitzero"`
}

// Silence suppresses a move: a next action that package insight derives from the account. Its
// readers know the move and do not want to make it now.
type Silence struct {
	// Move is the key of the move: "renew:service".
	Move string `json:"move" account:"key"`
	// Until is the last day of the silence. Zero means no last day; Facts may still end the
	// silence.
	Until Date `json:"until,omitzero"`
	// Facts is the code of the facts that support the move. The silence ends if they change. Empty
	// means a silence that does not depend on facts.
	Facts string `json:"facts,omitzero"`
	// Reason is the reason for the silence.
	Reason string `json:"reason,omitzero"`
}

// Silences reports whether the entry silences a move on a day. Facts is the current code of the
// facts that support the move. If the day is unknown, an entry with a last day has expired.
func (s Silence) Silences(move, facts string, asOf Date) bool {
	ended := !s.Until.IsZero() && (asOf.IsZero() || s.Until.Before(asOf))
	return s.Move == move && !ended && (s.Facts == "" || s.Facts == facts)
}
