import { isId } from '#app/platform/db/id.ts';
import { notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import { frameOf, localized, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { type AgencyLine, listAgencies } from '../person/queries.ts';
import { closingWords } from './closing-words.ts';
import { type ClosedInstruction, listClosing, updateClosingLifted, writeClosing } from './queries.ts';
import { consentWords } from './words.ts';

const officer = { roles: ['privacy-officer'] } as const;

/** Records that their people have closed to a whole agency. Inside it nobody can see the instruction any more, so that the privacy officer lifts it when the person asks. */
export function closingRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: accessPaths.instructions, may: officer, audit: 'none', handle: async (visit) => {
      const closing = await listClosing(visit);
      await writeClosing(visit, closing.map(({ person }) => person));
      return page(<ClosingPage frame={frameOf(visit, site(), { title: closingWords[visit.language].title, current: 'instructions' })} closing={closing} agencies={await listAgencies(visit)} timeZone={visit.timeZone} />);
    } },
    { method: 'POST', path: accessPaths.liftClosed(':instruction'), may: officer, audit: 'access.lift-instruction', handle: async (visit) => {
      const id = visit.params.instruction ?? '';
      const person = isId(id) ? await updateClosingLifted(visit, id) : undefined;
      if (!person) return notFound;
      visit.about('person', person);
      return redirect(localized(visit.language, accessPaths.instructions));
    } },
  ];
}

function ClosingPage({ frame, closing, agencies, timeZone }: { frame: PageFrame; closing: readonly ClosedInstruction[]; agencies: readonly AgencyLine[]; timeZone: string }) {
  const { language } = frame;
  const words = closingWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {closing.length === 0 ? <p>{words.none}</p> : null}
      {closing.map((one) => (
        <article class="panel">
          <p><b>{one.category ? words.identity : consentWords[language].all}</b> – {one.agency ? (agencies.find((known) => known.id === one.agency)?.name[language] ?? words.agency) : consentWords[language].everybody}{one.hideMark ? ` (${words.hidden})` : ''}</p>
          <blockquote><p>{one.inWords}</p></blockquote>
          <p>{words.record}{colon(language)}<code>{one.person}</code>. {formatMoment(language, one.recordedAt, timeZone)}</p>
          <form method="post" action={localized(language, accessPaths.liftClosed(one.id))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.lift}<span class="hidden-text"> {one.person}</span></button></form>
        </article>
      ))}
    </StaffLayout>
  );
}
