package codec_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// csvOptions are the options that affect the written files.
var csvOptions = []*codec.CSVOptions{nil, {DecimalComma: true}}

func folderOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func encodeCSV(t testing.TB, a *accountmap.Account, opts *codec.CSVOptions) map[string]string {
	files, err := codec.EncodeCSV(a, opts)
	require.NoError(t, err)
	return files
}

// wholeAccounts returns valid accounts: with every field set, generated, and with hostile texts.
func wholeAccounts() []*accountmap.Account {
	accounts := []*accountmap.Account{accountmaptest.Full()}
	for _, s := range accountmaptest.Shapes() {
		accounts = append(accounts, accountmaptest.Generate(3, s))
	}
	for _, text := range accountmaptest.Hostile() {
		hostile := accountmaptest.Full()
		accountmaptest.FillText(hostile, text)
		accounts = append(accounts, hostile)
	}
	for _, a := range accounts {
		a.Format = accountmap.FormatVersion
	}
	return accounts
}

func TestCSVReadsBack(t *testing.T) {
	norace.Only(t)
	for _, a := range wholeAccounts() {
		for _, opts := range csvOptions {
			files := encodeCSV(t, a, opts)
			back, problems := codec.ReadCSV(folderOf(files))
			require.NoError(t, problems.Err(), "%.40q", a.Notes)
			require.Equal(t, a, back)
			require.Equal(t, files, encodeCSV(t, back, opts), "the same account must give the same bytes")
		}
	}
}

// TestCSVRoundTripTexts writes and reads texts that CSV or a spreadsheet misreads, and numbers of
// every size.
func TestCSVRoundTripTexts(t *testing.T) {
	for _, opts := range csvOptions {
		for _, text := range append(hostile, "'", "''=", "'='", "＝1", `"`, `a"b`, "a;b", "a\tb", strings.Repeat("x", 5000)) {
			a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "x" + text, Notes: text}}
			a.Competitors = []accountmap.Competitor{{ID: "c", Name: text, Strengths: []string{text, "", text}, Threats: []string{text}}}
			back, _ := codec.ReadCSV(folderOf(encodeCSV(t, a, opts)))
			require.Equal(t, a, back, "%q", text)
		}
		for _, f := range []float64{1, -2.5, 0.1, 1.125, 1234.567, 1e-9, 3e21, 1 << 53, 5e-324, 0.001, -0.125, 12345.678} {
			a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "n"}, KPIs: []accountmap.KPI{{Name: "k", Baseline: f, Readings: []accountmap.Reading{{Value: f}}}}}
			back, _ := codec.ReadCSV(folderOf(encodeCSV(t, a, opts)))
			require.Equal(t, a, back, "%v", f)
		}
	}
}

