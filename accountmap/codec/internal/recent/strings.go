// Package recent makes strings of the texts of a table, in which few words fill many cells.
package recent

// longest is how many bytes a text has at most that is worth being looked for: long ones are seldom the same.
const longest = 64

// Strings has short texts that it was asked for lately, in some 16 KiB however many there were. The zero value has none. It is for one
// goroutine.
type Strings struct{ slots [1 << 10]string }

// Of returns a string of a text, which holds on to nothing else: that of an earlier call, or else a copy.
func (s *Strings) Of(text []byte) string {
	if len(text) > longest {
		return string(text)
	}
	slot := slotOf(s, text)
	if *slot != string(text) {
		*slot = string(text)
	}
	return *slot
}

// Find returns the string of an earlier call that equals a text.
func (s *Strings) Find(text string) (string, bool) {
	slot := slotOf(s, text)
	return *slot, *slot == text
}

// Same returns the string of an earlier call that equals a text, or else the text itself.
func (s *Strings) Same(text string) string {
	if len(text) > longest {
		return text
	}
	slot := slotOf(s, text)
	if *slot != text {
		*slot = text
	}
	return *slot
}

func slotOf[T string | []byte](s *Strings, text T) *string {
	h := uint32(2166136261) // FNV-1a
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return &s.slots[h%uint32(len(s.slots))]
}
