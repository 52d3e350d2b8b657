package terms_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func ExampleLookup() {
	spanish, ok := terms.Lookup("es-MX")
	fmt.Println(ok, spanish.Language(), spanish.Stance(accountmap.StanceChampion))

	_, ok = terms.Lookup("tlh")
	fmt.Println(ok)
	// Output:
	// true es Defensor
	// false
}

func ExampleLanguages() {
	for _, lang := range terms.Languages() {
		t, _ := terms.Lookup(lang)
		fmt.Println(lang, t.Status(accountmap.CoverageSold))
	}
	// Output:
	// en Sold
	// es Vendido
	// el Πουλημένο
}

func ExampleTerms_Text() {
	greek, _ := terms.Lookup("el")
	fmt.Println(terms.English().Text(terms.MapTitle, "Grupo Meridiano"))
	fmt.Println(greek.Text(terms.MapTitle, "Grupo Meridiano"))
	// Output:
	// Grupo Meridiano · account map
	// Grupo Meridiano · χάρτης πελάτη
}

func ExampleTerms_Count() {
	t := terms.English()
	fmt.Println(t.Count(terms.MapPeople, 1), t.Count(terms.MapInUnits, 7))
	fmt.Println(t.Count(terms.MapProducts, 12, 5))
	// Output:
	// 1 person in 7 units
	// 5 of 12 products
}

func ExampleTerms_Date() {
	day := accountmap.Date{Year: 2026, Month: 11, Day: 1}
	for _, lang := range terms.Languages() {
		t, _ := terms.Lookup(lang)
		fmt.Println(t.Date(day), "|", t.ShortDate(day))
	}
	// Output:
	// 1 November 2026 | 1 Nov 2026
	// 1 de noviembre de 2026 | 1 nov 2026
	// 1 Νοεμβρίου 2026 | 1 Νοε 2026
}

func ExampleTerms_Compare() {
	spanish, _ := terms.Lookup("es")
	names := []string{"Zoe", "Ñusta", "Núria", "Ángel"}
	slices.SortFunc(names, spanish.Compare)
	fmt.Println(spanish.List(names))
	// Output:
	// Ángel, Núria, Ñusta y Zoe
}

func ExampleTerms_With() {
	house, err := terms.English().With(map[string]string{"stance.champion": "Mentor"})
	fmt.Println(house.Stance(accountmap.StanceChampion), err)

	_, err = terms.English().With(map[string]string{"stance.champon": "Mentor"})
	fmt.Println(err)
	// Output:
	// Mentor <nil>
	// there is no word "stance.champon": did you mean "stance.champion"?
}

// The keys of the words that a caller may replace by its own with [terms.With].
func ExampleKeys() {
	for _, key := range terms.Keys() {
		if strings.HasPrefix(key, "stance.") {
			fmt.Println(key)
		}
	}
	// Output:
	// stance.blocker
	// stance.champion
	// stance.neutral
	// stance.sceptic
	// stance.supporter
	// stance.unknown
}
