package commandline_test

import (
	"bytes"
	"flag"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/examples/internal/commandline"
)

// TestParse prints through Printable, as the programs do.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"-n", "x"}, 2, "invalid value \"x\" for flag -n: parse error\nrun example with -h for the choices\n"},
		{[]string{"-m"}, 2, "flag provided but not defined: -m\nrun example with -h for the choices\n"},
		{[]string{"-h"}, 0, "Usage of example:\n  -n many\n    \thow many\n"},
	} {
		var out bytes.Buffer
		flags := flag.NewFlagSet("example", flag.ContinueOnError)
		flags.SetOutput(commandline.Printable(&out))
		flags.Int("n", 0, "how `many`")
		err := commandline.Parse(flags, c.args)
		assert.Error(t, err)
		assert.Equal(t, c.status, commandline.Status(err))
		assert.Equal(t, c.want, out.String())
	}
}

func TestPrintable(t *testing.T) {
	var out bytes.Buffer
	n, err := commandline.Printable(&out).Write([]byte("wrote \x1b[31mmåp.svg\n\xff\u202e\r"))
	assert.NoError(t, err)
	assert.Equal(t, 25, n)
	assert.Equal(t, `wrote \x1b[31mmåp.svg`+"\n"+`\xff\u202e\r`, out.String())
}
