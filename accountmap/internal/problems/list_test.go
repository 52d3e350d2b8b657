package problems_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

func at(file string, line int) accountmap.Pos {
	return accountmap.Pos{File: file, Line: line, Column: 1}
}

func TestList(t *testing.T) {
	var l problems.List
	assert.Empty(t, l.All())
	l.Warn(at("b", 9), accountmap.ErrMissingValue, "late", "")
	for line := range 5 {
		l.Once("x", at("a", line+1), accountmap.ErrInvalidValue, "the word x", "hint")
		l.Once("y", at("a", line+1), accountmap.ErrInvalidValue, "the word y", "")
	}
	assert.False(t, l.HasErrors())
	l.Err(at("a", 3), accountmap.ErrSyntax, "broken", "")
	assert.True(t, l.HasErrors())
	want := `a:1:1: warning invalid-value: the word x, here and in 4 more (hint)
a:1:1: warning invalid-value: the word y, here and in 4 more
a:3:1: error syntax: broken
b:9:1: warning missing-value: late
`
	assert.Equal(t, want, l.All().String())
	assert.Equal(t, want, l.All().String(), "asked twice, it says the same")
}

func TestManyWarningsHideNoError(t *testing.T) {
	var l problems.List
	for line := range 5000 {
		l.Warn(at("a", line+1), accountmap.ErrMissingValue, "w", "")
	}
	l.Err(at("a", 9000), accountmap.ErrSyntax, "broken", "")
	all := l.All()
	require.Len(t, all, 1002)
	assert.Equal(t, "broken", all[1000].Detail)
	assert.Equal(t, accountmap.SeverityWarning, all[1001].Severity)
	assert.Contains(t, all[1001].Detail, "4000 more")
	for line := range 2000 {
		l.Err(at("b", line+1), accountmap.ErrSyntax, "broken", "")
	}
	all = l.All()
	assert.Equal(t, accountmap.SeverityError, all[len(all)-1].Severity)
}

func TestQuote(t *testing.T) {
	assert.Equal(t, `"a\"b"`, problems.Quote(`a"b`))
	assert.Less(t, len(problems.Quote(strings.Repeat("λ", 5000))), 200)
	assert.Equal(t, `the row "a\"b" of 3 in f`, problems.Say("the row %q of %d in %s", `a"b`, 3, "f"))
	assert.Less(t, len(problems.Say("%s %q", strings.Repeat("λ", 5000), strings.Repeat("λ", 5000))), 400)
}
