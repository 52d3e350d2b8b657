package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// clientPeople lists the client's people as they may read it: who sits where and how to reach them, by name within each unit as the language
// sorts names.
func (p *page) clientPeople(contacts []accountmap.Contact) *document.Table {
	slices.SortStableFunc(contacts, func(a, b accountmap.Contact) int { return p.Words.Compare(p.PersonName(a), p.PersonName(b)) })
	byUnit := map[accountmap.UnitID][]document.Row{}
	for _, c := range contacts {
		byUnit[c.Unit] = append(byUnit[c.Unit], document.Row{
			rowHead(words(p.PersonName(c))), textCell(accountview.OneLine(c.Title)), textCell(p.ContactName(c.ReportsTo)), cell(email(c.Email)),
			textCell(accountview.OneLine(c.Phone)),
		})
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnName), left(terms.ColumnTitle), left(terms.ColumnReportsTo), left(terms.ColumnEmail),
		left(terms.ColumnPhone))}
	for u := range p.Units() {
		if rows := byUnit[u.ID]; len(rows) > 0 {
			table.Groups = append(table.Groups, document.Group{Title: p.unitTitle(u.ID), Rows: rows})
		}
	}
	if rows := byUnit[""]; len(rows) > 0 {
		table.Groups = append(table.Groups, document.Group{Title: words(p.Words.Text(terms.ClientOtherPeople)), Rows: rows})
	}
	return table
}
