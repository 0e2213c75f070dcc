import { Csrf } from '#app/ui/components/csrf.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { AgencyLine } from '../person/queries.ts';
import { handOffPaths } from './paths.ts';
import type { HandOff } from './queries.ts';
import { handOffWords } from './words.ts';

type Props = { frame: PageFrame; handOffs: readonly HandOff[]; agencies: readonly AgencyLine[]; agreed: Readonly<Record<string, string>>; confirms: boolean; toUs?: boolean };

/** Hand-overs: from whom, to whom, when, how, what was agreed, and whether the receiving side confirmed it. */
export function HandOffList({ frame, handOffs, agencies, agreed, confirms, toUs }: Props) {
  const { language } = frame;
  const words = handOffWords[language];
  const agency = (id: string | null) => agencies.find((one) => one.id === id)?.name[language] ?? '';
  const state = (one: HandOff) => (one.confirmedHow === 'receiver' ? words.confirmedReceiver : one.confirmedHow === 'told' ? words.confirmedTold : words.unconfirmed);
  return (
    <section class="band">
      <h2>{toUs ? words.toUs : words.title}</h2>
      {handOffs.map((one) => (
        <article class="panel">
          <p><b>{agency(one.fromAgency)} → {one.toName ?? agency(one.toAgency)}</b>, {formatDate(language, one.onDate)}</p>
          <p>{words.ways[one.how]}. {words.with}{colon(language)}{one.toPerson}.</p>
          {agreed[one.id] ? <p class="pre">{agreed[one.id]}</p> : null}
          <p><span class={`state ${one.confirmedAt ? 'done' : 'stalled'}`}>{state(one)}</span></p>
          {confirms && !one.confirmedAt ? <form method="post" action={localized(language, handOffPaths.confirm(one.id))}><Csrf frame={frame} /><button class="button quiet" type="submit">{toUs ? words.confirm : words.told}</button></form> : null}
        </article>
      ))}
    </section>
  );
}
