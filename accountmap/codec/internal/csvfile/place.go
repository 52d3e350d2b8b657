package csvfile

import (
	"errors"
	"io/fs"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
)

// csvPlaces finds the places of values by reading the files once more, as it takes memory to know them before it is known which are asked for.
type csvPlaces struct {
	r *csvReader
	// file is the number of the open file, or -1, and line the line of the last row read.
	file   int
	opened fs.File
	lines  *csvtext.Reader
	line   int
}

// position turns a place into one that a reader finds. It is to be called with places that never decrease. A file that cannot be read any more has
// lines and no columns.
func (p *csvPlaces) position(at uint64) accountmap.Pos {
	file, line, field := rows.Unplace(at)
	pos := accountmap.Pos{File: p.r.files[file].shown, Line: line}
	if line == 0 {
		return pos
	}
	if file != p.file {
		p.open(file)
	}
	for p.lines != nil && p.line < line {
		_, err := p.lines.Read()
		if problem, ok := errors.AsType[accountmap.Problem](err); err != nil && !(ok && problem.Code == accountmap.ErrSyntax) {
			p.lines = nil
			return pos
		} else if err == nil {
			p.line = p.lines.Pos(0).Line
		}
	}
	if p.lines != nil && p.line == line {
		pos.Column = p.lines.Pos(field).Column
		pos.Line = p.lines.Pos(field).Line
	}
	return pos
}

func (p *csvPlaces) open(file int) {
	p.close()
	p.file, p.line, p.lines = file, 0, nil
	f, err := p.r.fsys.Open(p.r.files[file].name)
	if err != nil {
		return
	}
	p.opened = f
	p.lines, _ = csvtext.NewReader(f, "", func(accountmap.Problem) {})
}

func (p *csvPlaces) close() {
	if p.opened != nil {
		p.opened.Close()
		p.opened = nil
	}
}
