package handoff_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// deckOf returns the review of an account as a presentation.
func deckOf(t *testing.T, m *accountmap.Map, opts *handoff.Options) []byte {
	t.Helper()
	d, err := handoff.Deck(t.Context(), m, opts)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, printer.PPTX(&b, d))
	return b.Bytes()
}

func slideIDs(t *testing.T, m *accountmap.Map, opts *handoff.Options) (ids []string) {
	t.Helper()
	d, err := handoff.Deck(t.Context(), m, opts)
	require.NoError(t, err)
	for _, b := range d.Blocks {
		ids = append(ids, b.(*document.Section).ID)
	}
	return ids
}

func TestDeckHasSixSlides(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole())
	withMap := &handoff.Options{Pictures: []handoff.Picture{{Picture: exporttest.Picture{Says: "Who reports to whom"}}}}
	assert.Equal(t, []string{"standing", "map", "coverage", "goals", "promises", "moves"}, slideIDs(t, m, withMap))
	assert.Equal(t, []string{"standing", "coverage", "goals", "promises", "moves"}, slideIDs(t, m, nil), "no map, no slide of it")
	parts := opctest.Parts(t, deckOf(t, m, withMap))
	for slide, texts := range map[string][]string{
		"1": {"Where we stand", "Penetration", "Boss Ana"},
		"2": {"Account map", "Who reports to whom"},
		"3": {"Coverage and whitespace", "Mill", "Core, App", "5,000.00"},
		"4": {"Goals and targets", "Halve errors", "Errors", "per thousand"},
		"5": {"Promises and roadmap", "Interface for free", "Late", "Go live"},
		"6": {"Next moves", "To be done", "Interface for free"},
	} {
		for _, text := range texts {
			assert.Contains(t, string(parts["ppt/slides/slide"+slide+".xml"]), text, "slide %s", slide)
		}
	}
	assert.NotContains(t, string(parts["ppt/slides/slide5.xml"]), "Done long ago", "a kept promise is over")
	assert.Contains(t, string(parts["ppt/notesSlides/notesSlide5.xml"]), "Interface for free")
	assert.Contains(t, string(parts["docProps/core.xml"]), "Acme · quarterly review")
	_, err := handoff.Deck(t.Context(), nil, nil)
	assert.ErrorContains(t, err, "the Map is nil")
}

func TestClientsDeckHasNothingOfOurs(t *testing.T) {
	ours := exporttest.NewMap(t, exporttest.Whole())
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		read := func(m *accountmap.Map) string {
			var all strings.Builder
			for name, part := range opctest.Parts(t, deckOf(t, m, &handoff.Options{Terms: words})) {
				if strings.HasPrefix(name, "ppt/slides/slide") || strings.HasPrefix(name, "ppt/notesSlides/notesSlide") || strings.HasPrefix(name, "docProps/") {
					all.Write(bytes.ReplaceAll(part, []byte("2006/relationships"), nil))
				}
			}
			return all.String()
		}
		assert.Empty(t, accountmaptest.Said(read(ours.Select(accountmap.Scope{Audience: accountmap.AudienceClient})), accountmaptest.OursAlone(words)), language)
		assert.NotEmpty(t, accountmaptest.Said(read(ours), accountmaptest.OursAlone(words)), language)
	}
}

// TestEqualDecksAreEqualBytes checks that a deck written twice has equal bytes: for an account with
// everything, an account of one person, and hostile texts in every field.
func TestEqualDecksAreEqualBytes(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	hostile := accountmaptest.Full()
	accountmaptest.FillText(hostile, strings.Join(accountmaptest.Hostile(), " "))
	one := &accountmap.Account{Profile: accountmap.Profile{Name: "One"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: "Ana", Unit: "u"}}}
	for _, a := range []*accountmap.Account{exporttest.Whole(), one, hostile, exporttest.Large(60, 40)} {
		m := exporttest.NewMap(t, a)
		withMap := &handoff.Options{Pictures: []handoff.Picture{{Picture: exporttest.Picture{Says: "A map"}}}}
		assert.True(t, bytes.Equal(deckOf(t, m, withMap), deckOf(t, m, withMap)))
	}
}

// TestDeckSaysWhyNothingIsOpen checks the note in place of the list of open cells.
func TestDeckSaysWhyNothingIsOpen(t *testing.T) {
	unit, product := []accountmap.Unit{{ID: "u", Name: "U"}}, []accountmap.Product{{ID: "p", Name: "P"}}
	sold := []accountmap.Cell{{Unit: "u", Product: "p", Status: accountmap.CoverageSold}}
	for name, tc := range map[string]struct {
		account       accountmap.Account
		ours, clients string
	}{
		"empty":      {accountmap.Account{}, "No unit or no product is recorded yet.", "No unit or no product is recorded yet."},
		"not judged": {accountmap.Account{Units: unit, Products: product}, "1 cell is not assessed yet, and no other is open.", "No sale is recorded yet."},
		"all sold":   {accountmap.Account{Units: unit, Products: product, Coverage: sold}, "Every unit has bought every product that suits it.", "What was sold"},
	} {
		t.Run(name, func(t *testing.T) {
			tc.account.Name = "Acme"
			m := exporttest.NewMap(t, &tc.account)
			assert.Contains(t, string(opctest.Parts(t, deckOf(t, m, nil))["ppt/slides/slide2.xml"]), tc.ours)
			client := opctest.Parts(t, deckOf(t, m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}), nil))
			assert.Contains(t, string(client["ppt/slides/slide2.xml"]), tc.clients)
		})
	}
}
