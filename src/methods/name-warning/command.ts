import { z } from 'zod';
import type { Method } from '../method.ts';
import { findNames } from './name-warning.ts';

const input = z.strictObject({ lines: z.array(z.string('must be a text').max(100_000, 'must have 100,000 characters or fewer')).max(10_000, 'must have 10,000 entries or fewer') });

/** `{"lines": [text]}` → `{"lines": [{"line": 1, "findings": [{kind, start, end, text}]}]}`, lines without a finding left out. */
export const nameWarning: Method = {
  name: 'name-warning',
  summary: 'points at names, e-mail addresses and telephone numbers in lines of notes',
  run: (given) => ({
    json: { lines: input.parse(given).lines.flatMap((text, index) => {
      const findings = findNames(text);
      return findings.length > 0 ? [{ line: index + 1, findings }] : [];
    }) },
  }),
};
