import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { AccessibilityPage, PrivacyPage } from './pages.tsx';
import { findCommunity } from './queries.ts';
import { communityWords } from './words.ts';

export function communityRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: planPaths.accessibility, may: 'anyone', audit: 'none', cached: true, handle: showAccessibility },
    { method: 'GET', path: planPaths.privacy, may: 'anyone', audit: 'none', cached: true, handle: showPrivacy },
  ];

  async function showAccessibility(visit: Visit) {
    const community = await findCommunity(visit);
    return community ? page(<AccessibilityPage frame={frameOf(visit, site(), { title: communityWords[visit.language].accessibility })} community={community} />) : notFound;
  }

  async function showPrivacy(visit: Visit) {
    const community = await findCommunity(visit);
    return community ? page(<PrivacyPage frame={frameOf(visit, site(), { title: communityWords[visit.language].privacy })} community={community} />) : notFound;
  }
}
