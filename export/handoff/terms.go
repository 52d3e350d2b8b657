package handoff

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// contractsTable lists the contracts, and is nil without one.
func (p *page) contractsTable() document.Block {
	var group document.Group
	for c := range p.Contracts() {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(string(c.ID)), muted(accountview.OneLine(c.Note))), p.unitsOrAll(c.Units), p.productsOrAll(c.Products), p.dayCell(c.Start), p.dayCell(c.End),
			p.dayCell(c.Renewal), p.moneyCell(c.Value),
		})
	}
	return p.tableOf(group, "contracts", "id", "units", "products", "start", "end", "renewal", "value")
}

// termsTable lists the special conditions, and is nil without one. Who may grant more is for our own people.
func (p *page) termsTable() document.Block {
	keys := []string{"kind", "text", "units", "products", "contract", "value"}
	if !p.Client {
		keys = append(keys, "authority")
	}
	var group document.Group
	for t := range p.Terms() {
		row := document.Row{
			rowHead(words(p.Words.TermKind(t.Kind))), textCell(t.Text), p.unitsOrAll(t.Units), p.productsOrAll(t.Products), textCell(string(t.Contract)),
			p.worthCell(t),
		}
		if !p.Client {
			row = append(row, textCell(t.Authority))
		}
		group.Rows = append(group.Rows, row)
	}
	return p.tableOf(group, "terms", keys...)
}

// tableOf is a table whose heads are keys of the account file, nil without a row. Amounts stand on the right.
func (p *page) tableOf(group document.Group, list string, keys ...string) document.Block {
	if len(group.Rows) == 0 {
		return nil
	}
	row := make(document.Row, len(keys))
	for i, key := range keys {
		row[i] = textCell(p.Words.Field(list, key))
		row[i].Number = slices.ContainsFunc(group.Rows, func(r document.Row) bool { return i < len(r) && r[i].Number })
	}
	return &document.Table{Head: []document.Row{row}, Groups: []document.Group{group}}
}

func (p *page) unitsOrAll(ids []accountmap.UnitID) document.Cell {
	if len(ids) == 0 {
		return cell(muted(p.Words.Text(terms.HandoffWholeClient)))
	}
	return nameLines(ids, p.UnitName)
}

func (p *page) productsOrAll(ids []accountmap.ProductID) document.Cell {
	if len(ids) == 0 {
		return cell(muted(p.Words.Text(terms.PackWholeRange)))
	}
	var names []document.Text
	for _, id := range ids {
		names = append(names, words(p.ProductName(id)))
	}
	return cell(names...)
}

func (p *page) moneyCell(m accountmap.Money) document.Cell {
	if m.IsZero() {
		return document.Cell{Number: true}
	}
	return numberCell(p.Words.Money(m))
}

// worthCell is what a term is worth: an amount, a percentage, or both.
func (p *page) worthCell(t accountmap.Term) document.Cell {
	var worth []string
	if !t.Value.IsZero() {
		worth = append(worth, p.Words.Money(t.Value))
	}
	if t.Percent != 0 {
		worth = append(worth, p.Words.Text(terms.PackPercent, p.Words.Decimal(t.Percent, 2)))
	}
	return numberCell(strings.Join(worth, " · "))
}
