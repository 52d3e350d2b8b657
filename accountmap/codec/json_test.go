package codec_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// aroundJSON wraps a value of account.notes in a file of one line. The value begins in column 47.
func aroundJSON(value string) string {
	return `{"format":1,"account":{"name":"Ñandú","notes":` + value + `},"units":[],"products":[]}`
}

func TestJSONSyntax(t *testing.T) {
	tests := map[string]struct{ file, want string }{
		"empty":                    {"", "1:1 syntax\n"},
		"white space":              {" \n\t\r\n", "1:1 syntax\n"},
		"another root":             {"\n [1]", "2:2 wrong-type\n"},
		"text as root":             {`"account"`, "1:1 wrong-type\n"},
		"text that does not end":   {aroundJSON("\"x}\n"), "1:47 syntax\n"},
		"bare word":                {aroundJSON("Ünal"), "1:47 syntax\n"},
		"single quotes":            {aroundJSON("'x'"), "1:47 syntax\n"},
		"word of another language": {aroundJSON("None"), "1:47 syntax\n"},
		"no value":                 {aroundJSON(""), "1:47 syntax\n"},
		"leading zero":             {aroundJSON("007"), "1:47 syntax\n"},
		"escape":                   {aroundJSON(`"é\x41"`), "1:49 syntax\n"},
		"comment":                  {"{\n  // by hand\n  \"format\": 1}", "2:3 syntax\n"},
		"comment before a comma":   {"{\"format\": 1 /* by hand */, \"units\": []}", "1:14 syntax\n"},
		"missing comma":            {`{"units": [{"id": "u1" "name": "Ü"}]}`, "1:24 syntax\n"},
		"comma after a list":       {`{"units": [1, 2,], "products": []}`, "1:12 wrong-type units[0]\n1:15 wrong-type units[1]\n1:16 syntax\n"},
		"comma after an object":    {`{"units": [{"id": "é",}]}`, "1:22 syntax\n"},
		"two commas":               {`{"units": [{"id": "é"},,{}]}`, "1:24 syntax\n"},
		"tab in a text":            {aroundJSON("\"é\tx\""), "1:49 syntax\n"},
		"escape of a folder":       {aroundJSON(`"C:\dir"`), "1:50 syntax\n"},
		"half a character":         {aroundJSON(`"\ud83d"`), "1:48 syntax\n"},
		"key without quotes":       {`{format: 1}`, "1:2 syntax\n"},
		"key without colon":        {`{"format" 1}`, "1:11 syntax\n"},
		"end in an object":         {`{"format": 1`, "1:13 syntax\n"},
		"end in a list":            {`{"units": [{"id": "é"}`, "1:23 syntax\n"},
		"end for a value":          {`{"units":`, "1:10 syntax\n"},
		"wrong bracket":            {`{"units": [}`, "1:12 syntax\n"},
		"after the end":            {"{\"format\": 1}\n{}", "2:1 syntax\n"},
		"NUL":                      {"{\x00}", "1:2 syntax\n"},
	}
	for name, tt := range tests {
		_, problems := codec.Decode(strings.NewReader(tt.file), codec.JSON)
		assert.Equal(t, tt.want, lines(problems), "%s: %s", name, problems)
		for _, p := range problems {
			assert.NotContains(t, p.Detail+p.Hint, "\n", name)
			assert.NotEmpty(t, p.Detail, name)
		}
	}
}

func TestJSONTexts(t *testing.T) {
	for value, want := range map[string]string{
		`""`: "", `"a\"\\\/\b\f\n\r\tz"`: "a\"\\/\b\f\n\r\tz", `"\u00e9\u20AC"`: "é€", `"\ud83d\ude80!"`: "🚀!", `"</svg>&"`: "</svg>&",
	} {
		a, _ := codec.Decode(strings.NewReader(aroundJSON(value)), codec.JSON)
		assert.Equal(t, want, a.Notes, value)
	}
}

func TestJSONNumbers(t *testing.T) {
	order := func(quantity string) string {
		return `{"format":1,"account":{"name":"N"},"units":[{"id":"u","name":"U"}],"products":[{"id":"p","name":"P"}],
			"orders":[{"unit":"u","product":"p","date":"2026-01-02","quantity":` + quantity + `}]}`
	}
	for source, want := range map[string]float64{"1": 1, "-2.50": -2.5, "1e3": 1000, "0.1": 0.1, "12345678901234567890": 12345678901234567890} {
		a, problems := codec.Decode(strings.NewReader(order(source)), codec.JSON)
		require.NoError(t, problems.Err())
		assert.Equal(t, want, a.Orders[0].Quantity)
	}
	_, problems := codec.Decode(strings.NewReader(order("1e999")), codec.JSON)
	assert.ErrorIs(t, problems, accountmap.ErrOutOfRange)
	for _, source := range []string{"+1", "1.", ".5", "1e", "--1", "0x10", "NaN"} {
		_, problems := codec.Decode(strings.NewReader(order(source)), codec.JSON)
		assert.ErrorIs(t, problems, accountmap.ErrSyntax, source)
	}
}

func TestMoneyIsExact(t *testing.T) {
	file := func(currency, amount string) string {
		return `{"format":1,"account":{"name":"N","currency":"` + currency + `"},"units":[],"products":[{"id":"p","name":"P","price":` + amount + `}]}`
	}
	for _, tt := range []struct {
		currency, amount string
		want             accountmap.Money
	}{
		{"EUR", `"90071992547409.93"`, accountmap.Money{Minor: 9007199254740993}},
		{"EUR", `90071992547409.93`, accountmap.Money{Minor: 9007199254740993}},
		{"EUR", `0.1`, accountmap.Money{Minor: 10}},
		{"JPY", `1250`, accountmap.Money{Minor: 1250}},
		{"BHD", `"1.005"`, accountmap.Money{Minor: 1005}},
		{"JPY", `"1.05 USD"`, accountmap.Money{Minor: 105, Currency: "USD"}},
		{"", `"7"`, accountmap.Money{Minor: 700}},
	} {
		a, problems := codec.Decode(strings.NewReader(file(tt.currency, tt.amount)), codec.JSON)
		require.NoError(t, problems.Err())
		assert.Equal(t, tt.want, a.Products[0].Price)
	}
	for _, amount := range []string{`1e3`, `"1,250.00"`, `"€5"`, `0.001`, `"5 euro"`, `""`} {
		_, problems := codec.Decode(strings.NewReader(file("EUR", amount)), codec.JSON)
		assert.ErrorIs(t, problems, accountmap.ErrInvalidValue, amount)
	}
}
