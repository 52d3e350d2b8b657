package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf/pdftest"
)

// TestMissingLettersAreNamed checks that letters missing in the fonts are reported by script and
// person. A missing letter with marks is drawn as its plain letter.
func TestMissingLettersAreNamed(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Letters"}, Units: []accountmap.Unit{{ID: "u", Name: "Office"}}, Products: []accountmap.Product{{ID: "p", Name: "P"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: "Nguyễn Thị Hạnh", Unit: "u"}, {ID: "b", Name: "李娜", Unit: "u"}, {ID: "c", Name: "Jörg", Unit: "u"},
			{ID: "d", Name: "Jose\u0301 ✓ ★", Unit: "u"}}}
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	missing, err := d.Missing("Hạnh, 李娜 and Jörg decide", "Hạnh knows 王")
	require.NoError(t, err)
	assert.Equal(t, []MissingLetters{{"Latin", []string{"Nguyễn Thị Hạnh"}}, {"Han", []string{"李娜", "Hạnh knows 王"}}}, missing,
		"a sentence about somebody adds nothing to the name")

	var document bytes.Buffer
	require.NoError(t, d.Write(&document, PDF))
	_, err = pdftest.Read(document.Bytes())
	require.NoError(t, err)
}

// TestMissingLettersOfEveryText checks titles, places, the legend of our people, and marks without
// a letter.
func TestMissingLettersOfEveryText(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "株式会社"}, Units: []accountmap.Unit{{ID: "u", Name: "Office", City: "ทำงาน"}}, Products: []accountmap.Product{{ID: "p", Name: "P"}},
		Team:     []accountmap.Member{{ID: "m", Name: "दीपा"}},
		Contacts: []accountmap.Contact{{ID: "a", Name: "Ana", Unit: "u", Owner: "m"}, {ID: "b", Name: "Bo", Unit: "u"}, {ID: "c", Name: "x\u0360", Unit: "u"}}}
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	missing, err := d.Missing()
	require.NoError(t, err)
	in := map[string]string{}
	for _, m := range missing {
		in[m.Script] = m.In[0]
	}
	assert.Contains(t, in["Han"], "株式会社")
	assert.Contains(t, in["Thai"], "ทำงาน")
	assert.Contains(t, in["Devanagari"], "दीपा")
	assert.Equal(t, "x\u0360", in["Latin"])
}
