package codec

import (
	"testing"

	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
	"github.com/stretchr/testify/assert"
)

func TestTypeAtAPath(t *testing.T) {
	root := accountPlan()
	assert.Equal(t, "accountmap.ContactID", root.typeAt(keypath.Parse("team[0].reach[12].contact")).String())
	assert.Nil(t, root.typeAt(keypath.Parse("team.reach")))
}
