// Package paint has what the painters of the formats share: letters, colours, coordinates and links
// of a scene.
package paint

import (
	"errors"
	"math"
	"strconv"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// ErrTable reports a table drawn in a format that has only boxes and lines.
var ErrTable = errors.New("the picture is a table, and this format has boxes and lines alone: write svg, png or pdf")

// Hundredths converts points to hundredths of a point, the smallest unit written. NaN, and values
// far off any page, become 0.
func Hundredths(v float64) int64 {
	if !(math.Abs(v) < 1e9) {
		return 0
	}
	return int64(math.Round(v * 100))
}

// Number writes a length in points as the shortest decimal of its hundredths.
func Number(v float64) string { return string(AppendHundredths(nil, Hundredths(v))) }

// AppendHundredths appends n hundredths as the shortest decimal, such as "1.5" or "-.25".
func AppendHundredths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	whole, part := n/100, n%100
	if whole != 0 || part == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if part == 0 {
		return b
	}
	b = append(b, '.', byte('0'+part/10))
	if part%10 != 0 {
		b = append(b, byte('0'+part%10))
	}
	return b
}

// Sheet is a page of a file with several pages.
type Sheet struct {
	Scene *scene.Scene
	// ID is the target of links of the form "#id". It consists of letters, digits and hyphens. It
	// may be empty.
	ID string
	// Title is the name of the page's tab, in formats with tabs.
	Title string
}

// SafeLink returns the link, or "" if it is not allowed. A view with such a link has already caused
// an error; this is the second check.
func SafeLink(link string) string {
	if graph.CheckLink(link) != nil {
		return ""
	}
	return link
}

// MaxScale is the largest magnification of a picture on a page or slide. It gives letters about the
// same size on all of them. Without it, a map of one person would fill the sheet.
const MaxScale = 1.25

// Page returns the outline of the whole page.
func Page(s *scene.Scene) []scene.Segment {
	return rectangle(0, 0, s.Width, s.Height)
}

func rectangle(left, top, right, bottom float64) []scene.Segment {
	corner := func(op scene.Op, x, y float64) scene.Segment {
		return scene.Segment{Op: op, To: geom.Point{X: x, Y: y}}
	}
	return []scene.Segment{
		corner(scene.Move, left, top), corner(scene.Line, right, top),
		corner(scene.Line, right, bottom), corner(scene.Line, left, bottom), {Op: scene.Close},
	}
}
