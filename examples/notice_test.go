package examples_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// notice is the beginning of the file NOTICE, with facts that the files of the modules lack.
const notice = `Account Atlas links the modules below. Each is under the licence that follows its name.

The Graphviz that draws inside the process is graphviz.wasm of github.com/goccy/go-graphviz, built from
Graphviz 12.1.2, which is under the Eclipse Public License: https://graphviz.org/license/.
The fonts in pictures and PDF are the Go fonts of golang.org/x/image, by Bigelow & Holmes, under the licence
of that module.
github.com/goccy/go-graphviz and what it alone needs (disintegration/imaging, flopp/go-findfont,
fogleman/gg, golang/freetype) are linked by programs that import render/gographviz. Of the two licences of
golang/freetype, take the FreeType License. github.com/stretchr/testify is linked by tests alone.

`

// TestNoticeNamesEveryModule compares NOTICE with the linked modules, their versions and licences.
// With -update, it rewrites NOTICE.
func TestNoticeNamesEveryModule(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=Module", module+"/...").Output()
	require.NoError(t, err)
	type linked struct {
		Path, Version, Dir string
		Main               bool
	}
	modules := map[string]*linked{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p struct{ Module *linked }
		require.NoError(t, d.Decode(&p))
		if p.Module != nil && !p.Module.Main {
			modules[p.Module.Path] = p.Module
		}
	}
	var all []*linked
	for _, m := range modules {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *linked) int { return cmp.Compare(a.Path, b.Path) })
	var b strings.Builder
	b.WriteString(notice)
	for _, m := range all {
		fmt.Fprintf(&b, "%s\n%s %s\n\n", strings.Repeat("=", 100), m.Path, m.Version)
		found := 0
		for _, pattern := range []string{"LICENSE*", "NOTICE*"} {
			names, err := filepath.Glob(filepath.Join(m.Dir, pattern))
			require.NoError(t, err)
			for _, name := range names {
				text, err := os.ReadFile(name)
				require.NoError(t, err)
				if !strings.Contains(m.Path, "freetype") {
					assert.NotContains(t, strings.ToUpper(string(text)), "GENERAL PUBLIC LICENSE", "%s may not be linked", m.Path)
				}
				for line := range strings.Lines(strings.ReplaceAll(string(text), "\r\n", "\n")) {
					b.WriteString(strings.TrimRight(line, " \t\n\f") + "\n")
				}
				b.WriteByte('\n')
				found++
			}
		}
		assert.NotZero(t, found, "%s has no licence", m.Path)
	}
	accountmaptest.Golden(t, "../../NOTICE", []byte(strings.TrimRight(b.String(), "\n")+"\n"))
}
