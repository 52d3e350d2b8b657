package codec_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

var formats = []codec.Format{codec.JSON, codec.YAML}

func encode(t testing.TB, a *accountmap.Account, f codec.Format) string {
	var b bytes.Buffer
	require.NoError(t, codec.Encode(&b, a, f))
	return b.String()
}

// TestRoundTrip writes and reads accounts with every field set. Their references are unknown, so
// rules report problems, but reading does not.
func TestRoundTrip(t *testing.T) {
	norace.Only(t)
	for _, f := range formats {
		for seed := range uint64(150) {
			a := generate(t, seed)
			file := encode(t, a, f)
			back, problems := codec.Decode(strings.NewReader(file), f)
			for _, p := range problems {
				require.NotContains(t, []accountmap.Code{accountmap.ErrSyntax, accountmap.ErrUnknownKey, accountmap.ErrDuplicateKey,
					accountmap.ErrWrongType, accountmap.ErrInvalidValue, accountmap.ErrInvalidText, accountmap.ErrMissingList}, p.Code, "%s\n%s", p, file)
			}
			require.Equal(t, a, back, "seed %d\n%s", seed, file)
			require.Equal(t, file, encode(t, back, f), "the same account must give the same bytes")
		}
	}
}

// TestRoundTripTexts writes and reads each hostile text, alone and in a list.
func TestRoundTripTexts(t *testing.T) {
	for _, f := range formats {
		for _, text := range append(hostile, strings.Repeat("long ", 1000), strings.Repeat("x", 5000)) {
			a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: text, Notes: text}}
			a.Competitors = []accountmap.Competitor{{ID: accountmap.CompetitorID(text), Strengths: []string{text, "", text}, Threats: []string{text}}}
			file := encode(t, a, f)
			back, _ := codec.Decode(strings.NewReader(file), f)
			require.Equal(t, a, back, "%q\n%s", text, file)
		}
	}
}

func TestEncodeEmpty(t *testing.T) {
	want := map[codec.Format]string{
		codec.JSON: "{\n  \"format\": 1,\n  \"account\": {},\n  \"units\": [],\n  \"products\": []\n}\n",
		codec.YAML: "format: 1\naccount: {}\nunits: []\nproducts: []\n",
	}
	for _, f := range formats {
		file := encode(t, &accountmap.Account{Orders: []accountmap.Order{}}, f)
		assert.Equal(t, want[f], file)
		back, _ := codec.Decode(strings.NewReader(file), f)
		assert.Equal(t, &accountmap.Account{Format: 1}, back)
	}
}

func TestEncodeRefuses(t *testing.T) {
	tests := map[string]struct {
		a    accountmap.Account
		code accountmap.Code
		path string
	}{
		"text that is not UTF-8":    {accountmap.Account{Profile: accountmap.Profile{Name: "a\xffb"}}, accountmap.ErrInvalidText, "account.name"},
		"control character":         {accountmap.Account{Units: []accountmap.Unit{{Name: "a\x01"}}}, accountmap.ErrInvalidText, "units[0].name"},
		"word outside its list":     {accountmap.Account{Contacts: []accountmap.Contact{{Stance: "boss"}}}, accountmap.ErrInvalidValue, "contacts[0].stance"},
		"date of no calendar":       {accountmap.Account{Profile: accountmap.Profile{AsOf: accountmap.Date{Year: 2026, Month: 2, Day: 30}}}, accountmap.ErrInvalidValue, "account.asOf"},
		"currency of no shape":      {accountmap.Account{Products: []accountmap.Product{{Price: accountmap.Money{Minor: 1, Currency: "euro"}}}}, accountmap.ErrInvalidValue, "products[0].price"},
		"amount without a negative": {accountmap.Account{Products: []accountmap.Product{{Price: accountmap.Money{Minor: math.MinInt64}}}}, accountmap.ErrInvalidValue, "products[0].price"},
		"quantity without number":   {accountmap.Account{Orders: []accountmap.Order{{Quantity: math.NaN()}}}, accountmap.ErrInvalidValue, "orders[0].quantity"},
		"reading without number":    {accountmap.Account{KPIs: []accountmap.KPI{{Readings: []accountmap.Reading{{Value: math.Inf(1)}}}}}, accountmap.ErrInvalidValue, "kpis[0].readings[0].value"},
		"format of the future":      {accountmap.Account{Format: 2}, accountmap.ErrUnsupportedFormat, "format"},
	}
	for name, tt := range tests {
		for _, f := range formats {
			var b bytes.Buffer
			err := codec.Encode(&b, &tt.a, f)
			problems, ok := errors.AsType[accountmap.Problems](err)
			require.True(t, ok, name)
			require.Len(t, problems, 1, name)
			assert.ErrorIs(t, err, tt.code, name)
			assert.Equal(t, tt.path, problems[0].Path, name)
			assert.Zero(t, b.Len(), "nothing may be written")
		}
	}
	assert.ErrorContains(t, codec.Encode(io.Discard, nil, codec.JSON), "nil")
	assert.ErrorContains(t, codec.Encode(io.Discard, &accountmap.Account{}, "toml"), `"toml"`)
}

// limitedWriter fails after n bytes.
type limitedWriter struct{ left int }

var errFull = errors.New("no space left")

func (w *limitedWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.left)
	w.left -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func TestEncodeFailingWriter(t *testing.T) {
	norace.Only(t)
	a := &accountmap.Account{Profile: generate(t, 7).Profile, Contacts: generate(t, 7).Contacts}
	for _, f := range formats {
		size := len(encode(t, a, f))
		for n := range size {
			require.ErrorIs(t, codec.Encode(&limitedWriter{n}, a, f), errFull, "%s after %d bytes", f, n)
		}
		require.NoError(t, codec.Encode(&limitedWriter{size}, a, f))
	}
}

func TestDecodeFailingReader(t *testing.T) {
	for _, f := range formats {
		file := encode(t, generate(t, 7), f)
		for _, n := range []int{0, 1, len(file) / 2, len(file)} {
			a, problems := codec.Decode(io.MultiReader(strings.NewReader(file[:n]), iotest.ErrReader(io.ErrUnexpectedEOF)), f)
			assert.Nil(t, a)
			assert.ErrorIs(t, problems, io.ErrUnexpectedEOF)
		}
		want, _ := codec.Decode(strings.NewReader(file), f)
		got, _ := codec.Decode(iotest.OneByteReader(strings.NewReader(file)), f)
		assert.Equal(t, want, got)
	}
	_, problems := codec.Decode(strings.NewReader(""), "toml")
	assert.ErrorContains(t, problems, `"toml"`)
}
