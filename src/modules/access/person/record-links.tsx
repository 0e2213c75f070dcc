import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { assessmentPaths } from '../assessment/paths.ts';
import { assessmentWords } from '../assessment/words.ts';
import { barPaths } from '../bar/paths.ts';
import { barWords } from '../bar/words.ts';
import { carePaths } from '../care-plan/paths.ts';
import { careWords } from '../care-plan/words.ts';
import { deskWords } from '../intake/desk-words.ts';
import { intakePaths } from '../intake/paths.ts';
import { accessPaths } from '../paths.ts';
import { referralPaths } from '../referral/paths.ts';
import { referralWords } from '../referral/words.ts';
import { stayPaths } from '../stay/paths.ts';
import { stayWords } from '../stay/words.ts';
import { personWords } from './words.ts';

/** What the reader may open from a record; a link is drawn only where its page exists for her. */
export type Opens = { readonly consents: boolean; readonly plan: boolean; readonly assessments: boolean; readonly stays: boolean; readonly looks: boolean; readonly bars: boolean; readonly own: boolean };

/** The pages that belong to a record, in three groups: the help that is given, what the person decided, and what protects her. */
export function RecordLinks({ frame: { language }, id, opens }: { frame: PageFrame; id: string; opens: Opens }) {
  const words = personWords[language];
  const groups: readonly (readonly [key: string, heading: string, lines: readonly (readonly [shown: boolean, path: string, label: string])[]])[] = [
    ['help', words.groupHelp, [
      [opens.consents, intakePaths.ofPerson(id), deskWords[language].linkFrom],
      [opens.assessments, assessmentPaths.list(id), assessmentWords[language].title],
      [opens.consents, referralPaths.ofPerson(id), referralWords[language].ofPerson],
      [opens.plan, carePaths.show(id), careWords[language].plan],
      [opens.stays, stayPaths.stays(id), stayWords[language].title],
    ]],
    ['consent', words.groupConsent, [[opens.consents, accessPaths.consents(id), words.consents]]],
    ['safeguards', words.groupSafeguards, [
      [opens.looks, accessPaths.looks(id), words.looks],
      [opens.bars, barPaths.list(id), barWords[language].title],
      [opens.own, barPaths.own(id), barWords[language].ownLink],
    ]],
  ];
  const drawn = groups.map(([key, heading, lines]) => ({ key, heading, lines: lines.filter(([shown]) => shown) })).filter((group) => group.lines.length > 0);
  if (drawn.length === 0) return null;
  return (
    <nav class="record-links" aria-label={words.recordLinks}>
      {drawn.map((group) => (
        <section aria-labelledby={`links-${group.key}`}>
          <h2 id={`links-${group.key}`}>{group.heading}</h2>
          <ul>{group.lines.map(([, path, label]) => <li><a href={localized(language, path)}>{label}</a></li>)}</ul>
        </section>
      ))}
    </nav>
  );
}
