package accountmap

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

// Roles lists the buying roles, those with most say first.
func Roles() []Role {
	return []Role{RoleDecisionMaker, RoleBudgetHolder, RoleExecutiveSponsor, RoleCoach, RoleInfluencer, RoleEvaluator, RoleTechnicalBuyer,
		RoleUser, RoleGatekeeper, RoleLegal, RoleProcurement, RoleBilling, RoleDayToDay}
}

// UnmarshalText reads a role whatever its case and hyphens; the error suggests the nearest role.
func (r *Role) UnmarshalText(text []byte) error { return unmarshalEnum(r, text, Roles()) }

func (r Role) valid() error { return checkEnum(r, Roles()) }
