package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/weblink"
)

// A drawing is the SVG of a picture, parsed and found harmless in a
// page. It is written anew from its tokens, never copied: a browser reads SVG
// in a page as HTML, and what an XML reader takes for a comment could be an
// element there.
type drawing struct {
	root   []xml.Attr  // of the svg element, without what the page sets itself
	tokens []xml.Token // what is in it: StartElement, EndElement, CharData
	ids    map[string]bool
	links  bool // some part of it leads somewhere
}

const svgSpace = "http://www.w3.org/2000/svg"

// drawingElements are the elements that draw, name or link, and do nothing
// else. Anything outside this list is refused: a list of what is dangerous
// would have to grow with every browser.
var drawingElements = []string{
	"a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask",
	"path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "svg", "symbol", "text",
	"textPath", "title", "tspan", "use",
}

// drawingFunctions are the functions that the value of an attribute may call;
// a function not named here could fetch something.
var drawingFunctions = []string{
	"hsl", "hsla", "matrix", "rgb", "rgba", "rotate", "scale", "skewX", "skewY", "translate", "url",
}

var (
	attributeName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	functionCall  = regexp.MustCompile(`([^\s,;()]*)\(`)
	localURL      = regexp.MustCompile(`(url\(\s*["']?#)`)
)

// readSVG takes the SVG document src apart. It fails, with the place in src,
// on anything but a well-formed drawing.
func readSVG(src []byte) (*drawing, error) {
	d := &drawing{ids: map[string]bool{}}
	dec := xml.NewDecoder(bytes.NewReader(src))
	var open []string
	for {
		line, column := dec.InputPos()
		t, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			open, err = d.take(t, open)
		} else {
			err = fmt.Errorf("it is not well-formed XML: %w", err)
		}
		if err != nil {
			return nil, fmt.Errorf("SVG line %d, column %d: %w", line, column, err)
		}
	}
	if d.root == nil {
		return nil, errors.New("the picture wrote no svg element")
	}
	d.dropOwnName()
	return d, nil
}

// take adds one token, and returns the names of the elements open after it.
// Comments, declarations and the document type are left out.
func (d *drawing) take(t xml.Token, open []string) ([]string, error) {
	switch t := t.(type) {
	case xml.StartElement:
		if len(open) == 0 {
			if d.root != nil || t.Name.Local != "svg" {
				return nil, fmt.Errorf("the root is <%s>; one <svg> has to hold everything", t.Name.Local)
			}
		}
		attrs, err := d.element(t, open)
		if err != nil {
			return nil, fmt.Errorf("<%s>: %w", t.Name.Local, err)
		}
		if len(open) == 0 {
			d.root = attrs
		} else {
			d.tokens = append(d.tokens, xml.StartElement{Name: t.Name, Attr: attrs})
		}
		return append(open, t.Name.Local), nil
	case xml.EndElement:
		open = open[:len(open)-1]
		if len(open) > 0 {
			d.tokens = append(d.tokens, t)
		}
	case xml.CharData:
		if len(open) > 0 {
			d.tokens = append(d.tokens, t.Copy())
		} else if len(bytes.TrimSpace(t)) > 0 {
			return nil, errors.New("there is text outside the svg element")
		}
	}
	return open, nil
}

// element returns the attributes to keep of an element, never nil, or why the
// element is refused.
func (d *drawing) element(e xml.StartElement, open []string) ([]xml.Attr, error) {
	switch {
	case e.Name.Space != svgSpace && e.Name.Space != "":
		return nil, fmt.Errorf("it is of the name space %q, not SVG", e.Name.Space)
	case e.Name.Local == "style":
		return nil, errors.New("a style sheet would reach the whole page; use presentation attributes")
	case !slices.Contains(drawingElements, e.Name.Local):
		return nil, errors.New("this element is not allowed in a picture")
	case len(open) > 0 && slices.Contains([]string{"title", "desc"}, open[len(open)-1]):
		return nil, fmt.Errorf("<%s> may hold text only", open[len(open)-1])
	}
	attrs := []xml.Attr{}
	for _, a := range e.Attr {
		keep, err := d.attribute(e.Name.Local, &a)
		if err != nil {
			return nil, fmt.Errorf("%s=%q: %w", a.Name.Local, a.Value, err)
		}
		if !keep || len(open) == 0 && setByPage(a.Name.Local) {
			continue
		}
		if slices.ContainsFunc(attrs, func(b xml.Attr) bool { return strings.EqualFold(a.Name.Local, b.Name.Local) }) {
			return nil, fmt.Errorf("the attribute %s stands twice", a.Name.Local)
		}
		attrs = append(attrs, a)
	}
	return attrs, nil
}

