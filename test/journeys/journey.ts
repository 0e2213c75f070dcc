import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { desk, launchBrowser } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';
import { signIn } from './steps.ts';

type Open = (options?: BrowserContextOptions) => Promise<Page>;

export type Journey = {
  /** Where the program answers; another one after a restart. */
  readonly url: string;
  /** A page of somebody's own, who shares no cookie with another. */
  readonly open: Open;
  /** A page of one of the demonstration's people, on her day. */
  readonly enter: (name: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly restart: (signal: NodeJS.Signals) => Promise<void>;
};

/** A browser from before the first test of a file until after its last, started together with what the tests look at; gives what opens a page in it. */
export function startBrowser(beside: () => Promise<unknown> = async () => undefined): Open {
  let browser: Browser | undefined;
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), beside()]);
  }, 120_000);
  afterAll(async () => await browser?.close());
  return async (options) => await begun(await browser?.newContext(options)).newPage();
}

/** The built program on a folder of its own, and a browser, from before the first test of a file until after its last. */
export function startJourney(environment: Readonly<Record<string, string>> = {}): Journey {
  let program: RunningProgram | undefined;
  const open = startBrowser(async () => {
    program = await startProgram(environment);
  });
  afterAll(async () => await program?.stop());
  return {
    get url() {
      return begun(program).url;
    },
    open,
    enter: async (name, options = desk) => {
      const page = await open(options);
      await signIn(page, begun(program).url, name);
      return page;
    },
    restart: async (signal) => {
      program = await begun(program).restart(signal);
    },
  };
}

function begun<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('a journey begins with its first test');
  return one;
}
