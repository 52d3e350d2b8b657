package codec_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/codec"
)

const yamlHead = "format: 1\naccount:\n  name: N\n"

const yamlTail = "units: []\nproducts: []\n"

// TestYAMLTexts reads account.notes in every YAML notation of a text.
func TestYAMLTexts(t *testing.T) {
	for value, want := range map[string]string{
		" plain":                              "plain",
		" plain  # comment":                   "plain",
		" a#b":                                "a#b",
		" a\tb":                               "a\tb",
		" a\u2028b":                           "a\u2028b",
		" http://n.example/?q=1":              "http://n.example/?q=1",
		" 1.0":                                "1.0",
		" 0030210":                            "0030210",
		" 2026-11-01":                         "2026-11-01",
		" 0x1F":                               "0x1F",
		" yes":                                "yes",
		" True":                               "True",
		" null":                               "",
		" ~":                                  "",
		"":                                    "",
		" 'it''s: so'":                        "it's: so",
		` "tab\there \u00e9\x41\U0001F680"`:   "tab\there éA🚀",
		" \"one\n    two\n\n    three\"":      "one two\nthree",
		" one\n    two":                       "one two",
		"\n    below":                         "below",
		" |\n    one\n      two\n\n    three": "one\n  two\n\nthree\n",
		" |-\n    one\n    two":               "one\ntwo",
		" >\n    one\n    two\n\n    three":   "one two\nthree\n",
		" >-\n    one\n    two":               "one two",
		" | # comment\n    # text":            "# text\n",
		"\t'x'":                               "x",
	} {
		for _, file := range []string{
			yamlHead + "  notes:" + value + "\n" + yamlTail,
			strings.ReplaceAll(yamlHead+"  notes:"+value+"\n"+yamlTail, "\n", "\r\n"),
			"---\n" + yamlTail + yamlHead + "  notes:" + value + "\n...\n",
			"\ufeff# comment\n" + yamlTail + yamlHead + "  notes:" + value,
		} {
			a, problems := codec.Decode(strings.NewReader(file), codec.YAML)
			require.NoError(t, problems.Err(), file)
			if strings.Contains(value, "|\n") || strings.Contains(value, ">\n") || strings.Contains(value, "| #") {
				assert.Equal(t, strings.TrimSuffix(want, "\n"), strings.TrimSuffix(a.Notes, "\n"), file)
				continue
			}
			assert.Equal(t, want, a.Notes, file)
		}
	}
}

