package accountmap

import (
	"slices"
)

// ContactID identifies a contact within its account.
type ContactID string

// Contact is a person in the client's organisation, or one who influences it from outside.
type Contact struct {
	ID   ContactID `json:"id"`
	Name string    `json:"name,omitzero" account:"name"`
	// Title is the person's job title, in their own language.
	Title string `json:"title,omitzero"`
	// Unit is the unit in which the person works. Empty means unknown.
	Unit UnitID `json:"unit,omitzero" account:"about,whole"`
	// ReportsTo is the person's manager. Empty means no manager, or unknown.
	ReportsTo ContactID `json:"reportsTo,omitzero"`
	// AssistantTo is the person whose assistant this is. An assistant does not count as a report.
	AssistantTo ContactID `json:"assistantTo,omitzero"`
	// Roles are the person's parts in a purchase, the most important first.
	Roles []Role `json:"roles,omitzero"`
	// Stance is the person's attitude towards us. Empty means unknown, which is not neutral.
	Stance Stance `json:"stance,omitzero"`
	// Power is the person's influence on the client's decisions, from 1 (little) to 5
	// (decides). Zero means unknown.
	Power int `json:"power,omitzero" account:"max=5"`
	// ContactLevel is the closeness of our contact with the person. Empty means unknown.
	ContactLevel ContactLevel `json:"contactLevel,omitzero"`
	Seniority    Seniority    `json:"seniority,omitzero"`
	Orientation  Orientation  `json:"orientation,omitzero"`
	Adaptability Adaptability `json:"adaptability,omitzero"`
	// Language is the BCP 47 tag of the language that the person prefers, such as "el".
	Language         string  `json:"language,omitzero"`
	Email            string  `json:"email,omitzero"`
	Phone            string  `json:"phone,omitzero"`
	PreferredChannel Channel `json:"preferredChannel,omitzero"`
	// Owner is the member of our team who looks after the person.
	Owner MemberID `json:"owner,omitzero"`
	// Placeholder marks a person who must exist ("Legal counsel?") but whom we have not met or
	// cannot name yet.
	Placeholder bool `json:"placeholder,omitzero"`
	// External marks an adviser or partner who is not employed by the client.
	External bool `json:"external,omitzero"`
	// Left is the day on which the person left, or will leave, the client. Zero means that they are
	// still there.
	Left     Date     `json:"left,omitzero"`
	Evidence Evidence `json:"evidence,omitzero"`
	Notes    string   `json:"notes,omitzero"`
}

// Evidence is the source of a contact's stance and power. The zero Evidence means that they are an
// opinion.
type Evidence struct {
	Source    string `json:"source,omitzero"`
	Date      Date   `json:"date,omitzero"`
	Confirmed bool   `json:"confirmed,omitzero"`
}

// Here reports whether the person works at the client on the day asOf. The day on which a person
// left is the first day without them; a later day of leaving does not count yet. On the zero day,
// everybody with a day of leaving is gone.
func (c Contact) Here(asOf Date) bool {
	return c.Left.IsZero() || !asOf.IsZero() && asOf.Before(c.Left)
}

// KeyPlayer reports whether the person is powerful: power 4 or 5.
func (c Contact) KeyPlayer() bool { return c.Power >= keyPower }

// Decides lists the person's roles whose agreement every purchase needs, each once, in the order of
// [Contact].Roles; see [Map.BuyingCommittee].
func (c Contact) Decides() []Role {
	var decisive []Role
	for _, r := range c.Roles {
		if slices.Contains(decisiveRoles(), r) && !slices.Contains(decisive, r) {
			decisive = append(decisive, r)
		}
	}
	return decisive
}

// keyPower is the lowest power of a key player, on the scale from 1 to 5.
const keyPower = 4

// Stance is a contact's attitude towards us. Empty means unknown.
type Stance string

