import { nameLevels } from './compare.ts';
import type { Model } from './estimate.ts';
import { at, type FieldName, fieldNames } from './fields.ts';
import { agreementCode } from './levels.ts';
import { rarityBits } from './rarity.ts';
import type { RecordCodes } from './weigh.ts';

/**
 * What one field says. `agreement` is a code such as `exact`, `nickname`, `typo`, `swapped`, `dayDiffers`, `different`; `weight` is in bits:
 * each bit doubles the odds that the two records are of one person, a negative one halves them.
 */
export type FieldEvidence = { readonly field: FieldName; readonly agreement: string; readonly weight: number };

/** Field by field, what a pair was scored by; fields that one of the two does not know are left out. `levels` are refined ones, `swapped` the bits of exchanged names. */
export function explainLevels(model: Model, a: RecordCodes, b: RecordCodes, levels: Uint8Array, offset: number, swapped: number): FieldEvidence[] {
  return fieldNames.flatMap((field, place) => {
    const level = levels[offset + place] ?? 0;
    if (level === 0) return [];
    const rare = rarityBits(model.rarity, place, level, a.codes[a.offset + place] ?? -1, b.codes[b.offset + place] ?? -1);
    const weight = (model.weights[place]?.[level] ?? 0) + rare + (place === at.givenName && level === nameLevels.swapped ? swapped : 0);
    return [{ field, agreement: agreementCode(field, level), weight: rounded(weight) }];
  });
}

/** Three decimals. */
export function rounded(bits: number): number {
  return Math.round(bits * 1000) / 1000;
}
