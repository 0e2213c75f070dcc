import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { mayWrite } from '../consent/rules.ts';
import { askAlike } from '../duplicate/ask.ts';
import { writing } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { findFacts } from '../person/queries.ts';
import { enterHousehold, type Settled } from './actions.ts';
import { type Asked, EnterPage } from './enter-page.tsx';
import { type Line, readEntered } from './input.ts';
import { householdPaths } from './paths.ts';
import { readHousehold } from './queries.ts';
import { householdWords } from './words.ts';

/** The intake of a whole household on one form. */
export function enterRoutes(site: SiteSource): Route[] {
  const draw = (visit: Visit, errors?: FieldErrors, asked?: readonly Asked[]) => (
    <EnterPage frame={frameOf(visit, site(), { title: householdWords[visit.language].enter, current: 'persons', hasErrors: errors !== undefined })} typed={visit.form} errors={errors} asked={asked ?? []} />
  );
  return [
    { method: 'GET', path: householdPaths.enter, may: writing, audit: 'none', handle: async (visit) => (deskOf(visit) ? page(draw(visit)) : notFound) },
    { method: 'POST', path: householdPaths.enter, may: writing, audit: 'access.enter-household', handle: async (visit): Promise<Answer> => {
      const desk = deskOf(visit);
      if (!desk) return notFound;
      const read = readEntered(visit.form, visit.language, visit.today);
      if (read.errors) return invalid(draw(visit, read.errors));
      const [settled, asked, errors]: [Settled[], Asked[], Record<string, string>] = [[], [], {}];
      for (const line of read.value.lines) {
        const found = await settle(visit, line);
        if (found.asked) asked.push(found.asked);
        if (found.error) errors[`use-${line.place}`] = found.error;
        settled.push({ ...line, known: found.known });
      }
      // The question of a line whose answer is refused is asked again, so that the refusal stands beside it.
      if (Object.keys(errors).length > 0) return invalid(draw(visit, errors, asked));
      if (asked.length > 0) return page(draw(visit, undefined, asked));
      const person = await enterHousehold(visit, desk, { ...read.value, lines: settled });
      visit.about('person', person);
      return redirect(localized(visit.language, householdPaths.show(person)));
    } },
  ];
}

/** Who a line is: somebody known who was chosen, somebody new, or a question first. */
async function settle(visit: Visit, { place, identity }: Line): Promise<{ known?: string; asked?: Asked; error?: string }> {
  const words = householdWords[visit.language];
  const chosen = visit.form.text(`use-${place}`);
  const ask = async (checked: string) => {
    const question = await askAlike({ ...visit, form: { ...visit.form, text: (name) => (name === 'checked' ? checked : visit.form.text(name)) } }, identity);
    return question ? { place, name: `${identity.givenName} ${identity.familyName}`, question } : undefined;
  };
  if (!isId(chosen)) {
    const asked = await ask(chosen === 'new' ? visit.form.text(`checked-${place}`) : '');
    return asked ? { asked } : {};
  }
  const error = !mayWrite(await findFacts(visit, chosen, 'housing')) ? words.refused.refused
    : (await readHousehold(visit, chosen)).some((one) => one.person === chosen && one.to === null) ? words.refused.member : undefined;
  if (!error) return { known: chosen };
  const asked = await ask('');
  return asked ? { asked, error } : { error };
}
