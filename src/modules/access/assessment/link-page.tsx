import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Version } from '../instrument/shelf.ts';
import { accessPaths } from '../paths.ts';
import { assessmentPaths } from './paths.ts';
import { assessmentWords } from './words.ts';

type Props = { frame: PageFrame; person: string; name: string; version: Version; code: string; address: string; until: Date; timeZone: string };

/** The code and the address of a form that the person fills in herself; shown this once. */
export function LinkPage({ frame, person, name, version, code, address, until, timeZone }: Props) {
  const { language } = frame;
  const words = assessmentWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(person), label: name }, { path: assessmentPaths.list(person), label: words.title }]} />
      <h1>{words.linkTitle}</h1>
      <p class="lead">{version.title[language]}</p>
      <p>{words.linkLead}</p>
      <div class="panel">
        <p>{words.linkCode}<span class="code">{code}</span></p>
        <p class="break">{words.linkAddress}{colon(language)}<span>{address}</span></p>
      </div>
      <p>{words.linkUntil(formatMoment(language, until, timeZone))} <b>{words.linkOnce}</b></p>
    </StaffLayout>
  );
}
