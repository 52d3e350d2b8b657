package handoff

import (
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// edits has a line for each key whose value has changed: "Stance: Blocker → Neutral".
func (p *page) edits(list string, before, after any, keys []string) document.Cell {
	var lines []document.Text
	b, a := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range a.NumField() {
		key, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
		for _, edited := range keys {
			if key == edited {
				lines = append(lines, p.edit(p.Words.Field(list, key), p.value(b.Field(i)), p.value(a.Field(i))))
			}
		}
	}
	return cell(lines...)
}

// edit is one line. What has no short value, such as a list of readings, is only named.
func (p *page) edit(label, before, after string) document.Text {
	text := document.Text{document.Strong(label)}
	switch {
	case before == "" && after == "":
		return text
	case before == "":
		before = "–"
	case after == "":
		after = "–"
	}
	return append(text, document.Plain(": "), document.Muted(before), document.Plain(" → "), document.Plain(after))
}

// value is a value of the account in the reader's words, and empty for none and for what has no short text.
func (p *page) value(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	if v.Kind() == reflect.Slice {
		var items []string
		for i := range v.Len() {
			if item := p.value(v.Index(i)); item != "" {
				items = append(items, item)
			}
		}
		return p.Words.List(items)
	}
	switch x := v.Interface().(type) {
	case string:
		return accountview.OneLine(x)
	case bool:
		return p.Words.Text(terms.WorkbookYes)
	case int:
		return p.Words.Number(x)
	case float64:
		return p.Words.Decimal(x, 2)
	case accountmap.Date:
		return p.day(x)
	case accountmap.Money:
		return p.Words.Money(x)
	case accountmap.UnitID:
		return p.anyUnit(x)
	case accountmap.ProductID:
		return p.anyProduct(x)
	case accountmap.ContactID:
		return p.anyContact(x)
	case accountmap.MemberID:
		return p.MemberName(x)
	case accountmap.CompetitorID:
		return p.competitorName(x)
	case accountmap.Recurrence:
		return p.Every(x)
	case accountmap.Period:
		return string(x)
	case accountmap.Currency:
		return string(x)
	case accountmap.Evidence:
		return strings.TrimSpace(accountview.OneLine(x.Source) + " " + p.day(x.Date))
	case accountmap.ChecklistItem:
		return accountview.OneLine(x.Text)
	}
	return p.word(v.Interface())
}

// word is the word for a value of an enumeration, and empty for anything else.
func (p *page) word(value any) string {
	switch x := value.(type) {
	case accountmap.Stance:
		return p.Words.StanceMark(x) + "\u00a0" + p.Words.Stance(x)
	case accountmap.Role:
		return p.Words.Role(x)
	case accountmap.ContactLevel:
		return p.Words.ContactLevel(x)
	case accountmap.Seniority:
		return p.Words.Seniority(x)
	case accountmap.Orientation:
		return p.Words.Orientation(x)
	case accountmap.Adaptability:
		return p.Words.Adaptability(x)
	case accountmap.RelationshipKind:
		return p.Words.RelationshipKind(x)
	case accountmap.UnitKind:
		return p.Words.UnitKind(x)
	case accountmap.Status:
		return p.Words.Status(x)
	case accountmap.SaleKind:
		return p.Words.SaleKind(x)
	case accountmap.OrderStatus:
		return p.Words.OrderStatus(x)
	case accountmap.GoalKind:
		return p.Words.GoalKind(x)
	case accountmap.GoalState:
		return p.Words.GoalState(x)
	case accountmap.Reaction:
		return p.Words.Reaction(x)
	case accountmap.Channel:
		return p.Words.Channel(x)
	case accountmap.Direction:
		return p.Words.Direction(x)
	case accountmap.Phase:
		return p.Words.Phase(x)
	case accountmap.MilestoneStatus:
		return p.Words.MilestoneStatus(x)
	case accountmap.Gravity:
		return p.Words.Gravity(x)
	case accountmap.CaseStatus:
		return p.Words.CaseStatus(x)
	case accountmap.CommitmentStatus:
		return p.Words.CommitmentStatus(x)
	case accountmap.ObjectionStatus:
		return p.Words.ObjectionStatus(x)
	case accountmap.RiskState:
		return p.Words.RiskState(x)
	}
	return ""
}
