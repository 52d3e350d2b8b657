package accountmap

// ContactLevel is how close we are to a contact. Empty means unknown.
type ContactLevel string

// The levels of contact, from none to a close relationship.
const (
	LevelNone     ContactLevel = "none"
	LevelBrief    ContactLevel = "brief"
	LevelMultiple ContactLevel = "multiple"
	LevelInDepth  ContactLevel = "in-depth"
)

// ContactLevels lists the levels of contact, from the lowest.
func ContactLevels() []ContactLevel {
	return []ContactLevel{LevelNone, LevelBrief, LevelMultiple, LevelInDepth}
}

// UnmarshalText reads a level whatever its case and hyphens; the error suggests the nearest level.
func (l *ContactLevel) UnmarshalText(text []byte) error {
	return unmarshalEnum(l, text, ContactLevels())
}

func (l ContactLevel) valid() error { return checkEnum(l, ContactLevels()) }

// rank orders levels: unknown is 0, none 1, in depth 4.
func (l ContactLevel) rank() int {
	for i, level := range ContactLevels() {
		if l == level {
			return i + 1
		}
	}
	return 0
}

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

// UnmarshalText reads a seniority whatever its case and hyphens; the error suggests the nearest one.
func (s *Seniority) UnmarshalText(text []byte) error { return unmarshalEnum(s, text, Seniorities()) }

func (s Seniority) valid() error { return checkEnum(s, Seniorities()) }

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

// UnmarshalText reads an orientation whatever its case; the error suggests the nearest one.
func (o *Orientation) UnmarshalText(text []byte) error {
	return unmarshalEnum(o, text, Orientations())
}

func (o Orientation) valid() error { return checkEnum(o, Orientations()) }

// Adaptability is how readily a contact takes up something new. Empty means unknown.
type Adaptability string

// The adopter types, from those who go first to those who go last.
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

// UnmarshalText reads an adaptability whatever its case; the error suggests the nearest one.
func (a *Adaptability) UnmarshalText(text []byte) error {
	return unmarshalEnum(a, text, Adaptabilities())
}

func (a Adaptability) valid() error { return checkEnum(a, Adaptabilities()) }
