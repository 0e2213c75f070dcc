/** What somebody may want, in the order that asks least first; leaving it open is a choice as well. */
export const wishes = ['keep', 'tell', 'ask', 'contact', 'later', 'other'] as const;
export type Wish = (typeof wishes)[number];

/** What can be written; every one can be left out. */
export const questions = ['what', 'when', 'where', 'now', 'reach'] as const;

/** Where the quick exit leads: a page that everybody looks at, in Canada the public weather forecast. */
export const leaveTo = { en: 'https://weather.gc.ca/', fr: 'https://meteo.gc.ca/' } as const;

/** Everything of this page that a browser kept is asked to go; the page that follows is not ours. */
export const leaveHeaders = { 'clear-site-data': '"cache", "cookies", "storage"', 'referrer-policy': 'no-referrer' } as const;

/** The policy of the page: one script, known by its hash; nothing from elsewhere; no text can become a script. WebAssembly is for Argon2id alone. */
export function pagePolicy(scriptHash: string): string {
  return [
    "default-src 'none'", `script-src 'sha256-${scriptHash}' 'wasm-unsafe-eval'`, "style-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; ');
}

/** Most bytes of a request: the largest bucket, its tags and header, and the form around it. */
export const maxBody = 17_600_000;