// attribute reports whether to keep an attribute of the element named, or why
// it is refused. It reduces the name to how HTML spells it.
func (d *drawing) attribute(element string, a *xml.Attr) (keep bool, err error) {
	switch a.Name.Space {
	case "":
	case "xlink", "http://www.w3.org/1999/xlink":
		if a.Name.Local != "href" {
			return false, nil // titles and the like: no browser shows them
		}
	case "xml", "http://www.w3.org/XML/1998/namespace":
		if a.Name.Local != "lang" {
			return false, nil // a base in particular: references stay in the picture
		}
	default:
		return false, nil // declarations and other name spaces draw nothing
	}
	a.Name.Space = ""
	name := strings.ToLower(a.Name.Local) // HTML does not tell cases apart
	switch {
	case name == "xmlns":
		return false, nil
	case !attributeName.MatchString(name):
		return false, errors.New("this is no name of an SVG attribute")
	case strings.HasPrefix(name, "on"):
		return false, errors.New("a picture may not hold event handlers")
	case name == "style":
		return false, errors.New("the page does not allow style attributes; use presentation attributes")
	case name == "src", name == "ping":
		return false, errors.New("a picture may not fetch anything")
	case name == "href":
		return true, d.reference(element, a.Value)
	case name == "id":
		if a.Value == "" || d.ids[a.Value] {
			return false, errors.New("the id is empty or stands twice in the picture")
		}
		d.ids[a.Value] = true
		return true, nil
	case name == "class", strings.HasPrefix(name, "aria-"), strings.HasPrefix(name, "data-"):
		return true, nil // text: nothing in it can be called
	}
	return true, checkCalls(a.Value)
}

// reference checks the href of an element: a link may leave the page, any
// other reference has to stay in the picture.
func (d *drawing) reference(element, target string) error {
	_, ok := weblink.Encode(target)
	switch {
	case element == "a" && ok:
		d.links = true
		return nil
	case element == "a":
		return errors.New("a link has to lead to http, https, mailto or #")
	case len(target) > 1 && target[0] == '#':
		return nil
	}
	return errors.New("a picture may refer only to itself, as #id")
}

// checkCalls checks the functions called in the value of an attribute.
func checkCalls(value string) error {
	if strings.Contains(value, `\`) {
		return errors.New("a backslash could hide a reference")
	}
	for _, at := range functionCall.FindAllStringSubmatchIndex(value, -1) {
		name := value[at[2]:at[3]]
		if !slices.Contains(drawingFunctions, name) {
			return fmt.Errorf("the function %q is not allowed in a picture", name)
		}
		if name == "url" {
			local := localURL.FindStringIndex(value[at[2]:])
			if local != nil && local[0] == 0 {
				continue
			}
			return errors.New("a picture may refer only to itself, as url(#id)")
		}
	}
	return nil
}

// setByPage reports whether the page decides on an attribute of the root.
func setByPage(name string) bool {
	name = strings.ToLower(name)
	return slices.Contains([]string{"id", "role", "width", "height", "x", "y", "tabindex"}, name) ||
		strings.HasPrefix(name, "aria-")
}

// dropOwnName removes the title and description that the picture gives
// itself: the page names it.
func (d *drawing) dropOwnName() {
	kept := d.tokens[:0]
	depth, dropping := 0, false
	for _, t := range d.tokens {
		switch t := t.(type) {
		case xml.StartElement:
			if depth == 0 && (t.Name.Local == "title" || t.Name.Local == "desc") {
				dropping = true
			}
			depth++
		case xml.EndElement:
			depth--
			if depth == 0 && dropping {
				dropping = false
				continue
			}
		}
		if !dropping {
			kept = append(kept, t)
		}
	}
	d.tokens = kept
}
