package drawio

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// number formats a length in points, which are the units of a diagram.
func number(v float64) string { return string(paint.AppendHundredths(nil, paint.Hundredths(v))) }

func (p *painter) style(part paint.Part) string {
	switch part.Shape {
	case paint.Words:
		align := "left"
		switch part.First.Anchor {
		case scene.Middle:
			align = "center"
		case scene.End:
			align = "right"
		}
		return "text;html=0;strokeColor=none;fillColor=none;spacing=0;overflow=visible;verticalAlign=middle;align=" + align + ";" + textStyle(part.First)
	case paint.Box:
		return boxStyle(part) + textStyle(part.First)
	case paint.Oval:
		return "shape=ellipse;perimeter=ellipsePerimeter;html=0;spacing=0;" + paintStyle(part.Path) + textStyle(part.First)
	}
	return "html=0;shape=stencil(" + p.stencil(part.Path, part.Frame) + ");" + paintStyle(part.Path)
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
	return "fillColor=" + cmp.Or(p.Fill, "none") + ";" + strokeStyle(p)
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
	on, ok := p.End(card, at)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%sX=%s;%[1]sY=%[3]s;%[1]sDx=0;%[1]sDy=0;", which, number(on.X), number(on.Y))
}

// stencil returns an outline in the form of a draw.io style: packed XML.
func (p *painter) stencil(path scene.Path, frame geom.Rect) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<shape w="%s" h="%s" aspect="variable" strokewidth="inherit"><foreground><path>`, number(frame.W), number(frame.H))
	point := func(x, y string, at geom.Point) string {
		return fmt.Sprintf(` %s="%s" %s="%s"`, x, number(at.X-frame.X), y, number(at.Y-frame.Y))
	}
	for _, s := range path.Segments {
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
	draw := "<fillstroke/>"
	switch {
	case path.Fill == "":
		draw = "<stroke/>"
	case path.Stroke == "":
		draw = "<fill/>"
	}
	b.WriteString("</path>" + draw + "</foreground></shape>")
	outline := b.String()
	if _, ok := p.stencils[outline]; !ok {
		p.stencils[outline] = p.packed(outline)
	}
	return p.stencils[outline]
}