func TestCSVAsSpreadsheetsWriteIt(t *testing.T) {
	want := &accountmap.Account{
		Format: 1, Profile: accountmap.Profile{Name: "Northwind", Currency: "EUR", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units: []accountmap.Unit{{ID: "hq", Name: "Head office"}}, Products: []accountmap.Product{{ID: "tea", Name: "Tea", Price: accountmap.Money{Minor: 1250_50}}},
		Contacts: []accountmap.Contact{
			{ID: "e", Name: "Elena; Ríos", Unit: "hq", Stance: accountmap.StanceChampion, Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleUser}, External: true},
			{ID: "j", Name: "José", Unit: "hq", ReportsTo: "e", Power: 3, Notes: "two\nlines"},
		},
	}
	for name, files := range map[string]map[string]string{
		"keys and commas": {
			"account.csv":  "name,currency,asOf\nNorthwind,EUR,2026-11-01\n",
			"units.csv":    "id,name\nhq,Head office",
			"products.csv": "id,name,price\ntea,Tea,1250.5\n",
			"contacts.csv": "id,name,unit,stance,roles,external,reportsTo,power,notes\ne,Elena; Ríos,hq,champion,decision-maker; user,true,,,\n\n,,,,,,,,\nj,José,hq,,,,e,3,\"two\nlines\"\n",
		},
		"a Spanish spreadsheet": {
			"Account.CSV":  "\ufeffNombre;Moneda;A fecha de\r\nNorthwind;EUR;01/11/2026\r\n",
			"units.csv":    "\ufeffsep=;\r\nid;name;\r\nhq;Head office;\r\n",
			"products.csv": "\ufeffID;Nombre;Precio\r\ntea;Tea;1.250,50\r\n",
			"contacts.csv": "\ufeffid;name;unit;stance;roles;external;reportsTo;power;notes\r\ne;\"Elena; Ríos\";Head office;CHAMPION;Decision maker ;Sí;;;\r\nj;José;HEAD OFFICE;;;no;Elena; Ríos;3;\"two\nlines\"\r\n",
		},
		"tabs": {
			"account.csv":  "NAME\tcurrency\tas of\rNorthwind\tEUR\t2026-11-01\r",
			"units.csv":    "id\tname\thidden\nhq\tHead office\t\n",
			"products.csv": "id\tname\tprice\ntea\tTea\t1250,5\n",
			"contacts.csv": "id\tname\tunit\tstance\troles\texternal\treports to\tpower\tnotes\ne\tElena; Ríos\thq\tChampion\tdecision_maker;user;\tx\t\t\t\nj\tJosé\thq\t\t\t\te\t3.0\t\"two\nlines\"\n",
		},
	} {
		switch name {
		case "a Spanish spreadsheet":
			files["contacts.csv"] = strings.Replace(files["contacts.csv"], "Elena; Ríos;3", `"Elena; Ríos";3`, 1)
			files["contacts.csv"] = strings.Replace(files["contacts.csv"], "Decision maker ", `"Decision maker; Usuario"`, 1)
			files["contacts.csv"] = strings.Replace(files["contacts.csv"], "CHAMPION", "DEFENSOR", 1)
		case "tabs":
			files["units.csv"] = strings.ReplaceAll(files["units.csv"], "\thidden", "\t")
		}
		back, problems := codec.ReadCSV(folderOf(files))
		assert.Empty(t, problems, name)
		assert.Equal(t, want, back, name)
	}
}

// TestCSVProblems checks that all mistakes are reported at once, with file, line and column.
func TestCSVProblems(t *testing.T) {
	files := map[string]string{
		"account.csv":    "name;curency\nNorthwind;EUR\nSecond;EUR\n",
		"units.csv":      "id,name,parent\nhq,Head office,\nhq,Plant,nowhere\n",
		"contacts.csv":   "id,name,unit,power,stance,left,roles,name\n1,Ann,Head ofice,5.5,boss,31/31/2026,\"user; bos\",x\n2,Ann,hq,1,,,,,,more\n,Bob,hq,,,,\"\"\"a\",\n3,Carl,hq,,,,,\n",
		"orders.csv":     "unit,product,date,quantity,amount,reviewer\nhq,tea,2026-11-01,\"1,250\",12.000,x\nhq,tea,3/4/2026,1,1\n",
		"team.reach.csv": "member,contact\n,Ann\nnikos,2\n",
		"contact.csv":    "id\n",
		"notes.csv":      "a\n",
		"readme.txt":     "",
	}
	_, problems := codec.ReadCSV(folderOf(files))
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	accountmaptest.Golden(t, "csv-problems.txt", []byte(b.String()))
}

func TestCSVSyntax(t *testing.T) {
	for text, want := range map[string]string{
		"id,name\na,\"b\nc,d":   "units.csv:2:3: error syntax",
		"id,name\na,\"b\"c\n":   "units.csv:2:6: error syntax",
		"id,name\na,\x81\n":     "units.csv:2:3: error invalid-text",
		"i\x00d\x00\n\x00":      "units.csv:1:1: error invalid-text",
		"PK\x03\x04":            "units.csv:1:1: error invalid-text",
		"id,name\na,5\" pipe\n": "units.csv:2:4: error syntax",
		"id,name\r\ra,\"b\rc,d": "units.csv:3:3: error syntax",
		"id,name\nü,\"a\"b,c\n": "units.csv:2:6: error syntax",
	} {
		_, problems := codec.ReadCSV(folderOf(map[string]string{"units.csv": text, "products.csv": "id,name\n", "account.csv": "name\nA\n"}))
		require.NotEmpty(t, problems, "%q", text)
		assert.Contains(t, problems[0].Error(), want)
	}
}

