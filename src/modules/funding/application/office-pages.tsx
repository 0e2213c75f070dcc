import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { Child } from 'hono/jsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { callPaths } from '../call/paths.ts';
import type { Call, Category } from '../call/queries.ts';
import { formatMoney, sumOf } from '../money.ts';
import { reviewPaths } from '../review/paths.ts';
import { isEligible, judge } from './eligibility.ts';
import { FindingsTable } from './findings.tsx';
import type { Application } from './model.ts';
import { momentText } from './moment.ts';
import { Contents } from './own-pages.tsx';
import { applicationPaths } from './paths.ts';
import type { Offered } from './section-fields.tsx';
import { applicationWords } from './words.ts';

/** What was sent to a call, with the rules that each does not meet. */
export function ListPage({ frame, call, categories, applications, drafts }: { frame: PageFrame; call: Call; categories: readonly Category[]; applications: readonly Application[]; drafts: number }) {
  const { language } = frame;
  const words = applicationWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.office, label: words.list }, { path: callPaths.keep(call.slug), label: call.title[language] }]} />
      <h1>{words.list}</h1>
      <p>{words.number(applications.length)}. {words.asked}{language === 'fr' ? '\u00a0' : ''}: <strong>{formatMoney(language, sumOf(applications.map((one) => one.asked)))}</strong>. {drafts > 0 ? words.inDraft(drafts) : ''}</p>
      <ul class="links">
        <li><a href={localized(language, reviewPaths.ranking(call.slug))}>{words.rank}</a></li>
        <li><a href={localized(language, applicationPaths.export(call.slug))}>{words.csv}</a></li>
      </ul>
      {applications.length === 0 ? <p>{words.noneSent}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.list}</caption>
          <thead><tr><th scope="col">{words.organisation}</th><th scope="col">{words.title}</th><th scope="col">{words.category}</th><th scope="col">{words.asked}</th><th scope="col">{words.eligibleHead}</th></tr></thead>
          <tbody>{applications.map((one) => {
            const category = categories.find(({ id }) => id === one.categoryId);
            const unmet = category ? judge(category.rules, one).filter(({ met }) => !met) : [];
            return (
              <tr>
                <th scope="row"><a href={localized(language, applicationPaths.show(one.id))}>{one.organisation}</a></th>
                <td data-label={words.title}>{one.title}</td>
                <td data-label={words.category}>{category?.name[language]}</td>
                <td data-label={words.asked} class="n">{formatMoney(language, one.asked)}</td>
                <td data-label={words.eligibleHead}>{unmet.length === 0 ? words.allMet : words.someNot(unmet.map(({ rule }) => words.ruleNames[rule]).join(', '))}</td>
              </tr>
            );
          })}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

type ShowProps = { frame: PageFrame; call: Call; category: Category; application: Application; offered: Offered; office: boolean; people?: readonly { name: string; email: string | null }[]; review: Child };
/** One application for those who judge it. */
export function ShowPage({ frame, call, category, application, offered, office, people, review }: ShowProps) {
  const { language, site } = frame;
  const words = applicationWords[language];
  const findings = judge(category.rules, application);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={office ? [{ path: callPaths.keep(call.slug), label: call.title[language] }, { path: applicationPaths.list(call.slug), label: words.list }] : [{ path: reviewPaths.mine, label: call.title[language] }]} />
      <h1>{application.title}</h1>
      <p>{application.organisation}. {words.asked}{language === 'fr' ? '\u00a0' : ''}: <strong>{formatMoney(language, application.asked)}</strong>. {application.submittedAt ? `${words.receivedAt}${language === 'fr' ? '\u00a0' : ''}: ${momentText(language, application.submittedAt, site.timeZone)}.` : ''}</p>
      {application.demonstration ? <p class="small">{words.demo}</p> : null}
      {review}
      <section class="band">
        <h2>{words.eligibility}</h2>
        <p>{isEligible(findings) ? words.allMet : null}</p>
        <FindingsTable language={language} findings={findings} />
      </section>
      <Contents frame={frame} own={{ application, category }} offered={offered} />
      {application.files.length > 0 ? (
        <section class="band"><h2>{words.sectionNames.files}</h2><ul>{application.files.map((file) => <li>{words.fileKinds[file.kind]}{language === 'fr' ? '\u00a0' : ''}: <a href={localized(language, applicationPaths.file(application.id, file.id))}>{file.name}</a></li>)}</ul></section>
      ) : null}
      {people ? <section class="band"><h2>{words.peopleShown}</h2>{people.length === 0 ? <p>{words.noPeople}</p> : <ul>{people.map((one) => <li>{one.name}{one.email ? `, ${one.email}` : ''}</li>)}</ul>}</section>
        : office ? <p><a href={localized(language, applicationPaths.people(application.id))}>{words.seePeople}</a></p> : null}
    </StaffLayout>
  );
}
