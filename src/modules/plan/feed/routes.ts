import { languages } from '#app/platform/language/language.ts';
import { type Answer, bytes, json, notFound } from '#app/platform/http/answer.ts';
import { openToAnySite } from '#app/platform/http/headers.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { localized } from '#app/ui/page-frame.ts';
import { findCommunity } from '../community/queries.ts';
import { listDocuments } from '../document/queries.ts';
import { figureDataRoutes } from '../figure/routes.tsx';
import { listNews, listPublicEvents } from '../news/queries.ts';
import { listPriorities } from '../priority/queries.ts';
import { apiDescription } from './api-description.ts';
import { calendar, newsFeed } from './feeds.ts';

/** Feeds, public dates, the public plan as data, and what search engines ask for. */
export function feedRoutes(): Route[] {
  const shared = { method: 'GET', may: 'anyone', audit: 'none', cached: true } as const;
  return [
    { ...shared, path: '/plan/feed.atom', handle: async (visit) => await withPlace(visit, async (place) => bytes('application/atom+xml; charset=utf-8', newsFeed(place, await listNews(visit, { limit: 50 })).atom1(), { headers: openToAnySite })) },
    { ...shared, path: '/plan/feed.json', handle: async (visit) => await withPlace(visit, async (place) => bytes('application/feed+json; charset=utf-8', newsFeed(place, await listNews(visit, { limit: 50 })).json1(), { headers: openToAnySite })) },
    { ...shared, path: '/plan/events.ics', handle: async (visit) => await withPlace(visit, async (place) => bytes('text/calendar; charset=utf-8', calendar(place, await listPublicEvents(visit), visit.now), { headers: openToAnySite })) },
    { ...shared, localized: false, machine: true, path: '/api/openapi.json', handle: async (visit) => json(apiDescription(visit.baseUrl), { headers: openToAnySite }) },
    { ...shared, localized: false, machine: true, path: '/api/priorities', handle: async (visit) => json((await listPriorities(visit)).map(priorityData), { headers: openToAnySite }) },
    { ...shared, localized: false, machine: true, path: '/api/priorities/:slug', handle: async (visit) => {
      const found = (await listPriorities(visit)).find((priority) => priority.slug === visit.params.slug);
      return found ? json(priorityData(found), { headers: openToAnySite }) : notFound;
    } },
    { ...shared, localized: false, machine: true, path: '/api/news', handle: async (visit) => json((await listNews(visit, { limit: 100 })).map(({ id, topic, date, text, prioritySlug }) => ({ id, topic, date, text, priority: prioritySlug })), { headers: openToAnySite }) },
    { ...shared, localized: false, machine: true, path: '/api/documents', handle: async (visit) => json((await listDocuments(visit)).map(({ slug, kind, number, date, title, url }) => ({ slug, kind, number, date, title, url })), { headers: openToAnySite }) },
    ...figureDataRoutes(),
    { ...shared, localized: false, path: '/sitemap.xml', handle: sitemap },
    { ...shared, localized: false, path: '/robots.txt', handle: async (visit) => bytes('text/plain; charset=utf-8', `User-agent: *\nAllow: /\nDisallow: /en/identity/\nDisallow: /fr/identity/\nSitemap: ${visit.baseUrl}/sitemap.xml\n`) },
  ];
}

type Listed = Awaited<ReturnType<typeof listPriorities>>[number];

/** A priority as data: the same words and the same derived states as the page. */
function priorityData({ slug, title, summary, bodySlug, areas, domains, state, milestones }: Listed) {
  return {
    slug, title, summary, body: bodySlug, areas, domains, state: state?.kind ?? null,
    milestones: milestones.map((m) => ({ slug: m.slug, title: m.title, due: m.due, approximate: m.approximate, demonstration: m.demonstration, state: m.state.kind, evidence: m.evidence.map((e) => ({ kind: e.kind, title: e.title, date: e.date })) })),
  };
}

async function withPlace(visit: Visit, work: (place: Parameters<typeof newsFeed>[0]) => Promise<Answer>): Promise<Answer> {
  const community = await findCommunity(visit);
  return community ? await work({ language: visit.language, baseUrl: visit.baseUrl, community }) : notFound;
}

async function sitemap(visit: Visit): Promise<Answer> {
  const priorities = await listPriorities(visit);
  const paths = ['/plan', '/plan/about', '/plan/figures', '/plan/documents', '/plan/areas', '/plan/domains', '/plan/sources', '/governance/bodies', '/engagement/issues', '/engagement/subscriptions', ...priorities.map((one) => `/plan/priorities/${one.slug}`)];
  const alternates = (path: string) => languages.map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${visit.baseUrl}${localized(language, path)}"/>`).join('');
  const urls = paths.flatMap((path) => languages.map((language) => `<url><loc>${visit.baseUrl}${localized(language, path)}</loc>${alternates(path)}</url>`));
  return bytes('application/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`);
}
