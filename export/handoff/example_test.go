package handoff_test

import (
	"context"
	"fmt"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
)

// acme returns an account built in code; most programs read an account from a file with package
// codec.
func acme() (*accountmap.Map, error) {
	return accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill", City: "Gdańsk"}, {ID: "shop", Name: "Shop", City: "Lisboa"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}, {ID: "care", Name: "Care"}},
		Contacts: []accountmap.Contact{{ID: "eva", Name: "Eva Lis", Unit: "mill", Stance: accountmap.StanceChampion, Power: 4}},
		Coverage: []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.CoverageSold}, {Unit: "shop", Product: "core", Status: accountmap.CoverageGap}},
	})
}

// New returns a document of blocks, which package printer writes as HTML.
func ExampleNew() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := handoff.New(context.Background(), m, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, block := range page.Blocks {
		if section, ok := block.(*document.Section); ok {
			fmt.Println(section.ID+":", section.Title)
		}
	}

	file, err := os.CreateTemp("", "handoff-*.html")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(file.Name())
	if err := printer.HTML(context.Background(), file, page, nil); err != nil {
		fmt.Println(err)
	}
	if err := file.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// brief: At a glance
	// moves: What to do next
	// sold: What was sold
	// deciders: The people who count
	// readiness: Readiness
	// days: The first 30, 60 and 90 days
	// attention: What needs attention
	// summary: Summary
	// people: People
	// purchases: Every purchase
	// coverage: Coverage
}

// The options select the sections and their order. One section here is the caller's own.
func ExampleNew_sections() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := handoff.New(context.Background(), m, &handoff.Options{Sections: []handoff.Section{
		{ID: "summary"},
		{Custom: &document.Section{ID: "desk", Title: "From the sales desk", Blocks: []document.Block{
			&document.Paragraph{Text: document.Text{document.Plain("Call the plant first.")}}}}},
		{ID: "coverage"},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, block := range page.Blocks {
		if section, ok := block.(*document.Section); ok {
			fmt.Println(section.Title)
		}
	}
	// Output:
	// Summary
	// From the sales desk
	// Coverage
}

// Deck returns a document with one section for each slide, which package printer writes as a
// presentation.
func ExampleDeck() {
	m, err := acme()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	deck, err := handoff.Deck(context.Background(), m, nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	fmt.Println(deck.Title)
	for _, slide := range deck.Blocks {
		fmt.Println("-", slide.(*document.Section).Title)
	}
	// Output:
	// Acme · quarterly review · 1 November 2026
	// - Where we stand
	// - Coverage and whitespace
	// - Goals and targets
	// - Promises and roadmap
	// - Next moves
}
