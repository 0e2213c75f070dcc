import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, conflicting, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { changeRule } from './actions.ts';
import { readRule } from './input.ts';
import { alertPaths } from './paths.ts';
import { listAreas, listRules, listSeries, listVersions } from './queries.ts';
import { countJudged, listRates } from './rate-queries.ts';
import { RuleListPage, RulePage } from './rule-pages.tsx';
import { alertWords } from './words.ts';

const watchers = { roles: ['alert-keeper', 'analyst'] } as const;
const keepers = { roles: ['alert-keeper'] } as const;

/** The rules, their stated rates and their versions. */
export function ruleRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: alertPaths.rules, may: watchers, audit: 'none', handle: async (visit) => page(<RuleListPage frame={frameOf(visit, site(), { title: alertWords[visit.language].rules, current: 'alert-rules' })} rules={await listRules(visit)} rates={await listRates(visit)} series={await listSeries(visit)} />) },
    { method: 'GET', path: alertPaths.rule(':rule'), may: watchers, audit: 'none', handle: async (visit) => await showRule(visit) },
    { method: 'POST', path: alertPaths.changeRule(':rule'), may: keepers, audit: 'insight.change-rule', handle: postChange },
  ];

  async function showRule(visit: Visit, failed: { errors?: FieldErrors; conflict?: boolean } = {}): Promise<Answer> {
    const versions = await listVersions(visit, visit.params.rule ?? '');
    const [rule] = versions;
    if (!rule) return notFound;
    const title = rule.name[visit.language];
    const body = <RulePage frame={frameOf(visit, site(), { title, current: 'alert-rules', hasErrors: failed.errors !== undefined })} rule={rule} versions={versions} rates={(await listRates(visit)).filter((one) => one.ruleId === rule.id)}
      judged={await countJudged(visit, rule.rule)} areas={await listAreas(visit)} series={(await listSeries(visit)).find(({ slug }) => slug === rule.series)} keeps={hasRole(visit, 'alert-keeper')}
      typed={failed.errors || failed.conflict ? visit.form : emptyForm} errors={failed.errors} conflict={failed.conflict ?? false} />;
    return failed.errors ? invalid(body) : failed.conflict ? conflicting(body) : page(body);
  }

  async function postChange(visit: Visit): Promise<Answer> {
    const [rule] = await listVersions(visit, visit.params.rule ?? '');
    if (!rule) return notFound;
    visit.about('alert-rule', rule.id);
    const read = readRule(visit.form, visit.language, rule);
    if (read.errors) return await showRule(visit, { errors: read.errors });
    if (visit.form.text('version') !== String(rule.version) || !(await changeRule(visit, rule, read.value))) return await showRule(visit, { conflict: true });
    return redirect(localized(visit.language, alertPaths.rule(rule.rule)));
  }
}
