/** What a method can be asked on the command line: one JSON value in, one JSON value or one text out. */
export type Method = {
  /** The words after `method`, e.g. `questionnaire validate`. */
  readonly name: string;
  readonly summary: string;
  /** Throws InputRefused (or a ZodError) when the input is not what the method asks for. */
  readonly run: (input: unknown) => MethodOutput | Promise<MethodOutput>;
};

export type MethodOutput = { readonly json: unknown } | { readonly text: string };

/** The input is not what the method asks for; the message is one line that names the field and what is wrong with it. */
export class InputRefused extends Error {
  override name = 'InputRefused';
}

/** Where a method is loaded from, only when it is asked for: some bring large libraries. */
export type MethodEntry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Method> };
