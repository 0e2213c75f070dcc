/** Addresses of released replays, without their language. */
export const replayPaths = { replays: '/access/replays', ask: (slug: string) => `/access/priorities/${slug}/replay/release` } as const;

/** Who plans with what is released; those who keep a list see what they asked for. */
export const readingReplays = { roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] } as const;
