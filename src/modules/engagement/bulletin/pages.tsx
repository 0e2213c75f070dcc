import type { Topic } from '#app/modules/plan/index.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Checkboxes, type FieldErrors, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { subscriptionWords } from '../subscription/words.ts';
import { bulletinText } from './jobs.ts';
import type { Bulletin, BulletinLine, Reach } from './queries.ts';
import { bulletinWords } from './words.ts';

const base = '/engagement/bulletins';

export function BulletinsPage({ frame, bulletins }: { frame: PageFrame; bulletins: readonly Bulletin[] }) {
  const words = bulletinWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form method="post" action={localized(frame.language, base)}><Csrf frame={frame} /><button class="button" type="submit">{words.make}</button></form>
      {bulletins.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <tbody>
            {bulletins.map((one) => (
              <tr>
                <td><a href={localized(frame.language, one.state === 'sent' ? `${base}/${one.number}` : `${base}/${one.id}/edit`)}>{words.bulletin(one.number)}</a></td>
                <td>{one.sentAt ? words.sentOn(formatMoment(frame.language, one.sentAt, frame.site.timeZone)) : words.draft}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

type EditProps = { frame: PageFrame; bulletin: Bulletin; lines: readonly BulletinLine[]; topics: readonly Topic[]; reach: readonly Reach[]; errors?: FieldErrors };

/** A draft: every line in both languages side by side, who will get it, how it will read. */
export function EditPage({ frame, bulletin, lines, topics, reach, errors = {} }: EditProps) {
  const { language } = frame;
  const words = bulletinWords[language];
  const included = lines.filter((line) => line.included);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.bulletin(bulletin.number)} ({words.draft})</h1>
      <Form frame={frame} errors={errors} action={localized(language, `${base}/${bulletin.id}/edit`)} submit={words.save}>
        {lines.map((line, index) => (
          <fieldset class="field">
            <legend>{words.line(index + 1)}{colon(language)}{topics.find((topic) => topic.slug === line.topic)?.name[language] ?? line.topic}</legend>
            <div class="pair">
              <Textarea name={`en-${line.id}`} label={words.english} rows={3} lang="en" value={line.text.en} error={errors[`en-${line.id}`]} />
              <Textarea name={`fr-${line.id}`} label={words.french} rows={3} lang="fr" value={line.text.fr} error={errors[`fr-${line.id}`]} />
            </div>
            <div class="choice"><input type="checkbox" id={`in-${line.id}`} name={`in-${line.id}`} value="yes" checked={line.included} /><label for={`in-${line.id}`}>{words.include}</label></div>
          </fieldset>
        ))}
        <fieldset class="field">
          <legend>{words.addLine}</legend>
          <Select name="new-topic" label={words.topic} options={topics.map((topic) => ({ value: topic.slug, label: topic.name[language] }))} />
          <div class="pair">
            <Textarea name="new-en" label={words.english} rows={2} lang="en" />
            <Textarea name="new-fr" label={words.french} rows={2} lang="fr" error={errors['new-fr']} />
          </div>
        </fieldset>
        <Checkboxes name="approved" label={words.preview} options={[{ value: 'en', label: words.approveEn }, { value: 'fr', label: words.approveFr }]} values={[...(bulletin.approvedEn ? ['en'] : []), ...(bulletin.approvedFr ? ['fr'] : [])]} />
      </Form>
      <h2>{words.reach}</h2>
      <ReachTable frame={frame} reach={reach} />
      <h2>{words.preview}</h2>
      <div class="pair">
        <blockquote lang="en">{bulletinText('en', bulletin.number, included.map((line) => line.text.en))}</blockquote>
        <blockquote lang="fr">{bulletinText('fr', bulletin.number, included.map((line) => line.text.fr))}</blockquote>
      </div>
      {bulletin.approvedEn && bulletin.approvedFr && included.length > 0 ? (
        <form method="post" action={localized(language, `${base}/${bulletin.id}/send`)}><Csrf frame={frame} /><p>{words.sendHint}</p><button class="button" type="submit">{words.send}</button></form>
      ) : <p>{words.notApproved}</p>}
    </StaffLayout>
  );
}

function ReachTable({ frame: { language }, reach }: { frame: PageFrame; reach: readonly Reach[] }) {
  const words = bulletinWords[language];
  if (reach.length === 0) return <p>{words.reachNone}</p>;
  return (
    <>
      <p>{words.total(reach.reduce((sum, row) => sum + row.subscribers, 0))}</p>
      <table class="stack">
        <thead><tr><th>{words.language}</th><th>{words.frequency}</th><th>{words.subscribers}</th></tr></thead>
        <tbody>
          {reach.map((row) => (
            <tr><td>{row.language === 'en' ? words.english : words.french}</td><td>{Object.entries(subscriptionWords[language].frequencies).find(([name]) => name === row.frequency)?.[1] ?? row.frequency}</td><td class="n">{row.subscribers}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function BulletinPage({ frame, bulletin, date, lines }: { frame: PageFrame; bulletin: Bulletin; date: string; lines: readonly BulletinLine[] }) {
  const words = bulletinWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.bulletin(bulletin.number)}</h1>
      <p class="lead">{words.sentOn(formatDate(frame.language, date))}</p>
      <ul>{lines.map((line) => <li>{line.text[frame.language]}</li>)}</ul>
    </PublicLayout>
  );
}
