package transfer

import (
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// dates reads when the act was submitted and published. What has been public
// was published at some time: when it is not told, at its submission, else now.
func (p *parsing) dates(in *act.Import) {
	in.SubmittedAt = p.date("submitted_at", p.row.SubmittedAt)
	in.PublishedAt = p.date("published_at", p.row.PublishedAt)
	switch {
	case in.Status == act.Merged:
		p.bad("status", `"merged" cannot be imported, since the row does not tell the other act`)
	case !in.Status.Public() && in.Status != act.Hidden:
		in.PublishedAt = nil
	case in.PublishedAt == nil && in.SubmittedAt != nil:
		in.PublishedAt = in.SubmittedAt
	case in.PublishedAt == nil:
		in.PublishedAt = &p.now
	}
	if in.SubmittedAt == nil && in.Status != act.Draft && in.Status != act.Withdrawn {
		in.SubmittedAt = in.PublishedAt
		if in.SubmittedAt == nil {
			in.SubmittedAt = &p.now
		}
	}
}

func (p *parsing) date(column, value string) *time.Time {
	if value == "" {
		return nil
	}
	for _, layout := range []string{
		time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly, "2.1.2006 15.04", "2.1.2006 15:04", "2.1.2006",
	} {
		t, err := time.ParseInLocation(layout, value, i18n.Helsinki())
		if err == nil && t.Year() >= 1990 && t.Year() < 2200 {
			t = t.Truncate(time.Microsecond) // as the database keeps it
			return &t
		}
	}
	p.bad(column, "%q is not a date; allowed: 2022-10-31, 2022-10-31T09:15:00+02:00 or 31.10.2022", value)
	return nil
}
