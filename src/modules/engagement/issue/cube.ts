import type { CubeSource, TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';

const slug = 'engagement/issues';
const channels = ['web', '311', 'email', 'open311'] as const;
const languages = ['en', 'fr'] as const;

/** Issues brought forward in a period: by how they came, and by the language of whoever brought them; withdrawn ones are not counted. */
export const issueCubes: CubeSource = {
  declare: async () => [{
    slug, indicator: slug, owner: 'engagement', kind: 'service', breakdowns: ['channel', 'language'], page: '/engagement/issues',
    title: { en: 'Issues brought forward', fr: 'Enjeux soulevés' },
    labels: {
      channel: { en: 'Way', fr: 'Voie', values: { web: { en: 'This site', fr: 'Ce site' }, '311': { en: 'A call to 311', fr: 'Un appel au 311' }, email: { en: 'E-mail', fr: 'Courriel' }, open311: { en: 'Open311', fr: 'Open311' } } },
      language: { en: 'Language', fr: 'Langue', values: { en: { en: 'English', fr: 'Anglais' }, fr: { en: 'French', fr: 'Français' } } },
    },
  }],
  counts: (cube) => cube === slug,
  count: async (scope, _cube, period) => {
    const rows = await countIssues(scope, period);
    const sum = (is: (row: IssueCount) => boolean) => rows.filter(is).reduce((total, row) => total + row.people, 0);
    return [
      ...channels.map((channel): TrueCell => ({ keys: { channel }, count: sum((row) => row.channel === channel) })),
      ...languages.map((language): TrueCell => ({ keys: { language }, count: sum((row) => row.language === language) })),
    ];
  },
};

type IssueCount = { readonly channel: string; readonly language: string; readonly people: number };
/** Counts of a year, quarter or month in the community's time. */
async function countIssues(scope: Scope, period: string): Promise<IssueCount[]> {
  return await scope.sql<IssueCount[]>`select channel, language, count(*)::integer as people from engagement.issue where state <> 'withdrawn'
    and ${period} in (to_char(received_at at time zone ${scope.timeZone}, 'YYYY'), to_char(received_at at time zone ${scope.timeZone}, 'YYYY-"Q"Q'), to_char(received_at at time zone ${scope.timeZone}, 'YYYY-MM')) group by channel, language`;
}
