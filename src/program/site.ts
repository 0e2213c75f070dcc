import { findCommunity, siteOf } from '#app/modules/plan/index.ts';
import type { Config } from '#app/platform/config/config.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import type { Assets } from '#app/platform/files/assets.ts';
import { formatMoment } from '#app/ui/format.ts';
import type { Site } from '#app/ui/page-frame.ts';
import { groupFooter } from './footer.ts';
import { footer, navigation, staffNavigation } from './navigation.ts';

/** What every page shows, from the community's content. Throws before any content is loaded. */
export async function loadSite(database: Database, options: { assets: Assets; config: Config; demonstration: boolean }): Promise<Site> {
  const community = await inScope(database, { as: 'public', purpose: 'site' }, findCommunity);
  if (!community) throw new Error('no community is loaded');
  const { assets, config, demonstration } = options;
  const keepsMailHere = demonstration && config.smtpUrl === undefined;
  return {
    ...siteOf(community),
    demonstration,
    clockText: (language) => (demonstration ? formatMoment(language, database.clock.now(), community.timeZone, { weekday: true }) : undefined),
    baseUrl: config.baseUrl,
    mailFrom: `"${community.name.en.replaceAll('"', '')}" <${community.mail.contact}>`,
    stylesheet: assets.url('style.css'),
    script: (name) => assets.url(`${name}.js`),
    scriptText: (name) => assets.text(`${name}.js`),
    navigation,
    footer: groupFooter(footer),
    staffNavigation: staffNavigation(keepsMailHere),
  };
}
