package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// TestAMonthOfEvents edits the sample like its owner when somebody leaves, a colleague takes over
// and a product is sold. After the first five edits, the warnings name the nine others; after
// these, no warning is left. The changes are printed in words.
func TestAMonthOfEvents(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("handoff", "sample.yaml"))
	require.NoError(t, err)
	text := string(data)
	edit := func(old, now string) {
		t.Helper()
		require.Equal(t, 1, strings.Count(text, old), old)
		text = strings.Replace(text, old, now, 1)
	}
	warnings := func() string {
		_, problems := codec.Decode(strings.NewReader(text), codec.YAML)
		require.NoError(t, problems.Err())
		return problems.Report()
	}
	require.Empty(t, warnings())

	edit("    evidence: {source: Spoke for us at the Lisbon fair", "    left: 2026-11-20\n    evidence: {source: Spoke for us at the Lisbon fair")
	edit("title: Jefa de flota", "title: Directora de logística")
	const ana = "    reportsTo: jorg-muller\n    roles: [user, evaluator]\n    stance: supporter\n    power: 2\n"
	edit(ana, strings.NewReplacer("supporter", "champion", "power: 2", "power: 4").Replace(ana))
	edit("orders:\n", "orders:\n  - {id: A-02400, unit: retail, product: telematics, date: 2026-11-24, amount: 12000.00}\n")

	printed := warnings()
	for what, want := range map[string]string{
		"Ana's manager and three reports": `4 × direct report ("Ana Ribeiro", "Tom Whitfield", "Zoë Lambert", …)`,
		"the half-year review":            `1 × regular talk ("Half-year review in Zaragoza")`,
		"the goal":                        `1 × goal ("Cut the cost of a delivery by 8 % by the end of 2027")`,
		"our standing":                    `1 × relationship to build ("Arantxa Roldán")`,
		"the cell":                        "warning unexpected-orders: the cell is gap, but has orders: 1, the last of 2026-11-24 (make it sold",
		"the day of the account":          "write asOf: 2026-11-24, the latest of these days",
	} {
		assert.Contains(t, printed, want, what)
	}
	assert.Equal(t, 3, strings.Count(printed, "warning "), "one line for Jörg, one for the cell, one for the day: %s", printed)

	text = strings.ReplaceAll(text, "reportsTo: jorg-muller\n    roles: [user, evaluator]", "reportsTo: eleni-papadopoulou\n    roles: [user, evaluator]")
	require.Equal(t, 3, strings.Count(text, "reportsTo: jorg-muller"))
	text = strings.ReplaceAll(text, "reportsTo: jorg-muller", "reportsTo: ana-ribeiro")
	edit("    owner: jorg-muller\n    priority: 1", "    owner: ana-ribeiro\n    priority: 1")
	edit("contacts: [jorg-muller, ana-ribeiro]}", "contacts: [ana-ribeiro]}")
	edit("      - {contact: jorg-muller, now: problem-solver, wanted: trusted-adviser}\n", "")
	edit("{unit: retail, product: telematics, status: gap, potential: 17400.00}", "{unit: retail, product: telematics, status: sold, value: 12000.00}")
	edit("asOf: 2026-11-01\n", "asOf: 2026-11-24\n")
	assert.NotContains(t, warnings(), "Jörg")
	assert.NotContains(t, warnings(), "after-as-of")
	assert.NotContains(t, warnings(), "unexpected-orders")

	dir := t.TempDir()
	for name, text := range map[string]string{"now.yaml": text, "before.yaml": string(data)} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	made := runIn(t, dir, build(t, "handoff"), "-in", "now.yaml", "-since", "before.yaml")
	require.Zero(t, made.status, made.stderr)
	for _, sentence := range []string{
		"Jörg Müller left on 20 November 2026",
		"Ana Ribeiro: Job title: Jefa de flota, now Directora de logística; Reports to: Jörg Müller, now Ελένη Παπαδοπούλου; Stance: supporter, now champion; Power: 2, now 4",
		"Telematics in Meridiano Retail: gap, now sold",
		"Tom Whitfield: Reports to: Jörg Müller, now Ana Ribeiro",
		"A-02400 · Telematics in Meridiano Retail · 12,000.00\u00a0EUR: new in Orders",
		"Half-year review in Zaragoza: Contacts: no longer Jörg Müller",
		"Arantxa Roldán: Standing: no longer Jörg Müller",
	} {
		assert.Contains(t, made.stdout, sentence)
	}

	for language, sentences := range map[string][]string{
		"es": {"cambios desde entonces:\n  Jörg Müller se va el 20 de noviembre de 2026\n  Ana Ribeiro: Cargo: Jefa de flota, ahora Directora de logística;", "Postura: favorable, ahora defensor", "Telematics en Meridiano Retail: sin cubrir, ahora vendido"},
		"el": {"αλλαγές από τότε:\n  Jörg Müller: αποχωρεί στις 20 Νοεμβρίου 2026\n", "υποστηρικτής, τώρα υπέρμαχος", "κενό, τώρα πουλημένο"},
	} {
		earlier := strings.Replace(text, "asOf: 2026-11-24\n", "asOf: 2026-11-01\n", 1)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "earlier.yaml"), []byte(earlier), 0o600))
		made := runIn(t, dir, build(t, "handoff"), "-in", "earlier.yaml", "-since", "before.yaml", "-lang", language)
		require.Zero(t, made.status, made.stderr)
		for _, sentence := range sentences {
			assert.Contains(t, made.stdout, sentence)
		}
	}
}
