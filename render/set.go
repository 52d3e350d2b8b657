package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/pages"
	"github.com/accountatlas/accountatlas/render/internal/picture"
)

// Set is a view of a map as one or more pictures that are legible in print and link to each other.
// It is read-only and safe for concurrent use.
type Set struct {
	drawings []*Drawing
	paper    paper.Size
	// overview lays out the first overview without references to pages. It is nil for a set of one.
	overview func(context.Context) (*Drawing, error)
}

// Pages draws a view of the map as a set of pictures that are legible on Options.Paper, or on A3 if
// Paper is zero. If the whole map fits on the paper with texts of at least 6.5 points, the set is
// the one picture that [Layout] makes.
//
// Otherwise the first picture is an overview: the units, the number of people in each, and the ties
// between them. A page for each unit follows, in the order of the units. Small units share a page,
// a large unit takes several, and a large number of pages gets further overviews. If a tie leads to
// another page, the person at its other end appears as a small card that links to that page.
//
// A table that may be continued ([Coverage] or [TeamCover]) has a page for each legible block of
// rows and columns, with its headings. The pages are in the order from left to right and then down.
// Any other table is one picture. Nil options mean the defaults; the errors are the errors of
// [Draw].
func Pages(ctx context.Context, m *accountmap.Map, v View, opts *Options) (*Set, error) {
	l, g, err := prepare(ctx, m, v, opts)
	if err != nil {
		return nil, ofPages(err)
	}
	return l.set(ctx, g, nil)
}

// ofPages marks a [TooLargeError] as one of pages.
func ofPages(err error) error {
	large, ok := errors.AsType[*TooLargeError](err)
	if !ok {
		return err
	}
	divided := *large
	divided.Divided = true
	return &divided
}

// set divides a graph. The whole picture is nil if it has not been laid out.
func (l *layouter) set(ctx context.Context, g *graph.Graph, whole *picture.Picture) (*Set, error) {
	if err := checkPages(g, l.Limit); err != nil {
		return nil, ofPages(err)
	}
	divided, err := pages.Divide(ctx, g, pages.Options{
		Paper: l.Paper, Words: l.Terms, Theme: l.Theme, Lay: l.lay, Lines: l.lines,
		Whole: func(ctx context.Context) (*picture.Picture, error) {
			if whole != nil {
				return whole, ctx.Err()
			}
			return l.lay(ctx, g)
		},
		Illegible: func(g *graph.Graph, points float64) {
			l.Logger.WarnContext(ctx, "the texts are too small to read in print: choose a larger page, or draw a part of the account",
				"picture", g.Title, "points", math.Round(10*points)/10)
		},
	})
	if err != nil {
		return nil, ofPages(err)
	}
	s := &Set{paper: l.Paper}
	for _, p := range divided {
		s.drawings = append(s.drawings, l.drawing(p))
	}
	if first := divided[0]; first.Alone != nil {
		s.overview = func(ctx context.Context) (*Drawing, error) {
			p, err := l.lay(ctx, first.Alone)
			if err != nil {
				return nil, err
			}
			return l.drawing(pages.Page{Picture: p, ID: first.ID, Title: first.Title}), nil
		}
	}
	return s, nil
}

// Drawings returns the pictures in order, the overview first. There is at least one.
func (s *Set) Drawings() []*Drawing { return append([]*Drawing(nil), s.drawings...) }

// Overview returns the first picture for use on its own, as on a slide: without page numbers and
// links to pages. The errors are the errors of [Layout].
func (s *Set) Overview(ctx context.Context) (*Drawing, error) {
	if s.overview == nil {
		return s.drawings[0], ctx.Err()
	}
	return s.overview(ctx)
}

// Write writes the whole set as one file, in a format with pages; see [Format.Paged]. A PDF has a
// page for each picture, of the size of Options.Paper or, if that is zero, of the picture's own
// size. In any other format, a file holds one picture, and a set of several is an error: use
// [Set.WriteFiles].
func (s *Set) Write(w io.Writer, f Format) error {
	painter, err := painterOf(f)
	switch {
	case err != nil:
		return err
	case painter.pages != nil:
		return painter.pages(w, s)
	case len(s.drawings) > 1:
		return fmt.Errorf("cannot write a set of %d pictures as one file in the format %q: write it as pdf, or as files of their own",
			len(s.drawings), f)
	}
	return painter.write(context.Background(), w, s.drawings[0])
}

// File is the name and the contents of a picture of a set.
type File struct {
	Name string
	Data []byte
}

// Files encodes each picture as a file, in the order of the set. The function name returns the file
// name for a page number, which starts at 1. A nil name means the ID of the picture with the format
// as extension, such as overview.svg and page-2.svg. An SVG links to the other files; PNG and DOT
// have no links. A format with pages, such as PDF, is an error, since [Set.Write] writes all pages
// to one file. Other errors are [ErrTable] and an unknown format.
func (s *Set) Files(f Format, name func(page int) string) ([]File, error) {
	painter, err := painterOf(f)
	if err != nil {
		return nil, err
	}
	if painter.pages != nil {
		return nil, fmt.Errorf("cannot write a set of files in the format %q: all its pages are in one file", f)
	}
	names, files := map[string]string{}, make([]File, len(s.drawings))
	for i, d := range s.drawings {
		files[i].Name = d.id + "." + string(f)
		if name != nil {
			files[i].Name = name(i + 1)
		}
		names[d.id] = files[i].Name
	}
	for i, d := range s.drawings {
		var painted bytes.Buffer
		if err := painter.paint(context.Background(), &painted, d, names); err != nil {
			return nil, err
		}
		files[i].Data = painted.Bytes()
	}
	return files, nil
}

// WriteFiles writes the files of [Set.Files], with their default names, into an existing folder. It
// returns the names.
//
// Nothing is written until every picture is ready, and a file is either replaced whole or left
// unchanged. Files of an earlier, larger set stay. The error comes from the file system or from
// [Set.Files].
func (s *Set) WriteFiles(folder string, f Format) ([]string, error) {
	files, err := s.Files(f, nil)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range files {
		if err := replaceFile(filepath.Join(folder, file.Name), file.Data); err != nil {
			return names, err
		}
		names = append(names, file.Name)
	}
	return names, nil
}
