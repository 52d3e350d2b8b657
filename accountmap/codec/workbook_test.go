package codec_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// workbookFile returns the workbook of an account in a language.
func workbookFile(t testing.TB, a *accountmap.Account, language string) []byte {
	m, err := accountmap.New(a)
	require.NoError(t, err)
	words, ok := terms.Lookup(language)
	require.True(t, ok)
	book, err := workbook.New(t.Context(), m, &workbook.Options{Terms: words})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, book.WriteXLSX(&b))
	return b.Bytes()
}

// requireSame requires two accounts to be equal, except that amounts may omit the currency of the
// account. A map always names it.
func requireSame(t testing.TB, want, got *accountmap.Account, about ...any) {
	t.Helper()
	a, err := accountmap.New(want)
	require.NoError(t, err, about...)
	b, err := accountmap.New(got)
	require.NoError(t, err, about...)
	require.Equal(t, a.Account(), b.Account(), about...)
}

// TestWorkbookRoundTrip reads workbooks of many accounts in every language, alone and merged onto
// the same account. The account must be equal.
func TestWorkbookRoundTrip(t *testing.T) {
	norace.Only(t)
	for i, a := range wholeAccounts() {
		language := terms.Languages()[i%len(terms.Languages())]
		file := workbookFile(t, a, language)
		back, problems := codec.Decode(bytes.NewReader(file), codec.XLSX)
		require.NoError(t, problems.Err(), "account %d in %s", i, language)
		requireSame(t, a, back, "account %d in %s", i, language)
		require.NotContains(t, problems.Report(), codec.ErrUnreadCells, "account %d in %s", i, language)

		merged, problems := mergeOf(a, bytes.NewReader(file), nil)
		require.NoError(t, problems.Err())
		require.Equal(t, a, merged, "account %d in %s", i, language)
	}
}

// mergeOf calls [codec.Merge] and omits the changes.
func mergeOf(current *accountmap.Account, book io.Reader, opts *codec.MergeOptions) (*accountmap.Account, accountmap.Problems) {
	a, _, problems := codec.Merge(current, book, opts)
	return a, problems
}

// packedBook returns a workbook of some sheets of a map.
func packedBook(t testing.TB, m *accountmap.Map, sheets []workbook.Sheet) []byte {
	book, err := workbook.New(t.Context(), m, &workbook.Options{Sheets: sheets})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, book.WriteXLSX(&b))
	return b.Bytes()
}