// TestCSVCutOff reports a row with missing columns, the only sign of a truncated file.
func TestCSVCutOff(t *testing.T) {
	files := map[string]string{"units.csv": "id,name,kind,city\na,Acme,group,Madrid\nb,Beta\nc,Gamma\n", "products.csv": "id,name,line,description\np,Tea,Drinks", "account.csv": "name\nAcme\n"}
	a, problems := codec.ReadCSV(folderOf(files))
	assert.Equal(t, "products.csv:2:7: warning syntax: the row ends before the column \"description\", and the rest is read as empty (is the file cut off?)\n"+
		"units.csv:3:3: warning syntax: the row ends before the column \"kind\", and the rest is read as empty, here and in 1 more (is the file cut off?)\n", problems.Report())
	require.Len(t, a.Units, 3)
	assert.Equal(t, "Gamma", a.Units[2].Name)
}

// TestCSVOfWesternSpreadsheet reads the "CSV (separated by lists)" of a Spanish Excel, in its
// encoding.
func TestCSVOfWesternSpreadsheet(t *testing.T) {
	a, problems := codec.ReadCSV(folderOf(map[string]string{
		"account.csv":  "name;currency;asOf\r\nPe\xf1a y C\xeda;EUR;01/11/2026\r\n",
		"units.csv":    "id;name;city\r\nhq;Oficina central;M\xe1laga\r\n",
		"products.csv": "id;name;price\r\nte;T\xe9;1.250,50\r\n",
	}))
	require.Len(t, problems, 3)
	assert.Equal(t, "account.csv:2:1: warning invalid-text: the file is not UTF-8; it is read as Windows-1252, as spreadsheets of Western Europe and the Americas "+
		`save CSV (check the letters with accents, or save it again as "CSV UTF-8")`, problems[0].Error())
	assert.Equal(t, &accountmap.Account{
		Format: 1, Profile: accountmap.Profile{Name: "Peña y Cía", Currency: "EUR", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units:    []accountmap.Unit{{ID: "hq", Name: "Oficina central", City: "Málaga"}},
		Products: []accountmap.Product{{ID: "te", Name: "Té", Price: accountmap.Money{Minor: 1250_50}}},
	}, a)
}

// TestCSVInUTF16 reads the "Unicode text" of Excel.
func TestCSVInUTF16(t *testing.T) {
	a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "Ανδρομέδα"}, Units: []accountmap.Unit{{ID: "μ", Name: "Μονάδα"}},
		Products: []accountmap.Product{{ID: "p", Name: "Price; list"}}}
	files := encodeCSV(t, a, nil)
	for name, text := range files {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(text)) {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
		files[name] = b.String()
	}
	back, problems := codec.ReadCSV(folderOf(files))
	require.NoError(t, problems.Err())
	assert.Equal(t, a, back)
}

func TestCSVFolder(t *testing.T) {
	folder := t.TempDir()
	a := accountmaptest.Full()
	a.Format = accountmap.FormatVersion
	require.NoError(t, codec.WriteCSV(folder, a, nil))
	back, problems := codec.ReadFile(folder)
	require.NoError(t, problems.Err())
	assert.Equal(t, a, back)

	a.Risks = nil
	require.NoError(t, codec.WriteCSV(folder, a, &codec.CSVOptions{DecimalComma: true}))
	back, problems = codec.ReadFile(folder)
	require.NoError(t, problems.Err())
	assert.Equal(t, a, back, "a row that is no more does not come back from an earlier file")

	before, err := os.ReadFile(filepath.Join(folder, "units.csv"))
	require.NoError(t, err)
	assert.Error(t, codec.WriteCSV(folder, &accountmap.Account{Profile: accountmap.Profile{Name: "\x00"}}, nil))
	after, err := os.ReadFile(filepath.Join(folder, "units.csv"))
	require.NoError(t, err)
	assert.Equal(t, before, after, "nothing is half-written")

	require.NoError(t, os.WriteFile(filepath.Join(folder, "account.csv"), []byte("id,name,asOf\na,A,today\n"), 0o600))
	_, problems = codec.ReadFile(folder)
	assert.ErrorContains(t, problems, filepath.Join(folder, "account.csv")+":2:5")

	_, problems = codec.ReadFile(t.TempDir())
	assert.ErrorIs(t, problems, codec.ErrUnreadable)
	_, problems = codec.ReadCSV(os.DirFS(filepath.Join(folder, "nowhere")))
	assert.ErrorIs(t, problems, codec.ErrUnreadable)
	assert.Error(t, codec.WriteCSV(filepath.Join(folder, "nowhere"), a, nil))
	_, err = codec.EncodeCSV(nil, nil)
	assert.ErrorContains(t, err, "nil")
}

