import type { Child } from 'hono/jsx';
import { HiddenFields } from '#app/ui/components/fields.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { findHelp, pointPaths } from '../access-point/paths.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import type { Misfit } from '../access-point/rules.ts';
import { intakeWords } from './words.ts';

export type Carried = readonly (readonly [string, string])[];
type Going = { frame: PageFrame; action: string; fields: Carried; label: string; quiet?: boolean };

/** A button that takes everything typed to another form. */
export function TakeAlong({ frame, action, fields, label, quiet }: Going) {
  return (
    <form method="post" action={action}>
      <Csrf frame={frame} />
      <HiddenFields fields={fields} />
      <p><button class={quiet ? 'button quiet' : 'button'} type="submit">{label}</button></p>
    </form>
  );
}

type Props = { frame: PageFrame; point: AccessPoint; asker: 'self' | 'professional'; misfit: Misfit; others: readonly AccessPoint[]; fields: Carried };

/** Another point fits better: where to go with everything that was typed, Find help and 211 besides. Nothing is sent or kept yet. */
export function ElsewherePage({ frame, point, asker, misfit, others, fields }: Props) {
  const { language } = frame;
  const words = intakeWords[language];
  const at = (path: string) => localized(language, path);
  const form = (one: AccessPoint) => at(asker === 'professional' ? pointPaths.refer(one.slug) : pointPaths.ask(one.slug));
  const carried: Carried = [...fields, ['carried', 'yes']];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.elsewhereTitle}</h1>
      <p class="lead">{words.misfits[misfit]}</p>
      <p>{words.elsewhereLead}</p>
      {misfit === 'profession' && point.doors.includes('web') ? <TakeAlong frame={frame} action={at(pointPaths.ask(point.slug))} fields={carried} label={words.takeAlong(point.name[language])} /> : null}
      {others.length === 0 ? <p>{words.noOther}</p> : others.map((one) => <TakeAlong frame={frame} action={form(one)} fields={carried} label={words.takeAlong(one.name[language])} />)}
      <ul>
        <li><a href={at(findHelp)}>{words.findHelp}</a></li>
        <li>{words.call211}</li>
        <li>{words.callPoint(point.name[language], point.telephone)}</li>
      </ul>
      <TakeAlong frame={frame} action={form(point)} fields={carried} label={words.change} quiet />
    </PublicLayout>
  );
}

/** Somebody who does not know is not written down: what to do in its place, and the way on once she knows. */
export function NotToldPage({ frame, point, fields }: { frame: PageFrame; point: AccessPoint; fields: Carried }) {
  const { language } = frame;
  const words = intakeWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.notToldTitle}</h1>
      <Crisis language={language} />
      <p class="lead">{words.notToldLead}</p>
      <ul>
        {words.notTold.map((line) => <li>{line}</li>)}
        <li>{words.callPoint(point.name[language], point.telephone)}</li>
      </ul>
      <TakeAlong frame={frame} action={localized(language, pointPaths.refer(point.slug))} fields={[...fields.filter(([name]) => name !== 'knows'), ['carried', 'yes']]} label={words.notToldBack} quiet />
    </PublicLayout>
  );
}

/** A page that says one thing. */
export function SaidPage({ frame, lead, children }: { frame: PageFrame; lead: string; children?: Child }) {
  return (
    <PublicLayout frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </PublicLayout>
  );
}
