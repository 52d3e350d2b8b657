package problems_test

import (
	"fmt"
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
	l.Warn(at("b", 9), accountmap.ErrMissingValue, "", "late")
	for line := range 5 {
		l.WarnOf("x", at("a", line+1), accountmap.ErrInvalidValue, "hint", "the word %s", "x")
		l.WarnOf("y", at("a", 2*line+1), accountmap.ErrInvalidValue, "", "the word %s", "y")
		l.Warn(at("c", line/3+1), accountmap.ErrMissingValue, "", "the deal %q of %d", "d", line)
	}
	assert.False(t, l.HasErrors())
	l.Err(at("a", 3), accountmap.ErrSyntax, "broken", "")
	l.Err(at("a", 3), accountmap.ErrSyntax, "broken", "")
	l.Gather("rule", accountmap.Problem{Level: accountmap.LevelWarning, Code: "rule", Path: "contacts[0]", Detail: "away"})
	l.Gather("rule", accountmap.Problem{Level: accountmap.LevelWarning, Code: "rule", Path: "contacts[1]", Detail: "far away"})
	assert.True(t, l.HasErrors())
	want := `contacts[0]: warning rule: away, here and in 1 more
a:1:1: warning invalid-value: the word x, here and in 4 more: lines 2, 3, 4, … (hint)
a:1:1: warning invalid-value: the word y, here and in 4 more: lines 3, 5, 7, …
a:3:1: error syntax: broken
b:9:1: warning missing-value: late
c:1:1: warning missing-value: the deal "d" of 0, here and in 2 more: line 2, …
`
	assert.Equal(t, want, l.All().Report())
	assert.Equal(t, want, l.All().Report(), "asked twice, it says the same")
}

func TestManySubjectsAreOneLine(t *testing.T) {
	var l problems.List
	for i := range 10_000 {
		l.WarnOf(fmt.Sprintf("w%d", i%500), at("a", i+1), accountmap.ErrInvalidValue, "", "the word %q", fmt.Sprintf("w%d", i%500))
	}
	l.Err(at("b", 1), accountmap.ErrSyntax, "broken", "")
	all := l.All()
	require.Len(t, all, 6)
	assert.Equal(t, `the word "w0", here and in 19 more: lines 501, 1001, 1501, …`, all[0].Detail)
	assert.Contains(t, all[4].Detail, `the word "w4", here and in 9919 more: "w5", "w6", "w7",`)
}

func TestManyWarningsHideNoError(t *testing.T) {
	var l problems.List
	for line := range 5000 {
		l.Add(accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrMissingValue, Pos: at("a", line+1), Detail: fmt.Sprint("w", line)})
	}
	l.Err(at("a", 9000), accountmap.ErrSyntax, "broken", "")
	all := l.All()
	require.Len(t, all, 1002)
	assert.Equal(t, "broken", all[1000].Detail)
	assert.Equal(t, accountmap.LevelWarning, all[1001].Level)
	assert.Contains(t, all[1001].Detail, "4000 more")
	for line := range 2000 {
		l.Err(at("b", line+1), accountmap.ErrSyntax, "broken", "")
	}
	all = l.All()
	assert.Equal(t, accountmap.LevelError, all[len(all)-1].Level)
}

func TestQuote(t *testing.T) {
	assert.Equal(t, `"a\"b"`, problems.Quote(`a"b`))
	assert.Less(t, len(problems.Quote(strings.Repeat("λ", 5000))), 200)
	assert.Equal(t, `the row "a\"b" of 3 in f`, problems.Say("the row %q of %d in %s", `a"b`, 3, "f"))
	assert.Less(t, len(problems.Say("%s %q", strings.Repeat("λ", 5000), strings.Repeat("λ", 5000))), 400)
}
