// Package csvtext reads delimited tables as spreadsheets and other programs write them. A table has
// a byte order mark or none, and is in UTF-8, UTF-16, Windows-1252 or (Greek) Windows-1253. Commas,
// semicolons, tabs or bars separate the values; line ends are of any kind. The package detects
// these, streams the rows, and reports the line and column of each value as editors count them.
//
// It follows RFC 4180. It does not use encoding/csv, for three reasons. That package changes line
// breaks within values, so that a text does not survive a round trip. It cannot read files whose
// line ends are carriage returns. It reports an unclosed quotation mark only at the end of the
// file.
package csvtext

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/message"
)

// Reader reads the rows of one file. It is not safe for concurrent use.
type Reader struct {
	// Exact keeps values unchanged. Otherwise CR LF in a value becomes LF, and a control character
	// becomes U+FFFD and is reported.
	Exact bool

	file      string
	report    func(accountmap.Problem)
	in        *bufio.Reader
	delimiter byte
	// window holds the buffered bytes of in. The first at bytes are read.
	window []byte
	at     int
	// err is the reason why no further row can be read.
	err error
	// next is the line of the next row, or of an empty line before it; first is the line of the
	// last row, and text its bytes.
	next, first int
	text        []byte
	// starts holds the offset of each value in text, at its quotation mark if any. Ends holds the
	// end of each value in content, which is text without quotation marks around values.
	starts, ends []int
	content      []byte
	row          []string
	placed       place
	// many is the number of values in a row with too many, otherwise 0. begun is true after the
	// first row.
	many  int
	begun bool
	// encoding is the encoding detected so far; encodingReported reports that an unknown encoding
	// was reported.
	encoding         encoding
	encodingReported bool
	// greek is true if the file is decoded from Windows-1253, and greekReported after the warning.
	// greekUTF8 is true if its beginning has Greek letters in UTF-8.
	greek, greekReported, greekUTF8 bool
	// suspect is the place of the first text that may have lost letters; suspectReported is true
	// after the warning.
	suspect         accountmap.Pos
	suspectReported bool
	// utf16 checks a UTF-16 file. It is nil for other files, and after an invalid character was
	// reported.
	utf16 *utf16Check
	// doubled is true after a warning of doubly encoded UTF-8.
	doubled bool
}

// NewReader returns a reader of the rows in r, and detects the encoding and the delimiter. A line
// "sep=;" before the header is skipped. Problems that do not end a row go to report, with their
// place in the named file: every control character, and once a text that is not UTF-8, as a warning
// if it is Windows-1252 or Windows-1253. The rows have U+FFFD in their place. The error is an error
// of r, or an [accountmap.Problem] if the file is not text.
func NewReader(r io.Reader, file string, report func(accountmap.Problem)) (*Reader, error) {
	text, marked, wide, err := decode(r)
	if err != nil {
		if p, ok := errors.AsType[accountmap.Problem](err); ok {
			p.Pos = accountmap.Pos{File: file, Line: 1, Column: 1}
			return nil, p
		}
		return nil, err
	}
	delimiter, skipped, err := sniff(text)
	if err != nil {
		return nil, err
	}
	read := &Reader{file: file, report: report, in: text, next: 1 + skipped, delimiter: delimiter, utf16: wide}
	if marked {
		read.encoding = encodingUTF8
	} else if wide == nil {
		read.readGreek()
	}
	return read, nil
}

// Delimiter returns the mark between the values: a comma, a semicolon, a tab or a bar.
func (r *Reader) Delimiter() byte { return r.delimiter }

// Read returns the next row, without empty lines, and [io.EOF] after the last. The slice is valid
// until the next call. Each text keeps the whole row in memory: clone a text to keep it. An
// [accountmap.Problem] with the code [accountmap.ErrSyntax] concerns this row, and the next call
// continues after it. Any other error ends the reading.
func (r *Reader) Read() ([]string, error) {
	if !r.skipEmpty() {
		return nil, r.ended()
	}
	r.first = r.next
	fault := r.scan()
	r.next += countLines(r.text)
	switch {
	case r.err != nil && r.err != io.EOF:
		r.next = r.first
		return nil, r.ended()
	case fault != nil:
		return nil, accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrSyntax, Pos: r.pos(fault.at)}.Say(fault.detail, fault.hint)
	}
	r.values()
	r.begun = true
	return r.row, nil
}

func (r *Reader) ended() error {
	p := accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrTooLarge, Pos: accountmap.Pos{File: r.file, Line: r.next, Column: 1}}
	switch r.err {
	case errLongRow:
		return p.Say(message.Of("the row that begins here is longer than %d MiB", maxRow>>20), message.Of("is there a quotation mark that is never closed?"))
	case errManyValues:
		if !r.begun {
			return p.Say(message.Of("the first line names %d columns, and a file has %d at most", r.many, MaxColumns), message.Of("is it all of one line, or is there a quotation mark that is never closed?"))
		}
		return p.Say(message.Of("the row that begins here has more than %d values", maxValues), message.Of("delete the separators at its end, or divide the table"))
	}
	return r.err
}

func (r *Reader) skipEmpty() bool {
	for {
		r.text = r.text[:0]
		c, ok := r.peek()
		if !ok || c != '\n' && c != '\r' {
			return ok
		}
		r.lineEnd()
		r.next++
	}
}

