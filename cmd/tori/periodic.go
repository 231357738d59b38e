package main

import (
	"context"
	"time"
)

// periodic is the work that is done every so often.
func (p *portal) periodic() {
	p.jobs.Every(time.Minute, "publish acts whose hour has come", func(ctx context.Context) error {
		_, err := p.acts.PublishDue(ctx)
		return err
	})
	p.jobs.Every(time.Minute, "let out the awards whose gala has begun", func(ctx context.Context) error {
		_, err := p.campaigns.Release(ctx)
		return err
	})
	p.jobs.Every(time.Minute, "tell what is new to those who follow it", p.follows.Send)
	p.jobs.Every(time.Hour, "remind the authors", p.reminders.Send)
	p.jobs.Every(time.Hour, "send the reports of the month", p.reports.Send)
	p.jobs.Every(time.Hour, "remind the moderators", p.moderation.Remind)
	p.jobs.Every(time.Hour, "ask the contacts of last year", p.consents.Remind)
	p.jobs.Every(24*time.Hour, "sweep attachments", p.attachments.Sweep)
	p.jobs.Every(24*time.Hour, "sweep exports", p.errands.Sweep)
	if p.config.ChecksLinks() {
		p.jobs.Every(10*time.Minute, "ask the links of acts", p.links.Check)
	}
	p.jobs.Every(5*time.Minute, "bring the index up to date", p.reindexStale)
	for name, sweep := range map[string]func(context.Context) error{
		"sweep sessions": p.sessions.Sweep, "sweep accounts": p.accounts.Sweep, "sweep pictures of campaigns": p.campaigns.Sweep, "sweep sign-ons": p.signOns.Sweep, "sweep passkeys": p.passkeys.Sweep, "sweep mails": p.mails.Sweep, "sweep feedback": p.feedback.Sweep, "sweep invitations": p.people.Sweep, "sweep the notes of the queue": p.moderation.SweepQueue, "sweep what has been followed": p.follows.Sweep,
		"sweep missed addresses": p.redirects.Sweep, "sweep readings": p.readings.Sweep, "sweep queries": p.curation.Sweep, "key old addresses": p.acts.KeyAddresses,
	} {
		p.jobs.Every(time.Hour, name, sweep)
	}
}
