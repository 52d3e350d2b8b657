package accountmaptest_test

import (
	"fmt"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestGeneratedAccountsAreValid(t *testing.T) {
	norace.Only(t)
	for _, s := range accountmaptest.Shapes() {
		for seed := range uint64(20) {
			a := accountmaptest.Generate(seed, s)
			require.Empty(t, accountmaptest.Validate(a), "%s, seed %d", s.Name, seed)
			assert.Len(t, a.Units, s.Units)
			assert.Len(t, a.Contacts, s.Contacts)
			assert.Len(t, a.Products, s.Products)
			assert.Len(t, a.Orders, s.Orders)
			assert.Len(t, a.Relationships, s.Relationships)
			assert.Len(t, a.Team, s.Team)
		}
	}
}

// TestOddShapesAreValid checks that the account of any shape is valid, even of an inconsistent one.
func TestOddShapesAreValid(t *testing.T) {
	for i, s := range []accountmaptest.Shape{
		{Units: -1, UnitDepth: -1, Contacts: -1, ReportsPerManager: -1, Relationships: -1, Products: -1, Orders: -1, Goals: -1, Team: -1},
		{UnitDepth: 9, Contacts: 3, Relationships: 9, Orders: 9, Endorsements: 9, Exposures: 9, Communications: 9, Goals: 9},
		{Units: 3, UnitDepth: 9, Assessed: 7, Products: 2, Orders: 9, PeopleInLeaves: true},
		{Units: 9, Contacts: 2, ReportsPerManager: 1, Relationships: 9},
		{Contacts: 1, Relationships: 9},
		{Units: 1, NameLetters: 1, Contacts: 9, Greek: true},
		{Products: 9, Competitors: 9, Team: 1},
	} {
		assert.Empty(t, accountmaptest.Validate(accountmaptest.Generate(uint64(i), s)), "%+v", s)
	}
}

func TestGenerateIsDeterministic(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		assert.Equal(t, accountmaptest.Generate(7, s), accountmaptest.Generate(7, s), s.Name)
	}
	assert.NotEqual(t, accountmaptest.Generate(7, accountmaptest.Typical(60)), accountmaptest.Generate(8, accountmaptest.Typical(60)))
	a := accountmaptest.Generate(1, accountmaptest.OnePerson())
	assert.Equal(t, "Jörg Moreau", a.Contacts[0].Name, "golden files depend on it: not to change from one version of Go to the next")
}

func TestShapeNamesDiffer(t *testing.T) {
	names := map[string]bool{}
	for _, s := range accountmaptest.Shapes() {
		assert.False(t, names[s.Name], s.Name)
		names[s.Name] = true
	}
}

func TestChain(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Chain(30))
	for i, c := range a.Contacts[1:] {
		assert.Equal(t, a.Contacts[i].ID, c.ReportsTo)
	}
}

func TestStar(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Star(60))
	assert.Len(t, a.Contacts, 61)
	assert.Empty(t, a.Contacts[0].ReportsTo)
	for _, c := range a.Contacts[1:] {
		assert.Equal(t, a.Contacts[0].ID, c.ReportsTo)
		assert.Equal(t, a.Units[0].ID, c.Unit)
	}
}

func TestManyUnits(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.ManyUnits(40))
	for i, c := range a.Contacts {
		assert.Equal(t, a.Units[i].ID, c.Unit)
		assert.Empty(t, a.Units[i].Parent)
	}
}

func TestDeepNest(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.DeepNest(12)))
	require.NoError(t, err)
	next := 0
	for _, depth := range m.Units() {
		assert.Equal(t, next, depth)
		next++
	}
	assert.Equal(t, 12, next)
}

func TestNoUnits(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.NoUnits(12))
	assert.Empty(t, a.Units)
	assert.Empty(t, a.Contacts[11].Unit)
	assert.Equal(t, a.Contacts[2].ID, a.Contacts[11].ReportsTo)
}

func TestUnitDepth(t *testing.T) {
	for seed := range uint64(10) {
		m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Shape{Units: 30, UnitDepth: 4}))
		require.NoError(t, err)
		deepest := 0
		for _, depth := range m.Units() {
			deepest = max(deepest, depth)
		}
		assert.Equal(t, 3, deepest)
	}
}

func TestPeopleInLeaves(t *testing.T) {
	s := accountmaptest.Typical(100)
	s.PeopleInLeaves = true
	m, err := accountmap.New(accountmaptest.Generate(1, s))
	require.NoError(t, err)
	groupings := 0
	for u := range m.Units() {
		leaf := true
		for range m.SubUnits(u.ID) {
			leaf = false
		}
		assert.Equal(t, leaf, !m.IsGrouping(u.ID))
		if !leaf {
			groupings++
		}
	}
	assert.NotZero(t, groupings)
}

func TestLongNames(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.LongNames())
	for _, c := range a.Contacts {
		if !c.Placeholder {
			assert.Equal(t, 60, utf8.RuneCountInString(c.Name))
		}
		assert.Equal(t, 60, utf8.RuneCountInString(c.Title))
	}
	for _, u := range a.Units {
		assert.Equal(t, 60, utf8.RuneCountInString(u.Name))
	}
}

func TestGreek(t *testing.T) {
	for _, c := range accountmaptest.Generate(1, accountmaptest.Greek()).Contacts {
		for _, r := range c.Name {
			assert.True(t, r == ' ' || unicode.Is(unicode.Greek, r), "%c of %s", r, c.Name)
		}
	}
}

func TestTypicalHasEverything(t *testing.T) {
	a := accountmaptest.Generate(1, accountmaptest.Typical(200))
	stances, statuses := map[accountmap.Stance]bool{}, map[accountmap.CoverageStatus]bool{}
	for _, c := range a.Contacts {
		stances[c.Stance] = true
	}
	for _, c := range a.Coverage {
		statuses[c.Status] = true
	}
	assert.Len(t, stances, len(accountmap.Stances())+1)
	assert.Len(t, statuses, len(accountmap.CoverageStatuses()))
	assert.NotEmpty(t, a.Endorsements)
	assert.NotEmpty(t, a.Exposures)
	assert.NotEmpty(t, a.Communications)
	assert.NotEmpty(t, a.Goals)
	assert.NotEmpty(t, a.Competitors)
	assert.False(t, a.Handoff.IsZero())
}

func ExampleGenerate() {
	a := accountmaptest.Generate(1, accountmaptest.Star(3))
	for _, c := range a.Contacts[1:] {
		fmt.Println(c.ID, "reports to", c.ReportsTo)
	}
	// Output:
	// contact-2 reports to contact-1
	// contact-3 reports to contact-1
	// contact-4 reports to contact-1
}

func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		accountmaptest.Generate(1, accountmaptest.Typical(1000))
	}
}
