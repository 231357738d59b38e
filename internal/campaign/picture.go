package campaign

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

// MaxAlt is the longest that a picture is told in, in each language.
const MaxAlt = limit.Description

// A Picture is the one of a campaign, drawn anew.
type Picture struct {
	Blob          string // "": none
	MediaType     string
	Width, Height int   // of the largest
	Widths        []int // rising
	Alt           i18n.Text
}

// File is the last part of the address of the picture in a width. It is
// another one for each picture that is ever sent.
func (p Picture) File(width int) string {
	ending := map[string]string{"image/png": ".png"}[p.MediaType]
	if ending == "" {
		ending = ".jpg"
	}
	return fmt.Sprintf("%s-%d%s", path.Base(p.Blob), width, ending)
}

func (p Picture) key(width int) string { return fmt.Sprintf("%s/%d", p.Blob, width) }

func (p Picture) keys() []string {
	var keys []string
	for _, w := range p.Widths {
		keys = append(keys, p.key(w))
	}
	return keys
}

// SetPicture gives a campaign a picture, or tells what its picture shows when
// none is sent with it. Version is that of the campaign that the team saw.
func (s *Service) SetPicture(ctx context.Context, by account.Account, id ID, v int, in *attachment.Incoming, alt i18n.Text) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("picture of %v: %w", id, fault.Forbidden)
	}
	c, ok := s.Find(id)
	if !ok {
		return fmt.Errorf("picture of %v: %w", id, fault.NotFound)
	}
	p := c.Picture
	p.Alt = alt
	if err := p.check(in != nil); err != nil {
		return err
	}
	if in != nil {
		var err error
		if p, err = s.draw(ctx, *in, alt); err != nil {
			return err
		}
	}
	err := s.replace(ctx, by, id, v, func(tx pgx.Tx) error { return setPicture(ctx, tx, id, p) })
	switch {
	case err != nil && in != nil:
		return errors.Join(err, s.Blobs.Delete(ctx, p.keys()...))
	case err != nil:
		return err
	case in != nil && c.Picture.Blob != "":
		_ = s.Blobs.Delete(ctx, c.Picture.keys()...) // what stays is swept
	}
	return s.Refresh(ctx)
}

// check is the problems of what was typed, in the order of the form.
func (p Picture) check(sent bool) error {
	var problems validate.Problems
	if !sent && p.Blob == "" {
		problems.Add("files", validate.Required, 0)
	}
	for _, l := range i18n.Langs() {
		problems.Text("alt_"+string(l), p.Alt.To(l), MaxAlt)
	}
	return problems.Err()
}

// draw draws a picture anew and stores it.
func (s *Service) draw(ctx context.Context, in attachment.Incoming, alt i18n.Text) (Picture, error) {
	d, err := s.Pictures.Redraw(ctx, in)
	if err != nil {
		return Picture{}, err
	}
	p := Picture{Blob: blob.Campaigns + blob.NewKey(), MediaType: d.MediaType, Alt: alt}
	for _, one := range d.Pictures {
		p.Widths, p.Width, p.Height = append(p.Widths, one.Width), one.Width, one.Height
		if err := s.Blobs.Put(ctx, p.key(one.Width), bytes.NewReader(one.Bytes), int64(len(one.Bytes))); err != nil {
			return Picture{}, err
		}
	}
	return p, nil
}

// RemovePicture takes the picture away.
func (s *Service) RemovePicture(ctx context.Context, by account.Account, id ID, v int) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("picture of %v: %w", id, fault.Forbidden)
	}
	c, ok := s.Find(id)
	if !ok {
		return fmt.Errorf("picture of %v: %w", id, fault.NotFound)
	}
	err := s.replace(ctx, by, id, v, func(tx pgx.Tx) error { return dropPicture(ctx, tx, id) })
	if err != nil {
		return err
	}
	if c.Picture.Blob != "" {
		_ = s.Blobs.Delete(ctx, c.Picture.keys()...) // what stays is swept
	}
	return s.Refresh(ctx)
}

// OpenPicture is the picture of a campaign by the last part of its address, or
// fault.NotFound. Close it.
func (s *Service) OpenPicture(ctx context.Context, viewer account.Account, slug, file string) (Picture, io.ReadSeekCloser, error) {
	c, ok := s.BySlug(slug)
	if ok && (c.Public || viewer.RunsProgramme()) && c.Picture.Blob != "" {
		for _, width := range c.Picture.Widths {
			if c.Picture.File(width) == file {
				r, err := s.Blobs.Open(ctx, c.Picture.key(width))
				return c.Picture, r, err
			}
		}
	}
	return Picture{}, nil, fmt.Errorf("picture %q of the campaign %q: %w", file, slug, fault.NotFound)
}

// Sweep removes files that are no campaign's picture any more, a day after
// they were stored.
func (s *Service) Sweep(ctx context.Context) error {
	return s.Blobs.Walk(ctx, func(key string, at time.Time) error {
		if !strings.HasPrefix(key, blob.Campaigns) || s.now().Sub(at) < 24*time.Hour {
			return nil
		}
		known, err := isPicture(ctx, s.db, path.Dir(key))
		if err != nil || known {
			return err
		}
		return s.Blobs.Delete(ctx, key)
	})
}
