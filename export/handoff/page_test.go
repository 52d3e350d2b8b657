package handoff_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// page prints the handoff page of a map.
func page(t testing.TB, m *accountmap.Map, opts *handoff.Options) string {
	t.Helper()
	d, err := handoff.New(t.Context(), m, opts)
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, printer.HTML(t.Context(), &b, d, nil))
	return b.String()
}

func TestSameAccountSameBytes(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	want := page(t, m, nil)
	exporttest.AtOnce(4, func() {
		again := exporttest.NewMap(t, exporttest.Sample())
		assert.Equal(t, want, page(t, again, &handoff.Options{AsOf: exporttest.Day(2026, 11, 1), Terms: terms.English()}))
		assert.Equal(t, want, page(t, m, nil), "one map for all")
	})
}

func TestOptionsAreTakenUp(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	greek, _ := terms.Lookup("el")
	root := parsed(t, page(t, m, &handoff.Options{AsOf: exporttest.Day(2027, 5, 6), Terms: greek}))
	assert.Equal(t, "el", elements(root, "html")[0].Attr[0].Val)
	assert.Contains(t, said(elements(root, "header")[0]), "6 Μαΐου 2027")
}

func TestHostileTexts(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	own := said(elements(parsed(t, page(t, exporttest.NewMap(t, exporttest.Sample()), nil)), "script")[0])
	for _, text := range exporttest.Hostile() {
		a := exporttest.Sample()
		exporttest.Each(a, func(old string) string {
			if old == "" {
				return text
			}
			return text + old // not blank, as a name must be
		})
		m := exporttest.NewMap(t, a)
		root := parsed(t, page(t, m, nil))
		scripts := elements(root, "script")
		require.Len(t, scripts, 1, "%.40q", text)
		assert.Equal(t, own, said(scripts[0]), "%.40q", text)
		for _, element := range []string{"img", "iframe"} {
			assert.Empty(t, elements(root, element), "%.40q", text)
		}
		for _, link := range elements(root, "a") {
			for _, attr := range link.Attr {
				if attr.Key == "href" {
					assert.Regexp(t, `^(#[a-z]+|mailto:[^?]+)$`, attr.Val)
				}
			}
		}
		if want := strings.Join(strings.Fields(text), " "); len(want) < 4000 {
			for _, id := range []string{"sold", "goals", "communications", "people", "coverage", "team", "competitors", "checklist"} {
				assert.Contains(t, said(find(root, id)), want, "%.40q is in %s", text, id)
			}
		}
	}
}

func TestDeepTreesStayCheap(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for i := range 3000 {
		u := accountmap.Unit{ID: accountmap.UnitID(strconv.Itoa(i)), Name: "Unit " + strconv.Itoa(i)}
		if i > 0 {
			u.Parent = accountmap.UnitID(strconv.Itoa(i - 1))
		}
		a.Units = append(a.Units, u)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(u.ID), Name: "x", Unit: u.ID})
	}
	m := exporttest.NewMap(t, a)
	assert.Contains(t, page(t, m, nil), "Unit 2999", "the deepest unit is on the page")
}

func TestNilMap(t *testing.T) {
	_, err := handoff.New(t.Context(), nil, nil)
	assert.ErrorContains(t, err, "Map is nil")
}

func TestEveryLanguageMakesAPage(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		for name, change := range map[string]func(*accountmap.Account){
			"full":        func(*accountmap.Account) {},
			"nothing":     func(a *accountmap.Account) { a.Units, a.Products, a.Contacts = nil, nil, nil },
			"no units":    func(a *accountmap.Account) { a.Units, a.Contacts = nil, nil },
			"no products": func(a *accountmap.Account) { a.Products = nil },
			"no contacts": func(a *accountmap.Account) { a.Contacts = nil },
			"one product": func(a *accountmap.Account) { a.Products = a.Products[:1] },
		} {
			t.Run(language+"/"+name, func(t *testing.T) {
				a := exporttest.Sample()
				change(a)
				if name != "full" {
					a = &accountmap.Account{Profile: a.Profile, Units: a.Units, Products: a.Products, Contacts: a.Contacts}
				}
				for i := range a.Contacts {
					a.Contacts[i].Owner = ""
				}
				page(t, exporttest.NewMap(t, a), &handoff.Options{Terms: words})
			})
		}
	}
}
