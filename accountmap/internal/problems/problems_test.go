package problems_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
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
	require.Len(t, all, 6)
	assert.Equal(t, "w0", all[0].Detail)
	assert.Equal(t, "w4, here and in 4995 more: lines 6, 7, 8, …", all[4].Detail)
	assert.Equal(t, "broken", all[5].Detail)
}

func TestProblemsBeyondMaxAreCounted(t *testing.T) {
	var l problems.List
	for line := range problems.Max + 2000 {
		l.Err(at("b", line+1), accountmap.ErrSyntax, "broken", "")
		l.Warn(at("b", line+1), accountmap.ErrSyntax, "", "odd")
	}
	assert.True(t, l.Full())
	all := l.All()
	require.Len(t, all, 7)
	assert.Equal(t, accountmap.ErrTooLarge, all[6].Code)
	assert.Equal(t, accountmap.LevelError, all[6].Level)
	assert.Contains(t, all[6].Detail, "problems that are not listed: 2000")
	assert.Contains(t, all[5].Detail, "broken, here and in 49995 more: lines 6, 7, 8, …")
}

// TestLines counts the lines of similar problems. Up to MaxLines problems have a line each; if
// there are more, problems that differ only in row and value share lines.
func TestLines(t *testing.T) {
	for name, tt := range map[string]struct{ shapes, each, want int }{
		"few":         {1, problems.MaxLines, problems.MaxLines},
		"one more":    {1, problems.MaxLines + 1, 5},
		"three kinds": {3, 1000, 15},
		"many kinds":  {20, 1000, 40},
		"most kinds":  {39, 2, 39},
		"too many":    {60, 10, 5},
	} {
		var l problems.List
		for i := range tt.each {
			for kind := range tt.shapes {
				word := strings.Repeat("x", kind+1)
				l.AddLine(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidValue, Pos: at("a", i+1),
					Path: fmt.Sprintf("orders[%d].%s", i, word), Detail: fmt.Sprintf("%q is not a date on %d", fmt.Sprint("\"", i), i)})
			}
		}
		all := l.All()
		assert.Len(t, all, tt.want, name)
		count := 0
		for _, p := range all {
			more := 0
			if _, after, ok := strings.Cut(p.Detail, "here and in "); ok {
				fmt.Sscanf(after, "%d", &more)
			}
			count += 1 + more
		}
		assert.Equal(t, tt.shapes*tt.each, count, name)
		assert.Equal(t, all, l.All(), "asked twice, it says the same")
	}
}

// TestAlikeLines gathers warnings with one sentence, and references to one missing id, at any
// number. Other errors keep a line each.
func TestAlikeLines(t *testing.T) {
	for code, level := range map[accountmap.Code]accountmap.Level{accountmap.ErrUnknownReference: accountmap.LevelError, accountmap.ErrOutOfRange: accountmap.LevelWarning, accountmap.ErrMissingID: accountmap.LevelError} {
		for _, each := range []int{2, 12, 300} {
			var l problems.List
			for i := range each {
				for _, id := range []string{"a", "b"} {
					l.AddLine(accountmap.Problem{Level: level, Code: code, Pos: at("f", i+1), Path: fmt.Sprintf("orders[%d].unit", i), Detail: fmt.Sprintf("no unit has the id %q", id)})
				}
			}
			report := l.All().Report()
			if code == accountmap.ErrMissingID && each < 20 {
				assert.Equal(t, 2*each, strings.Count(report, "\n"), report)
			} else if each < 20 {
				assert.Equal(t, 2, strings.Count(report, fmt.Sprintf(", here and in %d more: line", each-1)), report)
				assert.Len(t, l.All(), 2, report)
			}
			assert.LessOrEqual(t, len(l.All()), 40, report)
		}
	}
}

// TestFilesInThousands reports two problems in each of many files.
func TestFilesInThousands(t *testing.T) {
	var l problems.List
	for i := range 3000 {
		l.Add(accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrUnknownKey, Pos: accountmap.Pos{File: fmt.Sprint("f", i)}, Detail: "no list has this name"})
		l.Err(at(fmt.Sprint("f", i), 1), accountmap.ErrSyntax, "broken", "")
	}
	all := l.All()
	assert.LessOrEqual(t, len(all), problems.MaxLines)
	assert.Contains(t, all.Report(), "in 2995 more")
}

func TestQuote(t *testing.T) {
	assert.Equal(t, `"a\"b"`, problems.Quote(`a"b`))
	assert.Less(t, len(problems.Quote(strings.Repeat("λ", 5000))), 200)
	assert.Equal(t, `the row "a\"b" of 3 in f`, message.English(problems.Say("the row %q of %d in %s", `a"b`, 3, "f")))
	assert.Less(t, len(problems.Say("%s %q", strings.Repeat("λ", 5000), strings.Repeat("λ", 5000))), 400)
}