// The stances, from the champion, who sells for us in our absence, to the blocker, who works
// against us.
const (
	StanceUnknown   Stance = ""
	StanceChampion  Stance = "champion"
	StanceSupporter Stance = "supporter"
	StanceNeutral   Stance = "neutral"
	StanceSceptic   Stance = "sceptic"
	StanceBlocker   Stance = "blocker"
)

// Stances lists the known stances, most favourable first.
func Stances() []Stance {
	return []Stance{StanceChampion, StanceSupporter, StanceNeutral, StanceSceptic, StanceBlocker}
}

func (s *Stance) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (Stance) Words() []string                    { return words(Stances()) }

// For reports whether the stance is in our favour: champion or supporter.
func (s Stance) For() bool { return s == StanceChampion || s == StanceSupporter }

// Against reports whether the stance is against us: sceptic or blocker.
func (s Stance) Against() bool { return s == StanceSceptic || s == StanceBlocker }

// Standing counts contacts by their stance towards us.
type Standing struct {
	For, Against, Neutral, Unknown int
}

// Total returns the number of contacts counted.
func (s Standing) Total() int { return s.For + s.Against + s.Neutral + s.Unknown }

// Standing returns the numbers of the map's contacts by stance. People who have left by asOf do not
// count; placeholders count as unknown. The zero asOf means the account's own day.
func (m *Map) Standing(asOf Date) Standing {
	var s Standing
	today := m.today(asOf)
	for _, c := range m.a.Contacts {
		if c.Here(today) {
			s.count(c.Stance)
		}
	}
	return s
}

func (s *Standing) count(stance Stance) {
	switch {
	case stance.For():
		s.For++
	case stance.Against():
		s.Against++
	case stance == StanceNeutral:
		s.Neutral++
	default:
		s.Unknown++
	}
}

// Rank orders stances for questions about who helps: a champion is 0, a supporter 1, neutral 2,
// unknown 3, a sceptic 4 and a blocker 5.
func (s Stance) Rank() int {
	return slices.Index([]Stance{StanceChampion, StanceSupporter, StanceNeutral, StanceUnknown, StanceSceptic, StanceBlocker}, s)
}

// Role is a part that a contact plays in a purchase (a buying role). A contact may have several.
type Role string

// The buying roles. A coach wants us to win and tells us how, but need not have any power.
const (
	RoleDecisionMaker    Role = "decision-maker"
	RoleBudgetHolder     Role = "budget-holder"
	RoleExecutiveSponsor Role = "executive-sponsor"
	RoleCoach            Role = "coach"
	RoleInfluencer       Role = "influencer"
	RoleEvaluator        Role = "evaluator"
	RoleTechnicalBuyer   Role = "technical-buyer"
	RoleUser             Role = "user"
	RoleGatekeeper       Role = "gatekeeper"
	RoleLegal            Role = "legal"
	RoleProcurement      Role = "procurement"
	RoleBilling          Role = "billing"
	RoleDayToDay         Role = "day-to-day"
)

// Roles lists the buying roles, the most important first.
func Roles() []Role {
	return []Role{RoleDecisionMaker, RoleBudgetHolder, RoleExecutiveSponsor, RoleCoach, RoleInfluencer, RoleEvaluator, RoleTechnicalBuyer,
		RoleUser, RoleGatekeeper, RoleLegal, RoleProcurement, RoleBilling, RoleDayToDay}
}

func (r *Role) UnmarshalText(text []byte) error { return unmarshalEnum(r, text) }
func (Role) Words() []string                    { return words(Roles()) }

// ContactLevel is the closeness of our contact with a person. Empty means unknown.
type ContactLevel string

// The levels of contact, from none to a close relationship.
const (
	ContactLevelNone     ContactLevel = "none"
	ContactLevelBrief    ContactLevel = "brief"
	ContactLevelMultiple ContactLevel = "multiple"
	ContactLevelInDepth  ContactLevel = "in-depth"
)

// ContactLevels lists the levels of contact, from the lowest.
func ContactLevels() []ContactLevel {
	return []ContactLevel{ContactLevelNone, ContactLevelBrief, ContactLevelMultiple, ContactLevelInDepth}
}