func (r *Reader) values() {
	content, from := string(r.content), 0
	r.row = r.row[:0]
	for _, to := range r.ends {
		r.row, from = append(r.row, content[from:to]), to
	}
	if isPlain(content) {
		return
	}
	r.reportGreek(content)
	r.decodeWestern(content)
	r.reportHalfCharacter()
	r.reportDoubled()
	for i, text := range r.row {
		if !r.Exact {
			text = strings.ReplaceAll(text, "\r\n", "\n")
			r.row[i] = text
		}
		if !utf8.ValidString(text) || !r.Exact && strings.ContainsFunc(text, cleantext.Control) {
			r.reportText(i, text)
			text = strings.ToValidUTF8(text, "\ufffd")
			if !r.Exact {
				text = strings.Map(withoutControl, text)
			}
			r.row[i] = text
		}
	}
}

// isPlain reports a row of printable ASCII without the marks of lost letters. No other row needs a
// decision on its letters.
func isPlain(content string) bool {
	for i := range len(content) {
		if c := content[i]; c < ' ' || c > '~' || c == '?' {
			return false
		}
	}
	return true
}

func (r *Reader) reportHalfCharacter() {
	if r.utf16 == nil || !r.utf16.broken {
		return
	}
	if i := slices.IndexFunc(r.row, func(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }); i >= 0 {
		r.utf16 = nil
		r.report(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.Pos(i)}.Say(
			message.Of("half of a character is missing here, and is read as \ufffd: the file may be cut off"), message.Of("export the file again, or save it again as \"CSV UTF-8\"")))
	}
}

// Pos returns the place of value i of the last row, from 0. An index after the last value gives the
// place of the last value.
func (r *Reader) Pos(i int) accountmap.Pos { return r.pos(r.starts[min(i, len(r.starts)-1)]) }

// pos returns the place of an offset in the text of the row. It counts on from the last place, so
// that the places of all values in order take linear time.
func (r *Reader) pos(offset int) accountmap.Pos {
	at := &r.placed
	if offset < at.offset {
		*at = place{}
	}
	between := r.text[at.offset:offset]
	if i := bytes.LastIndexAny(between, "\r\n"); i >= 0 {
		at.lines, at.columns = at.lines+countLines(between), 0
		between = between[i+1:]
	}
	at.offset, at.columns = offset, at.columns+utf8.RuneCount(between)
	return accountmap.Pos{File: r.file, Line: r.first + at.lines, Column: 1 + at.columns}
}

// place is an offset in the text of a row, with the line breaks and the columns before it.
type place struct{ offset, lines, columns int }

func countLines(text []byte) int {
	return bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}

// reportText reports a value with control characters or in an unknown encoding.
func (r *Reader) reportText(i int, text string) {
	p := accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.Pos(i)}
	switch {
	case utf8.ValidString(text):
		p.Level = accountmap.LevelWarning
		p = p.Say(message.Of("the value holds a control character"), message.Of("it is read as \ufffd; delete it"))
	case r.encodingReported:
		return
	default:
		r.encodingReported = true
		p = p.Say(message.Of("the file is not UTF-8 from here on; it seems to be in an older encoding, such as Windows-1251"), saveAnew())
	}
	r.report(p)
}

// Each calls visit for every row of a file of the folder, including the headings. Problems of
// single rows and texts go to report. An error of visit ends the reading; [io.EOF] ends it without
// a problem. The result is the problem that ended the reading early, or nil.
func Each(folder fs.FS, file string, report func(accountmap.Problem), visit func(r *Reader, row []string) error) *accountmap.Problem {
	err := eachRow(folder, file, report, visit)
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	if p, ok := errors.AsType[accountmap.Problem](err); ok {
		return &p
	}
	hint := message.Of("check its name and the folder")
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
		if e.Err.Error() == leadsOut {
			err, hint = errOutside, message.Of("copy the file that it points to into the folder")
		}
	}
	p := accountmap.Problem{Level: accountmap.LevelError, Code: ErrUnreadable, Pos: accountmap.Pos{File: file}}.Say(
		message.Of("the file cannot be read: %s", err.Error()), hint)
	return &p
}

// ErrUnreadable is the code of a file that could not be opened or read. Package codec exports it.
const ErrUnreadable accountmap.Code = "unreadable"

// The texts of these errors are messages.
var (
	errFolder = errors.New(message.Of("it is a folder"))
	errNoFile = errors.New(message.Of("it is not a file, but a pipe or a device"))
	// errOutside replaces the error of [os.Root] for such links, which is not exported.
	errOutside = errors.New(message.Of("it is a link that points out of the folder"))
)

const leadsOut = "path escapes from parent"

func eachRow(folder fs.FS, file string, report func(accountmap.Problem), visit func(r *Reader, row []string) error) (err error) {
	switch info, err := fs.Stat(folder, file); {
	case err != nil: // Open returns a more precise error
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular(): // opening a pipe would wait for its writer, and a device has no end
		return errNoFile
	}
	f, err := folder.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r, err := NewReader(f, file, report)
	if err != nil {
		return err
	}
	for {
		row, err := r.Read()
		if p, ok := errors.AsType[accountmap.Problem](err); ok && p.Code == accountmap.ErrSyntax {
			report(p)
			continue
		}
		if err == nil {
			err = visit(r, row)
		}
		if err != nil {
			return err
		}
	}
}
