package main

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/act/reminder"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/wording"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/internal/workshop"
)

// services makes the services on the database.
func (p *portal) services(blobs *blob.Store) (err error) {
	if p.jobs, err = job.New(p.db, time.Now); err != nil {
		return err
	}
	p.mails, err = mail.New(p.db, p.jobs, mail.Options{
		BaseURL: p.config.BaseURL, From: p.config.MailFrom, SMTPURL: p.config.SMTPURL, Now: time.Now,
	})
	if err != nil {
		return err
	}
	keys, err := session.Keys(p.config.SessionKeys, p.config.DataDir)
	if err != nil {
		return err
	}
	p.accounts = account.New(p.db, p.mails, time.Now).Recording(audit.Record).Sealing(session.NewSealer(keys, "second factors"))
	p.signOns = sso.New(p.db, sso.Parts{Accounts: p.accounts, Sealer: session.NewSealer(keys, "single sign-on"), Record: audit.Record, BaseURL: p.config.BaseURL}, time.Now)
	if p.passkeys, err = passkey.New(p.db, passkey.Parts{Accounts: p.accounts, Record: audit.Record, BaseURL: p.config.BaseURL}, time.Now); err != nil {
		return err
	}
	p.sessions = session.New(p.db, keys, strings.HasPrefix(p.config.BaseURL, "https://"), time.Now)
	p.features(blobs)
	p.periodic()
	return nil
}

// features makes the services of what the portal is about, each after those
// that it asks.
func (p *portal) features(blobs *blob.Store) {
	p.terms, p.organizations = taxonomy.New(p.db), organization.New(p.db)
	p.members = membership.New(p.db, membership.Parts{Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations}, time.Now)
	p.redirects, p.readings = redirect.New(p.db, time.Now), reading.New(p.db, time.Now)
	p.boundaries = boundary.New(p.db, p.organizations)
	p.index = search.New(p.db, p.lexicon(), time.Now)
	if n := p.config.SearchMemory; n > 0 {
		p.index.Limit(n << 20)
	}
	p.curation = curation.New(p.db, p.index, time.Now)
	p.acts = act.New(p.db, act.Parts{Accounts: p.accounts, Mails: p.mails, Index: p.index, Organizations: p.organizations}, time.Now)
	p.people = people.New(p.db, people.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.partners = partner.New(p.db, partner.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations}, time.Now)
	p.openings = opening.New(p.db, opening.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.consents = consent.New(p.db, consent.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.reminders = reminder.New(p.db, reminder.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.attachments = attachment.New(p.db, attachment.Parts{Acts: p.acts, Blobs: blobs, Jobs: p.jobs, Clamd: p.config.ClamdAddr, Words: wording.Apart}, time.Now)
	p.content, p.stats = content.New(p.db), stats.New(p.db, p.terms, time.Now)
	p.campaigns = campaign.New(p.db, campaign.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, Stats: p.stats, Terms: p.terms, Pictures: p.attachments, Blobs: blobs}, time.Now)
	p.juries = jury.New(p.db, jury.Parts{Campaigns: p.campaigns, Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, Stats: p.stats}, time.Now)
	p.links = link.New(p.db, link.Careful(p.config.InsideLinks()...), time.Now)
	p.moderation = moderation.New(p.db, p.acts, time.Now)
	p.adoptions = adoption.New(p.db, adoption.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations}, time.Now)
	p.follows = follow.New(p.db, follow.Parts{
		Acts: p.acts, Adoptions: p.adoptions, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, List: p.followed, Seen: p.seen,
	}, time.Now)
	p.feedback = feedback.New(p.db, p.accounts, p.mails, time.Now)
	p.reports = report.New(p.db, report.Parts{Accounts: p.accounts, Mails: p.mails, Count: p.counted}, time.Now)
	p.errands = errand.New(p.db, errand.Parts{Transfer: p.transfer(), Accounts: p.accounts, Mails: p.mails, Blobs: blobs, Jobs: p.jobs}, time.Now)
	p.watcher = version.NewWatcher(p.db)
	p.watcher.OnChange(func(ctx context.Context, _ int64) error { return p.refresh(ctx) })
}

// coachings is the register of sparrings.
func (p *portal) coachings() *coaching.Service { return coaching.New(p.db, p.organizations, p.terms) }

// workshops is the register of workshops.
func (p *portal) workshops() *workshop.Service { return workshop.New(p.db, p.organizations) }

// lexicon is the Finnish dictionary; nil where it is not installed: search
// works without it, less well.
func (p *portal) lexicon() *fi.Lexicon {
	l, err := fi.Open(p.config.FinnishLexicon)
	if err != nil {
		slog.Warn("no Finnish dictionary: search finds less; install voikko-fi or set FI_LEXICON", "error", err)
		return nil
	}
	return l
}
