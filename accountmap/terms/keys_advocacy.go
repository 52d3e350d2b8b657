package terms

// Keys of the map of referrals and testimonials. The head.
const (
	AdvocacyTitle        Key = "advocacy.title"        // "{0} · referrals and testimonials"; {0} is the client
	AdvocacySubtitle     Key = "advocacy.subtitle"     // "Advocacy as of {0}"; {0} is a date
	AdvocacyUndated      Key = "advocacy.undated"      // "Advocacy"
	AdvocacyDescription  Key = "advocacy.description"  // the picture in a sentence, for those who cannot see it; {0} is the client
	AdvocacyReferrals    Key = "advocacy.referrals"    // "referrals: {0} asked, {1} given ({2})"; {2} is a share
	AdvocacyTestimonials Key = "advocacy.testimonials" // "testimonials: {0} asked, {1} given ({2})"; {2} is a share
	AdvocacyUnasked      Key = "advocacy.unasked"      // "{0} unasked"; Count; given without being asked for
	AdvocacyCould        Key = "advocacy.could"        // "{0} could be asked to testify"; Count of people
	AdvocacyNone         Key = "advocacy.none"         // "nobody has been asked yet"
	AdvocacyHidden       Key = "advocacy.hidden"       // "{0} others not shown"; Count of people
)

// Notes on cards, lines, and the legend.
const (
	AdvocacyTestified    Key = "advocacy.testified"     // "testifies for {0}"; {0} is a product
	AdvocacyQuotable     Key = "advocacy.quotable"      // "may be quoted on {0}"; {0} is a product
	AdvocacyExpired      Key = "advocacy.expired"       // "testimonial for {0} expired"; {0} is a product
	AdvocacyAskedFor     Key = "advocacy.asked-for"     // "asked to testify for {0}"; {0} is a product
	AdvocacyDeclinedFor  Key = "advocacy.declined-for"  // "declined to testify for {0}"; {0} is a product
	AdvocacyCandidate    Key = "advocacy.candidate"     // "could testify for {0}"; {0} is a list of products
	AdvocacySomething    Key = "advocacy.something"     // "our work"; stands for a product that nobody recorded
	AdvocacySomebody     Key = "advocacy.somebody"      // "Somebody in {0}"; {0} is a unit into which we were referred
	AdvocacyReferred     Key = "advocacy.referred"      // "referred us to"; between two people
	AdvocacyReferAsked   Key = "advocacy.refer-asked"   // "was asked to refer us to"; between two people
	AdvocacyReferRefused Key = "advocacy.refer-refused" // "declined to refer us to"; between two people
	AdvocacyRefersUs     Key = "advocacy.refers-us"     // "gave a referral"; to nobody in particular
	AdvocacyReferOpen    Key = "advocacy.refer-open"    // "asked for a referral"; to nobody in particular
	AdvocacyReferNo      Key = "advocacy.refer-no"      // "declined to give a referral"; to nobody in particular
	AdvocacyLegend       Key = "advocacy.legend"        // "Testimonial"
	AdvocacyLegendGiven  Key = "advocacy.legend-given"  // "given"; a testimonial
	AdvocacyLegendOpen   Key = "advocacy.legend-open"   // "asked for"; a testimonial
	AdvocacyLegendNo     Key = "advocacy.legend-no"     // "declined or expired"; a testimonial
	AdvocacyLegendCould  Key = "advocacy.legend-could"  // "could be asked"; for a testimonial
	AdvocacyDeclined     Key = "advocacy.declined"      // "declined"; on the line of a referral
)
