import { formatMonth } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { groupWords } from './group-words.ts';
import type { GroupWaits } from './groups.ts';

/** How long groups of people waited, over all organisations, as the gate filed it. */
export function GroupTables({ frame: { language }, waits }: { frame: PageFrame; waits: readonly GroupWaits[] }) {
  const words = groupWords[language];
  const [first] = waits;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{words.title}</h2>
      {first ? <p>{words.lead(formatMonth(language, first.period))}</p> : <p>{words.none}</p>}
      {waits.map(({ dimension, groups, hidden }) => (
        <>
          {groups.length > 0 ? (
            <table class="stack">
              <caption>{words.dimensions[dimension]}</caption>
              <thead><tr><th scope="col">{words.group}</th><th scope="col" class="n">{words.wait}</th></tr></thead>
              <tbody>{groups.map(({ name, count, unit }) => <tr><th scope="row">{name[language]}</th><td class="n" data-label={words.wait}>{words[unit](count)}</td></tr>)}</tbody>
            </table>
          ) : <p><b>{words.dimensions[dimension]}</b></p>}
          {hidden > 0 ? <p class="small">{words.hidden(hidden)}</p> : null}
        </>
      ))}
    </section>
  );
}
