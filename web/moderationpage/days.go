package moderationpage

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
)

// daysFrom is how many days lie from one day to another.
func daysFrom(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

// ago is how long ago an act was sent, in words.
func ago(ctx context.Context, sent, now time.Time) string {
	switch n := daysFrom(moderation.Day(sent), moderation.Day(now)); {
	case n <= 0:
		return sentToday.In(ctx)
	case n == 1:
		return sentYesterday.In(ctx)
	default:
		return sentDays.In(ctx, n)
	}
}

// due is how long there is to the day of the answer, or how long ago it was.
func due(ctx context.Context, on, now time.Time) string {
	switch n := daysFrom(moderation.Day(now), on); {
	case n < 0:
		return dueLate.In(ctx, -n)
	case n == 0:
		return dueToday.In(ctx)
	case n == 1:
		return dueTomorrow.In(ctx)
	default:
		return dueDays.In(ctx, n)
	}
}

var (
	sentToday     = i18n.T("Lähetetty tänään", "Skickad i dag", "Sent today")
	sentYesterday = i18n.T("Lähetetty eilen", "Skickad i går", "Sent yesterday")
	sentDays      = i18n.P(i18n.T("Lähetetty %d päivä sitten", "Skickad för %d dag sedan", "Sent %d day ago"),
		i18n.T("Lähetetty %d päivää sitten", "Skickad för %d dagar sedan", "Sent %d days ago"))
	dueToday    = i18n.T("Vastattava tänään", "Ska besvaras i dag", "Answer due today")
	dueTomorrow = i18n.T("Vastattava huomenna", "Ska besvaras i morgon", "Answer due tomorrow")
	dueDays     = i18n.P(i18n.T("Vastattava %d päivän kuluessa", "Ska besvaras inom %d dag", "Answer due in %d day"),
		i18n.T("Vastattava %d päivän kuluessa", "Ska besvaras inom %d dagar", "Answer due in %d days"))
	dueLate = i18n.P(i18n.T("%d päivä myöhässä", "%d dag försenad", "%d day late"),
		i18n.T("%d päivää myöhässä", "%d dagar försenad", "%d days late"))
)

// sentAt is when the act came into the queue.
func (v reviewView) sentAt() time.Time {
	if v.Act.SubmittedAt != nil {
		return *v.Act.SubmittedAt
	}
	return v.Act.CreatedAt
}
