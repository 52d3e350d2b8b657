package render

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/wholefile"
	"github.com/accountatlas/accountatlas/render/graph"
)

// View decides what a picture shows: it makes a graph of a map. [Layout] calls it with options
// whose defaults are filled in. A View only reads the map and is safe for concurrent use.
type View interface {
	Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error)
}

// Draw draws a view of the map as one picture and writes it to w; in PDF, that is one page of the
// picture's size. For pages that stay legible in print see [Pages]. Nothing is written before the
// whole picture is ready. The error is one of the view, of the engine (see [ErrNoEngine]), of ctx
// or of w, a [TooLargeError], [ErrTable], or an unknown format. Nil options mean the defaults.
func Draw(ctx context.Context, w io.Writer, m *accountmap.Map, v View, f Format, opts *Options) error {
	if _, err := painterOf(f); err != nil {
		return err
	}
	d, err := Layout(ctx, m, v, opts)
	if err != nil {
		return err
	}
	return d.Write(w, f)
}

// WriteFile draws a view of the map as one picture into a file, in the format of its extension; see
// [Formats]. After a failure an earlier file is unchanged. The errors are those of [Draw] and of
// the file system.
func WriteFile(ctx context.Context, name string, m *accountmap.Map, v View, opts *Options) error {
	format, err := formatOf(name)
	if err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := Draw(ctx, &picture, m, v, format, opts); err != nil {
		return err
	}
	return replaceFile(name, picture.Bytes())
}

func replaceFile(name string, data []byte) error {
	err := wholefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}
