package accountmaptest_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

func TestMark(t *testing.T) {
	a := accountmaptest.Full()
	marks := accountmaptest.Mark(a)
	assert.Empty(t, besidesAddresses(a))
	assert.Equal(t, accountmaptest.Full().ID, a.ID)
	assert.Equal(t, []string{a.Contacts[0].Evidence.Source}, marks["contacts.evidence.source"])
	assert.Equal(t, []string{a.Units[0].Name, a.Units[1].Name}, marks["units.name"])
	assert.Equal(t, []string{a.Competitors[0].Threats[0]}, marks["competitors.threats"])
	assert.NotContains(t, marks, "units.id")

	file, err := json.Marshal(a)
	require.NoError(t, err)
	assert.Greater(t, len(marks), 50)
	for key, texts := range marks {
		for _, text := range texts {
			assert.Equal(t, 1, strings.Count(string(file), text), key)
		}
	}
}
