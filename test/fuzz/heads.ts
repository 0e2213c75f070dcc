import { openToAnySite, privateCaching, publicCaching, securityHeaders } from '#app/platform/http/headers.ts';
import type { Route } from '#app/platform/http/route.ts';

const everywhere = Object.entries(securityHeaders(true));
/** Data that pages of other sites may read: reviewed here, each public, none with a cookie's answer. */
const openPaths = /^(\/api\/|\/hsds(\/|$)|\/open311\/|\/plan\/(feed\.(atom|json)|events\.ics)$|\/insight\/|\/plan\/figures|\/funding\/grants\/)/;
/** The page for sealed reports holds its script in itself, says nothing of where somebody came from, and clears what a browser kept. */
const sealed = /^\/review\/sealed-report/;

/** What is missing from the heads of an answer, by the table in docs/headers.md. The answer of no route is that of an address that does not exist. */
export function headFaults(answer: Response, route: Route | undefined): string[] {
  const { headers } = answer;
  const faults: string[] = [];
  const opened = headers.get('access-control-allow-origin') !== null;
  for (const [name, value] of everywhere) {
    const own = headers.get(name);
    if (own === value) continue;
    if (opened && name === 'cross-origin-resource-policy' && own === openToAnySite[name]) continue;
    if (route && sealed.test(route.path) && name === 'referrer-policy' && own === 'no-referrer') continue;
    if (route && sealed.test(route.path) && name === 'content-security-policy' && own?.startsWith("default-src 'none'") && !/'unsafe-(inline|eval)'/.test(own)) continue;
    faults.push(`${name}: ${own}`);
  }
  if (opened && (headers.get('access-control-allow-origin') !== '*' || headers.has('access-control-allow-credentials') || route?.may !== 'anyone' || !openPaths.test(route.path))) faults.push('is open to other sites');
  const caching = headers.get('cache-control');
  if (caching !== privateCaching && !(route?.cached && caching === publicCaching)) faults.push(`cache-control: ${caching}`);
  if (!(route?.cached ?? false) && caching !== privateCaching) faults.push('may be kept');
  const bodyless = [204, 303, 302, 304].includes(answer.status);
  if (!bodyless && !headers.has('content-type') && answer.body !== null) faults.push('without content-type');
  for (const cookie of headers.getSetCookie())
    if (!/^__Host-[\w-]+=[^;]*; Path=\/; HttpOnly; SameSite=(Lax|Strict)(; Max-Age=\d+)?; Secure$/.test(cookie)) faults.push(`cookie: ${cookie.replace(/=[^;]*/, '=…')}`);
  return faults;
}
