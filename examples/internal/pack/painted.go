package pack

import (
	"bytes"
	"cmp"
	"io"
	"reflect"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// painted is a drawing whose PNG is painted once for all files.
type painted struct {
	*render.Drawing
	png func() ([]byte, error)
}

func paint(d *render.Drawing, err error) (*painted, error) {
	if err != nil {
		return nil, err
	}
	return &painted{d, sync.OnceValues(func() ([]byte, error) {
		var png bytes.Buffer
		err := d.PNG(&png)
		return png.Bytes(), err
	})}, nil
}

// figure returns the map for the handoff and the workbook: the one picture, or the overview of its
// pages. It is nil for a map that is too large for pages, and for a table on pages, which has no
// overview.
func (k *making) figure(pages func() (*render.Set, error)) (*painted, error) {
	drawing, err := k.drawing()
	if err == nil {
		return drawing, nil
	}
	set, err := pages()
	if err := unlessTooLarge(err); err != nil || set == nil || set.Drawings()[0].ID() != "overview" {
		return nil, err
	}
	return paint(set.Overview(k.ctx))
}

// PNG writes the picture. Further calls repeat the bytes. A file that is the picture shares them,
// since the map of 1,000 people has 20 MB.
func (p *painted) PNG(w io.Writer) error {
	png, err := p.png()
	if err != nil {
		return err
	}
	if file, ok := w.(*writer); ok {
		file.data = *bytes.NewBuffer(png)
		return file.ctx.Err()
	}
	_, err = w.Write(png)
	return err
}

// PNGAt writes the same pixels, since painting fewer pixels again would take longer.
func (p *painted) PNGAt(w io.Writer, _ int) error { return p.PNG(w) }

// extras returns the influence map and the roadmap for the handoff, except a picture that is too
// large, empty or the map.
func (k *making) extras(look *render.Options) (pictures []handoff.Picture, err error) {
	internal := k.m.Audience() == accountmap.AudienceInternal
	for _, extra := range []struct {
		section string
		view    render.View
		wanted  bool
	}{
		{"", render.Influence{}, internal && len(slices.Collect(k.m.Contacts())) > 0},
		{"roadmap", render.Roadmap{}, len(slices.Collect(k.m.Milestones())) > 0},
	} {
		if !extra.wanted || reflect.TypeOf(extra.view) == reflect.TypeOf(view(k.o)) {
			continue
		}
		drawing, err := render.Layout(k.ctx, k.m, extra.view, look)
		if err := unlessTooLarge(err); err != nil {
			return nil, err
		}
		if drawing != nil {
			pictures = append(pictures, handoff.Picture{Section: extra.section, Picture: drawing})
		}
	}
	return pictures, nil
}

// findMissing finds the letters of the map and the handoff that PNG and PDF lack. It makes no file.
func (k *making) findMissing(handoff func() (*document.Document, error)) error {
	shown, err := k.shown()
	if err != nil || shown == nil {
		return cmp.Or(err, errNone)
	}
	page, err := handoff()
	if err != nil {
		return err
	}
	k.missing, err = shown.Missing(textsOf(reflect.ValueOf(page.Blocks))...)
	return cmp.Or(err, errNone)
}

// textsOf returns the texts of a part of a document in order, without the texts of its pictures.
func textsOf(v reflect.Value) (texts []string) {
	switch v.Kind() {
	case reflect.String:
		texts = []string{v.String()}
	case reflect.Pointer, reflect.Interface:
		if _, picture := v.Interface().(paper.Picture); !picture && !v.IsNil() {
			return textsOf(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts = append(texts, textsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				texts = append(texts, textsOf(v.Field(i))...)
			}
		}
	}
	return texts
}
