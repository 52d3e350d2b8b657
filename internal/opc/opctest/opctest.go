// Package opctest helps tests of .xlsx, .docx and .pptx. It reads parts, runs the validator of the
// Open XML SDK, converts with LibreOffice, and reads files with Python.
package opctest

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// Parts returns the content of each part of a file.
func Parts(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	parts := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		parts[f.Name], err = io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, r.Close())
	}
	return parts
}

// Zip makes a file from its parts.
func Zip(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	for name, content := range parts {
		part, err := w.Create(name)
		require.NoError(t, err)
		_, err = part.Write(content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return file.Bytes()
}

// validate prints the faults that the validator of Microsoft's Open XML SDK finds in each file, as
// an array of arrays. It checks the schema of every part, the references between parts, and limits
// that no schema expresses. For Office 2007, it accepts nothing beyond the standard. A verdict
// depends on nothing but the bytes of the file and the validator, so it is kept in the cache folder
// of npm's packages under the hash of both: most runs validate the files that have changed.
const validate = `
const fs = require("fs"), path = require("path"), { createHash } = require("crypto");
const entry = require.resolve("@ooxml-tools/validate");
const modules = entry.slice(0, entry.lastIndexOf(path.join("@ooxml-tools", "validate")));
const cache = path.join(modules, ".cache", "ooxml-validate");
const version = fs.readFileSync(path.join(modules, "@ooxml-tools", "validate", "package.json"));
(async () => {
	const found = [];
	for (const name of process.argv.slice(1)) {
		const file = fs.readFileSync(name), kind = name.split(".").pop();
		const verdict = path.join(cache, createHash("sha256").update(version).update(kind).update(file).digest("hex"));
		if (fs.existsSync(verdict)) {
			found.push(JSON.parse(fs.readFileSync(verdict)));
			continue;
		}
		const { default: validate } = await import(entry);
		found.push(await validate(new Uint8Array(file), kind, "Office2007"));
		try {
			fs.mkdirSync(cache, { recursive: true });
			fs.writeFileSync(verdict + process.pid, JSON.stringify(found.at(-1)));
			fs.renameSync(verdict + process.pid, verdict);
		} catch {} // the folder is read-only or full, and the next run validates the file again
	}
	console.log(JSON.stringify(found));
	process.exit(0);
})();
`

// Fault is a finding of the validator.
type Fault struct {
	Description string
	Path        struct{ PartURI, XPath string }
}

// Faults returns the faults of each file. The name of a file ends in its kind: ".xlsx", ".docx" or
// ".pptx". One call for many files is fast, since the validator takes ten seconds to start. The
// test is skipped if it is not installed.
func Faults(t *testing.T, files map[string][]byte) map[string][]Fault {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	if exec.CommandContext(t.Context(), node, "-e", `require.resolve("@ooxml-tools/validate")`).Run() != nil {
		t.Skip("the npm package @ooxml-tools/validate is not on NODE_PATH")
	}
	dir, args := t.TempDir(), []string{"-e", validate}
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		file := filepath.Join(dir, strconv.Itoa(i)+filepath.Ext(name))
		require.NoError(t, os.WriteFile(file, files[name], 0o600))
		args = append(args, file)
	}
	cmd := exec.CommandContext(t.Context(), node, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	var found [][]Fault
	require.NoError(t, json.Unmarshal(out, &found))
	require.Len(t, found, len(files))
	faults := map[string][]Fault{}
	for i, name := range names {
		faults[name] = found[i]
	}
	return faults
}

// Convert converts files of a kind with LibreOffice to "pdf" or "fodp". The test is skipped if
// LibreOffice is not installed.
func Convert(t *testing.T, kind, to string, files ...[]byte) [][]byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not here")
	}
	dir := t.TempDir()
	converted := filepath.Join(dir, "out") // LibreOffice does not replace its input
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", to, "--outdir", converted}
	for i, file := range files {
		name := filepath.Join(dir, fmt.Sprintf("%d.%s", i, kind))
		require.NoError(t, os.WriteFile(name, file, 0o600))
		args = append(args, name)
	}
	out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput()
	require.NoError(t, err, string(out))
	all := make([][]byte, len(files))
	for i := range files {
		all[i], err = os.ReadFile(filepath.Join(converted, fmt.Sprintf("%d.%s", i, to)))
		require.NoError(t, err, "LibreOffice has not written file %d: %s", i, out)
	}
	return all
}

// Course returns the points of a path that LibreOffice wrote for a connector, in hundredths of a
// millimetre.
func Course(t *testing.T, path string) (points [][2]float64) {
	t.Helper()
	var at [2]float64
	for _, step := range regexp.MustCompile(`([Mhvl])([-\d ]+)`).FindAllStringSubmatch(path, -1) {
		var n []float64
		for _, digits := range regexp.MustCompile(`-?\d+`).FindAllString(step[2], -1) {
			v, err := strconv.ParseFloat(digits, 64)
			require.NoError(t, err)
			n = append(n, v)
		}
		switch step[1] {
		case "M":
			at = [2]float64{n[0], n[1]}
		case "h":
			at[0] += n[0]
		case "v":
			at[1] += n[0]
		case "l":
			at[0], at[1] = at[0]+n[0], at[1]+n[1]
		}
		points = append(points, at)
	}
	require.GreaterOrEqual(t, len(points), 2, path)
	return points
}

// Python runs a script on a file of the given kind and returns its output. The name of the file is
// the first argument. The module of the script is a package for Debian's Python; the test is
// skipped if it is not installed.
func Python(t *testing.T, module, script string, file []byte, kind string) string {
	t.Helper()
	const python = "/usr/bin/python3"
	if exec.CommandContext(t.Context(), python, "-c", "import "+module).Run() != nil {
		t.Skip(python + " has no module " + module)
	}
	name := filepath.Join(t.TempDir(), "file."+kind)
	require.NoError(t, os.WriteFile(name, file, 0o600))
	cmd := exec.CommandContext(t.Context(), python, "-c", script, name)
	cmd.Env, cmd.Stderr = append(os.Environ(), "PYTHONIOENCODING=utf-8"), os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	return string(out)
}
