/** A posted form as text and files; never more than what came. */
export type Form = {
  /** The value of a field, trimmed, with line ends as \n; '' when it did not come. */
  readonly text: (name: string) => string;
  /** Whether the field came at all, even empty. */
  readonly has: (name: string) => boolean;
  /** All values of a field that can come more than once. */
  readonly list: (name: string) => readonly string[];
  readonly files: (name: string) => readonly File[];
  /** Every text field, to show again what was typed. */
  readonly entries: () => readonly (readonly [string, string])[];
};

export function formOf(data: FormData | URLSearchParams): Form {
  const pairs = [...data.entries()];
  const texts = pairs.flatMap(([name, value]) => (typeof value === 'string' ? [[name, clean(value)] as const] : []));
  return {
    text: (name) => texts.find(([key]) => key === name)?.[1] ?? '',
    has: (name) => pairs.some(([key]) => key === name),
    list: (name) => texts.filter(([key, value]) => key === name && value !== '').map(([, value]) => value),
    files: (name) => pairs.flatMap(([key, value]) => (key === name && value instanceof File && value.size > 0 ? [value] : [])),
    entries: () => texts,
  };
}

export const emptyForm: Form = formOf(new URLSearchParams());

// PostgreSQL text cannot hold U+0000, and lone surrogates cannot be sent as UTF-8.
function clean(value: string): string {
  return value.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
}
