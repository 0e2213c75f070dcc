import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatTime } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { outreachPaths } from './paths.ts';
import type { Call } from './queries.ts';
import { outcomes } from './rules.ts';
import { outreachWords } from './words.ts';

/** The calls of whoever calls: today's first. First name and number, nothing else. */
export function CallsPage({ frame, calls, weekday }: { frame: PageFrame; calls: readonly Call[]; weekday: number }) {
  const { language } = frame;
  const words = outreachWords[language];
  const list = (some: readonly Call[], day: boolean) => (
    <ul>
      {some.map((call) => (
        <li>
          {day ? `${words.weekdays[call.weekday - 1]}, ` : ''}{formatTime(language, call.at)}{colon(language)}<b>{call.firstName ?? words.noName}</b>, <a href={`tel:${call.telephone.replaceAll(/[^\d+]/g, '')}`}>{call.telephone}</a><br />
          {call.doneToday ? <span class="small">{words.recorded}. </span> : null}<a href={localized(language, outreachPaths.call(call.outreach))}>{words.recordCall}<span class="hidden-text"> ({call.firstName ?? words.noName}, {formatTime(language, call.at)})</span></a>
        </li>
      ))}
    </ul>
  );
  const [today, others] = [calls.filter((one) => one.weekday === weekday), calls.filter((one) => one.weekday !== weekday)];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.calls}</h1>
      <p class="lead">{words.callsLead}</p>
      <h2>{words.today}</h2>
      {today.length === 0 ? <p>{words.noCalls}</p> : list(today, false)}
      {others.length > 0 ? <><h2>{words.otherDays}</h2>{list(others, true)}</> : null}
      <Crisis language={language} />
    </StaffLayout>
  );
}

/** How a call went. */
export function AttemptPage({ frame, typed, errors, name, back }: { frame: PageFrame; typed: Posted; errors: FieldErrors | undefined; name: string; back: string }) {
  const words = outreachWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, back)}>{back === outreachPaths.calls ? words.calls : words.back}</a></p>
      <h1>{words.attemptTitle}{colon(frame.language)}{name}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Radios name="outcome" label={words.outcome} options={outcomes.map((value) => ({ value, label: words.outcomes[value], hint: words.outcomeHints[value] || undefined }))} value={typed.text('outcome')} error={errors?.outcome} />
        <Textarea name="note" label={`${words.note}${words.optional}`} hint={words.noteHint} rows={4} value={typed.text('note')} error={errors?.note} />
      </Form>
    </StaffLayout>
  );
}
