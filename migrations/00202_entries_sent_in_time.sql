-- +goose Up
-- An act that an import has entered in a campaign that counts by the day of
-- sending counts there when it was sent in its days, as the rule says.
UPDATE act_standing s SET campaign_id = 0
FROM act a, campaign k
WHERE a.id = s.act_id AND k.id = s.campaign_id AND k.basis = 'submitted' AND a.submitted_at IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM (SELECT a.submitted_at AS at UNION SELECT t.at FROM act_transition t WHERE t.act_id = a.id AND t.to_status = 'submitted') sent
      WHERE (sent.at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days);

-- +goose Down
UPDATE act_standing s SET campaign_id = k.id
FROM act a, campaign_entry e, campaign k
WHERE a.id = s.act_id AND e.act_id = a.id AND k.id = e.campaign_id AND s.campaign_id = 0 AND k.basis = 'submitted' AND a.submitted_at IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM (SELECT a.submitted_at AS at UNION SELECT t.at FROM act_transition t WHERE t.act_id = a.id AND t.to_status = 'submitted') sent
      WHERE (sent.at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days);