// TestInvalidCSVFiles checks that an empty file, or a folder with the name of a file, is not read
// as an empty list.
func TestInvalidCSVFiles(t *testing.T) {
	for name, tt := range map[string]struct {
		contacts *fstest.MapFile
		want     string
	}{
		"a folder":          {&fstest.MapFile{Mode: fs.ModeDir}, "contacts.csv: error unreadable: the file cannot be read: it is a folder"},
		"a pipe":            {&fstest.MapFile{Mode: fs.ModeNamedPipe}, "contacts.csv: error unreadable: the file cannot be read: it is not a file, but a pipe or a device"},
		"a device":          {&fstest.MapFile{Mode: fs.ModeDevice}, "contacts.csv: error unreadable: the file cannot be read: it is not a file, but a pipe or a device"},
		"nothing":           {&fstest.MapFile{}, "contacts.csv: error missing-list: the file is empty"},
		"a byte order mark": {&fstest.MapFile{Data: []byte("\ufeff")}, "contacts.csv: error missing-list: the file is empty"},
		"empty lines":       {&fstest.MapFile{Data: []byte("\r\n\r\n")}, "contacts.csv: error missing-list: the file is empty"},
		"too many columns":  {&fstest.MapFile{Data: []byte(strings.Repeat("zz,", 2_000_000))}, "error too-large: the first line names 2000001 columns"},
	} {
		fsys := folderOf(map[string]string{"account.csv": "name\nN\n", "units.csv": "id,name\n", "products.csv": "id,name\n"})
		fsys["contacts.csv"] = tt.contacts
		_, problems := codec.ReadCSV(fsys)
		assert.Contains(t, problems.Report(), tt.want, name)
	}
}

// TestZeros writes zeros that mean unknown, and zeros that are values like any other, into the
// columns of a CSV folder.
func TestZeros(t *testing.T) {
	for file, want := range map[string]string{
		"contacts.csv|id,name,power\nana,Ana,0\n":                               `contacts.csv:2:9: warning out-of-range: "0" under "power" is read as unknown (write a number from 1 to 5, or leave it out when unknown)`,
		"contacts.csv|id;Nombre;Poder\nana;Ana;0,0\neva;Eva;0,0\n":              `contacts.csv:2:9: warning out-of-range: "0,0" under "Poder" is read as unknown, here and in 1 more: line 3`,
		"products.csv|id,name,price\np,P,0.00\n":                                `products.csv:2:5: warning out-of-range: "0.00" under "price" is read as unknown (write the amount`,
		"products.csv|id;name;price\np;P;0 €\n":                                 `products.csv:2:5: warning out-of-range: "0 €" under "price" is read as unknown`,
		"orders.csv|unit,product,date,quantity,amount\nu,p,2026-01-02,0,5.00\n": `orders.csv:2:16: warning out-of-range: "0" under "quantity" is read as unknown (write the number, or leave it out when unknown)`,
		"kpis.csv|name,baseline,target\nAccidents,3,0\n":                        "",
		"surveys.csv|date,kind,score\n2026-01-02,nps,0\n":                       "",
		"contacts.csv|id,name,power\nana,Ana, \n":                               "",
	} {
		name, text, _ := strings.Cut(file, "|")
		files := map[string]string{"account.csv": "name,currency\nN,EUR\n", "units.csv": "id,name\nu,U\n", "products.csv": "id,name\np,P\n"}
		files[name] = text
		_, problems := codec.ReadCSV(folderOf(files))
		if want == "" {
			assert.Empty(t, problems, file)
		} else {
			assert.Contains(t, problems.Report(), want, file)
			assert.Len(t, problems, 1, problems.Report())
		}
	}
}

