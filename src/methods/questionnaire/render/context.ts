import type { Compiled, CompiledItem } from '../model.ts';
import type { Language } from '../words.ts';
import { type View, viewOf } from './view.ts';
import { type FormWords, formWords } from './words.ts';

/** What every part of a rendering needs. */
export type Drawing = {
  readonly compiled: Compiled;
  readonly language: Language;
  readonly words: FormWords;
  readonly view: (item: CompiledItem) => View;
  /** The error texts at a path of the response, without those deeper in it. */
  readonly errorsAt: (path: string) => readonly string[];
  readonly blanks: ReadonlyMap<string, number>;
  readonly branches: 'absent' | 'hidden';
  readonly zone: string;
};

export function drawing(compiled: Compiled, settings: Omit<Drawing, 'compiled' | 'words' | 'view'>): Drawing {
  return { ...settings, compiled, words: formWords(settings.language), view: (item) => viewOf(compiled, item, settings.language) };
}
