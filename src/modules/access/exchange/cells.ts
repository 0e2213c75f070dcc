export { closeCell, type DateOrder, dateOrders, openCell, readDate } from '#app/ui/file-cells.ts';

export type Name = { readonly given: string; readonly family: string };
/** Further names in one cell: "Family, Given; Family, Given". Without a comma the last word is the family name. A backslash stands before a comma or semicolon of a name. */
export function readNames(text: string): Name[] {
  return text.split(/(?<!\\);/).map((one) => one.trim()).filter((one) => one !== '').map((one) => {
    const [family = '', ...rest] = one.split(/(?<!\\),/).map((part) => part.trim().replaceAll(/\\([,;])/g, '$1'));
    if (rest.length > 0) return { family, given: rest.join(', ') };
    const words = family.split(/\s+/);
    return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
  });
}
export const writeNames = (names: readonly Name[]): string => names.map((one) => `${escaped(one.family)}, ${escaped(one.given)}`).join('; ');
const escaped = (text: string) => text.replaceAll(/[,;]/g, '\\$&');
