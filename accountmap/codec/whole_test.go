package codec_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// readBack writes the view of each audience. Reading it must give the same account without changes.
func readBack(t *testing.T, m *accountmap.Map) {
	t.Helper()
	for _, audience := range accountmap.Audiences() {
		part := m.Select(accountmap.Scope{Audience: audience})
		for _, f := range formats {
			back, problems := codec.Decode(strings.NewReader(encode(t, part.Account(), f)), f)
			require.NoError(t, problems.Err())
			want := part.Account()
			want.Format = accountmap.FormatVersion
			require.Equal(t, want, back)
			again, err := accountmap.New(back)
			require.NoError(t, err)
			require.True(t, accountmap.Compare(part, again).IsZero())
		}
	}
}

func TestWholeAccountsReadBack(t *testing.T) {
	norace.Only(t)
	accounts := []*accountmap.Account{accountmaptest.Full()}
	for _, s := range accountmaptest.Shapes() {
		accounts = append(accounts, accountmaptest.Generate(3, s))
	}
	for _, text := range accountmaptest.Hostile() {
		hostile := accountmaptest.Full()
		accountmaptest.FillText(hostile, text)
		accounts = append(accounts, hostile)
	}
	for _, a := range accounts {
		m, err := accountmap.New(a)
		require.NoError(t, err)
		readBack(t, m)
	}
}
