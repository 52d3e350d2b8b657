package mapping_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
)

type object struct {
	Columns map[string][]string `json:"columns,omitempty"`
	Words   map[string]string   `json:"words"`
	Inner   struct {
		File string `json:"file"`
	} `json:"inner"`
}

func TestRead(t *testing.T) {
	var o object
	require.NoError(t, mapping.Read(strings.NewReader("\ufeff{\"columns\": {\"a\": [\"b\"]}, \"inner\": {\"file\": \"f\"}}\n"), &o))
	assert.Equal(t, []string{"b"}, o.Columns["a"])
	assert.Equal(t, "f", o.Inner.File)
	for text, want := range map[string]string{
		"":                                      "the file ends before its JSON does",
		"{":                                     "the file ends before its JSON does",
		"{} {}":                                 "after the end",
		"{\n\"columns\": }":                     "line 2: ",
		"{\n\n\"words\": {\"a\": [\"b\"]}}":     "line 3: words cannot hold a array",
		`{"colums": {}}`:                        `there is no key "colums"; did you mean "columns"?`,
		`{"inner": {"flie": "x"}, "wrods": {}}`: "inner: there is no key \"flie\"; did you mean \"file\"?\n" + `there is no key "wrods"; did you mean "words"?`,
		`{"everything": {}}`:                    `there is no key "everything"; there are columns, words, inner`,
		strings.Repeat(" ", 1<<20) + `  {}`:     "larger than 1 MiB",
	} {
		err := mapping.Read(strings.NewReader(text), &object{})
		assert.ErrorContains(t, err, want, "%.40q", text)
	}
	var wide strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&wide, `, "k%d": 1`, i)
	}
	err := mapping.Read(strings.NewReader(`{"x": 1`+wide.String()+`}`), &object{})
	require.Error(t, err)
	lines := strings.Split(err.Error(), "\n")
	assert.Len(t, lines, 21)
	assert.Equal(t, "and 49981 more", lines[20])
	assert.ErrorIs(t, mapping.Read(iotest.ErrReader(iotest.ErrTimeout), &o), iotest.ErrTimeout)
}
