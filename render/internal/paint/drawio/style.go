package drawio

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// number formats a length in points, which are the units of a diagram.
func number(v float64) string { return string(paint.AppendHundredths(nil, paint.Hundredths(v))) }

func (c *stencils) style(p paint.Part) string {
	switch p.Shape {
	case paint.Words:
		align := "left"
		switch p.First.Anchor {
		case scene.Middle:
			align = "center"
		case scene.End:
			align = "right"
		}
		return "text;html=0;strokeColor=none;fillColor=none;spacing=0;overflow=visible;verticalAlign=middle;align=" + align + ";" + textStyle(p.First)
	case paint.Box:
		return boxStyle(p) + textStyle(p.First)
	case paint.Oval:
		return "shape=ellipse;perimeter=ellipsePerimeter;html=0;spacing=0;" + paintStyle(p.Path) + textStyle(p.First)
	}
	return "html=0;shape=stencil(" + c.stencil(p.Path, p.Frame) + ");" + paintStyle(p.Path)
}

func boxStyle(p paint.Part) string {
	rounded := "rounded=0;"
	if p.Radius > 0 {
		rounded = "rounded=1;absoluteArcSize=1;arcSize=" + number(2*p.Radius) + ";"
	}
	return rounded + "html=0;spacing=0;" + paintStyle(p.Path)
}

func textStyle(t scene.Text) string {
	if t.String == "" {
		return ""
	}
	font := 0
	if t.Bold {
		font++
	}
	if t.Italic {
		font += 2
	}
	return fmt.Sprintf("fontFamily=Arial;fontSize=%s;fontStyle=%d;fontColor=%s;", number(t.Size), font, t.Fill)
}

func paintStyle(p scene.Path) string {
	fill := p.Fill
	fill = cmp.Or(fill, "none")
	return "fillColor=" + fill + ";" + strokeStyle(p)
}

func strokeStyle(p scene.Path) string {
	if p.Stroke == "" {
		return "strokeColor=none;"
	}
	s := "strokeColor=" + p.Stroke + ";strokeWidth=" + number(p.Width) + ";"
	if p.Dash == nil {
		return s
	}
	var dashes []string
	for _, d := range p.Dash {
		dashes = append(dashes, number(d))
	}
	return s + "dashed=1;fixDash=1;dashPattern=" + strings.Join(dashes, " ") + ";"
}

// end fixes an end of a line at the position on its card where it is drawn.
func (p *painter) end(which, card string, at geom.Point) string {
	r, ok := p.frames[card]
	if !ok || r.W <= 0 || r.H <= 0 {
		return ""
	}
	part := func(v float64) string { return number(min(max(v, 0), 1)) }
	return fmt.Sprintf("%sX=%s;%[1]sY=%[3]s;%[1]sDx=0;%[1]sDy=0;", which, part((at.X-r.X)/r.W), part((at.Y-r.Y)/r.H))
}

// stencil returns an outline in the form of a draw.io style: XML, percent-encoded, deflated, in
// base64. It caches stencils, since most signs are drawn many times.
func (c *stencils) stencil(p scene.Path, frame geom.Rect) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<shape w="%s" h="%s" aspect="variable" strokewidth="inherit"><foreground><path>`, number(frame.W), number(frame.H))
	point := func(x, y string, at geom.Point) string {
		return fmt.Sprintf(` %s="%s" %s="%s"`, x, number(at.X-frame.X), y, number(at.Y-frame.Y))
	}
	for _, s := range p.Segments {
		switch s.Op {
		case scene.Move:
			b.WriteString("<move" + point("x", "y", s.To) + "/>")
		case scene.Line:
			b.WriteString("<line" + point("x", "y", s.To) + "/>")
		case scene.Cubic:
			b.WriteString("<curve" + point("x1", "y1", s.C1) + point("x2", "y2", s.C2) + point("x3", "y3", s.To) + "/>")
		case scene.Close:
			b.WriteString("<close/>")
		}
	}
	paint := "<fillstroke/>"
	switch {
	case p.Fill == "":
		paint = "<stroke/>"
	case p.Stroke == "":
		paint = "<fill/>"
	}
	b.WriteString("</path>" + paint + "</foreground></shape>")
	outline := b.String()
	made, ok := c.made[outline]
	if !ok {
		var compressed bytes.Buffer
		c.deflate.Reset(&compressed)
		c.deflate.Write([]byte(strings.ReplaceAll(url.QueryEscape(outline), "+", "%20")))
		c.deflate.Close() // a Buffer accepts everything
		made = base64.StdEncoding.EncodeToString(compressed.Bytes())
		c.made[outline] = made
	}
	return made
}

type stencils struct {
	made    map[string]string
	deflate *flate.Writer
}

func newStencils() *stencils {
	deflate, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is valid
	return &stencils{map[string]string{}, deflate}
}
