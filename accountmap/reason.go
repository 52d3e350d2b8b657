package accountmap

import "cmp"

// Reason is the code of a reason for an entry of an answer, or for its rank. It is the same in
// every version and language. Package terms has the words.
type Reason string

// Reasons about a person.
const (
	// ReasonPowerful: the person's power is 4 or 5.
	ReasonPowerful Reason = "powerful"
	// ReasonChampion, ReasonSupporter, ReasonNeutral, ReasonSceptic and ReasonBlocker: the person's
	// stance towards us.
	ReasonChampion  Reason = "champion"
	ReasonSupporter Reason = "supporter"
	ReasonNeutral   Reason = "neutral"
	ReasonSceptic   Reason = "sceptic"
	ReasonBlocker   Reason = "blocker"
	// ReasonStanceUnknown: nobody has recorded the person's stance.
	ReasonStanceUnknown Reason = "stance-unknown"
	// ReasonNotYetKnown: the person must exist, but we do not know who it is.
	ReasonNotYetKnown Reason = "not-yet-known"
	// ReasonKnownWell: we know the person in depth, or have met them many times, or one of us is
	// their trusted adviser.
	ReasonKnownWell Reason = "known-well"
	// ReasonInside: the person works in the unit in question.
	ReasonInside Reason = "inside"
	// ReasonAskedThisYear: we have asked the person for a referral or a testimonial within the last
	// year.
	ReasonAskedThisYear Reason = "asked-this-year"
	// ReasonAskedOften: we have asked the person so often within the last year that others should
	// be asked first.
	ReasonAskedOften Reason = "asked-often"
)

// Reasons about what a person was shown.
const (
	// ReasonNeverShown: the person was never shown the product.
	ReasonNeverShown Reason = "never-shown"
	// ReasonForgotten: the person was shown the product so long ago that too little of it is
	// remembered.
	ReasonForgotten Reason = "forgotten"
	// ReasonFading: the person still remembers enough of the product, but is forgetting it.
	ReasonFading Reason = "fading"
	// ReasonLiked and ReasonDisliked: the person was shown the product and was interested, or
	// reacted badly.
	ReasonLiked    Reason = "liked"
	ReasonDisliked Reason = "disliked"
)

// Reasons about an endorsement.
const (
	// ReasonBuysProduct: the person works in a unit that buys the product.
	ReasonBuysProduct Reason = "buys-product"
	// ReasonTestimonialInHand: the person has given a testimonial for the product that may still be
	// used.
	ReasonTestimonialInHand Reason = "testimonial-in-hand"
	// ReasonTestimonialExpired: the person's testimonial may no longer be used, and they can be
	// asked for another.
	ReasonTestimonialExpired Reason = "testimonial-expired"
	// ReasonConsented: the contact consents to being quoted outside the client.
	ReasonConsented Reason = "consented"
	// ReasonAskPending: we have asked the person and have no answer yet.
	ReasonAskPending Reason = "ask-pending"
)

// Reasons about a tie between two people, seen from the person who introduces or wins over the
// other.
const (
	// ReasonInfluences and ReasonInfluenced: the first influences the second, or the second the
	// first.
	ReasonInfluences Reason = "influences"
	ReasonInfluenced Reason = "influenced-by"
	// ReasonInformalTie and ReasonAllied: they know each other outside the organisation chart, or
	// are allies.
	ReasonInformalTie Reason = "informal-tie"
	ReasonAllied      Reason = "allied"
	// ReasonManages and ReasonReportsTo: the first is the second's manager, or the second the
	// first's.
	ReasonManages   Reason = "manages"
	ReasonReportsTo Reason = "reports-to"
	// ReasonAssists and ReasonAssistedBy: the first is the second's assistant, or the second the
	// first's.
	ReasonAssists    Reason = "assists"
	ReasonAssistedBy Reason = "assisted-by"
)

// Reasons why a person could lead us into a unit where we know nobody.
const (
	// ReasonAskedForUnit: we have asked the person for a referral to the unit, or they gave one.
	ReasonAskedForUnit Reason = "asked-for-unit"
	// ReasonNoteNames: a note about the person, or about one of their ties, names the unit.
	ReasonNoteNames Reason = "note-names-unit"
	// ReasonUnitAbove and ReasonUnitBeside: the person is at the head of a unit above, or beside.
	ReasonUnitAbove  Reason = "unit-above"
	ReasonUnitBeside Reason = "unit-beside"
)

