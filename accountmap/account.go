package accountmap

import "slices"

// FormatVersion is the version of the account file that this package describes: the "format" key at the top of the file.
const FormatVersion = 1

// Account is everything known about one client, as plain data in the author's order. The zero Account is empty; all that it lacks to be valid is
// a name. Any list may be nil. Nothing in an Account is sure to hold until [Validate] has found no error: references may point nowhere, and
// values may be out of range.
//
// The struct tags are the keys of the account file, the same in JSON and YAML.
type Account struct {
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
	KPIs           []KPI           `json:"kpis,omitzero"`
	Milestones     []Milestone     `json:"milestones,omitzero"`
	Team           []Member        `json:"team,omitzero"`
	Competitors    []Competitor    `json:"competitors,omitzero"`
	Surveys        []Survey        `json:"surveys,omitzero"`
	Cases          []Case          `json:"cases,omitzero"`
	Commitments    []Commitment    `json:"commitments,omitzero"`
	Objections     []Objection     `json:"objections,omitzero"`
	Risks          []Risk          `json:"risks,omitzero"`
	Targets        []Target        `json:"targets,omitzero"`
	Handoff        Handoff         `json:"handoff,omitzero"`
}

// Profile says which client the account is about.
type Profile struct {
	ID       string `json:"id,omitzero"`
	Name     string `json:"name,omitzero"`
	Industry string `json:"industry,omitzero"`
	// Segment and Tier are the seller's own classes, such as "public sector" and "key account".
	Segment string `json:"segment,omitzero"`
	Tier    string `json:"tier,omitzero"`
	// Currency is the currency of every [Money] that names none. Empty means that amounts have no currency.
	Currency Currency `json:"currency,omitzero"`
	// AsOf is the day on which the account was true. Zero means unknown.
	AsOf  Date   `json:"asOf,omitzero"`
	Notes string `json:"notes,omitzero"`
}

// clone returns a copy that shares no memory with a.
func (a *Account) clone() *Account {
	c := *a
	c.Units = slices.Clone(a.Units)
	c.Products = slices.Clone(a.Products)
	c.Contacts = cloneEach(a.Contacts, Contact.clone)
	c.Relationships = slices.Clone(a.Relationships)
	c.Coverage = slices.Clone(a.Coverage)
	c.Orders = slices.Clone(a.Orders)
	c.Contracts = cloneEach(a.Contracts, Contract.clone)
	c.Terms = cloneEach(a.Terms, Term.clone)
	c.Endorsements = slices.Clone(a.Endorsements)
	c.Exposures = slices.Clone(a.Exposures)
	c.Communications = cloneEach(a.Communications, Communication.clone)
	c.Cadences = cloneEach(a.Cadences, Cadence.clone)
	c.Goals = slices.Clone(a.Goals)
	c.KPIs = cloneEach(a.KPIs, KPI.clone)
	c.Milestones = cloneEach(a.Milestones, Milestone.clone)
	c.Team = cloneEach(a.Team, Member.clone)
	c.Competitors = cloneEach(a.Competitors, Competitor.clone)
	c.Surveys = slices.Clone(a.Surveys)
	c.Cases = slices.Clone(a.Cases)
	c.Commitments = slices.Clone(a.Commitments)
	c.Objections = slices.Clone(a.Objections)
	c.Risks = slices.Clone(a.Risks)
	c.Targets = slices.Clone(a.Targets)
	c.Handoff.Checklist = slices.Clone(a.Handoff.Checklist)
	return &c
}

func cloneEach[T any](list []T, clone func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = clone(v)
	}
	return out
}
