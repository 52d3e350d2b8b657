package terms

// Keys of the portfolio workbook.
const (
	PortfolioTitle    Key = "portfolio.title"    // "Portfolio"
	PortfolioAccount  Key = "portfolio.account"  // "Account"
	PortfolioManager  Key = "portfolio.manager"  // "Account manager"
	PortfolioTrend    Key = "portfolio.trend"    // "On the year before"
	PortfolioRenewals Key = "portfolio.renewals" // "Renewals in 90 days"
	PortfolioRenewing Key = "portfolio.renewing" // "Value to renew"
	PortfolioFor      Key = "portfolio.for"      // "For us"
	PortfolioAgainst  Key = "portfolio.against"  // "Against us"
	PortfolioThreads  Key = "portfolio.threads"  // "Units that hang on one person"
	PortfolioAccounts Key = "portfolio.accounts" // "{0} accounts"; Count
)
