package accountmap

import "slices"

// KPI is a figure by which the client sees whether a goal is reached: what it was, what it should become, and what it was found to be.
type KPI struct {
	// Goal is what the figure is for. Empty means the account as a whole.
	Goal GoalID `json:"goal,omitzero"`
	Name string `json:"name"`
	// Measure is what the figure counts, such as "EUR per delivery" or "%".
	Measure string `json:"measure,omitzero"`
	// Baseline is the figure before us, and Target the one agreed on. Zero is a figure like any other (no accidents), but for a Target
	// without a day By which it is to be reached: that one is not agreed on yet.
	Baseline float64 `json:"baseline,omitzero"`
	Target   float64 `json:"target,omitzero"`
	// By is the day by which the target is to be reached. Zero means that none is agreed.
	By Date `json:"by,omitzero"`
	// Source says where readings come from, such as "their ERP, monthly".
	Source string `json:"source,omitzero"`
	// Readings are the figures found, in any order.
	Readings []Reading `json:"readings,omitzero"`
}

// Reading is what a KPI was found to be on a day.
type Reading struct {
	Date Date `json:"date"`
	// Value is the figure; zero is a figure like any other.
	Value float64 `json:"value"`
}

// HasTarget reports whether it is agreed what the figure should become.
func (k KPI) HasTarget() bool { return k.Target != 0 || !k.By.IsZero() }

// Latest returns the last reading by date, and whether there is any. Of two of one day, the one that stands later in the list counts.
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
