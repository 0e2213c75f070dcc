import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import type { CurrentLevel, Level } from './level-queries.ts';
import { alertPaths } from './paths.ts';
import { publicWords } from './public-words.ts';
import { alertWords } from './words.ts';

const shapes: Readonly<Record<Level, string>> = { normal: '●', elevated: '▲', high: '■' };

/** A level as a word and a shape, never by colour alone. */
export function LevelMark({ language, level }: { language: Language; level: Level }) {
  return <span class={`alert-level ${level}`}><span aria-hidden="true">{shapes[level]} </span>{alertWords[language].levels[level]}</span>;
}

/** What the first page says while the level is elevated or high; nothing at other times. */
export function LevelBanner({ language, current }: { language: Language; current: CurrentLevel | undefined }) {
  if (!current || current.level === 'normal') return null;
  const words = publicWords[language];
  return (
    <p class={`alert-banner ${current.level}`}>
      <strong><span aria-hidden="true">{shapes[current.level]} </span>{words.banner(alertWords[language].levels[current.level].toLocaleLowerCase(language))}.</strong> {current.reason[language]}{' '}
      <a href={localized(language, alertPaths.level)}>{words.bannerLink}</a>
    </p>
  );
}
