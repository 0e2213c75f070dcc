import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { findHelp } from '../access-point/paths.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { Telephone } from '../access-point/telephone.tsx';
import { intakePaths } from './paths.ts';
import { intakeWords } from './words.ts';

type Props = { frame: PageFrame; point: AccessPoint; asker: 'self' | 'professional'; code: string; dueOn: string; doNotContact: boolean; again: boolean };

/** The last page: by when somebody looks, and the code, which is shown here alone. */
export function DonePage({ frame, point, asker, code, dueOn, doNotContact, again }: Props) {
  const { language } = frame;
  const words = intakeWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{frame.title}</h1>
      {again ? <p class="inset" role="status">{words.again}</p> : null}
      <p class="lead">{words.doneLead(formatDate(language, dueOn, { weekday: true }))} {asker === 'professional' ? (doNotContact ? words.doneProfessionalNoCall : words.doneProfessional) : doNotContact ? words.doneNoCall : words.doneCall}</p>
      {asker === 'self' ? (
        <div class="panel">
          <p>{words.code}<span class="code">{code}</span></p>
          <p>{words.codeHint}</p>
          <p><a href={localized(language, intakePaths.follow)}>{words.follow}</a></p>
        </div>
      ) : null}
      <p>{words.byPhone} <Telephone number={point.telephone} /></p>
      <p><a href={localized(language, findHelp)}>{words.findHelp}</a></p>
      <Crisis language={language} />
    </PublicLayout>
  );
}
