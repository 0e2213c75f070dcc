import type { Pack } from '#app/community-pack/schema.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import { nameOf } from '#app/methods/questionnaire/form/field-names.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { insertVersion } from '../instrument/queries.ts';
import { findOnShelf, type Version } from '../instrument/shelf.ts';
import { keepAnswers } from './actions.ts';
import { beginAssessment, readAssessment } from './queries.ts';

/** Finished assessments of a demonstration, filled in by its staff. */
export function demoAssessments(stage: Stage, assessments: Pack['demo']['work']['assessments']): Act[] {
  return assessments.map(({ person, by, instrument, on, language, answers }) => ({ ago: on, run: async () => await stage.as(by, on, async (scope) => {
    const version = findOnShelf(instrument);
    if (!version) throw new Error(`there is no form ${instrument}`);
    const [id, of] = [newId(), stage.person(person)];
    await insertVersion(scope, version);
    const begun = (await beginAssessment(scope, { id, person: of, instrument: version.id, hash: version.hash, byPerson: false, language })) ? await readAssessment(scope, id) : undefined;
    if (!begun) throw new Error(`${by} may not assess ${person}`);
    const { response } = answersFromForm(version.compiled, Object.entries(answers).map(([linkId, code]) => [nameOf(linkId), tokenOf(version, linkId, code)] as const));
    const kept = await keepAnswers(scope, begun, { version, revision: begun.revision, response, wish: 'finish', months: version.months, language });
    if (!kept.finished) throw new Error(`${instrument} of ${person} is not complete: ${kept.issues.map((issue) => issue.expression).join(', ')}`);
  }) }));
}

/** What the form posts for an option, by its code. */
function tokenOf({ compiled }: Version, linkId: string, code: string): string {
  const option = compiled.byLinkId.get(linkId)?.options.list.find(({ value }) => typeof value === 'object' && value !== null && 'code' in value && value.code === code);
  if (!option) throw new Error(`${linkId} has no answer ${code}`);
  return option.token;
}
