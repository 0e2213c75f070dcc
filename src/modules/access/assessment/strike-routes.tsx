import { type Answer, conflicting, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { localized } from '#app/ui/page-frame.ts';
import { findVersion } from '../instrument/queries.ts';
import { writing } from '../paths.ts';
import { assessmentPaths } from './paths.ts';
import { type Assessment, readAssessment, strikeAssessment } from './queries.ts';
import { idIn, nameIn, readerOf } from './reader.ts';
import type { Framing } from './routes.tsx';
import { strikeReasons } from './rules.ts';
import { StrikePage } from './strike-page.tsx';
import { assessmentWords } from './words.ts';

const longest = 1000;

/** Striking out an assessment that was entered in error, by those of its agency who may write in its section. */
export function strikeRoutes(frame: Framing): Route[] {
  const path = assessmentPaths.strike(':id', ':assessment');
  return [
    { method: 'GET', path, may: writing, audit: 'access.open-assessment', handle: async (visit) => await withOwn(visit, async (kept) => page(await form(visit, kept))) },
    { method: 'POST', path, may: writing, audit: 'access.strike-assessment', handle: async (visit) => await withOwn(visit, async (kept) => await strike(visit, kept)) },
  ];

  async function withOwn(visit: Visit, work: (kept: Assessment) => Promise<Answer>): Promise<Answer> {
    const [reader, id] = [await readerOf(visit), idIn(visit, 'assessment')];
    const kept = reader && id ? await readAssessment(visit, id) : undefined;
    return reader && kept?.strikes && kept.person === reader.id ? await work(kept) : notFound;
  }

  async function strike(visit: Visit, kept: Assessment): Promise<Answer> {
    const words = assessmentWords[visit.language];
    const reason = strikeReasons.find((one) => one === visit.form.text('reason'));
    const said = visit.form.text('words');
    const errors: FieldErrors = {
      ...(reason ? {} : { reason: words.noStrikeReason }),
      ...(reason === 'other' && said === '' ? { words: words.noStrikeWords } : said.length > longest ? { words: words.longStrikeWords } : {}),
    };
    if (!reason || Object.keys(errors).length > 0) return invalid(await form(visit, kept, errors));
    const done = await strikeAssessment(visit, kept.id, reason, said);
    if (done === 'refused') return notFound;
    return done === 'conflict' ? conflicting(await form(visit, kept, { reason: words.strikeConflict })) : redirect(localized(visit.language, assessmentPaths.show(kept.person, kept.id)));
  }

  async function form(visit: Visit, kept: Assessment, errors?: FieldErrors) {
    const version = await findVersion(visit, kept.hash);
    return <StrikePage frame={frame(visit, assessmentWords[visit.language].strikeTitle, errors !== undefined)} kept={kept} title={version?.title[visit.language] ?? kept.instrument} name={await nameIn(visit, kept.person)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }
}
