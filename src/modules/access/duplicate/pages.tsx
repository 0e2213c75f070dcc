import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { duplicatePaths } from './paths.ts';
import { Evidence } from './evidence.tsx';
import type { Pair, Side } from './queries.ts';
import { duplicateWords } from './words.ts';

type Props = { frame: PageFrame; suggested: readonly Pair[]; judged: readonly Pair[]; sides: ReadonlyMap<string, Side>; limit: number; timeZone: string; typed: Posted; errors?: FieldErrors | undefined; wrong?: string | undefined };
const nameOf = (side: Side | undefined) => (side ? `${side.givenName} ${side.familyName}` : '');

/** Pairs of records that may be of one person, side by side, for the supervisor to judge; under them what was judged, to be undone. */
export function DuplicatesPage({ frame, suggested, judged, sides, limit, timeZone, typed, errors, wrong }: Props) {
  const { language } = frame;
  const words = duplicateWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {suggested.length === 0 ? <p>{words.none}</p> : null}
      {suggested.length === limit ? <p>{words.more(limit)}</p> : null}
      {suggested.map((pair) => {
        const [left, right] = [sides.get(pair.left), sides.get(pair.right)];
        if (!left || !right) return null;
        const verdict = `verdict-${pair.id}`;
        return (
          <article>
            <h2>{nameOf(left)} – {nameOf(right)}</h2>
            {pair.band ? <p><b>{words.bands[pair.band]}</b></p> : null}
            <Evidence language={language} fields={pair.fields} columns={[{ title: words.one, record: left }, { title: words.other, record: right }]}
              last={[words.entered, ...[left, right].map((side) => <>{formatMoment(language, side.enteredAt, timeZone)}<br /><a href={at(accessPaths.person(side.id))}>{words.open}<span class="hidden-text"> {nameOf(side)}</span></a></>)]} />
            <Form frame={frame} errors={wrong === pair.id ? errors : undefined} action={at(duplicatePaths.judge(pair.id))} submit={words.save}>
              <Radios name={verdict} label={words.judge} value={typed.text(verdict)} error={wrong === pair.id ? errors?.[verdict] : undefined}
                options={[{ value: 'left', label: words.main(1) }, { value: 'right', label: words.main(2) }, { value: 'not-same', label: words.not }]} />
            </Form>
          </article>
        );
      })}
      {judged.length > 0 ? (
        <section>
          <h2>{words.judged}</h2>
          <ul>
            {judged.map((pair) => {
              const names = `${nameOf(sides.get(pair.left))} – ${nameOf(sides.get(pair.right))}`;
              return (
                <li>
                  <form method="post" action={at(duplicatePaths.undo(pair.id))}>
                    <Csrf frame={frame} />
                    <p>{names}{colon(language)}<b>{pair.state === 'same' ? words.same : words['not-same']}</b>{pair.main ? <> ({words.mainIs}{colon(language)}<a href={at(accessPaths.person(pair.main))}>{nameOf(sides.get(pair.main))}</a>)</> : null}{pair.decidedAt ? `, ${formatMoment(language, pair.decidedAt, timeZone)}` : ''}{' '}
                      <button class="button link" type="submit">{words.undo}<span class="hidden-text">{words.undoLabel(names)}</span></button></p>
                  </form>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </StaffLayout>
  );
}

