package accountmap

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/recurrence"
)

// Recurrence is a recurrence rule (RRULE) of RFC 5545: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU" is the
// first Tuesday of every third month. Its frequency must be daily, weekly, monthly or yearly. Empty
// means no recurrence.
type Recurrence string

// UnmarshalText reads a rule in upper or lower case, with or without the prefix "RRULE:". It also
// reads the words daily, weekly, monthly, quarterly and yearly. The error names the invalid part. A
// rule that matches no day, such as every 30 February, is not an error.
func (r *Recurrence) UnmarshalText(text []byte) error {
	const prefix = "RRULE:"
	rule := strings.TrimSpace(string(text))
	if suggested := plainRule(rule); suggested != "" {
		*r = suggested
		return nil
	}
	if len(rule) >= len(prefix) && strings.EqualFold(rule[:len(prefix)], prefix) {
		rule = rule[len(prefix):]
	}
	if rule != "" {
		if _, err := recurrence.Parse(rule); err != nil {
			return notRecurrence(rule, err)
		}
	}
	*r = Recurrence(strings.ToUpper(rule))
	return nil
}

// plainRule returns the rule for a word such as "weekly", and "" for other texts.
func plainRule(word string) Recurrence {
	switch strings.ToLower(word) {
	case "daily":
		return "FREQ=DAILY"
	case "weekly":
		return "FREQ=WEEKLY"
	case "monthly":
		return "FREQ=MONTHLY"
	case "quarterly":
		return "FREQ=MONTHLY;INTERVAL=3"
	case "yearly":
		return "FREQ=YEARLY"
	}
	return ""
}

func notRecurrence(rule string, err error) error {
	detail := message.Of("%s is not a recurrence", quote.Text(rule))
	if strings.Contains(rule, "=") {
		detail += ": " + err.Error()
	}
	if suggested := suggestedRule(rule); suggested != "" {
		return NewValueError(detail, message.Of("write %s", suggested))
	}
	return NewValueError(detail, message.Of(`write daily, weekly, monthly, quarterly or yearly, or a rule of RFC 5545, such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"`))
}

// suggestedRule returns how to write a recurrence in words: "every 2 weeks", "mensual".
func suggestedRule(text string) string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(text, "-", " ")))
	switch strings.Join(words, " ") {
	case "half yearly", "every half year", "twice a year":
		return "FREQ=MONTHLY;INTERVAL=6"
	}
	interval, nth := "", ""
	for i, word := range words {
		if n := ordinal(word); n != "" {
			nth = n
		}
		if code := weekday(word); code != "" {
			every := slices.Contains([]string{"every", "each", "cada", "κάθε"}, words[0]) && nth != "1" && nth != "-1"
			switch ofMonth := slices.Contains([]string{"month", "mes", "μήνα"}, words[len(words)-1]); {
			case nth != "" && (ofMonth || !every):
				return "FREQ=MONTHLY;BYDAY=" + nth + code
			case i+1 < len(words):
				return "" // several days, or a day of each month
			}
			return "FREQ=WEEKLY" + interval + ";BYDAY=" + code
		}
		switch word {
		case "two", "second", "other", "dos", "δύο", "δυο", "δεύτερη", "δεύτερο", "segundo", "segunda":
			word = "2"
		case "three", "third", "tres", "τρεις":
			word = "3"
		}
		if n, err := strconv.Atoi(word); err == nil && n > 1 && n < 100 {
			interval = ";INTERVAL=" + strconv.Itoa(n)
			continue
		}
		switch strings.TrimSuffix(word, "s") {
		case "day", "diario", "diaria", "día", "καθημερινά", "ημερήσια":
			return frequency("daily", "DAILY", interval)
		case "week", "semanal", "semana", "εβδομαδιαία", "εβδομάδα", "εβδομάδες", "εβδομαδιαίο":
			return frequency("weekly", "WEEKLY", interval)
		case "month", "mensual", "me", "mese", "μήνες", "μηνιαία", "μηνιαίο", "μήνα":
			return frequency("monthly", "MONTHLY", interval)
		case "year", "annually", "annual", "anual", "año", "ετήσια", "ετήσιο", "χρόνο":
			return frequency("yearly", "YEARLY", interval)
		case "fortnight", "fortnightly", "biweekly", "quincenal":
			return "FREQ=WEEKLY;INTERVAL=2"
		case "quarter", "trimestral", "trimestre", "τριμηνιαία", "τριμηνιαίο":
			return "quarterly"
		case "bimonthly", "bimestral":
			return "FREQ=MONTHLY;INTERVAL=2"
		case "semiannual", "semiannually", "biannual", "biannually", "semestral", "halfyearly", "εξαμηνιαία":
			return "FREQ=MONTHLY;INTERVAL=6"
		}
	}
	return ""
}

// ordinal returns the number of a day of the week within a month: "1" for "first", "-1" for "last".
func ordinal(word string) string {
	for i, name := range strings.Fields("last first second third fourth último primer segundo tercer cuarto τελευταία πρώτη δεύτερη") {
		if word == name {
			return strings.Fields("-1 1 2 3 4")[i%5]
		}
	}
	return ""
}

// weekday returns the code of a day of the week by its name in English, Spanish or Greek: "MO".
func weekday(word string) string {
	for i, name := range strings.Fields("monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo " +
		"δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή") {
		if word == name || word == name+"s" {
			return strings.Fields("MO TU WE TH FR SA SU")[i%7]
		}
	}
	return ""
}

// frequency returns the word for a rule without an interval, or the rule.
func frequency(word, rule, interval string) string {
	if interval == "" {
		return word
	}
	return "FREQ=" + rule + interval
}

func (r Recurrence) valid() error {
	if r == "" {
		return nil
	}
	if _, err := recurrence.Parse(string(r)); err != nil {
		return notRecurrence(string(r), err)
	}
	return nil
}

// Frequency is the unit in which the interval of a recurrence is counted.
type Frequency string

// The frequencies. Empty means no rule.
const (
	FrequencyDaily   Frequency = "DAILY"
	FrequencyWeekly  Frequency = "WEEKLY"
	FrequencyMonthly Frequency = "MONTHLY"
	FrequencyYearly  Frequency = "YEARLY"
)

// Every returns the frequency of the rule and its interval: a rule for every quarter has
// FrequencyMonthly and 3. For an empty or invalid rule it returns "" and 0.
func (r Recurrence) Every() (f Frequency, interval int) {
	rule, err := recurrence.Parse(string(r))
	if err != nil {
		return "", 0
	}
	return Frequency(rule.Frequency), rule.Interval
}

// Occurrences returns an iterator over the days from one to another, both included, on which the
// cadence takes place, the earliest first. A cadence without a first day or without a rule has no
// occurrences, and neither has a rule that matches no day. A rule with a COUNT is evaluated for 100
// years from the first day.
func (c Cadence) Occurrences(from, to Date) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		rule, err := recurrence.Parse(string(c.Every))
		if err != nil || c.From.IsZero() {
			return
		}
		for day := range rule.Days(c.From.Time(), from.Time(), to.Time()) {
			if !yield(DateOf(day)) {
				return
			}
		}
	}
}
