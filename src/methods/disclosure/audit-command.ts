import { InputRefused, type Method } from '../method.ts';
import { audit } from './audit.ts';
import { auditInput } from './input.ts';
import { Contradiction } from './release.ts';

/** `method disclosure audit`: what linear programmes recover from all releases together. */
export const disclosureAudit: Method = {
  name: 'disclosure audit',
  summary: 'attacks published tables with linear programmes and says whether hidden counts stay hidden',
  run: async (raw) => {
    const { releases, k } = auditInput.parse(raw);
    try {
      return { json: await audit(releases, k) };
    } catch (error) {
      if (error instanceof Contradiction) throw new InputRefused(`releases: they contradict each other: ${error.message}`);
      throw error instanceof RangeError ? new InputRefused(error.message) : error;
    }
  },
};
