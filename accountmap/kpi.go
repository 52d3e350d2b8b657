package accountmap

import "slices"

// KPI is a figure by which the client measures a goal: its value before us, the value agreed on, and the readings since.
type KPI struct {
	// Goal is the goal that the figure measures. Empty means the account as a whole.
	Goal GoalID `json:"goal,omitzero"`
	Name string `json:"name"`
	// Measure is the unit of the figure, such as "EUR per delivery" or "%".
	Measure string `json:"measure,omitzero"`
	// Baseline is the value before us, and Target the value agreed on. Zero is a value like any other (no accidents), except that a zero Target
	// without a day By means that no target is agreed yet.
	Baseline float64 `json:"baseline,omitzero"`
	Target   float64 `json:"target,omitzero"`
	// By is the day by which the target is to be reached. Zero means that none is agreed.
	By Date `json:"by,omitzero"`
	// Source says where the readings come from, such as "their ERP, monthly".
	Source string `json:"source,omitzero"`
	// Readings are the values measured, in any order.
	Readings []Reading `json:"readings,omitzero"`
}

// Reading is the value of a KPI on one day.
type Reading struct {
	Date Date `json:"date"`
	// Value is the reading. Zero is a value like any other.
	Value float64 `json:"value"`
}

// HasTarget reports whether a target is agreed.
func (k KPI) HasTarget() bool { return k.Target != 0 || !k.By.IsZero() }

// Latest returns the last reading by date, and whether there is any. Of two readings on one day the later in the list counts.
func (k KPI) Latest() (Reading, bool) {
	if len(k.Readings) == 0 {
		return Reading{}, false
	}
	latest := k.Readings[0]
	for _, r := range k.Readings {
		if !r.Date.Before(latest.Date) {
			latest = r
		}
	}
	return latest, true
}

// Progress returns how much of the way from the baseline to the target the latest reading has come: 0 at the baseline, 1 at the target, less
// than 0 on the wrong side and more than 1 beyond. It is not known without a target or a reading, nor where the two ends are the same.
func (k KPI) Progress() (share float64, known bool) {
	latest, ok := k.Latest()
	if !ok || !k.HasTarget() || k.Target == k.Baseline {
		return 0, false
	}
	return (latest.Value - k.Baseline) / (k.Target - k.Baseline), true
}

func (k KPI) clone() KPI {
	k.Readings = slices.Clone(k.Readings)
	return k
}
