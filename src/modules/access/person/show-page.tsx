import type { Child } from 'hono/jsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Explained } from '../consent/rules.ts';
import { reasonWords } from '../consent/reason-words.ts';
import { householdPaths } from '../household/paths.ts';
import { householdWords } from '../household/words.ts';
import { claimPaths } from '../identity-claim/paths.ts';
import { claimWords } from '../identity-claim/words.ts';
import { accessPaths } from '../paths.ts';
import { isWrittenSection, type Section, type WrittenSection } from '../sections.ts';
import type { AgencyLine, Alias, Assignment, Colleague, Contact, Entry, Identity, Person } from './queries.ts';
import { RecordLinks } from './record-links.tsx';
import { personWords } from './words.ts';

export type Shown = { readonly section: Section; readonly explained: Explained; readonly writes: boolean };
export type Content = {
  readonly person: Person | undefined; readonly identity: Identity | undefined; readonly aliases: readonly Alias[]; readonly contact: Contact | undefined; readonly joined: readonly string[];
  readonly entries: ReadonlyMap<WrittenSection, readonly Entry[]>;
};
type Props = { frame: PageFrame; id: string; plan: boolean; shown: readonly Shown[]; content: Content; agencies: readonly AgencyLine[]; colleagues: readonly Colleague[]; assignments: readonly Assignment[]; may: { consents: boolean; assign: boolean; looks: boolean }; timeZone: string; errors?: FieldErrors | undefined };

/** A person's record: the sections that the decision permits, a sentence where the person withholds one, nothing where it does not exist for the reader. */
export function PersonPage({ frame, id, plan, shown, content, agencies, colleagues, assignments, may, timeZone, errors }: Props) {
  const words = personWords[frame.language];
  const at = (path: string) => localized(frame.language, path);
  const { person } = content;
  const reasonOf = ({ explained }: Shown) => (explained.outcome === 'permit' ? explained.reasons.map((reason) => reasonWords[frame.language][reason]).join(' ') : '');
  const reasons = new Set(shown.map(reasonOf).filter((reason) => reason !== ''));
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      {person?.demonstration ? <p><span class="tag">{words.demonstration}</span></p> : null}
      {person?.doNotContact ? <p class="panel"><b>{words.doNotContact}</b></p> : null}
      {person?.mergedInto ? <p class="panel">{words.merged} <a href={at(accessPaths.person(person.mergedInto))}>{words.recordShort(person.mergedInto)}</a></p> : null}
      {content.joined.map((other) => <p class="panel">{words.joined} <a href={at(accessPaths.person(other))}>{words.recordShort(other)}</a></p>)}
      <div class="record">
        <RecordLinks frame={frame} id={id} opens={{ consents: person !== undefined && may.consents, plan: person !== undefined && (may.consents || plan), assessments: shown.some((one) => isWrittenSection(one.section)),
          stays: shown.some(({ section, explained }) => section === 'housing' && explained.outcome === 'permit'), looks: person !== undefined && may.looks, bars: person !== undefined && may.assign, own: person !== undefined }} />
        <div>
          {reasons.size === 1 ? <p class="hint">{[...reasons][0]}</p> : null}
          {shown.map(({ section, explained, writes }) => (
            <section aria-labelledby={`section-${section}`}>
              <h2 id={`section-${section}`}>{words.sections[section]}</h2>
              {explained.outcome === 'mask' ? <p class="panel">{words.withheld}</p> : body(section, writes)}
              {reasons.size > 1 && explained.outcome === 'permit' ? <p class="hint">{reasonOf({ section, explained, writes })}</p> : null}
            </section>
          ))}
          {may.assign ? (
            <section>
              <h2>{words.assignedTitle}</h2>
              <ul>
                {assignments.map((one) => {
                  const name = colleagues.find((known) => known.account === one.account)?.name ?? words.unknownColleague;
                  return <li><form method="post" action={at(accessPaths.endAssignment(id, one.id))}><Csrf frame={frame} />{name}, {words.since(formatDate(frame.language, one.from))} <button class="button link" type="submit">{words.endAssignment}<span class="hidden-text"> ({name})</span></button></form></li>;
                })}
              </ul>
              {assignments.length === 0 ? <p>{words.nobodyAssigned}</p> : null}
              <h2>{words.assignTitle}</h2>
              <Form frame={frame} errors={errors} action={at(accessPaths.assignments(id))} submit={words.assign}>
                <Select name="colleague" label={words.colleague} empty="" error={errors?.colleague} options={colleagues.map((one) => ({ value: one.account, label: one.name }))} />
              </Form>
            </section>
          ) : null}
          <p class="small">{words.record}{colon(frame.language)}<code>{id}</code></p>
        </div>
      </div>
    </StaffLayout>
  );

  function body(section: Section, writes: boolean): Child {
    const edit = (path: string, label: string) => (writes ? <p><a href={at(path)}>{label}<span class="hidden-text"> ({words.sections[section]})</span></a></p> : null);
    if (section === 'identity') return <><IdentityFacts frame={frame} content={content} />{edit(accessPaths.identity(id), words.edit)}{edit(accessPaths.alias(id), words.addAlias)}{edit(claimPaths.claim(id), claimWords[frame.language].title)}</>;
    if (section === 'contact') return <><ContactFacts frame={frame} contact={content.contact} />{edit(accessPaths.contact(id), words.edit)}</>;
    const entries = isWrittenSection(section) ? (content.entries.get(section) ?? []) : [];
    return (
      <>
        {entries.length === 0 ? <p>{words.empty}</p> : null}
        {entries.map((entry) => (
          <article class="panel">
            <p class="hint">{formatMoment(frame.language, entry.writtenAt, timeZone)}, {agencies.find((one) => one.id === entry.agency)?.name[frame.language]}</p>
            {entry.body.split('\n').map((line) => <p>{line}</p>)}
          </article>
        ))}
        {edit(accessPaths.section(id, section), words.add)}
        {section === 'housing' ? <p><a href={at(householdPaths.show(id))}>{householdWords[frame.language].title}</a></p> : null}
      </>
    );
  }
}

function IdentityFacts({ frame, content: { identity, aliases } }: { frame: PageFrame; content: Content }) {
  const words = personWords[frame.language];
  if (!identity) return <p>{words.anonymousName}. {words.anonymousHint}</p>;
  const birth = identity.birthDate ? `${formatDate(frame.language, identity.birthDate)}${identity.birthEstimated ? ` (${words.estimated.toLowerCase()})` : ''}` : '';
  const rows: [string, string][] = [[words.name, `${identity.givenName} ${identity.familyName}`], [words.birth, birth], [words.gender, identity.gender ?? ''], [words.municipality, identity.municipality ?? ''],
    [words.languages, identity.languages.join(', ')], [words.interpreter, identity.interpreter ? words.yes : words.no], [words.alias, aliases.map((one) => `${one.givenName} ${one.familyName}`.trim()).join('; ')]];
  return <SummaryList rows={rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />;
}

function ContactFacts({ frame, contact }: { frame: PageFrame; contact: Contact | undefined }) {
  const words = personWords[frame.language];
  if (!contact) return <p>{words.empty}</p>;
  const rows: [string, string][] = [[words.preference, words.preferences[contact.preference] ?? contact.preference], [words.phone, contact.phone ?? ''], [words.message, contact.safeToLeaveMessage ? words.yes : words.no],
    [words.email, contact.email ?? ''], [words.address, contact.address ?? ''], [words.postcode, contact.postcode ?? '']];
  return <SummaryList rows={rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />;
}
