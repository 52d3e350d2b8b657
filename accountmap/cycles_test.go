package accountmap_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// Random milestones have a cycle exactly when a walk along their dependencies returns to its start.
// The report must be such a cycle.
func TestCyclesOfMilestones(t *testing.T) {
	norace.Only(t)
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Random"}}
		n := 1 + r.IntN(9)
		waits := make([][]bool, n)
		for i := range n {
			waits[i] = make([]bool, n)
			m := accountmap.Milestone{ID: accountmap.MilestoneID(fmt.Sprint(i)), Title: fmt.Sprint(i)}
			for range r.IntN(3) {
				j := r.IntN(n)
				waits[i][j] = true
				m.After = append(m.After, accountmap.MilestoneID(fmt.Sprint(j)))
			}
			a.Milestones = append(a.Milestones, m)
		}
		problems := accountmap.Validate(a)
		assert.Equal(t, comesBack(waits), len(problems) > 0, "%v", a.Milestones)
		for _, p := range problems {
			require.Equal(t, accountmap.ErrMilestoneCycle, p.Code)
			_, circle, _ := strings.Cut(p.Detail, ": ")
			names := strings.Split(circle, " → ")
			require.Equal(t, names[0], names[len(names)-1])
			assert.Equal(t, fmt.Sprintf("milestones[%s].after", names[0]), p.Path)
			for k := range names[1:] {
				var i, j int
				_, err := fmt.Sscan(names[k]+" "+names[k+1], &i, &j)
				require.NoError(t, err)
				assert.True(t, waits[i][j], "%s of %v", circle, a.Milestones)
			}
		}
	}
}

// comesBack reports whether a graph has a cycle, by computing the transitive closure.
func comesBack(leads [][]bool) bool {
	n := len(leads)
	reach := make([][]bool, n)
	for i := range n {
		reach[i] = append([]bool(nil), leads[i]...)
	}
	for k := range n {
		for i := range n {
			for j := range n {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	for i := range n {
		if reach[i][i] {
			return true
		}
	}
	return false
}