// TestYAMLFaults reads files with one fault each. Reading continues after the fault.
func TestYAMLFaults(t *testing.T) {
	tests := map[string]struct{ file, want string }{
		"empty":               {"", "1:1 syntax\n"},
		"only a comment":      {"# nothing\n", "1:1 syntax\n"},
		"only a document":     {"---\n", "1:1 syntax\n"},
		"text":                {"account\n", "1:1 wrong-type\n"},
		"list":                {"- account\n", "1:1 wrong-type\n"},
		"tab":                 {yamlHead + "\tnotes: x\n", "4:1 syntax\n"},
		"quote":               {yamlHead + "  notes: \"Ñ x\n", "4:10 syntax\n"},
		"reserved":            {yamlHead + "  notes: @x\n", "4:10 syntax\n"},
		"escape":              {yamlHead + "  notes: \"é\\q\"\n", "4:13 syntax\n"},
		"anchor":              {yamlHead + "  notes: &n x\n" + yamlTail, "4:10 syntax\n"},
		"alias":               {yamlHead + "  notes: *n\n" + yamlTail, "4:10 syntax\n"},
		"merge key":           {yamlHead + "  <<: {notes: x}\n" + yamlTail, "4:3 syntax\n"},
		"tag":                 {yamlHead + "  notes: !!str x\n" + yamlTail, "4:10 syntax\n"},
		"complex key":         {yamlHead + "  ? notes\n" + yamlTail, "4:3 syntax\n"},
		"directive":           {"%YAML 1.2\n---\n" + yamlHead + yamlTail, "1:1 syntax\n"},
		"second document":     {yamlHead + yamlTail + "---\n" + yamlHead, "6:1 syntax\n"},
		"second colon":        {yamlHead + "  notes: Ñ: x\n" + yamlTail, "4:11 syntax\n"},
		"no space":            {yamlHead + "  notes:x\n" + yamlTail, "4:3 syntax\n"},
		"no colon":            {yamlHead + "  notes\n" + yamlTail, "4:3 syntax\n"},
		"no key":              {yamlHead + "  : x\n" + yamlTail, "4:3 syntax\n"},
		"deeper":              {yamlHead + "    notes: x\n" + yamlTail, "4:5 syntax\n"},
		"shallower":           {yamlHead + " notes: x\n" + yamlTail, "4:2 syntax\n"},
		"list beside key":     {yamlHead + "  notes: - x\n" + yamlTail, "4:10 syntax\n"},
		"list below text":     {yamlHead + "  notes: x\n    - y\n" + yamlTail, "4:10 syntax\n"},
		"list among keys":     {yamlHead + "- notes\n" + yamlTail, "4:1 syntax\n"},
		"open bracket":        {yamlHead + yamlTail + "team: [{id: é\n", "6:8 syntax\n"},
		"open brace":          {yamlHead + yamlTail + "handoff: {from: é\n", "6:10 syntax\n"},
		"closing bracket":     {yamlHead + yamlTail + "team: é]\n", "6:7 wrong-type team\n"},
		"pair in brackets":    {yamlHead + yamlTail + "team: [id: x]\n", "6:10 syntax\n"},
		"text behind quotes":  {yamlHead + "  notes: 'é' x\n" + yamlTail, "4:14 syntax\n"},
		"text after quotes":   {yamlHead + "  notes: \"é\" x\n" + yamlTail, "4:14 syntax\n"},
		"between two levels":  {yamlHead + yamlTail + "team:\n  - id: m\n   name: M\n", "8:4 syntax\n"},
		"control character":   {yamlHead + "  notes: \"é\ax\"\n" + yamlTail, "4:12 invalid-text\n"},
		"spaces at the end":   {yamlHead + yamlTail + "team: é   \n", "6:7 wrong-type team\n"},
		"tab before a value":  {yamlHead + yamlTail + "team:\té\n", "6:7 wrong-type team\n"},
		"duplicate":           {yamlHead + "  name: M\n" + yamlTail, "4:3 duplicate-key account.name\n"},
		"two faults":          {yamlHead + "  notes: a: b\nunits: []\nproducts: *p\n", "4:11 syntax\n"},
		"content before":      {"format: 1\naccount:\n  nmae: N\n" + yamlTail + "team: [é\n", "3:3 unknown-key account.nmae\n6:7 syntax\n"},
		"bare word as number": {yamlHead + yamlTail + "goals: [{id: g, title: G, priority: .inf}]\n", "6:37 wrong-type goals[0].priority\n"},
		"number in quotes":    {yamlHead + yamlTail + "goals: [{id: g, title: G, priority: '2'}]\n", "6:37 wrong-type goals[0].priority\n"},
		"yes for true":        {yamlHead + yamlTail + "contacts: [{id: c, name: C, external: yes}]\n", "6:39 wrong-type contacts[0].external\n"},
	}
	for name, tt := range tests {
		_, problems := codec.Decode(strings.NewReader(tt.file), codec.YAML)
		assert.Equal(t, tt.want, lines(problems), "%s: %s", name, problems)
		for _, p := range problems {
			assert.NotContains(t, p.Detail+p.Hint, "\n", name)
			assert.NotEmpty(t, p.Detail, name)
		}
	}
}

func TestYAMLLayout(t *testing.T) {
	a := generate(t, 1)
	want, _ := codec.Decode(strings.NewReader(encode(t, a, codec.JSON)), codec.JSON)
	got, _ := codec.Decode(strings.NewReader(encode(t, a, codec.JSON)), codec.YAML)
	assert.Equal(t, want, got, "JSON is YAML")
}

// TestJSONAsYAML checks that YAML rules apply to JSON in a YAML file: a number may be a text. A
// trailing comma makes it YAML that is not JSON.
func TestJSONAsYAML(t *testing.T) {
	for _, file := range []string{
		`{"format": 1, "account": {"name": 12, "notes": "\u00e9 \"a\""}, "units": [{"id": 7, "name": true}], "products": []`,
		`{"format": 1, "account": {"name": null, "name": "N"}, "units": [{"id": "7", "power": "x", "kind": -1}], "products": [] `,
		" {\"format\": 2,\r\n\"account\": [],\t\"units\": {}",
	} {
		want, problems := codec.Decode(strings.NewReader(file+",}"), codec.YAML)
		got, others := codec.Decode(strings.NewReader(file+"}"), codec.YAML)
		assert.Equal(t, want, got)
		assert.Equal(t, problems, others)
	}
}
