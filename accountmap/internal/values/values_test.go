package values_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

func TestDate(t *testing.T) {
	for name, tt := range map[string]struct {
		order string
		seen  []string
		text  string
		want  string // "" for an error
	}{
		"ISO":                      {text: "2026-11-01", want: "2026-11-01"},
		"time behind a T":          {text: "2026-11-01T23:59:00.000Z", want: "2026-11-01"},
		"time behind a space":      {text: "1996-07-04 00:00:00.000", want: "1996-07-04"},
		"slashes, year first":      {text: "2026/1/9", want: "2026-01-09"},
		"points":                   {text: "3.4.2026", want: "2026-04-03"},
		"day above 12":             {text: "13/4/2026", want: "2026-04-13"},
		"month second":             {text: "4/13/2026 10:31 AM", want: "2026-04-13"},
		"two digits":               {text: "4/13/26, 10:31", want: "2026-04-13"},
		"the same either way":      {text: "4/4/2026", want: "2026-04-04"},
		"may be two":               {text: "3/4/2026"},
		"others say the day":       {seen: []string{"1/2/2026", "25/2/2026"}, text: "3/4/2026", want: "2026-04-03"},
		"others say the month":     {seen: []string{"2/25/2026", "1/2/2026"}, text: "3/4/2026", want: "2026-03-04"},
		"others say both":          {seen: []string{"2/25/2026", "25/2/2026"}, text: "3/4/2026"},
		"the caller says":          {order: "day-month", text: "3/4/2026", want: "2026-04-03"},
		"no such day":              {text: "31/4/2026"},
		"both above 12":            {text: "14/13/2026"},
		"word":                     {text: "soon"},
		"number":                   {text: "46000"},
		"not digits":               {text: "a/b/2026"},
		"four parts":               {text: "1/2/3/2026"},
		"long":                     {text: strings.Repeat("1/", 5000)},
		"year alone with a hyphen": {text: "2026-"},
		"month by its name":        {text: "13-Apr-18", want: "2018-04-13"},
		"month by its name, US":    {text: "Oct 1, 2024", want: "2024-10-01"},
		"whole name and time":      {text: "March 12, 2026 10:30 AM", want: "2026-03-12"},
		"day before the name":      {text: "2 SEPT 2026", want: "2026-09-02"},
		"ordinal and weekday":      {text: "Monday, October 1st, 2024", want: "2024-10-01"},
		"without marks":            {text: "13APR2018", want: "2018-04-13"},
		"year first by its name":   {text: "2018-Apr-13", want: "2018-04-13"},
		"no such day of a name":    {text: "31-Apr-18"},
		"month and year alone":     {text: "Apr-18"},
		"two names":                {text: "Apr 1 May 2018"},
		"a name of another tongue": {text: "13 kwietnia 2018"},
		"month in German":          {text: "12. März 2026", want: "2026-03-12"},
		"month in French":          {text: "5 août 2026", want: "2026-08-05"},
		"short month in French":    {text: "5-déc.-2026", want: "2026-12-05"},
		"June or July in French":   {text: "5 jui 2026"},
		"month in Italian":         {text: "5 gen 2026", want: "2026-01-05"},
		"month in Portuguese":      {text: "5 de março de 2026", want: "2026-03-05"},
		"ordinal and of":           {text: "13th of April, 2026", want: "2026-04-13"},
		"month in Spanish":         {text: "13-abr-18", want: "2018-04-13"},
		"day in Spanish":           {text: "1 de septiembre de 2026", want: "2026-09-01"},
		"day in Greek":             {text: "3 Μαΐου 2026", want: "2026-05-03"},
		"June in Greek":            {text: "3 Ιουν 2026", want: "2026-06-03"},
		"July in Greek":            {text: "3-Ιουλ-26", want: "2026-07-03"},
		"June or July":             {text: "3 Ιου 2026"},
		"three numbers and a name": {text: "1 2 Apr 2018"},
		"ISO without marks":        {text: "20180413", want: "2018-04-13"},
		"ISO without marks, time":  {text: "20180413T101500Z", want: "2018-04-13"},
		"eight digits":             {text: "13042018"},
		"no such day without mark": {text: "20181340"},
		"last century":             {text: "31.12.98", want: "1998-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := values.NewSpelling("", tt.order)
			require.NoError(t, err)
			for _, text := range tt.seen {
				s.SeeDate(text)
			}
			d, err := s.Date(tt.text)
			assert.Equal(t, tt.want, d.String())
			assert.Equal(t, tt.want == "", err != nil, err)
		})
	}
	d, err := values.Spelling{}.Date("  ")
	assert.NoError(t, err)
	assert.True(t, d.IsZero())
}

