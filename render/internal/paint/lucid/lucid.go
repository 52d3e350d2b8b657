// Package lucid writes scenes as the pages of a document that Lucidchart imports: a .lucid file of
// Lucid's Standard Import, which is a zip with document.json.
package lucid

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// The limits of an import: the bytes of document.json, and the pixels of a side of a page.
const (
	maxBytes = 2_000_000
	maxSide  = 20_000
)

// ErrTooLarge reports drawings that exceed the limits of Lucid's import.
var ErrTooLarge = errors.New("documents of more than 2 MB are not imported by Lucid: draw a part of the account, or write drawio")

// Write writes a document with a page for each scene. A card is a shape with its data, grouped with
// its texts and signs. A line ends at the shapes of its cards, and each kind of line has its own
// layer. If the document exceeds the limits of the import, a card is one shape with its name and
// title. Ids are unique in the document. The error comes from the writer, or is [ErrTooLarge].
func Write(w io.Writer, pages []paint.Sheet) error {
	m, err := typeset.NewMeasurer()
	if err != nil {
		return fmt.Errorf("lucid: %w", err)
	}
	for _, simple := range []bool{false, true} {
		content, err := document(pages, m, simple)
		if err != nil {
			return fmt.Errorf("lucid: %w", err)
		}
		if len(content) > maxBytes {
			continue
		}
		archive := zip.NewWriter(w)
		part, err := archive.CreateHeader(&zip.FileHeader{Name: "document.json", Method: zip.Deflate})
		if err == nil {
			_, err = part.Write(content)
		}
		if err == nil {
			err = archive.Close()
		}
		if err != nil {
			return fmt.Errorf("lucid: %w", err)
		}
		return nil
	}
	return ErrTooLarge
}

// document returns the content of document.json, up to the size limit.
func document(pages []paint.Sheet, m *typeset.Measurer, simple bool) ([]byte, error) {
	ids := map[string]string{}
	for i, p := range pages {
		ids[p.ID] = "page" + strconv.Itoa(i+1)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteString(`{"version":1,"documentSettings":{"units":"px"},"pages":[`)
	for i, p := range pages {
		if i > 0 {
			b.WriteByte(',')
		}
		c := &composer{m: m, simple: simple, pages: ids, prefix: "page" + strconv.Itoa(i+1) + "-"}
		if err := e.Encode(c.page(p, "page"+strconv.Itoa(i+1))); err != nil {
			return nil, err
		}
		if b.Len() > maxBytes {
			break
		}
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

type page struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Settings settings `json:"settings"`
	Shapes   []shape  `json:"shapes"`
	Lines    []line   `json:"lines"`
	Groups   []group  `json:"groups"`
	Layers   []layer  `json:"layers"`
}

type settings struct {
	FillColor string `json:"fillColor,omitempty"`
	Size      struct {
		Type string `json:"type"`
		W    number `json:"w"`
		H    number `json:"h"`
	} `json:"size"`
}

type shape struct {
	ID       string   `json:"id"`
	Type     string   `json:"type"`
	Box      box      `json:"boundingBox"`
	Style    *style   `json:"style,omitempty"`
	Text     string   `json:"text,omitempty"`
	Vertices []at     `json:"vertices,omitempty"`
	Actions  []action `json:"actions,omitempty"`
	Data     []datum  `json:"customData,omitempty"`
}

type box struct {
	X number `json:"x"`
	Y number `json:"y"`
	W number `json:"w"`
	H number `json:"h"`
}

type at struct {
	X number `json:"x"`
	Y number `json:"y"`
}

type style struct {
	Fill     fill   `json:"fill"`
	Stroke   stroke `json:"stroke"`
	Rounding int    `json:"rounding,omitempty"`
}

type fill struct {
	Type  string `json:"type"`
	Color string `json:"color"`
}

type stroke struct {
	Color string `json:"color"`
	Width int    `json:"width"`
	Style string `json:"style"`
}

type action struct {
	Type      string `json:"type"`
	URL       string `json:"url,omitempty"`
	PageID    string `json:"pageId,omitempty"`
	NewWindow bool   `json:"newWindow,omitempty"`
}

type datum struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

type line struct {
	ID     string     `json:"id"`
	Type   string     `json:"lineType"`
	From   end        `json:"endpoint1"`
	To     end        `json:"endpoint2"`
	Stroke stroke     `json:"stroke"`
	Text   []lineText `json:"text,omitempty"`
	Elbows []at       `json:"elbowControlPoints,omitempty"`
	Data   []datum    `json:"customData,omitempty"`
}

type end struct {
	Type     string `json:"type"`
	Style    string `json:"style"`
	ShapeID  string `json:"shapeId"`
	Position at     `json:"position"`
}

type lineText struct {
	Text     string `json:"text"`
	Position number `json:"position"`
	Side     string `json:"side"`
}

type group struct {
	ID    string   `json:"id"`
	Items []string `json:"items"`
}

type layer struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Items []string `json:"items"`
}

type number float64

// MarshalJSON writes the number.
func (n number) MarshalJSON() ([]byte, error) {
	h := paint.Hundredths(float64(n))
	return strconv.AppendFloat(nil, float64(h)/100, 'f', -1, 64), nil
}