// Reasons about a person's say in a decision.
const (
	// ReasonHasSay: the person has a role whose agreement every purchase needs.
	ReasonHasSay Reason = "has-say"
	// ReasonDecides: the person decides whatever their role, since their power is 5.
	ReasonDecides Reason = "decides"
	// ReasonCanStop: the person is against us and has the power to stop us.
	ReasonCanStop Reason = "can-stop"
)

// Reasons about who covers whom.
const (
	// ReasonNoLink: nobody on our side is close to anybody in the unit.
	ReasonNoLink Reason = "no-link"
	// ReasonOneMember: one person on our side is the only link.
	ReasonOneMember Reason = "one-member"
	// ReasonOneContact: one person on the client's side is the only link.
	ReasonOneContact Reason = "one-contact"
	// ReasonNoOwner: nobody on our side looks after the person.
	ReasonNoOwner Reason = "no-owner"
	// ReasonOwnerGone: the person's owner is no longer on our team.
	ReasonOwnerGone Reason = "owner-gone"
	// ReasonBuys: the unit buys from us now, so we could lose sales.
	ReasonBuys Reason = "buys"
)

// Reasons about time and figures.
const (
	// ReasonPastDue: the day that was set has passed.
	ReasonPastDue Reason = "past-due"
	// ReasonNeverAsked: a regular survey has never been done.
	ReasonNeverAsked Reason = "never-asked"
	// ReasonTooLong: it has been open for too long, or was last done too long ago.
	ReasonTooLong Reason = "too-long"
	// ReasonVerbal: it was promised orally only.
	ReasonVerbal Reason = "verbal"
	// ReasonCritical: the severity is high or critical.
	ReasonCritical Reason = "critical"
	// ReasonSilent: no order has come for much longer than usual.
	ReasonSilent Reason = "silent"
	// ReasonFewer: less was ordered than usual.
	ReasonFewer Reason = "fewer"
	// ReasonMore: more was ordered than usual.
	ReasonMore Reason = "more"
	// ReasonFirstOrder: the unit has ordered the product for the first time.
	ReasonFirstOrder Reason = "first-order"
	// ReasonTargetReached and ReasonBehindTarget: the target is reached, or its ordered share is
	// below the elapsed share of the period.
	ReasonTargetReached Reason = "target-reached"
	ReasonBehindTarget  Reason = "behind-target"
	// ReasonOverBudget: more was ordered than the client's budget.
	ReasonOverBudget Reason = "over-budget"
)

// Reasons about a unit or a cell in which something could be sold.
const (
	// ReasonNobodyKnown: we know nobody in the unit.
	ReasonNobodyKnown Reason = "nobody-known"
	// ReasonOpenPotential: a yearly amount could still be sold.
	ReasonOpenPotential Reason = "open-potential"
	// ReasonOffered, ReasonDealOpen, ReasonGap, ReasonWithCompetitor, ReasonInHouse, ReasonLapsed
	// and ReasonUnassessed: the state of the product in the unit.
	ReasonOffered        Reason = "offered"
	ReasonDealOpen       Reason = "deal-open"
	ReasonGap            Reason = "gap"
	ReasonWithCompetitor Reason = "with-competitor"
	ReasonInHouse        Reason = "in-house"
	ReasonLapsed         Reason = "lapsed"
	ReasonUnassessed     Reason = "unassessed"
	// ReasonSiblingsBuy and ReasonOthersBuy: units with the same unit above, or other units of the
	// client, buy the product.
	ReasonSiblingsBuy Reason = "siblings-buy"
	ReasonOthersBuy   Reason = "others-buy"
	// ReasonWitness: a person in another unit has praised the product, or would praise it.
	ReasonWitness Reason = "witness"
	// ReasonWayIn: somebody can introduce us to people in the unit.
	ReasonWayIn Reason = "way-in"
	// ReasonForThere and ReasonAgainstThere: people whose agreement is needed are for us, or
	// against us.
	ReasonForThere     Reason = "for-there"
	ReasonAgainstThere Reason = "against-there"
	// ReasonContractEnds: the competitor's contract ends soon.
	ReasonContractEnds Reason = "contract-ends"
	// ReasonBudgetLeft and ReasonBudgetSpent: the client's budget of the period is not used up, or
	// is.
	ReasonBudgetLeft  Reason = "budget-left"
	ReasonBudgetSpent Reason = "budget-spent"
	// ReasonEstimated: the amount is our estimate, since no potential is recorded.
	ReasonEstimated Reason = "estimated"
)

