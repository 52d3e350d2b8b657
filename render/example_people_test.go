package render_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/theme"
)

// acme returns a small account on a day, for the examples.
func acme(asOf accountmap.Date, edit func(*accountmap.Account)) *accountmap.Map {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: asOf},
		Units:    []accountmap.Unit{{ID: "log", Name: "Logistics"}, {ID: "it", Name: "IT"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "ana", Name: "Ana Núñez", Unit: "log", Stance: accountmap.StanceChampion, Power: 4},
			{ID: "tom", Name: "Tom Whitfield", Unit: "log", ReportsTo: "ana", Stance: accountmap.StanceNeutral},
			{ID: "lia", Name: "Lia Soto", Unit: "log", AssistantTo: "ana"},
			{ID: "kofi", Name: "Kofi Mensah", Unit: "it", Stance: accountmap.StanceBlocker, Power: 3},
		},
		Coverage: []accountmap.Cell{{Unit: "log", Product: "core", Status: accountmap.CoverageSold}},
	}
	if edit != nil {
		edit(a)
	}
	m, err := accountmap.New(a)
	if err != nil {
		log.Fatal(err)
	}
	return m
}

var today = accountmap.Date{Year: 2026, Month: 11, Day: 1}

// draw returns a view as SVG.
func draw(m *accountmap.Map, v render.View, opts *render.Options) string {
	var svg bytes.Buffer
	if err := render.Draw(context.Background(), &svg, m, v, render.SVG, opts); err != nil {
		log.Fatal(err)
	}
	return svg.String()
}

// heads prints the title and the subtitle of a picture, and joins their lines.
func heads(svg string) {
	for _, size := range []string{"22", "11.5"} {
		var lines []string
		for _, text := range regexp.MustCompile(`font-size="`+size+`"[^>]*>([^<]*)<`).FindAllStringSubmatch(svg, -1) {
			lines = append(lines, text[1])
		}
		fmt.Println(strings.Join(lines, " "))
	}
}

func ExampleStakeholders() {
	heads(draw(acme(today, nil), render.Stakeholders{}, nil))
	// Output:
	// Acme · account map
	// Stakeholders as of 1 November 2026 · 4 people in 2 units · 1 for, 1 against, 1 neutral, 1 unknown
}

// Focus fades everybody outside it: here, everybody who is not against us.
func ExampleStakeholders_focus() {
	against := accountmap.Focus{Stances: []accountmap.Stance{accountmap.StanceSceptic, accountmap.StanceBlocker}}
	svg := draw(acme(today, nil), render.Stakeholders{}, &render.Options{Focus: against})
	faded := regexp.MustCompile(`class="node [^"]*faded"`)
	fmt.Println(strings.Count(svg, `class="node `), "cards,", len(faded.FindAllString(svg, -1)), "faded")

	err := render.WriteFile(context.Background(), "map.svg", acme(today, nil), render.Stakeholders{},
		&render.Options{Focus: accountmap.Focus{Units: []accountmap.UnitID{"lgo"}}})
	fmt.Println(err)
	// Output:
	// 4 cards, 3 faded
	// focus.units[0]: error unknown-reference: no unit has the id "lgo" (did you mean "log"?)
}

// A company's own words override the words of a language.
func ExampleOptions_terms() {
	house, err := terms.English().With(map[string]string{"stance.champion": "Mentor"})
	if err != nil {
		log.Fatal(err)
	}
	svg := draw(acme(today, nil), render.Stakeholders{}, &render.Options{Terms: house})
	fmt.Println(strings.Contains(svg, ">Mentor</text>"), strings.Contains(svg, "Champion"))
	// Output: true false
}

// A custom theme contains only what differs from a built-in theme.
func ExampleOptions_theme() {
	corporate, err := theme.Parse("corporate", []byte(`{"base": "light", "page": {"fill": "#FFFBF2"}, "edge-influence": {"stroke": "#8A1C7C"}}`))
	if err != nil {
		log.Fatal(err)
	}
	svg := draw(acme(today, nil), render.Stakeholders{}, &render.Options{Theme: corporate})
	fmt.Println(strings.Contains(svg, `fill="#FFFBF2"`))

	_, err = theme.Lookup("drak")
	fmt.Println(err)
	// Output:
	// true
	// unknown theme "drak": want contrast, dark, light or print
}

func ExampleAdvocacy() {
	m := acme(today, func(a *accountmap.Account) {
		a.Endorsements = []accountmap.Endorsement{
			{Kind: accountmap.EndorsementReferral, Contact: "ana", Asked: accountmap.Date{Year: 2026, Month: 9, Day: 1}, ToUnit: "it"},
		}
	})
	heads(draw(m, render.Advocacy{}, nil))
	// Output:
	// Acme · referrals and testimonials
	// Advocacy as of 1 November 2026 · referrals: 1 asked, 0 given (0%) · 1 person could be asked for a testimonial · 3 others not shown
}

func ExampleChanges() {
	spring := acme(accountmap.Date{Year: 2026, Month: 5, Day: 1}, func(a *accountmap.Account) {
		a.Contacts[1].Stance = accountmap.StanceSceptic
		a.Contacts = a.Contacts[:3]
	})
	svg := draw(acme(today, nil), render.Changes{Before: spring}, nil)
	heads(svg)
	fmt.Println(strings.Contains(svg, ">was Sceptic</text>"))
	// Output:
	// Acme · what has changed
	// From 1 May 2026 to 1 November 2026 · 1 new on the map, 1 changed their stance
	// true
}
