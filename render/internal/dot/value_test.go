package dot

import (
	"context"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/render/internal/graphviz"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -0.00001: "0", 1.5: "1.5", -0.25: "-0.25", 2.7223: "2.7223", 1.0 / 3: "0.3333", 100: "100",
		math.Inf(-1): "0", math.NaN(): "0",
	} {
		assert.Equal(t, want, number(v).String(), v)
	}
}

func TestTooltip(t *testing.T) {
	assert.Equal(t, `"a\\\\N \"q\" &amp;amp;\nb"`, tooltip("a\\N \"q\" &amp;\nb").dot())
	assert.Equal(t, "\"a\uFFFDb\"", tooltip("a\x00b").dot())
}

func TestEscape(t *testing.T) {
	assert.Equal(t, html(`&lt;b&gt; &amp;amp; &quot; \\N`), escape(`<b> &amp; " \N`))
}

// FuzzQuoting checks that Graphviz returns any text unchanged, as a tooltip and as part of a label.
func FuzzQuoting(f *testing.F) {
	for _, text := range scenetest.Hostile() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		want := typeset.CleanLine(raw)
		if want == "" || len(want) > 200 {
			return
		}
		source := `digraph{n1[tooltip=` + tooltip(want).dot() + ` label=` + ("x" + escape(want) + "x").dot() + `]}`
		svg, _, err := graphviz.Sandbox{}.Run(context.Background(), []byte(source), "dot", "svg")
		if err != nil {
			t.Fatalf("%q: %v", source, err)
		}
		tip, label := readBack(t, string(svg))
		if tip != want {
			t.Errorf("%q: the tooltip is %q", want, tip)
		}
		if spaces(label) != "x"+spaces(want)+"x" {
			t.Errorf("%q: the label is %q", want, label)
		}
	})
}

// spaces replaces non-breaking spaces by plain spaces.
func spaces(s string) string { return strings.ReplaceAll(s, "\u00A0", " ") }

// readBack returns the tooltip and the text of the only node in an SVG.
func readBack(t *testing.T, svg string) (tip, label string) {
	decoder := xml.NewDecoder(strings.NewReader(svg))
	inText := false
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return tip, label
		}
		if err != nil {
			t.Fatalf("%v in %q", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "text"
			for _, a := range token.Attr {
				if a.Name.Local == "title" {
					tip = a.Value
				}
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				label += string(token)
			}
		}
	}
}