// Reasons for moves, transfers and judgements of health.
const (
	// ReasonWinnable: people who are for us could win the person over.
	ReasonWinnable Reason = "winnable"
	// ReasonLeaves: our person leaves the account.
	ReasonLeaves Reason = "leaves"
	// ReasonNoNewOwner: nobody has been named to take it over.
	ReasonNoNewOwner Reason = "no-new-owner"
	// ReasonAfterLastDay: it is due after the last day of the responsible member.
	ReasonAfterLastDay Reason = "after-last-day"
	// ReasonDueSoon: its day is near.
	ReasonDueSoon Reason = "due-soon"
	// ReasonRenews: a sale or contract must be renewed.
	ReasonRenews Reason = "renews"
	// ReasonContractRenews: the contract of several sales must be renewed.
	ReasonContractRenews Reason = "contract-renews"
	// ReasonUnconfirmed: the evidence on the person, confirmed or hearsay, is too old.
	ReasonUnconfirmed Reason = "unconfirmed"
	// ReasonWarming, ReasonCooling and ReasonQuiet: we talk more often than usual, less often, or
	// have not talked for much longer than usual.
	ReasonWarming Reason = "warming"
	ReasonCooling Reason = "cooling"
	ReasonQuiet   Reason = "gone-quiet"
	// ReasonNeverTalked: no talk with the person is recorded.
	ReasonNeverTalked Reason = "never-talked"
	// ReasonLostChampion: a champion has left, and the unit has no other champion.
	ReasonLostChampion Reason = "lost-champion"
	// ReasonDispute: a dispute is open.
	ReasonDispute Reason = "dispute"
)

// Reasons lists all reasons, reasons about people first.
func Reasons() []Reason {
	return []Reason{
		ReasonPowerful, ReasonChampion, ReasonSupporter, ReasonNeutral, ReasonSceptic, ReasonBlocker, ReasonStanceUnknown, ReasonNotYetKnown,
		ReasonKnownWell, ReasonInside, ReasonAskedThisYear, ReasonAskedOften,
		ReasonNeverShown, ReasonForgotten, ReasonFading, ReasonLiked, ReasonDisliked,
		ReasonBuysProduct, ReasonTestimonialInHand, ReasonTestimonialExpired, ReasonConsented, ReasonAskPending,
		ReasonInfluences, ReasonInfluenced, ReasonInformalTie, ReasonAllied, ReasonManages, ReasonReportsTo, ReasonAssists, ReasonAssistedBy,
		ReasonAskedForUnit, ReasonNoteNames, ReasonUnitAbove, ReasonUnitBeside,
		ReasonHasSay, ReasonDecides, ReasonCanStop,
		ReasonNoLink, ReasonOneMember, ReasonOneContact, ReasonNoOwner, ReasonOwnerGone, ReasonBuys,
		ReasonPastDue, ReasonNeverAsked, ReasonTooLong, ReasonVerbal, ReasonCritical, ReasonSilent, ReasonFewer,
		ReasonMore, ReasonFirstOrder,
		ReasonTargetReached, ReasonBehindTarget, ReasonOverBudget,
		ReasonNobodyKnown, ReasonOpenPotential, ReasonOffered, ReasonDealOpen, ReasonGap, ReasonWithCompetitor, ReasonInHouse, ReasonLapsed,
		ReasonUnassessed, ReasonSiblingsBuy, ReasonOthersBuy, ReasonWitness, ReasonWayIn, ReasonForThere, ReasonAgainstThere, ReasonContractEnds,
		ReasonBudgetLeft, ReasonBudgetSpent, ReasonEstimated,
		ReasonWinnable, ReasonLeaves, ReasonNoNewOwner, ReasonAfterLastDay, ReasonDueSoon, ReasonRenews, ReasonContractRenews, ReasonUnconfirmed, ReasonWarming,
		ReasonCooling, ReasonQuiet, ReasonNeverTalked, ReasonLostChampion, ReasonDispute,
	}
}

// Reason returns the reason for a stance. The two have one word, but the unknown stance has none.
func (s Stance) Reason() Reason { return cmp.Or(Reason(s), ReasonStanceUnknown) }
