package render

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// TestNativeEngine checks that pictures laid out by a native dot have the sandbox's geometry, and
// about its positions.
func TestNativeEngine(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Skip("no native dot to lay out with: install Graphviz")
	}
	for name, shape := range shapes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := mustNew(t, accountmaptest.Generate(1, shape))
			native, err := Layout(t.Context(), m, Stakeholders{}, &Options{Engine: Exec{}})
			require.NoError(t, err)
			checkCards(t, native)
			checkBoxes(t, native)
			checkLines(t, native)
			own, err := Layout(t.Context(), m, Stakeholders{}, &Options{Engine: Sandbox{}})
			require.NoError(t, err)
			w, h := own.Size()
			nw, nh := native.Size()
			assert.InEpsilon(t, w*h, nw*nh, 0.1, "the pictures are about as large: %vx%v and %vx%v", w, h, nw, nh)
		})
	}
}