// TestManyUnknownNames reads many unknown references and words. Searching all names for each
// suggestion would take too long.
func TestManyUnknownNames(t *testing.T) {
	norace.Only(t)
	var rows strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&rows, "c%d,Contact %d,Colleague %d,word%d\n", i, i, i, i)
	}
	_, problems := codec.ReadCSV(folderOf(map[string]string{
		"account.csv": "name\nN\n", "units.csv": "id,name\n", "products.csv": "id,name\n", "contacts.csv": "id,name,reportsTo,stance\n" + rows.String(),
	}))
	require.Len(t, problems, 6, "five of the kind, and how many more")
	assert.Equal(t, accountmap.ErrTooLarge, problems[5].Code)
}

// TestMistakesInColumns checks that a CSV folder gets the same hints as an account file.
func TestMistakesInColumns(t *testing.T) {
	for file, want := range map[string]string{
		"id,name,Department\nana,Ana,\n":                 `contacts.csv:1:9: error unknown-key: unknown column "Department" (did you mean "unit"?)`,
		"id,name,,unit\nana,Ana,Buyer,\neva,Eva,Boss,\n": `contacts.csv:2:9: error unknown-key: the column of "Buyer" has no heading in the first line, and is not read (write its heading there, such as title, or delete the column)`,
		"ana,Ana,Buyer\neva,Eva,Boss\n":                  `contacts.csv:1:1: error unknown-key: the first line does not name the columns, but begins with "ana" (write a first line with the names of the columns: id,name,title,unit,`,
		"id,name,manager\nana,Ana,\n":                    `contacts.csv:1:9: error unknown-key: unknown column "manager" (did you mean "reportsTo"?)`,
		"id,name,roles\nana,Ana,boss\n":                  `contacts.csv:2:9: error invalid-value: roles: unknown value "boss" (write decision-maker)`,
		"id,name,stance\nana,Ana,Friend\n":               `contacts.csv:2:9: error invalid-value: stance: unknown value "Friend" (write supporter)`,
		"Identificador,Nombre,Postura\nana,Ana,friend\n": `contacts.csv:2:9: error invalid-value: stance: unknown value "friend" (write Favorable)`,
		"id,name,power\nana,Ana,high\n":                  `contacts.csv:2:9: error invalid-value: power: "high" is not a whole number (write a number from 1 to 5, or leave it out when unknown)`,
		"id,name,left\nana,Ana,2026-11\n":                `contacts.csv:2:9: error invalid-value: left: "2026-11" is not a date (write the day as well, such as 2026-11-01)`,
		"id,name,left\nana,Ana,31/11/2026\n":             `contacts.csv:2:9: error invalid-value: left: "31/11/2026" is not a date: November 2026 has 30 days`,
		"id,name,email\nana,Ana,ana at x.org\n":          `contacts.csv:2:9: warning invalid-address: "ana at x.org" is not an e-mail address (write ana@x.org)`,
		"id,name,phone\nana,Ana,3.02e11\n":               `contacts.csv:2:9: warning invalid-value: "3.02e11" is not a phone number: a spreadsheet has changed it`,
		"id,name,phone\nana,Ana,=\"3.02E+11\"\n":         `contacts.csv:2:9: warning invalid-value: "3.02E+11" is not a phone number: a spreadsheet has changed it`,
		"id,name,preferredChannel\nana,Ana,zoom\n":       `contacts.csv:2:9: error invalid-value: preferredChannel: unknown value "zoom" (write video)`,
	} {
		_, problems := codec.ReadCSV(folderOf(map[string]string{"account.csv": "name\nN\n", "units.csv": "id,name\n", "products.csv": "id,name\n", "contacts.csv": file}))
		assert.Contains(t, problems.Report(), want, file)
	}
}
