package codec_test

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func FuzzDecodeJSON(f *testing.F) { fuzzDecode(f, codec.JSON) }

func FuzzDecodeYAML(f *testing.F) { fuzzDecode(f, codec.YAML) }

// fuzzDecode decodes any text without panicking. A valid account must survive writing and reading.
func fuzzDecode(f *testing.F, format codec.Format) {
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(f, err)
	for _, name := range names {
		if text, ok := readTxtar(f, name)["account."+string(format)]; ok {
			f.Add([]byte(text))
		}
	}
	for seed := range uint64(3) {
		f.Add([]byte(encode(f, generate(f, seed), format)))
	}
	f.Add([]byte(encode(f, withOrders(2), format)))
	f.Add([]byte(encode(f, accountmaptest.Full(), format)))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, problems := codec.Decode(bytes.NewReader(data), format)
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
			require.Positive(t, p.Pos.Line+len(p.Pos.File), "%s", p)
			require.Positive(t, p.Pos.Column, "%s", p)
		}
		if problems.HasErrors() {
			return
		}
		for _, other := range formats {
			var b bytes.Buffer
			require.NoError(t, codec.Encode(&b, a, other))
			back, problems := codec.Decode(&b, other)
			require.NoError(t, problems.Err())
			require.Equal(t, a, back)
		}
		if m, err := accountmap.New(a); err == nil {
			readBack(t, m)
		}
	})
}

// FuzzUpdate revises a file for its own account and for another account. The result must read as
// the given account.
func FuzzUpdate(f *testing.F) {
	f.Add("# x\nformat: 1\naccount: {name: A, notes: 'it''s'}\nunits:\n- id: a # first\n  name: >-\n    A\n    B\n- {id: b, name: B}\nproducts: []\n", uint64(1))
	f.Add(encode(f, accountmaptest.Full(), codec.YAML), uint64(2))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		a, problems := codec.Decode(strings.NewReader(text), codec.YAML)
		if problems.HasErrors() {
			return
		}
		same, err := codec.Update([]byte(text), a)
		require.NoError(t, err)
		require.Equal(t, encode(t, a, codec.YAML), encode(t, decodeYAML(t, string(same)), codec.YAML))
		shuffle(a, rand.New(rand.NewPCG(seed, 1)))
		updated, err := codec.Update([]byte(text), a)
		require.NoError(t, err)
		require.Equal(t, encode(t, a, codec.YAML), encode(t, decodeYAML(t, string(updated)), codec.YAML))
	})
}

// FuzzReadCSV reads any two files without panicking. A valid account must survive writing and
// reading.
func FuzzReadCSV(f *testing.F) {
	for _, opts := range csvOptions {
		files := encodeCSV(f, accountmaptest.Full(), opts)
		f.Add(files["contacts.csv"], files["kpis.readings.csv"])
		f.Add(files["competitors.csv"], files["team.reach.csv"])
	}
	f.Add("id,name\n\"a\"\"b\",=c\n", "kpi;date;value\r\n#1;1.2.2026;1,5")
	f.Add("sep=\t\rid\tpower\ra\t5", "text,done\nx,yes")
	f.Fuzz(func(t *testing.T, first, second string) {
		files := map[string]string{
			"account.csv": "name,currency\nA,EUR\n", "units.csv": "id,name\nu,U\n", "products.csv": "id,name\np,P\n",
			"contacts.csv": first, "handoff.checklist.csv": second, "competitors.csv": first, "kpis.csv": first, "kpis.readings.csv": second,
		}
		a, problems := codec.ReadCSV(folderOf(files))
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
			require.NotEmpty(t, p.Pos.File, "%s", p)
		}
		if problems.HasErrors() {
			return
		}
		for _, opts := range csvOptions {
			back, problems := codec.ReadCSV(folderOf(encodeCSV(t, a, opts)))
			require.NoError(t, problems.Err())
			require.Equal(t, a, back)
		}
	})
}

// FuzzDecodeXLSX decodes a workbook with one arbitrary part, alone and merged, without panicking. A
// valid account must survive writing and reading.
func FuzzDecodeXLSX(f *testing.F) {
	base := sample()
	parts := bareParts(base, base)
	for i, p := range parts {
		f.Add(i, p.text)
	}
	f.Fuzz(func(t *testing.T, which int, text string) {
		changed := slices.Clone(parts)
		if which >= 0 && which < len(changed) {
			changed[which].text = text
		}
		file := zipped(t, changed)
		a, problems := codec.Decode(bytes.NewReader(file), codec.XLSX)
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
		}
		for _, remove := range []bool{false, true} {
			mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: remove})
		}
		if problems.HasErrors() {
			return
		}
		back, problems := codec.Decode(strings.NewReader(encode(t, a, codec.JSON)), codec.JSON)
		require.NoError(t, problems.Err())
		require.Equal(t, a, back)
	})
}
