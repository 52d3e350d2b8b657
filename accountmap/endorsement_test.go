package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestEndorsementQuotable(t *testing.T) {
	given := accountmap.Endorsement{Given: day(2025, 3, 4), Public: true, Expires: day(2026, 3, 31)}
	assert.True(t, given.Quotable(day(2026, 3, 30)))
	assert.False(t, given.Quotable(day(2026, 3, 31)), "the day from which it may be used no more")
	assert.True(t, given.Expired(day(2026, 11, 1)))
	assert.True(t, given.Quotable(accountmap.Date{}), "nobody knows what day it is")

	forever := given
	forever.Expires = accountmap.Date{}
	assert.True(t, forever.Quotable(day(2099, 1, 1)))
	private, open := forever, forever
	private.Public, open.Given = false, accountmap.Date{}
	assert.False(t, private.Quotable(day(2026, 1, 1)))
	assert.False(t, open.Quotable(day(2026, 1, 1)))
}
