package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Deal is the open deals of one unit, which the same people must agree to.
type Deal struct {
	Unit accountmap.UnitID
	// Products are the products in progress or offered, by potential, the highest first, and Worth is
	// their yearly potential in the account's currency.
	Products []accountmap.ProductID
	Worth    accountmap.Money
	// Yes lists the people whose agreement is needed and who are for us. Open are the people whose
	// yes is missing, the greatest obstacles first, each with the allies who could win them over.
	Yes  []accountmap.ContactID
	Open []accountmap.Approver
	// Roles are the necessary roles that nobody is known to have.
	Roles []accountmap.Role
}

// Deals answers "whose yes is missing for what we are selling, and who can get it?": an entry for
// each unit with a deal in progress or an offer, by worth, the highest first; ties are in the order
// of [accountmap.Map.Units]. At most limit entries are looked into; zero or less means
// [DefaultDeals]. The zero asOf means the account's own day. A map for the client has no answer.
func Deals(m *accountmap.Map, asOf accountmap.Date, limit int) []Deal {
	if !ours(m) {
		return nil
	}
	return newSituation(m, asOf).openDeals(orDefault(limit, DefaultDeals))
}

// DefaultDeals is the number of units whose deals are looked into: more fill no table that is read.
const DefaultDeals = 20

func (s *situation) openDeals(limit int) []Deal {
	type offer struct {
		product accountmap.ProductID
		worth   accountmap.Money
	}
	offers := map[accountmap.UnitID][]offer{}
	var list []Deal
	for _, c := range s.cells {
		if !inProgress(c.Status) {
			continue
		}
		if offers[c.Unit] == nil {
			list = append(list, Deal{Unit: c.Unit})
		}
		offers[c.Unit] = append(offers[c.Unit], offer{c.Product, s.own(OpenPotential(c))})
	}
	for i := range list {
		d := &list[i]
		slices.SortStableFunc(offers[d.Unit], func(a, b offer) int { return compareMoney(b.worth, a.worth) })
		for _, o := range offers[d.Unit] {
			d.Products, d.Worth = append(d.Products, o.product), s.add(d.Worth, o.worth)
		}
	}
	slices.SortStableFunc(list, func(a, b Deal) int { return compareMoney(b.Worth, a.Worth) })
	list = slices.Clip(list[:min(limit, len(list))])
	for i := range list {
		s.consent(&list[i])
	}
	return list
}

// consent finds who has agreed to the deal, and whose yes is missing.
func (s *situation) consent(d *Deal) {
	committee := s.BuyingCommittee(d.Unit, d.Products[0], s.today)
	d.Roles = committee.Missing
	for _, v := range committee.Approvers {
		if v.Stance.For() {
			d.Yes = append(d.Yes, v.Contact)
		} else {
			d.Open = append(d.Open, v)
		}
	}
}
