package terms

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// Move writes the action of a move: "Win over Iñaki Öztürk", "Renew Meridiano Service: Telematics
// and Core". The names are taken from the map; an id that it does not have is written as it is.
func (t *Terms) Move(m *accountmap.Map, v insight.Move) string {
	key := Key("move." + string(v.Kind))
	unit, products, people := t.unitOrAll(m, v.Unit), t.Products(m, v.Products), t.Contacts(m, v.Contacts)
	first := t.Contacts(m, v.Contacts[:min(1, len(v.Contacts))])
	switch v.Kind {
	case insight.MoveKeepPromise, insight.MoveSettleCase, insight.MoveFollowUp, insight.MoveMilestone, insight.MoveGoal, insight.MoveMitigateRisk:
		return t.Text(key, v.Title)
	case insight.MoveDeliver, insight.MoveReorder:
		return t.Text(key, products, unit)
	case insight.MoveSell:
		return t.Text(key, products, unit)
	case insight.MoveRenew:
		if products == "" {
			products = v.Title
		}
		return t.Text(key, unit, products)
	case insight.MoveSurvey, insight.MoveSecondLink, insight.MoveGetIn:
		return t.Text(key, unit)
	case insight.MoveWinOver, insight.MoveMeet, insight.MoveIdentify, insight.MoveStayInTouch, insight.MoveConfirm:
		return t.Text(key, first)
	case insight.MoveOwn:
		return t.Text(key, people)
	case insight.MoveIntroduce:
		return t.Text(key, t.Members(m, v.Members[max(0, len(v.Members)-1):]), people) // the receiver
	case insight.MoveHandOver:
		return t.Text(key, t.Members(m, leavers(v)))
	case insight.MoveTestimonial, insight.MoveShow:
		return t.Text(key, first, products)
	case insight.MoveReachTarget:
		return t.Text(key, strings.Join([]string{v.Title, unit}, " · "))
	}
	return enumWord(t, "move", v.Kind)
}

// leavers returns our people who leave, from the reasons of a move.
func leavers(v insight.Move) []accountmap.MemberID {
	for _, f := range v.Factors {
		if f.Reason == accountmap.ReasonNoNewOwner {
			return f.Members
		}
	}
	return nil
}

// Products joins the names of products: "Core and Mobile".
func (t *Terms) Products(m *accountmap.Map, ids []accountmap.ProductID) string {
	return joined(t, ids, func(id accountmap.ProductID) string {
		p, _ := m.Product(id)
		return p.Name
	})
}

// unitOrAll returns the name of a unit; the empty unit is the account.
func (t *Terms) unitOrAll(m *accountmap.Map, id accountmap.UnitID) string {
	if id == "" {
		return m.Profile().Name
	}
	return t.Units(m, []accountmap.UnitID{id})
}
