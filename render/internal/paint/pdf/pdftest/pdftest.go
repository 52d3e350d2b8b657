// Package pdftest reads the PDFs of this repository for tests: pages with their texts and links,
// fonts, outline. It cannot read other PDFs in general.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Document is the content of a PDF.
type Document struct {
	Title, Language string
	Pages           []Page
	Fonts           []Font
	// Outline has the entries in order, and Depths their levels.
	Outline []Entry
	Depths  []int
}

type Page struct {
	Size [2]float64
	// Content has the operators, with encoded texts.
	Content string
	// Texts are in drawing order.
	Texts []string
	Links []Link
}

// Link is a rectangle of a page that links to an address, or to "page 2". Box is left, top, right
// and bottom, y upwards.
type Link struct {
	To  string
	Box [4]float64
}

// Font is a font. Embedded is the number of its bytes in the file; Unicode reports whether it has a
// map of its letters.
type Font struct {
	Name     string
	Embedded int
	Unicode  bool
}

// Entry is an entry of the outline, with the page and the height that it links to.
type Entry struct {
	Title string
	Page  int
	Top   float64
}

type object struct {
	dict   string
	stream []byte
}

var (
	objectHead = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	reference  = regexp.MustCompile(`/(\w+) ?\[?(\d+) 0 R`)
	mediaBox   = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	kid        = regexp.MustCompile(`(\d+) 0 R`)
	annotation = regexp.MustCompile(`/Subtype /Link /Rect \[(\S+) (\S+) (\S+) (\S+)\] /Border \[0 0 0\] (/A|/Dest)`)
	dest       = regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ 0 (\S+) null\]`)
	fontName   = regexp.MustCompile(`/BaseFont /(\S+)`)
	length     = regexp.MustCompile(`/Length1 (\d+)`)
)

func Read(data []byte) (Document, error) {
	objects, err := readObjects(data)
	if err != nil {
		return Document{}, err
	}
	var d Document
	numbers := map[int]int{} // of pages
	var catalog, root object
	for _, o := range objects {
		switch {
		case strings.Contains(o.dict, "/Type /Catalog"):
			catalog = o
		case strings.Contains(o.dict, "/Type /Pages"):
			root = o
		case strings.Contains(o.dict, "/CreationDate"):
			d.Title = stringAfter(o.dict, "/Title ")
		}
	}
	_, kids, ok := strings.Cut(root.dict, "/Kids [")
	if !ok {
		return d, errors.New("no list of pages")
	}
	kids, _, _ = strings.Cut(kids, "]")
	for i, match := range kid.FindAllStringSubmatch(kids, -1) {
		numbers[number(match[1])] = i + 1
	}
	d.Language = stringAfter(catalog.dict, "/Lang ")
	d.Pages = make([]Page, len(numbers))
	for n, at := range numbers {
		if d.Pages[at-1], err = readPage(objects, objects[n], root, numbers); err != nil {
			return d, fmt.Errorf("page %d: %w", at, err)
		}
	}
	d.readFonts(objects)
	if outline, ok := references(catalog.dict)["Outlines"]; ok {
		d.readOutline(objects, references(objects[outline].dict)["First"], numbers, 0)
	}
	return d, nil
}

func readObjects(data []byte) (map[int]object, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
		return nil, errors.New("not a whole PDF")
	}
	objects := map[int]object{}
	for len(data) > 0 {
		at := objectHead.FindSubmatchIndex(data)
		if at == nil {
			break
		}
		n := number(string(data[at[2]:at[3]]))
		data = data[at[1]:]
		end := bytes.Index(data, []byte("endobj"))
		var o object
		if s := bytes.Index(data[:max(end, 0)], []byte("\nstream\n")); s >= 0 {
			o.dict = string(data[:s])
			size := regexp.MustCompile(`/Length (\d+)`).FindStringSubmatch(o.dict)
			if size == nil {
				return nil, fmt.Errorf("object %d: a stream without length", n)
			}
			body := data[s+len("\nstream\n"):]
			o.stream = body[:number(size[1])]
			data = body[number(size[1]):]
			if !bytes.HasPrefix(data, []byte("\nendstream")) {
				return nil, fmt.Errorf("object %d: the stream is not as long as it says", n)
			}
			if strings.Contains(o.dict, "/FlateDecode") {
				z, err := zlib.NewReader(bytes.NewReader(o.stream))
				if err != nil {
					return nil, fmt.Errorf("object %d: %w", n, err)
				}
				if o.stream, err = io.ReadAll(z); err != nil {
					return nil, fmt.Errorf("object %d: %w", n, err)
				}
			}
		} else if end >= 0 {
			o.dict = string(data[:end])
			data = data[end:]
		} else {
			return nil, fmt.Errorf("object %d has no end", n)
		}
		objects[n] = o
	}
	return objects, nil
}

func readPage(objects map[int]object, o, root object, numbers map[int]int) (Page, error) {
	var p Page
	size := mediaBox.FindStringSubmatch(o.dict)
	if size == nil {
		size = mediaBox.FindStringSubmatch(root.dict)
	}
	if size == nil {
		return p, errors.New("no size")
	}
	p.Size = [2]float64{float(size[1]), float(size[2])}
	p.Content = string(objects[references(o.dict)["Contents"]].stream)
	p.Texts = shown(p.Content)
	for _, at := range annotation.FindAllStringSubmatchIndex(o.dict, -1) {
		var l Link
		for i := range l.Box {
			l.Box[i] = float(o.dict[at[2+2*i]:at[3+2*i]])
		}
		if rest := o.dict[at[10]:]; strings.HasPrefix(rest, "/A") {
			l.To = stringAfter(rest, "/URI ")
		} else {
			l.To = fmt.Sprintf("page %d", numbers[number(dest.FindStringSubmatch(rest)[1])])
		}
		p.Links = append(p.Links, l)
	}
	return p, nil
}

func shown(content string) []string {
	var texts []string
	for {
		_, rest, ok := strings.Cut(content, " Td (")
		if !ok {
			return texts
		}
		raw, size := literal(rest)
		texts = append(texts, utf16Text(raw))
		content = rest[size:]
	}
}

// literal returns a string up to its closing parenthesis, and the number of bytes read.
func literal(s string) (string, int) {
	var b strings.Builder
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			if s[i] == 'r' {
				b.WriteByte('\r')
			} else {
				b.WriteByte(s[i])
			}
		case s[i] == ')' && depth == 0:
			return b.String(), i + 1
		default:
			if s[i] == '(' {
				depth++
			} else if s[i] == ')' {
				depth--
			}
			b.WriteByte(s[i])
		}
	}
	return b.String(), len(s)
}

func stringAfter(dict, key string) string {
	_, rest, ok := strings.Cut(dict, key+"(")
	if !ok {
		return ""
	}
	raw, _ := literal(rest)
	if marked, ok := strings.CutPrefix(raw, "\xfe\xff"); ok {
		return utf16Text(marked)
	}
	return raw
}

func utf16Text(raw string) string {
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

func (d *Document) readFonts(objects map[int]object) {
	for n := range len(objects) + 1 {
		o, ok := objects[n]
		if !ok || !strings.Contains(o.dict, "/Subtype /Type0") {
			continue
		}
		f := Font{Name: fontName.FindStringSubmatch(o.dict)[1]}
		refs := references(o.dict)
		f.Unicode = bytes.Contains(objects[refs["ToUnicode"]].stream, []byte("beginbfrange"))
		descriptor := references(objects[refs["DescendantFonts"]].dict)["FontDescriptor"]
		file := objects[references(objects[descriptor].dict)["FontFile2"]]
		if size := length.FindStringSubmatch(file.dict); size != nil && number(size[1]) == len(file.stream) {
			f.Embedded = len(file.stream)
		}
		d.Fonts = append(d.Fonts, f)
	}
}

func (d *Document) readOutline(objects map[int]object, n int, numbers map[int]int, depth int) {
	for n != 0 {
		o := objects[n]
		to := dest.FindStringSubmatch(o.dict)
		d.Outline = append(d.Outline, Entry{Title: stringAfter(o.dict, "/Title "), Page: numbers[number(to[1])], Top: float(to[2])})
		d.Depths = append(d.Depths, depth)
		refs := references(o.dict)
		d.readOutline(objects, refs["First"], numbers, depth+1)
		n = refs["Next"]
	}
}

func references(dict string) map[string]int {
	refs := map[string]int{}
	for _, match := range reference.FindAllStringSubmatch(dict, -1) {
		refs[match[1]] = number(match[2])
	}
	return refs
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func float(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}
