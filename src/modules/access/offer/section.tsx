import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Vacancy } from '../vacancy/queries.ts';
import { offerPaths } from './paths.ts';
import { declineReasons, decliners, type Offer } from './queries.ts';
import { offerWords } from './words.ts';

type Props = { frame: PageFrame; vacancy: Vacancy; offers: readonly Offer[]; typed: Posted; errors?: FieldErrors | undefined; now: Date };
/** The offers of a vacancy and what its reader can do with them. */
export function OfferSection({ frame, vacancy, offers, typed, errors, now }: Props) {
  const { language } = frame;
  const words = offerWords[language];
  const live = offers.some((one) => one.state === 'offered' || one.state === 'declining' || one.state === 'accepted');
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{words.section}</h2>
      {offers.length === 0 ? <p>{words.none}</p> : null}
      {offers.map((one) => <OneOffer frame={frame} vacancy={vacancy} offer={one} typed={typed} errors={errors} now={now} />)}
      {vacancy.keeps && vacancy.state === 'ranked' && !live ? (
        <form method="post" action={localized(language, offerPaths.make(vacancy.id))}><Csrf frame={frame} /><p class="hint">{words.makeHint(vacancy.answerHours)}</p><button class="button" type="submit">{words.make}</button></form>
      ) : null}
    </section>
  );
}

function OneOffer({ frame, vacancy, offer, typed, errors, now }: Omit<Props, 'offers'> & { offer: Offer }) {
  const { language } = frame;
  const words = offerWords[language];
  const moment = (at: Date | string) => formatMoment(language, new Date(at), frame.site.timeZone);
  const action = localized(language, offerPaths.step(vacancy.id, offer.id));
  const name = offer.shown ? `${offer.givenName ?? ''} ${offer.familyName ?? ''}`.trim() : vacancy.keeps ? words.hiddenKeeper : offer.state === 'declined' || offer.state === 'withdrawn' ? words.over : words.hidden;
  const due = offer.refusals !== null && offer.refusals >= offer.conferenceAfter;
  return (
    <article class="panel">
      <h3>{name}</h3>
      <p><b>{words.states[offer.state]}</b>{offer.state === 'offered' ? <>, {words.until(moment(offer.answerBy))}{offer.answerBy < now ? <b> ({words.late})</b> : null}</> : null}{offer.declinedBy && offer.reason ? `. ${words.whos[offer.declinedBy]}${colon(language)}${words.reasons[offer.reason]}` : ''}</p>
      {due && vacancy.keeps && offer.refusals !== null ? <p><b>{offer.conferenceHeldOn ? words.conferenceHeld(formatDate(language, offer.conferenceHeldOn)) : words.conferenceDue(offer.refusals)}</b></p> : null}
      <details><summary>{words.history}</summary><ul>{offer.events.map((event) => <li>{moment(event.at)}{colon(language)}{words.steps[event.step]}{event.by ? `, ${event.by}` : ''}{event.note ? `. ${event.note}` : ''}</li>)}</ul></details>
      {offer.state === 'offered' ? (
        <>
          <Press frame={frame} action={action} step="accept" label={words.accept} />
          <h4>{words.decline}</h4>
          <p class="hint">{words.twoSteps}</p>
          <Form frame={frame} errors={errors} action={action} submit={words.decline} hidden={[['step', 'decline']]}>
            <Radios name="declined-by" label={words.who} value={typed.text('declined-by')} error={errors?.['declined-by']} options={decliners.map((value) => ({ value, label: words.whos[value] }))} />
            <Select name="reason" label={words.reason} empty="" value={typed.text('reason')} error={errors?.reason} options={declineReasons.map((value) => ({ value, label: words.reasons[value] }))} />
            <Textarea name="note" label={`${words.note}${words.optional}`} rows={2} value={typed.text('note')} error={errors?.note} />
          </Form>
        </>
      ) : null}
      {offer.state === 'declining' && vacancy.keeps ? (
        <>
          <Press frame={frame} action={action} step="approve" label={words.approve} />
          <Form frame={frame} errors={errors} action={action} submit={words.returned} hidden={[['step', 'return']]}><Textarea name="note" label={words.returnWhy} rows={2} value={typed.text('note')} error={errors?.note} /></Form>
        </>
      ) : null}
      {vacancy.keeps && (offer.state === 'offered' || offer.state === 'declining') ? <Press frame={frame} action={action} step="withdraw" label={words.withdraw} /> : null}
      {vacancy.keeps && due && offer.conferenceHeldOn === null ? <Press frame={frame} action={action} step="conference" label={words.conference} /> : null}
    </article>
  );
}

function Press({ frame, action, step, label }: { frame: PageFrame; action: string; step: string; label: string }) {
  return <form method="post" action={action}><Csrf frame={frame} /><input type="hidden" name="step" value={step} /><button class="button quiet" type="submit">{label}</button></form>;
}
