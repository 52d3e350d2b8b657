package bind_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
)

func TestListOf(t *testing.T) {
	for path, list := range map[string]string{
		"team[0].reach[12].contact": "contacts", "contacts[3].unit": "units", "units[1].id": "units", "team.reach": "", "units[0].name": "", "": "",
	} {
		assert.Equal(t, list, bind.ListOf(path), path)
	}
}
