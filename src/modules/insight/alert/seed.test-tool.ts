import { newId } from '#app/platform/db/id.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import type { World } from '#test/world.ts';

const text = { en: 'x', fr: 'y' };

/** A row in every table of the early warning, for the matrix of the module. */
export async function seedAlerts(world: World): Promise<void> {
  const { admin } = world.database;
  const now = world.database.clock.now();
  const [agency, rule, alert, contact] = [newId(), newId(), newId(), newId()];
  await admin`insert into identity.agency (id, slug, name, kind, demonstration) values (${agency}, 'seed-responders', ${admin.json(text)}, 'agency', true)`;
  await admin`insert into insight.alert_area (slug, name, position) values ('here', ${admin.json(text)}, 0)`;
  await admin`insert into insight.alert_series (slug, position, name, text, basis, source, delay_weeks) values ('events', 0, ${admin.json(text)}, ${admin.json(text)}, 'pickup', 'events', 2)`;
  await admin`insert into insight.alert_rule (slug, id, rule, version, position, series_slug, name, method, unit, options, valid_from) values ('six/1', ${rule}, 'six', 1, 0, 'events', ${admin.json(text)}, 'cluster', 'hour', '{}', '2019-01-01')`;
  await admin`insert into insight.alert_rate (id, rule_id, per_year, low, high, baseline_from, baseline_to, baseline_total, mean, seed, years, checked_from, checked_to, checked_onsets, computed_at)
    values (${newId()}, ${rule}, 1, 0, 2, '2018-01-01', '2018-12-31', 100, 0.3, 1, 10, '2019-01-01', '2019-05-31', 0, ${now})`;
  await admin`insert into insight.overdose (id, agency_id, entered_by, entered_at, occurred_at, area_slug, outcome, naloxone, form_key) values (${newId()}, ${agency}, ${newId()}, ${now}, ${now}, 'here', 'survived', 'one', ${hashToken('seed')})`;
  await admin`insert into insight.overdose_report (id, series_slug, day, area_slug, n, reported_on, entered_at) values (${newId()}, 'visits', '2019-05-01', 'here', 1, '2019-05-02', ${now})`;
  await admin`insert into insight.alert (id, rule_id, kind, onset, from_day, to_day, observed, drafted_at) values (${alert}, ${rule}, 'window', ${now}, '2019-06-01', '2019-06-02', 6, ${now})`;
  await admin`insert into insight.alert_step (id, alert_id, step, reason, by_account, at) values (${newId()}, ${alert}, 'confirmed', 'because', ${newId()}, ${now})`;
  await admin`insert into insight.alert_level (id, level, reason, set_at) values (${newId()}, 'normal', ${admin.json(text)}, ${now})`;
  await admin`insert into insight.alert_protocol (slug, position, what, owed_by, hours) values ('call', 0, ${admin.json(text)}, 'alert-keeper', 2)`;
  await admin`insert into insight.alert_contact (id, name, email, language, key_hash, added_at) values (${contact}, 'A desk', 'desk@example.org', 'en', ${hashToken('key')}, ${now})`;
  await admin`insert into insight.alert_told (alert_id, contact_id, told_at) values (${alert}, ${contact}, ${now})`;
}

const open = { public: 'r', manager: 'r', operator: 'r', leader: 'r', chair: 'r', partner: 'r', auditor: 'r', administrator: 'r' } as const;
const enters = { manager: 'i', operator: 'i', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i' } as const;
const opens = { public: 'r', manager: 'ri', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri' } as const;

/** What the actors of every matrix may do; `i` is the grant alone, whose check asks for a role that none of them has (see policies.test.ts of the feature). */
export const alertMatrix = {
  alert_area: { ...open, worker: 'riu' }, alert_series: { ...open, worker: 'riu' }, alert_rule: { ...opens, worker: 'riu' }, alert_rate: { ...open, worker: 'ri' },
  alert: { worker: 'ri' }, alert_step: { ...enters, worker: 'ri' }, alert_level: { ...opens, worker: 'ri' }, alert_protocol: { worker: 'riu' }, alert_contact: { ...enters, worker: 'ri' }, alert_told: { worker: 'ri' },
  overdose: { ...enters, worker: 'ri' }, overdose_report: { ...enters, worker: 'ri' },
} as const;
