package accountmaptest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func TestSaidFindsWholeWords(t *testing.T) {
	words := accountmaptest.OursAlone(terms.English())
	assert.Equal(t, []string{"Champion", "Gap"}, accountmaptest.Said("A gap, and a CHAMPION.", words))
	assert.Empty(t, accountmaptest.Said("gaps, championship, stance-gap", []string{"Gap", "Champion", ""}))
	greek, _ := terms.Lookup("el")
	assert.NotEmpty(t, accountmaptest.Said(greek.Stance("champion")+"!", accountmaptest.OursAlone(greek)))
}
