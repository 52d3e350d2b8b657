package export_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// acme is an account as a program might build it; most are read from a file with package codec.
func acme() (*accountmap.Map, error) {
	return accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill", City: "Gdańsk"}, {ID: "shop", Name: "Shop", City: "Lisboa"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}, {ID: "care", Name: "Care"}},
		Contacts: []accountmap.Contact{{ID: "eva", Name: "Eva Lis", Unit: "mill", Stance: accountmap.StanceChampion, Power: 4}},
		Coverage: []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.StatusSold}, {Unit: "shop", Product: "core", Status: accountmap.StatusGap}},
	})
}

// A workbook is plain data until it is written with WriteXLSX, so a program can look at it or add a sheet of its own.
func ExampleWorkbook() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	workbook, err := export.Workbook(m, &export.WorkbookOptions{Sheets: []export.WorkbookSheet{export.CoverageSheet()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range workbook.Sheets[0].Rows {
		var texts []string
		for i, cell := range row.Cells {
			if row.Hidden || workbook.Sheets[0].Columns[min(i, 2)].Hidden {
				continue // ids, by which the workbook is read back
			}
			switch v := cell.Value.(type) {
			case sheet.Text:
				texts = append(texts, string(v))
			case sheet.Rich:
				texts = append(texts, strings.ReplaceAll(v[0].Text+v[1].Text, "\n", ", "))
			case sheet.Formula:
				texts = append(texts, fmt.Sprintf("%.0f%%", 100*v.Cached.(sheet.Percent)))
			}
		}
		if len(texts) > 2 {
			fmt.Println(strings.Join(texts, " | "))
		}
		if texts != nil && strings.HasPrefix(texts[0], "People") {
			break
		}
	}
	// Output:
	// Product | Penetration | Mill, Gdańsk | Shop, Lisboa
	// Core | 50% | Sold | Gap
	// Penetration of the unit | 25% | 50% | 0%
	// People we know there | ▲ Eva Lis | nobody yet
}

// A caller picks the sheets and their order, and adds some of their own.
func ExampleFindSheet() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	opts := &export.WorkbookOptions{}
	for _, name := range []string{"coverage", "contacts", "team.reach"} {
		s, err := export.FindSheet(name)
		if err != nil {
			fmt.Println(err)
			return
		}
		opts.Sheets = append(opts.Sheets, s)
	}
	opts.Sheets = append(opts.Sheets, export.OwnSheet(&sheet.Sheet{
		Name: "Our notes", Rows: []sheet.Row{{Cells: []sheet.Cell{{Value: sheet.Text("Call Eva")}}}},
	}))
	workbook, err := export.Workbook(m, opts)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range workbook.SheetNames() {
		if workbook.Sheets[i].Visibility == sheet.Visible {
			fmt.Println(name)
		}
	}
	_, err = export.FindSheet("contact")
	fmt.Println(strings.Split(err.Error(), ";")[0])
	// Output:
	// Coverage
	// Contacts
	// Our team · Reach
	// Our notes
	// export: the workbook has no sheet "contact"
}

// The handoff page is a document of blocks; a document.Printer turns it into HTML.
func ExampleHandoff() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := export.Handoff(m, nil)
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
	if err := new(document.Printer).HTML(file, page); err != nil {
		fmt.Println(err)
	}
	if err := file.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// readiness: Readiness
	// summary: Summary
	// attention: What needs attention
	// sold: What was sold
	// goals: The client’s goals
	// communications: What has been communicated
	// people: People
	// coverage: Coverage
	// promises: Promises made
	// objections: Objections and our answers
	// competitors: Competitors
	// risks: Risks
	// cases: Complaints and disputes
	// satisfaction: Satisfaction
	// endorsements: Referrals and testimonials
	// exposures: What has been shown to whom
	// team: Team
	// roadmap: Success roadmap
	// calendar: Communications calendar
	// days: The first 30, 60 and 90 days
	// checklist: Handoff checklist
}

// A page with the sections that a caller wants, in the caller's order, one of them the caller's own.
func ExampleHandoff_sections() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := export.Handoff(m, &export.HandoffOptions{Sections: []export.Section{
		export.SectionSummary,
		&export.OwnSection{ID: "desk", Title: "From the sales desk", Blocks: []document.Block{
			&document.Paragraph{Text: document.Text{document.Plain("Call the plant first.")}}}},
		export.SectionCoverage,
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

// A calendar of what is to come, for whoever takes the account over.
func ExampleCalendar() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{ID: "acme", Name: "Acme"},
		Cadences: []accountmap.Cadence{{Title: "Review", Every: "FREQ=MONTHLY;INTERVAL=3", From: accountmap.Date{Year: 2026, Month: 11, Day: 3}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	diary, err := export.Calendar(m, &export.CalendarOptions{AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range diary.Events {
		fmt.Println(e.Day.Format("2 January 2006"), e.Summary, e.Rule)
	}
	// Output:
	// 3 November 2026 Acme: Regular talk, Review FREQ=MONTHLY;INTERVAL=3
}