func (l *ContactLevel) UnmarshalText(text []byte) error { return unmarshalEnum(l, text) }
func (ContactLevel) Words() []string                    { return words(ContactLevels()) }

// rank orders levels: unknown is 0, none 1, in depth 4.
func (l ContactLevel) rank() int { return slices.Index(ContactLevels(), l) + 1 }

// Seniority is the level of a contact's position. Empty means unknown.
type Seniority string

// The levels of position that a seller deals with.
const (
	SeniorityExecutive      Seniority = "executive"
	SeniorityMiddleManager  Seniority = "middle-manager"
	SeniorityProjectManager Seniority = "project-manager"
	SenioritySpecialist     Seniority = "specialist"
)

// Seniorities lists the levels of position, the highest first.
func Seniorities() []Seniority {
	return []Seniority{SeniorityExecutive, SeniorityMiddleManager, SeniorityProjectManager, SenioritySpecialist}
}

func (s *Seniority) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (Seniority) Words() []string                    { return words(Seniorities()) }

// Orientation is the kind of argument that convinces a contact. Empty means unknown.
type Orientation string

// The orientations.
const (
	OrientationFinancial    Orientation = "financial"
	OrientationTechnical    Orientation = "technical"
	OrientationRelationship Orientation = "relationship"
	OrientationBusiness     Orientation = "business"
)

// Orientations lists the orientations.
func Orientations() []Orientation {
	return []Orientation{OrientationFinancial, OrientationTechnical, OrientationRelationship, OrientationBusiness}
}

func (o *Orientation) UnmarshalText(text []byte) error { return unmarshalEnum(o, text) }
func (Orientation) Words() []string                    { return words(Orientations()) }

// Adaptability is a contact's readiness to adopt something new. Empty means unknown.
type Adaptability string

// The adopter types, from the first to adopt something new to the last.
const (
	AdaptabilityInnovator    Adaptability = "innovator"
	AdaptabilityVisionary    Adaptability = "visionary"
	AdaptabilityPragmatist   Adaptability = "pragmatist"
	AdaptabilityConservative Adaptability = "conservative"
	AdaptabilityLaggard      Adaptability = "laggard"
)

// Adaptabilities lists the adopter types, the readiest first.
func Adaptabilities() []Adaptability {
	return []Adaptability{AdaptabilityInnovator, AdaptabilityVisionary, AdaptabilityPragmatist, AdaptabilityConservative, AdaptabilityLaggard}
}

func (a *Adaptability) UnmarshalText(text []byte) error { return unmarshalEnum(a, text) }
func (Adaptability) Words() []string                    { return words(Adaptabilities()) }

// Relationship is a tie between two contacts other than the reporting line, which is
// [Contact.ReportsTo].
type Relationship struct {
	From ContactID        `json:"from" account:"key"`
	To   ContactID        `json:"to" account:"key"`
	Kind RelationshipKind `json:"kind" account:"key"`
	// Strength is from 1 (weak) to 5 (strong). Zero means unknown.
	Strength int    `json:"strength,omitzero" account:"max=5"`
	Note     string `json:"note,omitzero"`
}

// RelationshipKind is the nature of a tie between two contacts.
type RelationshipKind string

// The ties. Influence runs from the influencer to the person influenced; the other ties run both
// ways.
const (
	RelationshipInfluence RelationshipKind = "influence"
	RelationshipInformal  RelationshipKind = "informal"
	RelationshipConflict  RelationshipKind = "conflict"
	RelationshipAlliance  RelationshipKind = "alliance"
)

// RelationshipKinds lists the ties.
func RelationshipKinds() []RelationshipKind {
	return []RelationshipKind{RelationshipInfluence, RelationshipInformal, RelationshipConflict, RelationshipAlliance}
}

func (k *RelationshipKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (RelationshipKind) Words() []string                    { return words(RelationshipKinds()) }