func TestDateErrorsUseTheOrderOfTheFile(t *testing.T) {
	for name, tt := range map[string]struct{ order, text, want string }{
		"no such day":           {"day-month", "31/02/2026", `"31/02/2026" is not a date: February 2026 has 28 days (it is read as day, month, year)`},
		"no such day, American": {"month-day", "02/30/2026 10:00", `"02/30/2026 10:00" is not a date: February 2026 has 28 days (it is read as month, day, year)`},
		"no such month":         {"day-month", "14.13.2026", `"14.13.2026" is not a date: there is no month 13 (it is read as day, month, year)`},
		"year first":            {"day-month", "2026/2/30", `"2026/2/30" is not a date: February 2026 has 28 days (year-month-day, such as 2026-11-01)`},
		"no marks":              {"", "20251305", `"20251305" is not a date: there is no month 13 (year-month-day, such as 2026-11-01)`},
		"year first, with time": {"", "2025.4.31 10:00", `"2025.4.31 10:00" is not a date: April 2025 has 30 days (year-month-day, such as 2026-11-01)`},
		"four numbers":          {"", "2025-1-1-1", `"2025-1-1-1" is not a date (year-month-day, such as 2026-11-01)`},
		"word":                  {"day-month", "soon", `"soon" is not a date (day, month, year, as the other dates of the file are, or year-month-day, such as 2026-11-01)`},
		"word, American":        {"month-day", "soon", `"soon" is not a date (month, day, year, as the other dates of the file are, or year-month-day, such as 2026-11-01)`},
		"word, nothing known":   {"", "soon", `"soon" is not a date (year-month-day, such as 2026-11-01)`},
	} {
		s, err := values.NewSpelling("", tt.order)
		require.NoError(t, err)
		_, err = s.Date(tt.text)
		assert.EqualError(t, err, tt.want, name)
	}
}

func TestMoney(t *testing.T) {
	for name, tt := range map[string]struct {
		decimal string
		seen    []string
		text    string
		want    string // "" for an error
	}{
		"whole":                {text: "1250", want: "1250.00"},
		"one decimal":          {text: "9000.0", want: "9000.00"},
		"exponent":             {text: "1.25E7", want: "12500000.00"},
		"exponent, no point":   {text: "2E+3", want: "2000.00"},
		"English":              {text: "1,250.50", want: "1250.50"},
		"German":               {text: "1.250,50", want: "1250.50"},
		"French":               {text: "1 250,50 €", want: "1250.50 EUR"},
		"Swiss":                {text: "1’250.50", want: "1250.50"},
		"millions":             {text: "1,250,000", want: "1250000.00"},
		"code before":          {text: "USD 1,250.00", want: "1250.00 USD"},
		"code behind":          {text: "1250.00 JPY", want: "1250 JPY"},
		"dollar":               {text: "$1,250.00", want: "1250.00 USD"},
		"a dollar of Brazil":   {text: "R$ 1.250,00", want: "1250.00 BRL"},
		"a sign behind":        {text: "1 250,00 zł", want: "1250.00 PLN"},
		"brackets":             {text: "(1,250.00)", want: "-1250.00"},
		"minus":                {text: "-€5", want: "-5.00 EUR"},
		"minus inside":         {text: "EUR -5.10", want: "-5.10 EUR"},
		"rounded":              {text: "33.335", want: "33.34", seen: []string{"1.5"}},
		"rounded, many":        {text: "33.333333", want: "33.33"},
		"nought point three":   {text: "0.125", want: "0.13"},
		"may be two":           {text: "1,250"},
		"may be two, point":    {text: "12.000"},
		"others say":           {seen: []string{"1,5"}, text: "12.000", want: "12000.00"},
		"others say a point":   {seen: []string{"2,000,000"}, text: "1,250", want: "1250.00"},
		"others say both":      {seen: []string{"1,5", "1.5"}, text: "12.000"},
		"the caller says":      {decimal: ".", text: "1,250", want: "1250.00"},
		"Indian":               {text: "12,50,000.00", want: "1250000.00"},
		"groups of two":        {text: "12,50,00"},
		"groups of any":        {text: "1,25,0000.00"},
		"word":                 {text: "many"},
		"two exponents":        {text: "1e2e3"},
		"large exponent":       {text: "1e999999999"},
		"beyond what is held":  {text: "99999999999999999999"},
		"sign alone":           {text: "-"},
		"mark alone":           {text: "."},
		"currency alone":       {text: "EUR"},
		"euro in words":        {text: "10.00 EURO", want: "10.00 EUR"},
		"euros in Greek":       {text: "10,50 ευρώ", want: "10.50 EUR"},
		"a word before":        {text: "about 10.00"},
		"a power without one":  {text: "12E"},
		"long":                 {text: strings.Repeat("1", 500)},
		"decimals of decimals": {text: "1.5.5"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := values.NewSpelling(tt.decimal, "")
			require.NoError(t, err)
			for _, text := range tt.seen {
				s.SeeNumber(text)
			}
			m, _, err := s.Money(tt.text, "EUR")
			if tt.want == "" {
				var bad *accountmap.ValueError
				require.ErrorAs(t, err, &bad)
				assert.NotEmpty(t, bad.Hint)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, m.Format("EUR"))
		})
	}
}

