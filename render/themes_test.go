package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// TestEveryViewCanBeReadInEveryTheme checks the contrast of every text of every view with its
// background, including faded texts: at least 4.5, and 7 in the high-contrast theme.
func TestEveryViewCanBeReadInEveryTheme(t *testing.T) {
	norace.Only(t)
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	log := accountmap.Focus{Units: []accountmap.UnitID{"log"}}
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		least := 4.5
		if name == "contrast" {
			least = 7
		}
		for what, v := range map[string]View{
			"stakeholders": Stakeholders{Labels: true}, "changes": Changes{Before: mustNew(t, earlier())}, "advocacy": Advocacy{},
			"coverage": Coverage{}, "influence": Influence{}, "team cover": TeamCover{},
		} {
			for _, focus := range []accountmap.Focus{{}, log} {
				d, err := Layout(t.Context(), mustNew(t, asking()), v, &Options{Theme: th, Focus: focus})
				require.NoError(t, err, what)
				assert.Empty(t, scenetest.Illegible(d.picture.Scene, m, least), "%s in %s", what, name)
			}
		}
	}
}
