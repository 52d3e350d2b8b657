package accountview

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestBands(t *testing.T) {
	// Each unit is "id" or "id<parent". A star gives it a contact, and therefore a column of its
	// own.
	for name, test := range map[string]struct {
		units string
		want  []string
	}{
		"no units":                     {"", nil},
		"flat":                         {"a b c", nil},
		"one level":                    {"x a<x b<x y c<y", []string{"x2 y1"}},
		"units beside a band":          {"a x b<x c", []string{"-1 x1 -1"}},
		"a parent with its own column": {"x* a<x b<x", []string{"x3"}},
		"two levels":                   {"g* x<g a<x b<x y<g c<y d<g", []string{"g5", "-1 x2 y1 -1"}},
		"a blank ends with its parent": {"x a<x y b<y z<y c<z", []string{"x1 y2", "-1 -1 z1"}},
		"as deep as there are levels":  {"a b<a c<b d<c e<d", []string{"a1", "b1", "c1", "d1"}},
		"deeper":                       {"a b<a c<b d<c e<d f<e g<f", []string{"a1", "b1", "c1", "…f1"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}}
			for i, word := range strings.Fields(test.units) {
				word, star := strings.CutSuffix(word, "*")
				id, parent, _ := strings.Cut(word, "<")
				a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(id), Name: id, Parent: accountmap.UnitID(parent)})
				if star {
					a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint(i)), Name: "x", Unit: accountmap.UnitID(id)})
				}
			}
			m, err := accountmap.New(a)
			require.NoError(t, err)
			of, err := New(m, accountmap.Date{}, nil)
			require.NoError(t, err)
			var got []string
			for _, row := range of.Coverage().Bands {
				var words []string
				for _, b := range row {
					word := string(b.Unit)
					if word == "" {
						word = "-"
					}
					if b.Below {
						word = "…" + word
					}
					words = append(words, fmt.Sprint(word, b.Columns))
				}
				got = append(got, strings.Join(words, " "))
			}
			assert.Equal(t, test.want, got)
		})
	}
}
