package render

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
)

// WritePages draws the set of [Pages] as files in a folder, which must exist, and returns their names in the order of the pages: the ID of each
// picture with the format as extension, such as overview.svg and page-2.svg. An SVG links to the other files; PNG and DOT have no links. PDF is
// an error, since [WriteFile] puts all pages into one file.
//
// Nothing is written until every picture is drawn, and a file is either replaced whole or left as it was; files of an earlier, larger set stay. The
// errors are those of [Draw] and of the file system.
func WritePages(ctx context.Context, folder string, m *accountmap.Map, v View, f Format, opts *Options) ([]string, error) {
	if f == PDF || !slices.Contains(Formats(), f) {
		return nil, fmt.Errorf("cannot write a set of files in the format %q: want dot, svg or png (a PDF has all pages in one file)", f)
	}
	pictures, err := Pages(ctx, m, v, opts)
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for _, p := range pictures {
		files[p.ID] = p.ID + "." + string(f)
	}
	var drawn [][]byte
	for _, p := range pictures {
		var picture bytes.Buffer
		switch f {
		case SVG:
			err = svg.Write(&picture, p.scene, &svg.Options{Files: files})
		case PNG:
			err = p.PNG(&picture)
		case DOT:
			err = p.DOT(&picture)
		}
		if err != nil {
			return nil, err
		}
		drawn = append(drawn, picture.Bytes())
	}
	var names []string
	for i, p := range pictures {
		if err := replaceFile(filepath.Join(folder, files[p.ID]), drawn[i]); err != nil {
			return names, err
		}
		names = append(names, files[p.ID])
	}
	return names, nil
}
