package accountmap_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

func TestCandidates(t *testing.T) {
	assert.Equal(t, []accountmap.Candidate{{Contact: "wanda", Products: []accountmap.ProductID{"app"}}, {Contact: "wim", Products: []accountmap.ProductID{"core", "app"}}},
		byName(newMap(t, network()).Candidates()), "wanda's testimonial for core is in hand")

	asked := network()
	asked.Endorsements = append(asked.Endorsements,
		accountmap.Endorsement{Kind: accountmap.EndorsementTestimonial, Contact: "wim", Product: "core", Asked: day(2026, 10, 1)})
	assert.Equal(t, []accountmap.Candidate{{Contact: "wanda", Products: []accountmap.ProductID{"app"}}, {Contact: "wim", Products: []accountmap.ProductID{"app"}}},
		byName(newMap(t, asked).Candidates()), "who has been asked is waited for")

	everywhere := network()
	everywhere.Coverage = nil
	for _, u := range everywhere.Units {
		everywhere.Coverage = append(everywhere.Coverage, accountmap.Cell{Unit: u.ID, Product: "core", Status: accountmap.StatusSold},
			accountmap.Cell{Unit: u.ID, Product: "app", Status: accountmap.StatusNotRelevant, Reason: "none"})
	}
	assert.Empty(t, newMap(t, everywhere).Candidates(), "all who can buy do")
	assert.Empty(t, newMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody"}}).Candidates())
}

func byName(list []accountmap.Candidate) []accountmap.Candidate {
	slices.SortFunc(list, func(a, b accountmap.Candidate) int { return len(a.Products) - len(b.Products) })
	return list
}

// TestCandidatesAreWitnesses holds over generated accounts: for each product of a candidate there is a unit for which the contact is a
// witness who has nothing in hand, and whoever is one is a candidate unless an ask is pending.
func TestCandidatesAreWitnesses(t *testing.T) {
	for seed := range uint64(10) {
		m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(40)))
		require.NoError(t, err)
		could := map[accountmap.ContactID][]accountmap.ProductID{}
		for p := range m.Products() {
			seen := map[accountmap.ContactID]bool{}
			for u := range m.Units() {
				if m.Grouping(u.ID) || !m.Matrix().At(u.ID, p.ID).Status.Sellable() {
					continue
				}
				for _, w := range m.TestimonialsFor(u.ID, p.ID) {
					waiting := false
					for e := range m.Endorsements() {
						waiting = waiting || e.Kind == accountmap.EndorsementTestimonial && e.Contact == w.Contact && e.Product == p.ID && e.Given.IsZero() && e.Declined.IsZero()
					}
					if w.Given.IsZero() && !waiting && !seen[w.Contact] {
						seen[w.Contact] = true
						could[w.Contact] = append(could[w.Contact], p.ID)
					}
				}
			}
		}
		got := map[accountmap.ContactID][]accountmap.ProductID{}
		for _, c := range m.Candidates() {
			got[c.Contact] = c.Products
		}
		assert.Equal(t, could, got)
	}
}
