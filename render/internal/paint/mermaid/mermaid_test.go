package mermaid

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/theme"
)

func TestWrite(t *testing.T) {
	g := scenetest.Small()
	g.Groups = append(g.Groups, graph.Group{Parent: 0, Label: "Nobody"})
	var b strings.Builder
	require.NoError(t, Write(&b, g, theme.Light()))
	assert.Equal(t, `flowchart TB
  accTitle: Grupo Meridiano · account map
  accDescr: Who stands where.
  n4["שמעון פרס<br>Advisor"]:::look1
  subgraph b1 ["Grupo Meridiano"]
    n1["Ελένη Παπαδοπούλου<br>Chief operating officer"]:::look2
    n2["Marek Kowalski"]:::look3
    b3["Nobody"]
  end
  subgraph b2 ["Advisers #60;external#62;"]
    n3["Legal counsel#63;<br>not yet known"]:::look4
  end
  n1 --> n2
  classDef look1 fill:#F3F4F6,stroke:#9AA3B2,stroke-width:2px,color:#5F6673
  classDef look2 fill:#FFFFFF,stroke:#157A55,stroke-width:2px,color:#1F2937
  classDef look3 fill:#FFFFFF,stroke:#B83227,stroke-width:2px,color:#1F2937
  classDef look4 fill:#FFFFFF,stroke:#7F8899,stroke-width:2px,color:#1F2937,stroke-dasharray:4 3
`, b.String())
}

// TestWriteWarnsOfLimits checks the warning about a diagram with more lines than a viewer with
// default settings accepts.
func TestWriteWarnsOfLimits(t *testing.T) {
	var b strings.Builder
	require.NoError(t, Write(&b, scenetest.People(600), theme.Light()))
	assert.Regexp(t, `^%% A viewer needs maxEdges above 599 and maxTextSize above \d+ for this\.\n`, b.String())
}

func FuzzEscape(f *testing.F) {
	for _, s := range append(scenetest.Hostile(), `"]; end`, "`**x**`", "#quot;", "%%", "end") {
		f.Add(s)
	}
	harmless := regexp.MustCompile(`^([\p{L}\p{M}0-9 ]|#[0-9]+;)*$`)
	f.Fuzz(func(t *testing.T, s string) { assert.Regexp(t, harmless, Escape(s)) })
}
