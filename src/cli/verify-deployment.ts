import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspectPage, listsOf } from '#app/modules/review/index.ts';
import { fingerprint, ListRefused, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { type Command, complain, say, UsageError } from './command.ts';

/** Compares a running page for sealed reports with this source: anybody may, from anywhere. */
export const verifyDeployment: Command = {
  name: 'verify-deployment',
  usage: 'verify-deployment URL',
  summary: 'compares the page for sealed reports at URL, its script, words and keys with those built from this source',
  run: async ([url, ...rest]) => {
    if (!url || rest.length > 0 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new UsageError('verify-deployment takes the address of an installation, such as https://plan.example.org');
    const assets = join(projectRoot(), 'dist', 'assets');
    const built: Record<string, string> = JSON.parse(await readFile(join(assets, 'manifest.json'), 'utf8'));
    const script = await readFile(join(assets, built['sealed-report.js'] ?? ''), 'utf8');
    say(`script built from this source: sha256-${createHash('sha256').update(script).digest('base64')}`);
    let wrong = 0;
    for (const language of ['en', 'fr'] as const) {
      const words = (await readFile(join(projectRoot(), 'src', 'methods', 'sealing', 'words', `${language}.txt`), 'utf8')).trimEnd();
      const address = new URL(`/${language}/review/sealed-report`, url);
      const answer = await fetch(address, { redirect: 'error' }).catch(() => undefined);
      const problems = answer?.ok ? inspectPage(await answer.clone().text(), answer.headers.get('content-security-policy') ?? '', { script, words }) : [`answered with ${answer?.status ?? 'nothing'}`];
      for (const problem of problems) complain(`${address.href}: ${problem}`);
      wrong += problems.length;
      if (answer?.ok) wrong += await checkLists(address.href, await answer.text());
    }
    say(wrong === 0 ? 'the pages are those of this source' : `${wrong} differences: DO NOT TRUST THIS PAGE`);
    return wrong === 0 ? 0 : 1;
  },
};

async function checkLists(address: string, page: string): Promise<number> {
  const lists = listsOf(page);
  if (lists.length === 0) {
    say(`${address}: closed, no list of keys is signed yet`);
    return 0;
  }
  try {
    const list = await verifyChain(lists);
    say(`${address}: list ${list.version} of ${list.date}, ${list.members.length} keys, founded by ${await fingerprint(lists[0]?.signer ?? '')}`);
    return 0;
  } catch (error) {
    complain(`${address}: ${error instanceof ListRefused ? error.message : 'the recipient list cannot be read'}`);
    return 1;
  }
}
