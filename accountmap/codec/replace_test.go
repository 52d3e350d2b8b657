package codec

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReplaceFileOnFullDisk fails in the middle of writing, as a full disk does.
func TestReplaceFileOnFullDisk(t *testing.T) {
	full := errors.New("no space left on device")
	name := filepath.Join(t.TempDir(), "a.json")
	for _, earlier := range []string{"", "earlier"} {
		if earlier != "" {
			require.NoError(t, os.WriteFile(name, []byte(earlier), 0o600))
		}
		err := replaceFile(name, func(w io.Writer) error {
			_, err := w.Write(make([]byte, 10_000))
			require.NoError(t, err)
			return full
		})
		assert.ErrorIs(t, err, full)
		kept, _ := os.ReadFile(name)
		assert.Equal(t, earlier, string(kept))
		entries, err := os.ReadDir(filepath.Dir(name))
		require.NoError(t, err)
		assert.Len(t, entries, min(1, len(earlier)))
	}
}

func TestTypeAtAPath(t *testing.T) {
	root := accountPlan()
	assert.Equal(t, "accountmap.ContactID", root.typeAt(keypath.Parse("team[0].reach[12].contact")).String())
	assert.Nil(t, root.typeAt(keypath.Parse("team.reach")))
}
