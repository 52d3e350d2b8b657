package codec_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// TestBinaryFiles expects one problem for each file, whatever its name.
func TestBinaryFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	picture := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := range picture.Pix {
		picture.Pix[i] = byte(i * i)
	}
	var jpg, png24, utf16Text bytes.Buffer
	require.NoError(t, jpeg.Encode(&jpg, picture, nil))
	require.NoError(t, png.Encode(&png24, picture))
	require.NoError(t, binary.Write(&utf16Text, binary.LittleEndian, utf16.Encode([]rune("format: 1\naccount: {name: Acme}\n"))))
	for kind, data := range map[string][]byte{
		"jpeg": jpg.Bytes(), "png": png24.Bytes(), "workbook": workbookFile(t, sample(), "en"), "UTF-16": utf16Text.Bytes(),
		"Windows-1253": bytes.Repeat([]byte("name: \xc5\xeb\xeb\xdc\xe4\xe1\n"), 50),
	} {
		for _, name := range []string{"pic.yaml", "pic.json"} {
			require.NoError(t, os.WriteFile(name, data, 0o600))
			a, problems := codec.ReadFile(name)
			assert.Nil(t, a, kind)
			require.Len(t, problems, 1, kind)
			assert.Contains(t, problems[0].Error(), name+":1:1: error invalid-text: the file is not text", kind)
		}
	}
	_, problems := codec.ReadCSV(fstest.MapFS{"units.csv": {Data: jpg.Bytes()}, "products.csv": {Data: png24.Bytes()}})
	require.Len(t, problems, 3)
	assert.Contains(t, problems[1].Error(), "products.csv:1:1: error invalid-text: the file is not text")
	assert.Contains(t, problems[2].Error(), "units.csv:1:1: error invalid-text: the file is not text")
}

// TestInvalidBytesInText reads a text with a few invalid bytes, and reports the place of each.
func TestInvalidBytesInText(t *testing.T) {
	text := "format: 1\naccount: {name: N\xfa\xf1ez}\nunits: []\nproducts: []\n" + strings.Repeat("# \xe1\n", 10)
	a, problems := codec.Decode(strings.NewReader(text), codec.YAML)
	require.NotNil(t, a)
	assert.Len(t, problems, 11)
	assert.Equal(t, "2:18: error invalid-text: the text is not UTF-8 (save the file as UTF-8)", problems[0].Error())
	long := "format: 1\naccount: {name: Acme, notes: \"" + strings.Repeat("\ufffd\u00e9\u20ac", 5000) + "\"}\nunits: []\nproducts: []\n"
	_, problems = codec.Decode(strings.NewReader(long), codec.YAML)
	assert.Empty(t, problems, "letters at the end of what is looked at, and U+FFFD itself, are text")
}

// TestMissingFolders checks that the errors of reading and writing name the folder.
func TestMissingFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	_, problems := codec.ReadCSV(os.DirFS("none"))
	assert.EqualError(t, problems, "none: error unreadable: there is no such folder (check its name)")
	_, problems = codec.ReadCSV(fstest.MapFS{})
	assert.ErrorContains(t, problems, "error unreadable: this folder has no CSV file of an account")
	err := codec.WriteCSV("none", sample(), nil)
	assert.ErrorContains(t, err, "codec: cannot write none/account.csv: there is no folder none")
	assert.NoDirExists(t, "none")
}

// TestMergeFile checks that the problems of a workbook, and an unreadable file, name the file.
func TestMergeFile(t *testing.T) {
	t.Chdir(t.TempDir())
	base := sample()
	unit, product := string(base.Coverage[0].Unit), string(base.Coverage[0].Product)
	file := edit(t, workbookFile(t, base, "en"), func(e editor) { e.setStatus(unit, product, "nonsense") })
	require.NoError(t, os.WriteFile("es.xlsx", file, 0o600))
	require.NoError(t, os.Mkdir("folder", 0o700))
	_, _, problems := codec.MergeFile(base, "es.xlsx", nil)
	require.True(t, problems.HasErrors())
	for _, p := range problems {
		assert.Equal(t, "es.xlsx", p.Pos.File)
	}
	for name, want := range map[string]string{
		"none.xlsx": "none.xlsx: error unreadable: there is no such file (check the name and the folder)",
		"folder":    "folder: error unreadable: this is a folder (name a workbook in it)",
	} {
		a, _, problems := codec.MergeFile(base, name, nil)
		assert.Nil(t, a)
		assert.EqualError(t, problems, want)
		assert.ErrorIs(t, problems, codec.ErrUnreadable)
	}
}

// TestClientsWorkbookCannotBeReadBack checks that the error says which workbooks can be read.
func TestClientsWorkbookCannotBeReadBack(t *testing.T) {
	m, err := accountmap.New(sample())
	require.NoError(t, err)
	book, err := workbook.New(t.Context(), m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}), nil)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, book.WriteXLSX(&b))
	a, problems := codec.Decode(&b, codec.XLSX)
	assert.Nil(t, a)
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Detail, "it is a copy for the client, or was made by hand, and cannot be read back")
	assert.Contains(t, problems[0].Hint, "the internal workbook")
}
