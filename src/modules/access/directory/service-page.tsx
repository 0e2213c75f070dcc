import { dateIn } from '#app/platform/clock/clock.ts';
import { Breadcrumbs, Sources, SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { freshnessOf } from './freshness.ts';
import { weekHours } from './hours.ts';
import type { PublicWait } from '../wait/queries.ts';
import { Checked, RoomTag, WaitLine } from './marks.tsx';
import { directoryPaths } from './paths.ts';
import type { FullService } from './read.ts';
import { listText, money, timeText } from './reason-text.ts';
import { directoryWords } from './words.ts';

/** One service: how to reach it, when, whom it is for, how it was checked. */
export function ServicePage({ frame, service, wait, today }: { frame: PageFrame; service: FullService; wait: PublicWait | undefined; today: string }) {
  const { language } = frame;
  const { row, organization, capacity } = service;
  const words = directoryWords[language];
  const freshness = freshnessOf(row.assured_date, today);
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: directoryPaths.help, label: words.back }]} />
      <h1>{row.name[language]}</h1>
      <p class="lead">{row.description[language]}</p>
      <p>{words.byOf(organization.name[language])}</p>
      <p class="marks">
        {row.demonstration ? <span class="tag">{words.demonstration}</span> : null}
        <Checked language={language} assuredDate={row.assured_date} assuredBy={row.assured_by} freshness={freshness} real={row.sources.length > 0} />
      </p>
      {row.status === 'active' ? null : <p class="inset">{words.statuses[row.status]}. {words.closedNotice}</p>}
      {row.alert ? <p class="inset">{row.alert[language]}</p> : null}
      {row.only_language && row.only_language !== language ? <p class="hint">{row.only_language === 'en' ? words.onlyEnglish : words.onlyFrench}</p> : null}
      <h2>{words.reach}</h2>
      <SummaryList rows={reachRows(language, service, today)} />
      <h2>{words.who}</h2>
      <SummaryList rows={whoRows(language, service)} />
      {capacity ? <p><RoomTag language={language} code={capacity.code} /> <span class="hint">{words.roomOn(formatDate(language, dateIn(frame.site.timeZone, new Date(capacity.updated))))}</span></p> : null}
      {wait ? <p><WaitLine language={language} wait={wait} />. <span class="hint">{words.waitedHow}</span></p> : null}
      <Sources language={language} sources={row.sources} />
      <p class="small"><a href={`/hsds/services/${row.id}`}>{words.asData}</a></p>
    </PublicLayout>
  );
}

function reachRows(language: Language, { row, organization, phones, places, schedules }: FullService, today: string): SummaryRow[] {
  const words = directoryWords[language];
  const [website, email] = [row.url ?? organization.website, row.email ?? organization.email];
  const all = schedules.length > 0 ? schedules : places.flatMap(({ location }) => location.schedules);
  const hours = weekHours(all, today);
  const notes = all.flatMap((one) => (one.description ? [one.description[language]] : []));
  return [
    ...(row.application_process ? [{ label: words.how, value: row.application_process[language] }] : []),
    ...phones.map((phone) => ({ label: words.phone, value: <>{row.demonstration ? phone.number : <a href={`tel:${phone.number}`}>{phone.number}</a>}{phone.description ? `, ${phone.description[language]}` : ''}</> })),
    ...(email ? [{ label: words.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(website && /^https?:/.test(website) ? [{ label: words.website, value: <a href={website} rel="noopener">{website}</a> }] : []),
    ...places.flatMap(({ location }) => location.addresses.map((one) => ({ label: words.address, value: [one.address_1, one.address_2, `${one.city} (${one.state_province}) ${one.postal_code}`].filter(Boolean).join('\n') }))),
    ...places.flatMap(({ location }) => (location.row.transportation ? [{ label: words.transport, value: location.row.transportation[language] }] : [])),
    { label: words.hours, value: hours ? hoursText(language, hours) : notes.length > 0 ? '' : words.hoursUnknown },
    ...notes.map((note) => ({ label: words.hours, value: note })),
  ].filter((one) => one.value !== '');
}

function hoursText(language: Language, hours: NonNullable<ReturnType<typeof weekHours>>): string {
  const words = directoryWords[language];
  if (words.days.every((_, day) => hours.some((one) => one.day === day && one.to - one.from === 1440))) return words.allDay;
  const times = (day: number) => listText(language, hours.filter((one) => one.day === day).toSorted((a, b) => a.from - b.from).map((one) => `${timeText(language, one.from)} – ${timeText(language, one.to)}`));
  return words.days.flatMap((name, day) => (hours.some((one) => one.day === day) ? [`${name}${colon(language)}${times(day)}`] : [])).join('\n');
}

function whoRows(language: Language, { row, attributes, areas, languages, costs }: FullService): SummaryRow[] {
  const words = directoryWords[language];
  const terms = (link: string) => attributes.filter((one) => one.row.link_type === link).map(({ term }) => term.name[language]);
  const amounts = costs.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const cost = row.fees_description?.[language] ?? (amounts.length === 0 ? words.unknown : Math.min(...amounts) === 0 ? words.noCost : money(language, Math.min(...amounts)));
  const [from, to] = [row.minimum_age ?? undefined, row.maximum_age ?? undefined];
  return [
    { label: words.needs, value: listText(language, terms('need')) || words.unknown },
    { label: words.ages, value: from === undefined && to === undefined ? words.everyAge : words.ageRange(from, to) },
    { label: words.conditions, value: terms('eligibility').join('\n') || words.noConditions },
    ...(row.eligibility_description ? [{ label: words.who, value: row.eligibility_description[language] }] : []),
    { label: words.areas, value: areas.some((one) => one.everywhere) ? words.everywhere : listText(language, areas.map((one) => one.name[language])) || words.unknown },
    { label: words.languages, value: listText(language, languages.map((one) => (one.code ? new Intl.DisplayNames(language, { type: 'language' }).of(one.code) ?? one.name : one.name))) || words.unknown },
    ...(row.interpretation_services ? [{ label: words.interpretation, value: row.interpretation_services[language] }] : []),
    { label: words.cost, value: cost },
  ];
}
