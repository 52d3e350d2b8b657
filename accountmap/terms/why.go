package terms

import (
	"cmp"
	"math"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// Why writes a reason with its people and numbers: "Only Jan Sowa knows anybody there", "Buys for
// 137k a year". The names are taken from the map; an id that it does not have is written as it is.
// If the numbers are unknown, or the reason has none, Why returns the result of [Terms.Reason].
func (t *Terms) Why(m *accountmap.Map, f insight.Factor) string {
	key := Key("why." + string(f.Reason))
	if f.Reason == accountmap.ReasonLeaves && f.Days > 0 {
		key = NewsHasLeft
	}
	args, complete := t.whyArguments(m, f)
	if len(args) == 0 || !complete {
		return t.Reason(f.Reason)
	}
	if n, counted := args[0].(int); counted {
		return t.Count(key, n, args[1:]...)
	}
	return t.Text(key, args...)
}

// Leaving returns "left on 20 Nov 2026", or "leaves on 20 Nov 2026" if the contact is still there on
// the day of the account. The day of leaving is written by date.
func (t *Terms) Leaving(c accountmap.Contact, asOf accountmap.Date, date func(accountmap.Date) string) string {
	if c.Here(asOf) {
		return t.Text(MapLeavesOn, date(c.Left))
	}
	return t.Text(MapLeftOn, date(c.Left))
}

// whyArguments returns the arguments for the words of a reason, and whether all are known.
func (t *Terms) whyArguments(m *accountmap.Map, f insight.Factor) (args []any, complete bool) {
	day := t.ShortDate(f.Date)
	texts := func(texts ...string) ([]any, bool) {
		for _, text := range texts {
			if text == "" {
				return nil, false
			}
			args = append(args, text)
		}
		return args, true
	}
	switch f.Reason {
	case accountmap.ReasonPowerful:
		receiver := t.Members(m, f.Members)
		return []any{len(f.Contacts), receiver}, len(f.Contacts) > 0 && receiver != ""
	case accountmap.ReasonHasSay:
		return texts(t.Roles(f.Roles))
	case accountmap.ReasonInfluenced, accountmap.ReasonWinnable, accountmap.ReasonOneContact, accountmap.ReasonWitness, accountmap.ReasonWayIn,
		accountmap.ReasonForThere, accountmap.ReasonAgainstThere, accountmap.ReasonLiked, accountmap.ReasonDisliked, accountmap.ReasonNoOwner, accountmap.ReasonLostChampion:
		return texts(t.Contacts(m, f.Contacts))
	case accountmap.ReasonOneMember, accountmap.ReasonAfterLastDay:
		return texts(t.Members(m, f.Members))
	case accountmap.ReasonLeaves:
		return texts(t.Members(m, f.Members), day)
	case accountmap.ReasonBuys, accountmap.ReasonOpenPotential, accountmap.ReasonBudgetLeft:
		return texts(t.ShortAmounts(m.Profile().Currency, f.Amounts))
	case accountmap.ReasonWithCompetitor:
		return texts(competitor(m, f.Competitor))
	case accountmap.ReasonContractEnds:
		return texts(competitor(m, f.Competitor), day)
	case accountmap.ReasonSiblingsBuy, accountmap.ReasonOthersBuy:
		return texts(t.Units(m, f.Units))
	case accountmap.ReasonDueSoon, accountmap.ReasonRenews, accountmap.ReasonContractRenews:
		return texts(day)
	case accountmap.ReasonBehindTarget:
		return texts(t.Percent(f.Share), t.Percent(f.Expected))
	case accountmap.ReasonFewer, accountmap.ReasonMore:
		return texts(t.Percent(f.Share))
	case accountmap.ReasonSilent:
		return []any{f.Days, t.Decimal(math.Round(f.Expected), 0)}, f.Days > 0
	case accountmap.ReasonPastDue, accountmap.ReasonTooLong, accountmap.ReasonQuiet, accountmap.ReasonCooling, accountmap.ReasonUnconfirmed:
		return []any{f.Days}, f.Days > 0
	}
	return nil, false
}

// Whys writes each reason as [Terms.Why] does.
func (t *Terms) Whys(m *accountmap.Map, factors []insight.Factor) []string {
	texts := make([]string, len(factors))
	for i, f := range factors {
		texts[i] = t.Why(m, f)
	}
	return texts
}

// Contacts joins the names of contacts: "Ana Ribeiro and Jörg Müller".
func (t *Terms) Contacts(m *accountmap.Map, ids []accountmap.ContactID) string {
	return joined(t, ids, func(id accountmap.ContactID) string {
		c, _ := m.Contact(id)
		return cmp.Or(c.Name, c.Title)
	})
}

// Members joins the names of members of our team.
func (t *Terms) Members(m *accountmap.Map, ids []accountmap.MemberID) string {
	return joined(t, ids, func(id accountmap.MemberID) string {
		member, _ := m.Member(id)
		return member.Name
	})
}

// Units joins the names of units.
func (t *Terms) Units(m *accountmap.Map, ids []accountmap.UnitID) string {
	return joined(t, ids, func(id accountmap.UnitID) string {
		u, _ := m.Unit(id)
		return u.Name
	})
}

// Roles joins the words for buying roles.
func (t *Terms) Roles(roles []accountmap.Role) string { return joined(t, roles, t.Role) }

// namesInText is the largest number of names in a text. Further names are counted.
const namesInText = 8

func joined[K ~string](t *Terms, ids []K, name func(K) string) string {
	names := make([]string, min(len(ids), namesInText))
	for i, id := range ids[:len(names)] {
		if names[i] = name(id); names[i] == "" {
			names[i] = string(id)
		}
	}
	if more := len(ids) - namesInText; more > 0 {
		return strings.Join(names, ", ") + " " + t.Count(MapMore, more)
	}
	return t.List(names)
}

func competitor(m *accountmap.Map, id accountmap.CompetitorID) string {
	for c := range m.Competitors() {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}