func TestNumber(t *testing.T) {
	n, err := values.Spelling{}.Number("0.15")
	require.NoError(t, err)
	assert.InDelta(t, 0.15, n, 1e-12)
	n, err = values.Spelling{}.Number("")
	require.NoError(t, err)
	assert.Zero(t, n)
	_, err = values.Spelling{}.Number("NaN")
	assert.Error(t, err)
}

func TestNewSpelling(t *testing.T) {
	_, err := values.NewSpelling("point", "")
	assert.ErrorContains(t, err, `"point"`)
	_, err = values.NewSpelling("", "US")
	assert.ErrorContains(t, err, `"US"`)
	known, err := values.NewSpelling(",", "")
	require.NoError(t, err)
	_, _, err = known.Or(values.Spelling{}).Money("1,250", "EUR")
	assert.NoError(t, err)
}

func TestSpellingsOfSeveralFiles(t *testing.T) {
	var german, english, silent values.Spelling
	german.SeeDate("24.12.2026")
	german.SeeNumber("1,5")
	english.SeeDate("12/24/2026")
	english.SeeNumber("1.5")
	d, err := silent.Or(german.And(silent)).Date("3/4/2026")
	require.NoError(t, err)
	assert.Equal(t, "2026-04-03", d.String())
	_, err = silent.Or(german.And(english)).Date("3/4/2026")
	assert.Error(t, err, "the two differ")
	_, err = silent.Or(german.And(english)).Number("1,250")
	assert.Error(t, err)
	n, err := english.Or(german).Number("1,250")
	require.NoError(t, err)
	assert.InDelta(t, 1250, n, 0)
}

func TestPlaceholders(t *testing.T) {
	for _, text := range []string{"NULL", "(none)", "-", "—", "(No value)"} {
		assert.True(t, values.IsNothing(text, false), text)
	}
	for _, text := range []string{"n/a", "None", "nan", "00000000", "0000-00-00", "00.00.0000", "0000-00-00 00:00:00"} {
		assert.False(t, values.IsNothing(text, false), text)
		assert.True(t, values.IsNothing(text, true), text)
	}
	for _, text := range []string{"0", "0.00", "000", "Nan Ng", "a-b", "0000-00-01"} {
		assert.False(t, values.IsNothing(text, true), text)
	}
}

func TestMangled(t *testing.T) {
	for _, text := range []string{"4.42E+11", "3,5e+10", "3.02e11", "+3,02E11", "3e11", "-4e+11", "442079460000.0", "442079460000,00", "12-Mar", "Mar-12"} {
		assert.True(t, values.IsMangledPhone(text), text)
	}
	for _, text := range []string{"+44 20 7946 0000", "0210.555.000", "12-13", "ext. 12", "210e", "e12", "12 e 34", "01-02-2026", "112", ""} {
		assert.False(t, values.IsMangledPhone(text), text)
	}
	for text, want := range map[string]bool{"3.02e11": true, "1,5E+07": true, "1E+05": true, "12E34": false, "7e1": false, "a1e5": false} {
		assert.Equal(t, want, values.IsMangled(text), text)
	}
	for text, want := range map[string]string{"'+302": "+302", "'007": "007", `="007"`: "007", "'t Hof": "'t Hof", "'": "'", `="a"&"b"`: `="a"&"b"`, "=1": "=1", `="`: `="`} {
		assert.Equal(t, want, values.Unguard(text))
	}
}

func TestWrittenInFull(t *testing.T) {
	for text, want := range map[string]string{"12k": "12000.00", "1.2M": "1200000.00", "€12.5k": "12500.00", "1,25 Mio. €": "1250000.00", "-3 K": "-3000.00", "2bn USD": "2000000000.00", "12 oz": "such as 1250.00",
		"k": "such as 1250.00", "12kk": "such as 1250.00", "1,200k": "such as 1250.00"} {
		_, _, err := values.Spelling{}.Money(text, "EUR")
		var e *accountmap.ValueError
		if assert.ErrorAs(t, err, &e, text) {
			assert.Contains(t, e.Hint, want, text)
		}
	}
}

func FuzzSpelling(f *testing.F) {
	for _, seed := range []string{"1.250,50 €", "(1e5)", "3/4/2026", "2026-11-01T", "USD-", "1'000", ",5", "1,,2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s values.Spelling
		s.SeeDate(text)
		s.SeeNumber(text)
		if d, err := s.Date(text); err == nil && !d.IsZero() {
			again, err := accountmap.ParseDate(d.String())
			require.NoError(t, err)
			require.Equal(t, d, again)
		}
		if m, _, err := s.Money(text, "EUR"); err == nil {
			_, err := accountmap.ParseMoney(m.Format("EUR"), "EUR")
			require.NoError(t, err, text)
		}
		if n, err := s.Number(text); err == nil {
			require.False(t, math.IsNaN(n) || math.IsInf(n, 0), text)
		}
	})
}
