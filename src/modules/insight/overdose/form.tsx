import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Area } from '../alert/rule.ts';
import { naloxoneAnswers, outcomes, samePlaces, substances, type When, whens } from './rules.ts';
import { overdoseWords } from './words.ts';

export type Typed = { readonly text: (name: string) => string; readonly list: (name: string) => readonly string[] };
type Props = { frame: PageFrame; areas: readonly Area[]; typed: Typed; errors?: FieldErrors | undefined; seed?: string; submit: string; action?: string };

const isWhen = (value: string): value is When => Object.hasOwn(whens, value);

/** The four questions as large buttons for one thumb, and what may be added below. Works without a script. */
export function OverdoseForm({ frame, areas, typed, errors = {}, seed, submit, action }: Props) {
  const { language } = frame;
  const words = overdoseWords[language];
  const open = typed.text('contaminated') === 'yes' || typed.list('substances').length > 0 || !['', '1'].includes(typed.text('same-place'));
  return (
    <>
      <ErrorSummary language={language} errors={errors} />
      <form method="post" action={action} novalidate class="quick" data-offline={words.offline}>
        <Csrf frame={frame} />
        {seed === undefined ? null : <input type="hidden" name="seed" value={seed} />}
        <Tiles name="when" legend={words.when} error={errors.when} value={typed.text('when')} options={Object.keys(whens).filter(isWhen).map((value) => [value, words.whens[value]])} />
        <div class="other-time">
          <p class="hint" id="day-hint">{words.dayHint}</p>
          {errors.day ? <p class="error-text" id="day-error">{errors.day}</p> : null}
          <label>{words.day}<input id="day" type="date" name="day" value={typed.text('day')} aria-describedby="day-hint" aria-invalid={errors.day ? 'true' : undefined} /></label>
          <label>{words.time}<input type="time" name="time" value={typed.text('time')} aria-describedby="day-hint" /></label>
        </div>
        <Tiles name="area" legend={words.where} error={errors.area} value={typed.text('area')} options={areas.map(({ slug, name }) => [slug, name[language]])} />
        <Tiles name="outcome" legend={words.ended} error={errors.outcome} value={typed.text('outcome')} options={outcomes.map((value) => [value, words.outcomes[value]])} />
        <Tiles name="naloxone" legend={words.naloxone} error={errors.naloxone} value={typed.text('naloxone')} options={naloxoneAnswers.map((value) => [value, words.naloxoneAnswers[value]])} />
        <details open={open}>
          <summary>{words.more}</summary>
          <div class="tiles"><Tile type="checkbox" name="contaminated" value="yes" label={words.contaminated} checked={typed.text('contaminated') === 'yes'} /></div>
          <fieldset>
            <legend>{words.substances}</legend>
            <div class="tiles">{substances.map((value) => <Tile type="checkbox" name="substances" value={value} label={words.substanceNames[value]} checked={typed.list('substances').includes(value)} />)}</div>
          </fieldset>
          <Tiles name="same-place" legend={words.samePlace} value={typed.text('same-place') || '1'} options={samePlaces.map((value) => [value, words.samePlaces[value] ?? value])} />
        </details>
        <div class="send"><button class="button" type="submit">{submit}</button></div>
        <p class="hint">{words.sentHint}</p>
      </form>
    </>
  );
}

function Tiles({ name, legend, options, value, error }: { name: string; legend: string; options: readonly (readonly [string, string])[]; value: string; error?: string | undefined }) {
  return (
    <fieldset class={error ? 'bad' : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
      <div class="tiles">{options.map(([option, label], index) => <Tile type="radio" name={name} value={option} label={label} checked={option === value} first={index === 0} />)}</div>
    </fieldset>
  );
}

function Tile({ type, name, value, label, checked, first }: { type: 'radio' | 'checkbox'; name: string; value: string; label: string; checked: boolean; first?: boolean }) {
  return <label class="tile"><input type={type} id={first ? name : `${name}-${value}`} name={name} value={value} checked={checked} /><span>{label}</span></label>;
}

/** What stands in a posted form, or in an entry that is corrected. */
export function typedOf(form: PostedForm, fallback: Readonly<Record<string, string | readonly string[]>>): Typed {
  const posted = form.entries().length > 0;
  const known = (name: string) => [fallback[name] ?? []].flat();
  return { text: (name) => (posted ? form.text(name) : (known(name)[0] ?? '')), list: (name) => (posted ? form.list(name) : known(name)) };
}
