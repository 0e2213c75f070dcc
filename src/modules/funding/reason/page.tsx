import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Application } from '../application/model.ts';
import type { Call } from '../call/queries.ts';
import { letterOf } from '../review/letter.ts';
import { reviewPaths } from '../review/paths.ts';
import type { Proposed } from '../review/proposed.ts';
import { reviewWords } from '../review/words.ts';
import { reasonPaths } from './paths.ts';
import type { Result } from './queries.ts';
import { reasonWords } from './words.ts';

type Props = { frame: PageFrame; call: Call; application: Application; result: Result; proposed: Proposed; typed?: { en: string; fr: string } | undefined; errors?: FieldErrors | undefined; baseUrl: string };

/** What an applicant will be told for a result: the text that follows from the ranking, the office's own in its place, and the letter as it goes out. */
export function ReasonPage({ frame, call, application, result, proposed, typed, errors, baseUrl }: Props) {
  const { language } = frame;
  const [words, review] = [reasonWords[language], reviewWords[language]];
  const text = typed ?? proposed.text;
  const letter = letterOf({ language: application.language, name: words.name, title: application.title, call: call.title, reason: proposed.text, amount: result === 'funds' ? application.asked : 0, granted: result === 'funds', baseUrl });
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: reviewPaths.ranking(call.slug), label: words.ranking }]} />
      <h1>{words.title}</h1>
      <p class="lead">{application.organisation}. {application.title}</p>
      <p>{words.lead(review.whys[result])}</p>
      {proposed.written ? (
        <section class="panel">
          <h2>{words.follows}</h2>
          <p>{proposed.follows[language]}</p>
          <form method="post" action={localized(language, reasonPaths.show(application.id, result))}><Csrf frame={frame} /><button class="button quiet" type="submit" name="do" value="back">{words.back}</button></form>
        </section>
      ) : null}
      <Form frame={frame} errors={errors} action={localized(language, reasonPaths.show(application.id, result))} submit={words.save}>
        <Textarea name="reason-en" label={words.en} hint={words.noNames} lang="en" value={text.en} error={errors?.['reason-en']} rows={4} />
        <Textarea name="reason-fr" label={words.fr} lang="fr" value={text.fr} error={errors?.['reason-fr']} rows={4} />
      </Form>
      <section class="band">
        <h2>{words.letter}</h2>
        <p>{words.letterLead}</p>
        <blockquote class="break">{[letter.subject, ...letter.text.split('\n\n')].map((part) => <p>{part}</p>)}</blockquote>
      </section>
    </StaffLayout>
  );
}
