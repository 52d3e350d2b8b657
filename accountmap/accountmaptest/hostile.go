package accountmaptest

import "strings"

// Hostile returns texts that an account may hold and that break writers which take text for markup, a formula, a format string, a path, or one
// byte per letter. None is blank, so each can be a name.
func Hostile() []string {
	return []string{
		`</svg><script>alert(1)</script>`, `<b onclick="x">bold</b>`, `<!--`, `-->`, `]]>`, `<?xml version="1.0"?>`,
		`&amp;`, `&#0;`, `&lt;`, `&`, `<`, `>`, `"`, `'`, "`", `"'>`, `\`, `\\`, `\"`,
		`\N \G \E \T \H \L \n \l \r`, `a|{b}|<c>`, `%s %d %n %!`, `{{.}}`, `${HOME}`, `$(id)`,
		`=cmd()`, `=1+1`, `+1`, `-1`, `@SUM(A1)`, "\t=1+1", `_x0041_`, `_x005F_`, `'=1`,
		`a,b;c`, `"a","b"`, `null`, `true`, `~`, `2026-11-01`, `1e5`, `007`, `0x1F`, `- a`, `a: b`, `# a`, `[a]`, `{a}`, `*a`, `!a`, `a #b`,
		`[a](javascript:alert(1))`, `**a** _b_ ~c~`, `| a | b |`, `javascript:alert(1)`, `https://example.org/?a=1&b="2"`,
		`../../etc/passwd`, `C:\a\b`, `a/b`, `CON`,
		"a\nb", "a\r\nb", "\ta", " a ", "a  b", "a\u00a0b", "a\u2028b", "\ufeffa", "a\u200bb", "\ufffd",
		"שלום עולם", "مرحبا", "\u202eevil\u202c", "\u2066a\u2069", "👩🏽‍💻🇪🇸", "e\u0301", "Z̷̢͎͆ǎ̸͇l̶̻̈́g̵̣̽o̴͙̔", "漢字かな", "ΐΰ ς Σ", "ﬁ İ ı ß",
		strings.Repeat("a", 5000), strings.Repeat("λέξη ", 1000) + "λέξη", strings.Repeat("🙂", 500),
	}
}

// Refused returns texts that no account may hold, for testing writers that take other texts: control characters and invalid UTF-8. Validate
// reports each of them as ErrInvalidText.
func Refused() []string {
	return []string{
		"\x00", "a\x00b", "\x07", "a\x08b", "\x0b", "\x0c", "\x1b[31mred", "\x7f", "a\u0085b", "\u009b31m", "\ufffe", "\uffff", "\U0001ffff",
		"\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", strings.Repeat("\x80", 5000),
	}
}
